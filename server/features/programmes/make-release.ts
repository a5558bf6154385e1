import type { Db } from "../../../db/connect.ts";
import { contentHash } from "../../../db/content-hash.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertCells } from "../../../db/queries/cells.ts";
import {
  insertRelease,
  listReleasedFigures,
  lockReleases,
} from "../../../db/queries/release-rows.ts";
import { insertSettledAnswers } from "../../../db/queries/settled-answers.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { ReleasedFigures } from "../../domain/disclosure/figures.ts";
import type { ReleaseInput } from "../../domain/disclosure/input.ts";
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
    await insertSettledAnswers(tx, { programmeId, releaseId: made.id, scales: input.scales });
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

/** Makes a release only where it would tell anything new: where so many people came or left since the last. */
export async function makeReleaseIfNew(db: Db, releasing: Releasing): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockReleases(tx, releasing.programmeId);
    const last = (await listReleasedFigures(tx, releasing.programmeId)).at(-1);
    if (!last) return;
    const { input } = await gatherRelease(tx, releasing.programmeId);
    if (isNew(input, last.evaluator)) await makeRelease(tx, releasing);
  });
}

/** A locality that was released keeps its revision until it may tell of enough people (settleCells). */
function isNew({ scales }: ReleaseInput, last: ReleasedFigures): boolean {
  return scales.some((scale) => {
    const told = last.scales.find(({ key }) => key === scale.key)?.localities ?? [];
    return scale.localities.some(({ locality, revision = 1 }) => {
      const row = told.find((each) => each.locality === locality);
      return revision > (row?.revision ?? 1);
    });
  });
}
