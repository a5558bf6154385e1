import type { Db } from "../../db/connect.ts";
import { contentHash } from "../../db/content-hash.ts";
import { insertCells } from "../../db/queries/cells.ts";
import { insertRelease } from "../../db/queries/release-rows.ts";
import { insertSettledAnswers } from "../../db/queries/settled-answers.ts";
import { inTransaction } from "../../db/transaction.ts";
import { release } from "../../server/domain/disclosure/release.ts";
import { gatherRelease } from "../../server/features/programmes/gather-release.ts";
import type { TestProgramme } from "../support/programme.ts";
import { insertClosedProgramme } from "./answered-programme.ts";
import { enlargeRelease } from "./enlarge-release.ts";

/**
 * A programme of very many people with everything that its pages and its API read: a row for each response, and a
 * release made of a smaller programme's counts, enlarged. The responses are empty: only their number is ever read.
 */
export async function insertCountedProgramme(
  db: Db,
  { people, sample, sampled }: { people: number; sample: TestProgramme; sampled: number },
): Promise<TestProgramme> {
  const programme = await insertClosedProgramme(db, people, { hasAnswers: false });
  await inTransaction(db, async (tx) => {
    const { input, parameters } = await gatherRelease(tx, sample.id);
    // The first release of this programme: what the sample has told is not what this one has told.
    const enlarged = enlargeRelease({ ...input, earlier: [] }, Math.round(people / sampled));
    const evaluatorFigures = release(enlarged, "evaluator");
    const publicFigures = release(enlarged, "public");
    const frozen = { parameters, evaluatorFigures, publicFigures };
    const made = { programmeId: programme.id, madeAt: new Date(), madeBy: null, reason: "bench" };
    const { id } = await insertRelease(tx, {
      ...made,
      ...frozen,
      contentHash: contentHash(frozen),
    });
    const kept = { programmeId: programme.id, releaseId: id, scales: enlarged.scales };
    await insertCells(tx, kept);
    await insertSettledAnswers(tx, kept);
  });
  return programme;
}
