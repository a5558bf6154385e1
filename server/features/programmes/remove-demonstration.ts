import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { deleteDemonstration } from "../../../db/queries/remove-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

/** Removes a demonstration programme for good, with its invented people and answers. */
export async function removeDemonstration(
  db: Db,
  { programmeId, removedBy, now }: { programmeId: string; removedBy: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await deleteDemonstration(tx, programmeId))) throw new Problem("not-found");
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: removedBy,
      action: "removed-demonstration",
    });
  });
}
