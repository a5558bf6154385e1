import type { Db } from "../../../db/connect.ts";
import { type CellRow, countCells, listFrozenCells } from "../../../db/queries/cells.ts";
import { countParticipation } from "../../../db/queries/participation.ts";
import { findProgramme, type Programme } from "../../../db/queries/programmes.ts";
import {
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import { listReleasedFigures } from "../../../db/queries/release-rows.ts";
import type { ReleaseInput, ScaleInput } from "../../domain/disclosure/input.ts";
import { settleCells } from "../../domain/disclosure/settle.ts";
import { Problem } from "../../domain/problem.ts";
import { scaleUnits, scoringVersion } from "../../domain/scoring/score-response.ts";
import type { Cell } from "../../domain/statistics/cells.ts";

/** What a release is made of, and the parameters that are frozen with it. */
export interface GatheredRelease {
  input: ReleaseInput;
  parameters: object;
}

/**
 * Counts what there is now and settles it with what earlier releases told: a locality once released keeps its cells
 * until enough people make the difference.
 */
export async function gatherRelease(db: Db, programmeId: string): Promise<GatheredRelease> {
  const programme = await findProgramme(db, programmeId);
  if (!programme) throw new Problem("not-found");
  const [questionnaire] = await listWaveQuestionnaires(db, programmeId);
  if (!questionnaire) throw new Problem("release-not-possible");
  const localities = await countParticipation(db, programmeId);
  const shape = { questionnaire, localityKeys: localities.map(({ locality }) => locality) };
  const current = arrangeCells(shape, await countCells(db, programmeId));
  const earlier = await listReleasedFigures(db, programmeId);
  const last = earlier.at(-1);
  const settled = async (releaseId: string) =>
    arrangeCells(shape, await listFrozenCells(db, { programmeId, releaseId }));
  const { threshold } = programme;
  const input: ReleaseInput = {
    threshold,
    smallestWorthwhile: programme.smallestWorthwhilePoints,
    localities,
    scales: last
      ? settleCells(current, { cells: await settled(last.id), figures: last.evaluator }, threshold)
      : current,
    earlier: earlier.flatMap((told) => [told.evaluator, told.public]),
  };
  return { input, parameters: parametersOf(programme, questionnaire) };
}

function parametersOf(programme: Programme, { number, contentHash }: WaveQuestionnaire): object {
  return {
    threshold: programme.threshold,
    smallestWorthwhile: programme.smallestWorthwhilePoints,
    scoringVersion,
    questionnaire: { number, hash: contentHash },
  };
}

interface Shape {
  questionnaire: WaveQuestionnaire;
  localityKeys: readonly string[];
}

/** Counted rows by scale and locality, in the questionnaire's and the programme's order; withdrawn localities drop out. */
function arrangeCells(
  { questionnaire, localityKeys }: Shape,
  rows: readonly CellRow[],
): ScaleInput[] {
  const groups = new Map<string, Cell[]>();
  for (const { scaleKey, localityKey, before, after, count } of rows) {
    const key = `${scaleKey} ${localityKey}`;
    const cells = groups.get(key) ?? [];
    groups.set(key, cells);
    cells.push({ before, after, count });
  }
  const { document } = questionnaire;
  return document.scales.map((scale) => ({
    key: scale.key,
    kind: scale.kind,
    ...scaleUnits(document, scale),
    localities: localityKeys.map((locality) => ({
      locality,
      cells: groups.get(`${scale.key} ${locality}`) ?? [],
    })),
  }));
}
