import type { CellRow } from "../../../db/queries/cells.ts";
import type { ScaleInput } from "../../domain/disclosure/input.ts";
import type { PairAnswers } from "../../domain/disclosure/pair-answers.ts";
import { scaleUnits } from "../../domain/scoring/score-response.ts";
import type { Cell } from "../../domain/statistics/cells.ts";
import type { ReleaseInstrument } from "./load-instrument.ts";

interface Shape {
  instrument: ReleaseInstrument;
  localityKeys: readonly string[];
}

/** Counted rows by scale and locality, in the questionnaire's and the programme's order; withdrawn localities drop out. */
export function arrangeScales(
  { instrument, localityKeys }: Shape,
  rows: readonly CellRow[],
  answersOf: (scale: string, locality: string) => PairAnswers | undefined,
): ScaleInput[] {
  const groups = new Map<string, Cell[]>();
  for (const { scaleKey, localityKey, before, after, count } of rows) {
    const key = `${scaleKey} ${localityKey}`;
    const cells = groups.get(key) ?? [];
    groups.set(key, cells);
    cells.push({ before, after, count });
  }
  const { document, changedScales } = instrument;
  return document.scales.map((scale) => ({
    key: scale.key,
    kind: scale.kind,
    ...scaleUnits(document, scale),
    ...(changedScales.has(scale.key) && { hasChanged: true }),
    localities: localityKeys.map((locality) => ({
      locality,
      cells: groups.get(`${scale.key} ${locality}`) ?? [],
      answers: answersOf(scale.key, locality),
    })),
  }));
}
