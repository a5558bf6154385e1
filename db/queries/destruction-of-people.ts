import type { Db } from "../connect.ts";
import type { RowCounts } from "./destruction.ts";

// The same for what stands by name.

/** How many notes there are of who holds which card. */
export async function countHolders(db: Db, programmeId: string): Promise<RowCounts> {
  return { "identity.card_holder": await countRows(db, "identity.card_holder", programmeId) };
}

export async function countPeople(db: Db, programmeId: string): Promise<RowCounts> {
  return {
    "identity.person": await countRows(db, "identity.person", programmeId),
    "identity.enrolment": await countRows(db, "identity.enrolment", programmeId),
    "identity.attendance": await countRows(db, "identity.attendance", programmeId),
    "identity.certificate": await countRows(db, "identity.certificate", programmeId),
  };
}

type CountedTable =
  | "identity.attendance"
  | "identity.card_holder"
  | "identity.certificate"
  | "identity.enrolment"
  | "identity.person";

async function countRows(db: Db, table: CountedTable, programmeId: string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Forgets who holds which card. */
export async function deleteCardHolders(db: Db, programmeId: string): Promise<void> {
  await db.deleteFrom("identity.card_holder").where("programme_id", "=", programmeId).execute();
}

/** Deletes people with their enrolments, attendance and certificates. */
export async function deletePeople(db: Db, programmeId: string): Promise<void> {
  await db.deleteFrom("identity.person").where("programme_id", "=", programmeId).execute();
}
