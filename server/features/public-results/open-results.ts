import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { replacePublicResults, withdrawPublicResults } from "../../../db/queries/public-results.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

interface Deed {
  programmeId: string;
  staffUserId: string;
  now: Date;
}

/** Opens the newest release to everybody; who did it stands in the record. */
export async function openResults(db: Db, { programmeId, staffUserId, now }: Deed): Promise<void> {
  await inTransaction(db, async (tx) => {
    const release = await findLatestRelease(tx, programmeId);
    if (!release) throw new Problem("release-not-possible");
    const opening = { programmeId, releaseId: release.id, publishedBy: staffUserId, now };
    await replacePublicResults(tx, opening);
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: staffUserId,
      action: "opened-public-results",
      subject: release.id,
      detail: { release: release.number },
    });
  });
}

/** Closes the page; closed already, it stays so and nothing is recorded. */
export async function closeResults(db: Db, { programmeId, staffUserId, now }: Deed): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await withdrawPublicResults(tx, { programmeId, now }))) return;
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: staffUserId,
      action: "closed-public-results",
      subject: programmeId,
    });
  });
}
