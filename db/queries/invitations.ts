import { sql } from "kysely";
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
  identityMode: IdentityMode;
  threshold: number;
  timeZone: string;
  localityId: string;
  localityName: string;
  accessCodeId: string;
  codeKind: "card" | "drawn" | "self-made" | "invented";
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
  consents: Record<string, boolean>;
  submittedOn: string | null;
}

/**
 * What a hash (of a link's token or of a code) opens: one look into the directory of entries and its joins.
 * Unknown, revoked and of an archived programme are all undefined, so that they cannot be told apart.
 */
export async function findInvitation(db: Db, hash: Buffer): Promise<Invitation | undefined> {
  const { rows } = await invitationRows(hash).execute(db);
  const [first] = rows;
  if (!first) return undefined;
  return { ...participantOf(first), waves: rows.flatMap((row) => waveOf(row) ?? []) };
}

/** What the entry leads to, repeated on each row, and on each row one wave of it. */
interface Row
  extends Omit<Invitation, "waves">,
    Partial<Omit<BegunResponse, "id" | "versionId" | "noticeId">>,
    Pick<WaveWindow, "closedAt"> {
  waveId: string | null;
  waveKind: WaveKind;
  waveVersionId: string;
  waveNoticeId: string;
  opensAt: Date;
  closesAt: Date;
  graceMinutes: number;
  responseId: string | null;
  versionId: string;
  noticeId: string;
}

/**
 * Every request of a participant begins with this; written out, it costs a fifth of what building it would. Card and
 * responses are looked up by themselves (`materialized`), and responses by the pairing code alone, with which one index
 * begins: before PostgreSQL has counted the rows of a new programme, it takes every way to them for as short, and might
 * go through all of a programme's.
 */
function invitationRows(hash: Buffer) {
  return sql<Row>`
    with card as materialized (
      select
        entry.kind,
        code.programme_id,
        code.id,
        code.kind as code_kind,
        code.code,
        code.pairing_code,
        code.locality_id
      from answers.entry as entry
      join answers.access_code as code
        on code.programme_id = entry.programme_id
        and code.id = entry.access_code_id
        and code.revoked_at is null
      where entry.hash = ${hash} and entry.revoked_at is null
    ), response as materialized (
      select response.*
      from card
      join answers.response as response on response.pairing_code = card.pairing_code
    )
    select
      card.kind as "entryKind",
      card.programme_id as "programmeId",
      programme.title as "programmeTitle",
      programme.kind as "programmeKind",
      programme.identity_mode as "identityMode",
      programme.threshold as "threshold",
      programme.time_zone as "timeZone",
      locality.id as "localityId",
      locality.name_nominative as "localityName",
      card.id as "accessCodeId",
      card.code_kind as "codeKind",
      card.code as "code",
      card.pairing_code as "pairingCode",
      wave.id as "waveId",
      wave.kind as "waveKind",
      wave.questionnaire_version_id as "waveVersionId",
      wave.notice_version_id as "waveNoticeId",
      coalesce(own.opens_at, wave.opens_at) as "opensAt",
      coalesce(own.closes_at, wave.closes_at) as "closesAt",
      wave.grace_minutes as "graceMinutes",
      own.closed_at as "closedAt",
      response.id as "responseId",
      response.status as "status",
      response.revision as "revision",
      response.questionnaire_version_id as "versionId",
      response.notice_version_id as "noticeId",
      response.language as "language",
      response.place as "place",
      response.answers as "answers",
      response.idempotency_key as "deviceKey",
      response.consents as "consents",
      response.submitted_on as "submittedOn"
    from card
    join programme on programme.id = card.programme_id and programme.archived_at is null
    join locality
      on locality.programme_id = card.programme_id and locality.id = card.locality_id
    left join wave on wave.programme_id = card.programme_id
    left join wave_window as own
      on own.programme_id = wave.programme_id
      and own.wave_id = wave.id
      and own.locality_id = card.locality_id
    left join response
      on response.programme_id = wave.programme_id and response.wave_id = wave.id
  `;
}

function participantOf(row: Row): Omit<Invitation, "waves"> {
  return {
    entryKind: row.entryKind,
    programmeId: row.programmeId,
    programmeTitle: row.programmeTitle,
    programmeKind: row.programmeKind,
    identityMode: row.identityMode,
    threshold: row.threshold,
    timeZone: row.timeZone,
    localityId: row.localityId,
    localityName: row.localityName,
    accessCodeId: row.accessCodeId,
    codeKind: row.codeKind,
    code: row.code,
    pairingCode: row.pairingCode,
  };
}

/** The columns of a wave are there together or not at all; a programme may have no wave yet. */
function waveOf(row: Row): InvitationWave | undefined {
  if (row.waveId === null) return undefined;
  return {
    id: row.waveId,
    kind: row.waveKind,
    versionId: row.waveVersionId,
    noticeId: row.waveNoticeId,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    closedAt: row.closedAt,
    graceMinutes: row.graceMinutes,
    response: responseOf(row),
    hasBegun: row.responseId !== null,
  };
}

/** The columns of a response are there together or not at all. */
function responseOf(row: Row): BegunResponse | null {
  if (row.responseId === null) return null;
  return {
    id: row.responseId,
    status: row.status!,
    revision: row.revision!,
    versionId: row.versionId,
    noticeId: row.noticeId,
    language: row.language!,
    place: row.place ?? null,
    answers: row.answers!,
    deviceKey: row.deviceKey ?? null,
    consents: row.consents!,
    submittedOn: row.submittedOn ?? null,
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
