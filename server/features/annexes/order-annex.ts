import type { Db } from "../../../db/connect.ts";
import { insertAnnex } from "../../../db/queries/annexes.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { enqueueJob } from "../../../db/queries/jobs.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { AnnexChoices } from "../../domain/annex/choices.ts";
import { Problem } from "../../domain/problem.ts";

export interface AnnexOrder {
  programmeId: string;
  choices: AnnexChoices;
  orderedBy: string;
  now: Date;
}

/** Registers the annex's next revision on the newest release and queues its making; both or neither. Returns the job. */
export async function orderAnnex(db: Db, order: AnnexOrder): Promise<string> {
  const { programmeId, choices, orderedBy, now } = order;
  return await inTransaction(db, async (tx) => {
    const release = await findLatestRelease(tx, programmeId);
    if (!release) throw new Problem("release-not-possible");
    const ordered = { programmeId, choices, releaseId: release.id, madeAt: now, madeBy: orderedBy };
    const annex = await insertAnnex(tx, ordered);
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: orderedBy,
      action: "ordered-annex",
      subject: annex.id,
      detail: {
        number: choices.number,
        revision: annex.revision,
        release: release.number,
        audience: choices.audience,
      },
    });
    return await enqueueJob(tx, {
      programmeId,
      kind: "annex",
      payload: { programmeId, annexId: annex.id },
      now,
      askedBy: orderedBy,
    });
  });
}
