import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { enqueueJob } from "../../../db/queries/jobs.ts";
import { packageJobKind } from "../../../db/queries/packages.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { Language } from "../../domain/text.ts";

export interface PackageRequest {
  programmeId: string;
  reason: string;
  hasOpenTexts: boolean;
  language: Language;
  orderedBy: string;
  now: Date;
}

/** Records who wants the rows and why, and queues the making on the newest release; both or neither. Returns the job. */
export async function orderPackage(db: Db, request: PackageRequest): Promise<string> {
  const { programmeId, reason, hasOpenTexts, language, orderedBy, now } = request;
  return await inTransaction(db, async (tx) => {
    const release = await findLatestRelease(tx, programmeId);
    if (!release) throw new Problem("release-not-possible");
    const job = await enqueueJob(tx, {
      programmeId,
      kind: packageJobKind,
      payload: { programmeId, releaseNumber: release.number, language, hasOpenTexts, reason },
      now,
      askedBy: orderedBy,
    });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: orderedBy,
      action: "ordered-data-package",
      subject: job,
      reason,
      detail: { release: release.number, hasOpenTexts },
    });
    return job;
  });
}
