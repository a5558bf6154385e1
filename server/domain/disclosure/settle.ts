import { type Cell, isPair } from "../statistics/cells.ts";
import type { ReleasedFigures } from "./figures.ts";
import type { LocalityCells, ScaleInput } from "./input.ts";

/**
 * The cells to release next. A locality that has been released keeps the cells of that release as
 * long as fewer people than the threshold would make the difference, whoever joined, left or
 * corrected an answer: two figures must never differ by so few. `cells` are those frozen with the
 * last release, `figures` what it told evaluators; what this returns is to be frozen with the next.
 */
export function settleCells(
  current: readonly ScaleInput[],
  last: { cells: readonly Pick<ScaleInput, "key" | "localities">[]; figures: ReleasedFigures },
  threshold: number,
): ScaleInput[] {
  return current.map((scale) => {
    const released = last.figures.scales.find(({ key }) => key === scale.key)?.localities ?? [];
    const frozen = last.cells.find(({ key }) => key === scale.key)?.localities ?? [];
    const localities = scale.localities.map((now) => {
      const row = released.find(({ locality }) => locality === now.locality);
      const before = frozen.find(({ locality }) => locality === now.locality);
      const isReleased = row && (row.gain.shown || row.gain.reason !== "not-closed");
      if (!isReleased || !before) return now;
      return settleLocality(now, before, { revision: row.revision ?? 1, threshold });
    });
    return { ...scale, localities };
  });
}

function settleLocality(
  now: LocalityCells,
  before: LocalityCells,
  { revision, threshold }: { revision: number; threshold: number },
): LocalityCells {
  const { entered, left } = compareTables(now.cells, before.cells);
  const isEnough = (people: number) => people === 0 || people >= threshold;
  // The same cells may hide other answers: what was frozen of these people stays.
  if (entered + left === 0) return { ...now, answers: before.answers ?? now.answers, revision };
  if (!isEnough(entered) || !isEnough(left)) return { ...before, revision };
  return { ...now, revision: revision + 1 };
}

/** How many pairs are in one table of cells and not in the other, either way. */
function compareTables(now: readonly Cell[], before: readonly Cell[]) {
  const differences = new Map<string, number>();
  const add = (cells: readonly Cell[], sign: number) => {
    for (const cell of cells.filter(isPair)) {
      const key = `${cell.before} ${cell.after}`;
      differences.set(key, (differences.get(key) ?? 0) + sign * cell.count);
    }
  };
  add(now, 1);
  add(before, -1);
  let [entered, left] = [0, 0];
  for (const difference of differences.values()) {
    if (difference > 0) entered += difference;
    else left -= difference;
  }
  return { entered, left };
}
