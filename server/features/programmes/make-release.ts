import type { Db } from "../../../db/connect.ts";
import { contentHash } from "../../../db/content-hash.ts";
import { type AuditEntry, insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertCells } from "../../../db/queries/cells.ts";
import {
  insertRelease,
  listReleasedFigures,
  lockReleases,
} from "../../../db/queries/release-rows.ts";
import { insertSettledAnswers } from "../../../db/queries/settled-answers.ts";
import { allowLongReading, inTransaction } from "../../../db/transaction.ts";
import type { ReleasedFigures } from "../../domain/disclosure/figures.ts";
import type { ReleaseInput } from "../../domain/disclosure/input.ts";
import { release } from "../../domain/disclosure/release.ts";
import { type GatheredRelease, gatherRelease } from "./gather-release.ts";

export interface Releasing {
  programmeId: string;
  madeBy: string | null;
  now: Date;
  reason: string;
  /**
   * What led to the release and is still to be noted. The log of deeds is one chain: whoever has written into it holds
   * up all others until the transaction ends, so nothing is written before everybody's answers have been read.
   */
  deeds?: readonly AuditEntry[];
}

/**
 * Counts, judges and freezes: one release of everything whose waves have closed. The figures of both audiences are kept
 * with the parameters that made them and a hash; no view and no file ever computes a figure again.
 */
export async function makeRelease(
  db: Db,
  releasing: Releasing,
): Promise<{ id: string; number: number }> {
  return await inTransaction(db, async (tx) => {
    await allowLongReading(tx);
    await lockReleases(tx, releasing.programmeId);
    return await freeze(tx, releasing, await gatherRelease(tx, releasing.programmeId));
  });
}

/** Makes a release only where it would tell anything new: where so many people came or left since the last. */
export async function makeReleaseIfNew(db: Db, releasing: Releasing): Promise<void> {
  const { programmeId, deeds = [] } = releasing;
  await inTransaction(db, async (tx) => {
    await allowLongReading(tx);
    await lockReleases(tx, programmeId);
    const last = (await listReleasedFigures(tx, programmeId)).at(-1);
    const gathered = last && (await gatherRelease(tx, programmeId));
    if (gathered && isNew(gathered.input, last.evaluator)) await freeze(tx, releasing, gathered);
    else for (const deed of deeds) await insertAuditEvent(tx, deed);
  });
}

async function freeze(
  tx: Db,
  { programmeId, madeBy, now, reason, deeds = [] }: Releasing,
  { input, parameters }: GatheredRelease,
): Promise<{ id: string; number: number }> {
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
  const own: AuditEntry = {
    programmeId,
    at: now,
    actor: madeBy ?? "system",
    action: "made-release",
    subject: made.id,
    reason,
    detail: { number: made.number },
  };
  for (const deed of [...deeds, own]) await insertAuditEvent(tx, deed);
  return made;
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
