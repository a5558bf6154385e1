import type { Answers } from "../../server/domain/response/answers.ts";
import type { WaveWindow } from "../../server/domain/response/wave-window.ts";
import type { Text } from "../../server/domain/text.ts";
import type { IdentityMode, ProgrammeKind, WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** What the link or the typed code of one participant opens, and how far that participant has come in each wave. */
export interface Invitation {
  entryKind: "link" | "code" | "locality";
  programmeId: string;
  programmeTitle: Text;
  programmeKind: ProgrammeKind;
  timeZone: string;
  localityId: string;
  localityName: string;
  accessCodeId: string;
  /** The code to type, where one is kept. */
  code: string | null;
  pairingCode: string;
  waves: InvitationWave[];
}

export interface InvitationWave extends WaveWindow {
  id: string;
  kind: WaveKind;
  /** Of the wave; a response begun with another version stays with its own. */
  versionId: string;
  noticeId: string;
  response: BegunResponse | null;
  hasBegun: boolean;
}

export interface BegunResponse {
  id: string;
  status: "draft" | "submitted";
  revision: number;
  versionId: string;
  noticeId: string;
  language: string;
  place: string | null;
  answers: Answers;
  /** The random key of the device that began it. */
  deviceKey: string | null;
}

/**
 * What a hash (of a link's token or of a code) opens: one look into the directory of entries and its joins.
 * Unknown, revoked and of an archived programme are all undefined, so that they cannot be told apart.
 */
export async function findInvitation(db: Db, hash: Buffer): Promise<Invitation | undefined> {
  const rows = await selectInvitation(db).where("entry.hash", "=", hash).execute();
  const [first] = rows;
  if (!first) return undefined;
  return { ...participantOf(first), waves: rows.flatMap((row) => waveOf(row) ?? []) };
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInvitation>["execute"]>>[number];

function selectInvitation(db: Db) {
  return db
    .selectFrom("answers.entry as entry")
    .innerJoin("answers.access_code as code", (join) =>
      join
        .onRef("code.programme_id", "=", "entry.programme_id")
        .onRef("code.id", "=", "entry.access_code_id")
        .on("code.revoked_at", "is", null),
    )
    .innerJoin("programme", (join) =>
      join.onRef("programme.id", "=", "entry.programme_id").on("programme.archived_at", "is", null),
    )
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "code.programme_id")
        .onRef("locality.id", "=", "code.locality_id"),
    )
    .leftJoin("wave", "wave.programme_id", "entry.programme_id")
    .leftJoin("wave_window as own", (join) =>
      join
        .onRef("own.programme_id", "=", "wave.programme_id")
        .onRef("own.wave_id", "=", "wave.id")
        .onRef("own.locality_id", "=", "code.locality_id"),
    )
    .leftJoin("answers.response as response", (join) =>
      join
        .onRef("response.programme_id", "=", "wave.programme_id")
        .onRef("response.wave_id", "=", "wave.id")
        .onRef("response.pairing_code", "=", "code.pairing_code"),
    )
    .where("entry.revoked_at", "is", null)
    .select([...participantColumns, ...waveColumns, ...responseColumns]);
}

const participantColumns = [
  "entry.kind as entryKind",
  "entry.programme_id as programmeId",
  "programme.title as programmeTitle",
  "programme.kind as programmeKind",
  "programme.time_zone as timeZone",
  "locality.id as localityId",
  "locality.name_nominative as localityName",
  "code.id as accessCodeId",
  "code.code as code",
  "code.pairing_code as pairingCode",
] as const;

const waveColumns = [
  "wave.id as waveId",
  "wave.kind as waveKind",
  "wave.questionnaire_version_id as versionId",
  "wave.notice_version_id as noticeId",
  "wave.opens_at as opensAt",
  "wave.closes_at as closesAt",
  "wave.grace_minutes as graceMinutes",
  "own.opens_at as ownOpensAt",
  "own.closes_at as ownClosesAt",
  "own.closed_at as closedAt",
] as const;

const responseColumns = [
  "response.id as responseId",
  "response.status as status",
  "response.revision as revision",
  "response.questionnaire_version_id as responseVersionId",
  "response.notice_version_id as responseNoticeId",
  "response.language as language",
  "response.place as place",
  "response.answers as answers",
  "response.idempotency_key as deviceKey",
] as const;

function participantOf(row: Row): Omit<Invitation, "waves"> {
  return {
    entryKind: row.entryKind,
    programmeId: row.programmeId,
    programmeTitle: row.programmeTitle,
    programmeKind: row.programmeKind,
    timeZone: row.timeZone,
    localityId: row.localityId,
    localityName: row.localityName,
    accessCodeId: row.accessCodeId,
    code: row.code,
    pairingCode: row.pairingCode,
  };
}

/** The columns of a wave are there together or not at all; a programme may have no wave yet. */
function waveOf(row: Row): InvitationWave | undefined {
  if (row.waveId === null) return undefined;
  return {
    id: row.waveId,
    kind: row.waveKind!,
    versionId: row.versionId!,
    noticeId: row.noticeId!,
    opensAt: row.ownOpensAt ?? row.opensAt!,
    closesAt: row.ownClosesAt ?? row.closesAt!,
    closedAt: row.closedAt,
    graceMinutes: row.graceMinutes!,
    response: responseOf(row),
    hasBegun: row.responseId !== null,
  };
}

function responseOf(row: Row): BegunResponse | null {
  if (row.responseId === null) return null;
  return {
    id: row.responseId,
    status: row.status!,
    revision: row.revision!,
    versionId: row.responseVersionId!,
    noticeId: row.responseNoticeId!,
    language: row.language!,
    place: row.place,
    answers: row.answers!,
    deviceKey: row.deviceKey,
  };
}

/** What the link on a wall opens: a locality, where a participant still has to say which code is theirs. */
export interface LocalityInvitation {
  programmeId: string;
  programmeTitle: Text;
  programmeKind: ProgrammeKind;
  identityMode: IdentityMode;
  timeZone: string;
  localityId: string;
  localityName: string;
}

export async function findLocalityInvitation(
  db: Db,
  hash: Buffer,
): Promise<LocalityInvitation | undefined> {
  return await db
    .selectFrom("answers.entry as entry")
    .innerJoin("programme", "programme.id", "entry.programme_id")
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "entry.programme_id")
        .onRef("locality.id", "=", "entry.locality_id"),
    )
    .where("entry.hash", "=", hash)
    .where("entry.kind", "=", "locality")
    .where("entry.revoked_at", "is", null)
    .where("programme.archived_at", "is", null)
    .select([
      "entry.programme_id as programmeId",
      "programme.title as programmeTitle",
      "programme.kind as programmeKind",
      "programme.identity_mode as identityMode",
      "programme.time_zone as timeZone",
      "locality.id as localityId",
      "locality.name_nominative as localityName",
    ])
    .executeTakeFirst();
}
