import type { Readable } from "node:stream";
import { readProgramme } from "../../../db/backup/read-programme.ts";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { getOrganisationOfStaff, insertOrganiser } from "../../../db/queries/setup-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";

/** Far more than a file of eight megabytes holds when it was not made to grow. */
const most = { bytes: 256 * 1024 * 1024, lines: 1_000_000 };

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
    const arrived = await readProgramme(tx, open, {
      organisationId,
      staffUserId: staffId,
      most,
    });
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
