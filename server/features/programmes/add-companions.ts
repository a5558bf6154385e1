import { randomInt } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { listLocalities, type Programme } from "../../../db/queries/programmes.ts";
import { addInventedResponses } from "../../../db/seed/companions.ts";
import { inTransaction } from "../../../db/transaction.ts";

/** Adds invented people who answer whatever wave is open now, so that one person can see how a programme grows. */
export async function addCompanions(
  db: Db,
  { programme, now, madeBy }: { programme: Programme; now: Date; madeBy: string },
): Promise<number> {
  return await inTransaction(db, async (tx) => {
    let added = 0;
    for (const locality of await listLocalities(tx, programme.id)) {
      const seed = randomInt(2 ** 31);
      added += await addInventedResponses(tx, {
        programmeId: programme.id,
        localityId: locality.id,
        seed,
        now,
      });
    }
    await insertAuditEvent(tx, {
      programmeId: programme.id,
      at: now,
      actor: madeBy,
      action: "added-companions",
      detail: { added },
    });
    return added;
  });
}
