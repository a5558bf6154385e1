import type { Readable } from "node:stream";
import { readProgramme } from "../../../db/backup/read-programme.ts";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { getOrganisationOfStaff, insertOrganiser } from "../../../db/queries/setup-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";

/**
 * Takes a programme in for the organisation of whoever brings it, who becomes its organiser and answers for its data.
 * Returns its address.
 *
 * @throws BrokenFile, AlreadyHere
 */
export async function takeIn(
  db: Db,
  open: () => Readable,
  { staffId, now }: { staffId: string; now: Date },
): Promise<string> {
  return await inTransaction(db, async (tx) => {
    const organisationId = await getOrganisationOfStaff(tx, staffId);
    const arrived = await readProgramme(tx, open, { organisationId, staffUserId: staffId });
    await insertOrganiser(tx, { programmeId: arrived.programmeId, staffUserId: staffId });
    await insertAuditEvent(tx, {
      programmeId: arrived.programmeId,
      at: now,
      actor: staffId,
      action: "took-programme-in",
      detail: { responses: arrived.counts["answers.response"] ?? 0 },
    });
    return arrived.slug;
  });
}
