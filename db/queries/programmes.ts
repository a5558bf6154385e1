import { sql } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import type {
  IdentityMode,
  ProgrammeKind,
  StaffRole,
  WaveKind,
} from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

export interface Programme {
  id: string;
  organisationId: string;
  slug: string;
  title: Text;
  contractTitle: Text;
  goal: Text;
  kind: ProgrammeKind;
  identityMode: IdentityMode;
  languages: string[];
  startsOn: string;
  endsOn: string;
  timeZone: string;
  threshold: number;
  smallestWorthwhilePoints: number | null;
  moreInfoUrl: string;
  evaluatorName: string;
}

const programmeColumns = [
  "programme.id as id",
  "programme.organisation_id as organisationId",
  "programme.slug as slug",
  "programme.title as title",
  "programme.contract_title as contractTitle",
  "programme.goal as goal",
  "programme.kind as kind",
  "programme.identity_mode as identityMode",
  "programme.languages as languages",
  "programme.starts_on as startsOn",
  "programme.ends_on as endsOn",
  "programme.time_zone as timeZone",
  "programme.threshold as threshold",
  "programme.smallest_worthwhile_points as smallestWorthwhilePoints",
  "programme.more_info_url as moreInfoUrl",
  "programme.evaluator_name as evaluatorName",
] as const;

export async function findProgrammeBySlug(db: Db, slug: string): Promise<Programme | undefined> {
  return await db
    .selectFrom("programme")
    .select(programmeColumns)
    .where("slug", "=", slug)
    .executeTakeFirst();
}

export async function findProgramme(db: Db, id: string): Promise<Programme | undefined> {
  return await db
    .selectFrom("programme")
    .select(programmeColumns)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The programmes in which a person holds a role, newest first; `roles` are those held in the whole of it. */
export async function listProgrammesOf(
  db: Db,
  staffUserId: string,
): Promise<(Programme & { roles: StaffRole[]; localRoles: StaffRole[] })[]> {
  return await db
    .selectFrom("programme")
    .innerJoin("staff_role", "staff_role.programme_id", "programme.id")
    .select(programmeColumns)
    .select([
      sql<StaffRole[]>`
        coalesce(array_agg(distinct staff_role.role) filter (where locality_id is null), '{}')
      `.as("roles"),
      sql<StaffRole[]>`
        coalesce(array_agg(distinct staff_role.role) filter (where locality_id is not null), '{}')
      `.as("localRoles"),
    ])
    .where("staff_role.staff_user_id", "=", staffUserId)
    .groupBy("programme.id")
    .orderBy("programme.starts_on", "desc")
    .orderBy("programme.slug")
    .execute();
}

export interface Locality {
  id: string;
  key: string;
  nominative: string;
  genitive: string;
  locative: string;
}

/** The localities of a programme in its own order. */
export async function listLocalities(db: Db, programmeId: string): Promise<Locality[]> {
  return await db
    .selectFrom("locality")
    .select([
      "id",
      "key",
      "name_nominative as nominative",
      "name_genitive as genitive",
      "name_locative as locative",
    ])
    .where("programme_id", "=", programmeId)
    .where("withdrawn_at", "is", null)
    .orderBy("display_order")
    .execute();
}

/** One wave in one locality: the programme's dates unless the locality has its own. */
export interface WaveWindow {
  waveId: string;
  kind: WaveKind;
  localityId: string;
  localityKey: string;
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  graceMinutes: number;
}

export async function listWaveWindows(db: Db, programmeId: string): Promise<WaveWindow[]> {
  return await db
    .selectFrom("wave")
    .innerJoin("locality", "locality.programme_id", "wave.programme_id")
    .leftJoin("wave_window", (join) =>
      join
        .onRef("wave_window.programme_id", "=", "wave.programme_id")
        .onRef("wave_window.wave_id", "=", "wave.id")
        .onRef("wave_window.locality_id", "=", "locality.id"),
    )
    .select([
      "wave.id as waveId",
      "wave.kind as kind",
      "locality.id as localityId",
      "locality.key as localityKey",
      sql<Date>`coalesce(wave_window.opens_at, wave.opens_at)`.as("opensAt"),
      sql<Date>`coalesce(wave_window.closes_at, wave.closes_at)`.as("closesAt"),
      "wave_window.closed_at as closedAt",
      "wave.grace_minutes as graceMinutes",
    ])
    .where("wave.programme_id", "=", programmeId)
    .where("locality.withdrawn_at", "is", null)
    .orderBy(sql`array_position(array['before', 'after', 'followup'], wave.kind)`)
    .orderBy("locality.display_order")
    .execute();
}

export interface Funder {
  name: Text;
  nameGenitive: Text;
  share: string;
}

export async function listFunders(db: Db, programmeId: string): Promise<Funder[]> {
  return await db
    .selectFrom("funder")
    .select(["name", "name_genitive as nameGenitive", "share"])
    .where("programme_id", "=", programmeId)
    .orderBy("display_order")
    .execute();
}

export interface Logo {
  id: string;
  alt: Text;
  mediaType: "image/svg+xml" | "image/png";
  content: Buffer;
}

/** The logos of a programme in the order of their row. */
export async function listLogos(db: Db, programmeId: string): Promise<Logo[]> {
  return await db
    .selectFrom("logo")
    .select(["id", "alt", "media_type as mediaType", "content"])
    .where("programme_id", "=", programmeId)
    .orderBy("display_order")
    .execute();
}
