import type { Db } from "../../../db/connect.ts";
import { contentHash } from "../../../db/content-hash.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertCells } from "../../../db/queries/cells.ts";
import { insertRelease, lockReleases } from "../../../db/queries/release-rows.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { release } from "../../domain/disclosure/release.ts";
import { gatherRelease } from "./gather-release.ts";

export interface Releasing {
  programmeId: string;
  madeBy: string | null;
  now: Date;
  reason: string;
}

/**
 * Counts, judges and freezes: one release of everything whose waves have closed. The figures of both audiences are kept
 * with the parameters that made them and a hash; no view and no file ever computes a figure again.
 */
export async function makeRelease(
  db: Db,
  { programmeId, madeBy, now, reason }: Releasing,
): Promise<{ id: string; number: number }> {
  return await inTransaction(db, async (tx) => {
    await lockReleases(tx, programmeId);
    const { input, parameters } = await gatherRelease(tx, programmeId);
    const evaluatorFigures = release(input, "evaluator");
    const publicFigures = release(input, "public");
    const frozen = { parameters, evaluatorFigures, publicFigures };
    const made = await insertRelease(tx, {
      programmeId,
      madeAt: now,
      madeBy,
      reason,
      ...frozen,
      contentHash: contentHash(frozen),
    });
    await insertCells(tx, { programmeId, releaseId: made.id, scales: input.scales });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: madeBy ?? "system",
      action: "made-release",
      subject: made.id,
      reason,
      detail: { number: made.number },
    });
    return made;
  });
}
