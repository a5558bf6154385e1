import { sql } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import type { StaffRole } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** Somebody of an organisation's staff, as its administrators see them. */
export interface TeamMember {
  id: string;
  displayName: string;
  email: string;
  language: string;
  isAdministrator: boolean;
  disabledAt: Date | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  passkeys: number;
  /** Undefined while they have never been in. */
  lastSeenAt: Date | null;
  sessions: number;
}

/** Everybody of an organisation, by name; with `id`, that one alone. */
export async function listTeam(
  db: Db,
  { organisationId, id, now }: { organisationId: string; id?: string; now: Date },
): Promise<TeamMember[]> {
  return await db
    .selectFrom("staff_user")
    .select([
      "staff_user.id as id",
      "display_name as displayName",
      "email",
      "language",
      "is_administrator as isAdministrator",
      "disabled_at as disabledAt",
    ])
    .select(({ selectFrom, fn }) => [
      sql<boolean>`password_hash is not null`.as("hasPassword"),
      sql<boolean>`totp_confirmed_at is not null`.as("hasSecondFactor"),
      selectFrom("passkey")
        .select(fn.countAll<number>().as("count"))
        .whereRef("passkey.staff_user_id", "=", "staff_user.id")
        .$asScalar()
        .$notNull()
        .as("passkeys"),
      selectFrom("staff_session")
        .select(fn.countAll<number>().as("count"))
        .whereRef("staff_session.staff_user_id", "=", "staff_user.id")
        .where("staff_session.expires_at", ">", now)
        .$asScalar()
        .$notNull()
        .as("sessions"),
      selectFrom("known_browser")
        .select((known) => known.fn.max("known_browser.last_used_at").as("last"))
        .whereRef("known_browser.staff_user_id", "=", "staff_user.id")
        .$asScalar()
        .as("lastSeenAt"),
    ])
    .where("organisation_id", "=", organisationId)
    .$if(id !== undefined, (query) => query.where("staff_user.id", "=", id!))
    .orderBy(sql`disabled_at is not null`)
    .orderBy("display_name")
    .orderBy("staff_user.id")
    .execute();
}

export interface TeamRole {
  id: string;
  staffUserId: string;
  programmeId: string;
  programmeTitle: Text;
  role: StaffRole;
  localityId: string | null;
  localityName: string | null;
}

/** The roles that an organisation's staff hold in its own programmes. */
export async function listTeamRoles(db: Db, organisationId: string): Promise<TeamRole[]> {
  return await db
    .selectFrom("staff_role")
    .innerJoin("programme", "programme.id", "staff_role.programme_id")
    .leftJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "staff_role.programme_id")
        .onRef("locality.id", "=", "staff_role.locality_id"),
    )
    .select([
      "staff_role.id as id",
      "staff_role.staff_user_id as staffUserId",
      "staff_role.programme_id as programmeId",
      "programme.title as programmeTitle",
      "staff_role.role as role",
      "staff_role.locality_id as localityId",
      "locality.name_nominative as localityName",
    ])
    .where("programme.organisation_id", "=", organisationId)
    .orderBy("programme.starts_on", "desc")
    .orderBy("programme.id")
    .orderBy("staff_role.role")
    .orderBy("locality.display_order")
    .execute();
}

export interface TeamProgramme {
  id: string;
  title: Text;
  localities: { id: string; name: string }[];
}

/** The programmes of an organisation in which roles can be given, newest first. */
export async function listTeamProgrammes(db: Db, organisationId: string): Promise<TeamProgramme[]> {
  const programmes = await db
    .selectFrom("programme")
    .select(["id", "title"])
    .where("organisation_id", "=", organisationId)
    .orderBy("starts_on", "desc")
    .orderBy("slug")
    .execute();
  const localities = await db
    .selectFrom("locality")
    .innerJoin("programme", "programme.id", "locality.programme_id")
    .select([
      "locality.programme_id as programmeId",
      "locality.id as id",
      "name_nominative as name",
    ])
    .where("programme.organisation_id", "=", organisationId)
    .where("withdrawn_at", "is", null)
    .orderBy("display_order")
    .execute();
  return programmes.map((programme) => ({
    ...programme,
    localities: localities.filter(({ programmeId }) => programmeId === programme.id),
  }));
}

export async function insertRole(
  db: Db,
  given: { programmeId: string; staffUserId: string; role: StaffRole; localityId: string | null },
): Promise<boolean> {
  const inserted = await db
    .insertInto("staff_role")
    .values({
      programme_id: given.programmeId,
      staff_user_id: given.staffUserId,
      role: given.role,
      locality_id: given.localityId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Takes roles of one kind away again: before the same role is given for the whole programme, or one by its id. */
export async function deleteRole(
  db: Db,
  key: { programmeId: string; staffUserId: string; id: string },
): Promise<StaffRole | undefined> {
  const deleted = await db
    .deleteFrom("staff_role")
    .where("programme_id", "=", key.programmeId)
    .where("staff_user_id", "=", key.staffUserId)
    .where("id", "=", key.id)
    .returning("role")
    .executeTakeFirst();
  return deleted?.role;
}

/** Disables or lets in again; undefined as a time lets in. */
export async function updateDisabled(
  db: Db,
  { staffUserId, disabledAt }: { staffUserId: string; disabledAt: Date | null },
): Promise<void> {
  await db
    .updateTable("staff_user")
    .set({ disabled_at: disabledAt })
    .where("id", "=", staffUserId)
    .execute();
}

export async function updateAdministrator(
  db: Db,
  { staffUserId, isAdministrator }: { staffUserId: string; isAdministrator: boolean },
): Promise<void> {
  await db
    .updateTable("staff_user")
    .set({ is_administrator: isAdministrator })
    .where("id", "=", staffUserId)
    .execute();
}

/** The administrators of an organisation who can come in, locked until the transaction ends: one must always be left. */
export async function lockAdministrators(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("staff_user")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("is_administrator", "=", true)
    .where("disabled_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}
