import { sql } from "kysely";
import type { Db } from "../connect.ts";

// What leaves when a date has come. One function destroys or counts one thing; the caller holds the transaction.

/** Rows by table. */
export type RowCounts = Record<string, number>;

/** How many codes, and links and typed codes to them, a programme has. */
export async function countCodes(db: Db, programmeId: string): Promise<RowCounts> {
  return {
    "answers.access_code": await countRows(db, "answers.access_code", programmeId),
    "answers.entry": await countEntries(db, programmeId),
  };
}

export async function countAnswers(db: Db, programmeId: string): Promise<RowCounts> {
  return {
    "answers.response": await countRows(db, "answers.response", programmeId),
    "answers.score": await countRows(db, "answers.score", programmeId),
    "answers.cell": await countRows(db, "answers.cell", programmeId),
    "answers.settled_answers": await countRows(db, "answers.settled_answers", programmeId),
  };
}

type CountedTable =
  | "answers.access_code"
  | "answers.cell"
  | "answers.response"
  | "answers.score"
  | "answers.settled_answers";

async function countRows(db: Db, table: CountedTable, programmeId: string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Links and typed codes; a locality's own link opens nobody's answers and stays. */
async function countEntries(db: Db, programmeId: string): Promise<number> {
  const row = await db
    .selectFrom("answers.entry")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("programme_id", "=", programmeId)
    .where("access_code_id", "is not", null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * Gives every person's answers a new random pairing code that was never printed, sent or noted anywhere: answers of one
 * person stay together, and no old card, list or backup leads to them any more.
 */
export async function replacePairingCodes(db: Db, programmeId: string): Promise<void> {
  await sql`
    with person as (
      select distinct pairing_code from answers.response where programme_id = ${programmeId}
    ), fresh as (
      select pairing_code, gen_random_uuid() as fresh_code from person
    )
    update answers.response
    set pairing_code = fresh.fresh_code, idempotency_key = null
    from fresh
    where response.programme_id = ${programmeId} and response.pairing_code = fresh.pairing_code
  `.execute(db);
}

/** Deletes codes, with the links and typed codes that led to them and the hashes of self-made ones. */
export async function deleteAccessCodes(db: Db, programmeId: string): Promise<void> {
  await db.deleteFrom("answers.access_code").where("programme_id", "=", programmeId).execute();
}

/** Deletes single answers with scores and marks, and the confidential counts behind releases; released figures stay. */
export async function deleteAnswers(db: Db, programmeId: string): Promise<void> {
  await db.deleteFrom("answers.response").where("programme_id", "=", programmeId).execute();
  await db.deleteFrom("answers.cell").where("programme_id", "=", programmeId).execute();
  await db.deleteFrom("answers.settled_answers").where("programme_id", "=", programmeId).execute();
}

/** Empties files that hold rows or names; that they were made, when and why stays in the register. */
export async function dropFileContents(
  db: Db,
  { programmeId, kinds }: { programmeId: string; kinds: readonly string[] },
): Promise<number> {
  if (kinds.length === 0) return 0;
  const { numUpdatedRows } = await db
    .updateTable("export_file")
    .set({ content: null })
    .where("programme_id", "=", programmeId)
    .where("kind", "in", kinds)
    .where("content", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
