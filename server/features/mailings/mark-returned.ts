import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { markReturned, removeReturnedMark } from "../../../db/queries/returned-addresses.ts";
import type { Within } from "../../../db/queries/within.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

/** Who does it, in which programme, within which of its localities, and when. */
interface Doing {
  programmeId: string;
  within: Within;
  doneBy: string;
  now: Date;
}

/**
 * Marks that letters to people come back. Who has another address by now, was marked meanwhile, or takes part in
 * localities of others too is left as they are. Says how many were marked.
 */
export async function markReturnedLetters(
  db: Db,
  doing: Doing,
  marks: readonly { personId: string; address: string }[],
): Promise<number> {
  return await inTransaction(db, async (tx) => {
    let count = 0;
    for (const mark of marks) {
      if (!(await markReturned(tx, { ...doing, ...mark }))) continue;
      await audit(tx, doing, "marked-returned-letters", mark.personId);
      count++;
    }
    return count;
  });
}

/** Lets letters go to somebody again. */
export async function takeMarkAway(db: Db, doing: Doing, personId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await removeReturnedMark(tx, { ...doing, personId }))) throw new Problem("not-found");
    await audit(tx, doing, "removed-returned-mark", personId);
  });
}

async function audit(db: Db, doing: Doing, action: string, subject: string): Promise<void> {
  const { programmeId, now, doneBy } = doing;
  await insertAuditEvent(db, { programmeId, at: now, actor: doneBy, action, subject });
}
