import type {
  LocalityInput,
  ReleaseInput,
  ScaleInput,
} from "../../../server/domain/disclosure/input.ts";
import { type Cell, countAnswered, mergeCells } from "../../../server/domain/statistics/cells.ts";

/** Four items of 1 ... 5, two needed: 48 units, of which one answer step is three. */
export const planning = { key: "planning", kind: "rating", top: 48, answerStep: 3 } as const;

/** People as [before, after] in answer steps of `planning` (0 ... 16); null where a wave is missing. */
export type Scores = readonly (readonly [before: number | null, after: number | null])[];

export function cellsOf(scores: Scores, answerStep = planning.answerStep): Cell[] {
  const units = (steps: number | null) => (steps === null ? null : steps * answerStep);
  return mergeCells(
    scores.map(([before, after]) => ({ before: units(before), after: units(after), count: 1 })),
  );
}

/** A locality whose people all answered the scale; both waves closed. */
export function aLocality(
  locality: string,
  cells: readonly Cell[],
  changes: Partial<LocalityInput> = {},
): LocalityInput {
  const answered = countAnswered(cells);
  const enrolled = cells.reduce((sum, cell) => sum + cell.count, 0);
  return {
    locality,
    closedWaves: ["before", "after"],
    enrolled,
    followup: 0,
    ...answered,
    ...changes,
  };
}

/** A programme of localities A, B, C ... with the scale `planning`. */
export function aProgramme(
  places: readonly Scores[],
  changes: Partial<ReleaseInput> = {},
): ReleaseInput {
  const tables = places.map((scores, i) => ({
    locality: String.fromCharCode(65 + i),
    cells: cellsOf(scores),
  }));
  const scale: ScaleInput = { ...planning, localities: tables };
  return {
    threshold: 5,
    smallestWorthwhile: null,
    localities: tables.map(({ locality, cells }) => aLocality(locality, cells)),
    scales: [scale],
    ...changes,
  };
}

/** So many people with plausible, different changes: mostly rises, somebody the same, somebody lower. */
export function people(count: number, shift = 0): Scores {
  const pattern: Scores = [
    [6, 10],
    [8, 8],
    [9, 13],
    [5, 4],
    [10, 12],
    [7, 12],
    [4, 9],
    [11, 11],
    [8, 14],
    [9, 7],
  ];
  return Array.from({ length: count }, (_, i) => pattern[(i + shift) % pattern.length]!);
}
