import type { Db } from "../../../db/connect.ts";
import { countCells, listFrozenCells } from "../../../db/queries/cells.ts";
import { countParticipation } from "../../../db/queries/participation.ts";
import { findProgramme, type Programme } from "../../../db/queries/programmes.ts";
import { listReleasedFigures } from "../../../db/queries/release-rows.ts";
import { listSettledAnswers } from "../../../db/queries/settled-answers.ts";
import type { ReleaseInput, ScaleInput } from "../../domain/disclosure/input.ts";
import { settleCells, type ToldCells } from "../../domain/disclosure/settle.ts";
import { otherItemsOf, shiftsOf } from "../../domain/gathering/gather-others.ts";
import { itemsOfScales, withGroups } from "../../domain/gathering/release-scales.ts";
import { Problem } from "../../domain/problem.ts";
import { scoringVersion } from "../../domain/scoring/score-response.ts";
import { arrangeScales } from "./arrange-scales.ts";
import { type Gathered, gatherAnswers } from "./gather-answers.ts";
import { loadInstrument, type ReleaseInstrument } from "./load-instrument.ts";

/** What a release is made of, and the parameters that are frozen with it. */
export interface GatheredRelease {
  input: ReleaseInput;
  parameters: object;
}

/**
 * Counts what there is now and settles it with what earlier releases told: a locality once released keeps its cells,
 * and with them its people's answers, until enough people make the difference.
 */
export async function gatherRelease(db: Db, programmeId: string): Promise<GatheredRelease> {
  const programme = await findProgramme(db, programmeId);
  if (!programme) throw new Problem("not-found");
  const instrument = await loadInstrument(db, programmeId);
  const { document } = instrument;
  const localities = await countParticipation(db, programmeId);
  const localityKeys = localities.map(({ locality }) => locality);
  const gathered = await gatherAnswers(db, { programmeId, instrument, localityKeys });
  const { threshold } = programme;
  const found = { programmeId, instrument, localityKeys, gathered, threshold };
  const { scales, earlier } = await settleScales(db, found);
  const input: ReleaseInput = {
    threshold,
    smallestWorthwhile: programme.smallestWorthwhilePoints,
    localities,
    scales: scales.map((scale) => withGroups(document, scale)),
    earlier,
    items: [...itemsOfScales(document, scales), ...otherItemsOf(gathered.others)],
    shifts: shiftsOf(gathered.others),
  };
  return { input, parameters: parametersOf(programme, instrument) };
}

interface Found {
  programmeId: string;
  instrument: ReleaseInstrument;
  localityKeys: readonly string[];
  gathered: Gathered;
  threshold: number;
}

async function settleScales(
  db: Db,
  { programmeId, instrument, localityKeys, gathered, threshold }: Found,
): Promise<{ scales: ScaleInput[]; earlier: ReleaseInput["earlier"] }> {
  const shape = { instrument, localityKeys };
  const now = await countCells(db, programmeId);
  const current = arrangeScales(shape, now, gathered.answersOf);
  const told = await listReleasedFigures(db, programmeId);
  const earlier = told.flatMap((one) => [one.evaluator, one.public]);
  const turns = told.filter((one, i) => isLastOfRevision(one, told[i + 1]));
  const past: ToldCells[] = [];
  for (const one of turns) {
    const cells = await listToldCells(db, { programmeId, releaseId: one.id, shape });
    past.push({ cells, figures: one.evaluator });
  }
  return { scales: settleCells(current, past, threshold), earlier };
}

type Told = Awaited<ReturnType<typeof listReleasedFigures>>[number];

/** Whether the release after this one tells anew of some locality; true of the last. */
function isLastOfRevision(one: Told, next: Told | undefined): boolean {
  if (!next) return true;
  const revisions = ({ evaluator }: Told) =>
    evaluator.scales.map(({ key, localities }) => [
      key,
      localities.map(({ locality, revision = 1 }) => [locality, revision]),
    ]);
  return JSON.stringify(revisions(one)) !== JSON.stringify(revisions(next));
}

/** The cells and answers that were frozen with a release. */
async function listToldCells(
  db: Db,
  { programmeId, releaseId, shape }: { programmeId: string; releaseId: string; shape: Shape },
): Promise<ScaleInput[]> {
  const key = { programmeId, releaseId };
  const frozen = await listSettledAnswers(db, key);
  return arrangeScales(
    shape,
    await listFrozenCells(db, key),
    (scale, locality) =>
      frozen.find((row) => row.scaleKey === scale && row.localityKey === locality)?.answers,
  );
}

type Shape = Pick<Found, "instrument" | "localityKeys">;

function parametersOf(programme: Programme, { number, contentHash }: ReleaseInstrument): object {
  return {
    threshold: programme.threshold,
    smallestWorthwhile: programme.smallestWorthwhilePoints,
    scoringVersion,
    questionnaire: { number, hash: contentHash },
  };
}
