import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { ResponseScore } from "../../server/domain/scoring/score-response.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** Earlier answers between upload and import; what its columns are is chosen step by step. */
export interface EarlierUpload {
  id: string;
  fileName: string;
  fileHash: string;
  sheets: { name: string; rows: string[][]; mergedCells: number }[];
  choices: unknown;
}

export async function insertEarlierUpload(
  db: Db,
  input: Pick<EarlierUpload, "fileName" | "fileHash"> & {
    /** A JSON list of the sheets. */
    sheets: string;
    programmeId: string;
    uploadedBy: string;
    now: Date;
    expiresAt: Date;
  },
): Promise<string> {
  await db.deleteFrom("answers.earlier_upload").where("expires_at", "<=", input.now).execute();
  const { id } = await db
    .insertInto("answers.earlier_upload")
    .values({
      programme_id: input.programmeId,
      file_name: input.fileName,
      file_hash: input.fileHash,
      sheets: input.sheets,
      uploaded_by: input.uploadedBy,
      expires_at: input.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findEarlierUpload(
  db: Db,
  key: { programmeId: string; id: string; now: Date },
): Promise<EarlierUpload | undefined> {
  const found = await db
    .selectFrom("answers.earlier_upload")
    .select(["id", "file_name as fileName", "file_hash as fileHash", "sheets", "choices"])
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .where("expires_at", ">", key.now)
    .executeTakeFirst();
  return found as EarlierUpload | undefined;
}

/** Keeps an upload for this transaction alone until it ends, and gives the hash of its file. */
export async function lockEarlierUpload(
  db: Db,
  key: { programmeId: string; id: string; now: Date },
): Promise<string | undefined> {
  const found = await db
    .selectFrom("answers.earlier_upload")
    .select("file_hash as fileHash")
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .where("expires_at", ">", key.now)
    .forUpdate()
    .executeTakeFirst();
  return found?.fileHash;
}

export async function updateEarlierChoices(
  db: Db,
  { programmeId, id, choices }: { programmeId: string; id: string; choices: unknown },
): Promise<void> {
  await db
    .updateTable("answers.earlier_upload")
    .set({ choices: json(choices) })
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .execute();
}

/** Keeps the sheets of an upload anew, without what was struck out of them. */
export async function updateEarlierSheets(
  db: Db,
  upload: { programmeId: string; id: string; sheets: string; choices: unknown },
): Promise<void> {
  await db
    .updateTable("answers.earlier_upload")
    .set({ sheets: upload.sheets, choices: json(upload.choices) })
    .where("programme_id", "=", upload.programmeId)
    .where("id", "=", upload.id)
    .execute();
}

export async function deleteEarlierUpload(
  db: Db,
  { programmeId, id }: { programmeId: string; id: string },
): Promise<void> {
  await db
    .deleteFrom("answers.earlier_upload")
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .execute();
}

/** Notes that a sheet of a file was imported; false when it was before. */
export async function insertEarlierImport(
  db: Db,
  input: {
    programmeId: string;
    fileHash: string;
    sheet: string;
    responses: number;
    importedBy: string;
    importedOn: string;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto("answers.earlier_import")
    .values({
      programme_id: input.programmeId,
      file_hash: input.fileHash,
      sheet: input.sheet,
      responses: input.responses,
      imported_by: input.importedBy,
      imported_on: input.importedOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("sheet")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function listEarlierImports(db: Db, programmeId: string) {
  return await db
    .selectFrom("answers.earlier_import")
    .select(["file_hash as fileHash", "sheet", "responses", "imported_on as importedOn"])
    .where("programme_id", "=", programmeId)
    .orderBy("imported_on")
    .orderBy("sheet")
    .execute();
}

/** The pairing codes that stand for these hashes, new ones made where there are none. One statement for all. */
export async function pairingCodesFor(
  db: Db,
  programmeId: string,
  people: readonly { hash: Buffer; localityId: string }[],
): Promise<Map<string, { pairingCode: string; localityId: string }>> {
  const rows = people.map(({ hash, localityId }) => ({
    hash: hash.toString("hex"),
    pairing: randomUUID(),
    locality: localityId,
  }));
  await sql`
    insert into answers.earlier_code (programme_id, hash, pairing_code, locality_id)
    select ${programmeId}::uuid, decode(one.hash, 'hex'), one.pairing, one.locality
    from jsonb_to_recordset(${json(rows)}::jsonb) as one (hash text, pairing uuid, locality uuid)
    on conflict do nothing
  `.execute(db);
  const known = await db
    .selectFrom("answers.earlier_code")
    .select(["hash", "pairing_code as pairingCode", "locality_id as localityId"])
    .where("programme_id", "=", programmeId)
    .execute();
  return new Map(known.map(({ hash, ...code }) => [hash.toString("hex"), code]));
}

export async function countEarlierCodes(db: Db, programmeId: string): Promise<number> {
  const { count } = await db
    .selectFrom("answers.earlier_code")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** From now on no file pairs with what was imported before. */
export async function deleteEarlierCodes(db: Db, programmeId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("answers.earlier_code")
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** A response to be stored, with what it belongs to. */
export interface ImportedResponse {
  waveId: string;
  versionId: string;
  noticeId: string;
  localityId: string;
  pairingCode: string;
  answers: Answers;
  scores: readonly ResponseScore[];
}

const rowsAtOnce = 1000;

/** Stores responses with their scores; says how many, which is fewer when somebody has answered the wave already. */
export async function insertImportedResponses(
  db: Db,
  about: {
    programmeId: string;
    language: string;
    day: string;
    scoringVersion: number;
    enteredBy: string;
  },
  responses: readonly ImportedResponse[],
): Promise<number> {
  let stored = 0;
  for (let at = 0; at < responses.length; at += rowsAtOnce) {
    stored += await insertSome(db, about, responses.slice(at, at + rowsAtOnce));
  }
  return stored;
}

async function insertSome(
  db: Db,
  about: {
    programmeId: string;
    language: string;
    day: string;
    scoringVersion: number;
    enteredBy: string;
  },
  responses: readonly ImportedResponse[],
): Promise<number> {
  const rows = responses.map((response) => ({ id: randomUUID(), ...response }));
  const { rows: stored } = await sql<{ id: string }>`
    with sent as (
      select * from jsonb_to_recordset(${json(rows)}::jsonb) as one (
        id uuid, "waveId" uuid, "versionId" uuid, "noticeId" uuid, "localityId" uuid,
        "pairingCode" uuid, answers jsonb, scores jsonb
      )
    ), stored as (
      insert into answers.response (
        programme_id, id, wave_id, pairing_code, locality_id, questionnaire_version_id,
        notice_version_id, language, channel, status, answers, entered_by, begun_on, submitted_on
      )
      select
        ${about.programmeId}, id, "waveId", "pairingCode", "localityId", "versionId", "noticeId",
        ${about.language}, 'import', 'submitted', answers, ${about.enteredBy}::uuid,
        ${about.day}::date, ${about.day}::date
      from sent
      on conflict (programme_id, wave_id, pairing_code) do nothing
      returning id
    ), scored as (
      insert into answers.score (programme_id, response_id, scale_key, units, answered, scoring_version)
      select ${about.programmeId}, sent.id, score."scaleKey", score.units, score.answered, ${about.scoringVersion}::smallint
      from sent join stored using (id),
        jsonb_to_recordset(sent.scores) as score ("scaleKey" text, units bigint, answered smallint)
    )
    select id from stored
  `.execute(db);
  return stored.length;
}

/** Localities in which a wave has closed, and whether anybody has answered it there. */
export async function listClosedPlaces(db: Db, programmeId: string) {
  const { rows } = await sql<{ waveId: string; localityId: string; hasResponses: boolean }>`
    select wave_id as "waveId", locality_id as "localityId", exists (
      select from answers.response as response
      where response.programme_id = wave_window.programme_id
        and response.wave_id = wave_window.wave_id
        and response.locality_id = wave_window.locality_id
    ) as "hasResponses"
    from wave_window
    where programme_id = ${programmeId} and closed_at is not null
    for update
  `.execute(db);
  return rows;
}

/**
 * Opens for imports alone a wave that closed before anybody had answered it: its window lies ahead, so nobody can
 * answer, and its end closes it by the same way as every other.
 */
export async function reopenForImport(
  db: Db,
  key: { programmeId: string; waveId: string; localityId: string; opensAt: Date; closesAt: Date },
): Promise<void> {
  await db
    .updateTable("wave_window")
    .set({ closed_at: null, closed_by: null, opens_at: key.opensAt, closes_at: key.closesAt })
    .where("programme_id", "=", key.programmeId)
    .where("wave_id", "=", key.waveId)
    .where("locality_id", "=", key.localityId)
    .execute();
}
