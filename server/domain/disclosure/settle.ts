import { type Cell, countAnswered, isPair, mergeCells } from "../statistics/cells.ts";
import type { ReleasedFigures, ReleasedScale } from "./figures.ts";
import type { LocalityCells, ScaleInput } from "./input.ts";
import { describeRow } from "./row.ts";

/** An earlier release: the cells frozen with it, and what it told evaluators. */
export interface ToldCells {
  cells: readonly Pick<ScaleInput, "key" | "localities">[];
  figures: ReleasedFigures;
}

/**
 * The cells to release next. A locality whose people an earlier release told of keeps the cells of
 * the last one until what follows from the two together is no more than either may tell: those who
 * stayed, joined and left (whoever corrected an answer did both) must each be nobody, or people who
 * differ in score before, score after and gain; and those who joined or left as many as the
 * threshold. Else somebody who knows when people came could work out a group who are all alike, or
 * too small. It is held against each revision that was told, so that nobody who came with others
 * remains alone when these leave. Where a total told of a locality only together with others that
 * showed nothing, it was their cover, and stops being so once it is told anew: each of these must
 * differ as well. `told` are earlier releases, oldest first, at least the last of
 * each revision; what this returns is to be frozen with the next.
 */
export function settleCells(
  current: readonly ScaleInput[],
  told: readonly ToldCells[],
  threshold: number,
): ScaleInput[] {
  return current.map((scale) => {
    const past = told.map((one) => pastOf(scale.key, one));
    const localities = scale.localities.map((now) => settleLocality(now, past, scale, threshold));
    return { ...scale, localities };
  });
}

/** What one earlier release holds of a scale. */
interface Past {
  released: ReleasedScale | undefined;
  frozen: readonly LocalityCells[];
}

function pastOf(scaleKey: string, { cells, figures }: ToldCells): Past {
  return {
    released: figures.scales.find(({ key }) => key === scaleKey),
    frozen: cells.find(({ key }) => key === scaleKey)?.localities ?? [],
  };
}

function settleLocality(
  now: LocalityCells,
  past: readonly Past[],
  scale: ScaleInput,
  threshold: number,
): LocalityCells {
  const last = past.at(-1);
  const row = last && rowOf(last, now.locality);
  const before = last && frozenOf(last, now.locality);
  const isClosed = row && (row.gain.shown || row.gain.reason !== "not-closed");
  if (!isClosed || !before) return now;
  const { revision = 1 } = row;
  const difference = compareTables(now.cells, before.cells);
  // The same cells may hide other answers: what was frozen of these people stays.
  if (isNobody(difference)) return { ...now, answers: before.answers ?? now.answers, revision };
  const told = past.filter((one) => hasTold(one, now.locality));
  const isFree =
    isEnough(difference, threshold) &&
    told.every((one) => {
      const cells = frozenOf(one, now.locality)?.cells ?? [];
      const change = compareTables(now.cells, cells);
      const company = companyOf(one, now.locality);
      return mayBothBeTold(change, { scale, threshold }) && mayLeave(company, change, scale);
    });
  return isFree ? { ...now, revision: revision + 1 } : { ...before, revision };
}

function rowOf({ released }: Past, locality: string) {
  return released?.localities.find((row) => row.locality === locality);
}

function frozenOf({ frozen }: Past, locality: string): LocalityCells | undefined {
  return frozen.find((one) => one.locality === locality);
}

/** Whether any figure held these people: a row of few that waited outside the total told nothing. */
function hasTold(past: Past, locality: string): boolean {
  const isAdded = past.released?.allLocalities?.includes(locality) ?? false;
  return isAdded || rowOf(past, locality)?.gain.shown === true;
}

/** Whether somebody who knows who stayed, joined and left may see figures of both tables. */
function mayBothBeTold(
  difference: Difference,
  { scale, threshold }: { scale: ScaleInput; threshold: number },
): boolean {
  const { stayed } = difference;
  // Two groups without anybody in common: each is judged by itself, as the row it is.
  if (isNobody(difference) || stayed.length === 0) return true;
  const groups = [stayed, ...movedIn(difference)];
  return (
    isEnough(difference, threshold) && groups.every((cells) => describeRow(cells, scale).isVaried)
  );
}

/**
 * The people of other localities whom a total held with this one's while no row of either was shown: what is known is
 * known of all of them together. A release whose total is withheld counts too, since an earlier one of the same people
 * may have told it.
 */
function companyOf(past: Past, locality: string): (readonly Cell[])[] {
  const { allLocalities = [] } = past.released ?? {};
  const isHidden = (one: string) => rowOf(past, one)?.gain.shown !== true;
  if (!allLocalities.includes(locality) || !isHidden(locality)) return [];
  return allLocalities
    .filter((one) => one !== locality && isHidden(one))
    .map((one) => frozenOf(past, one)?.cells ?? [])
    .filter((cells) => countAnswered(cells).pairs > 0);
}

/**
 * Whether a locality may be told anew that was the cover of others. What was told of all of them, less what is told
 * now, is the company less those who joined: where five joined and all rose, and five more are told to have risen than
 * before, nobody of the company did. So each of the company must differ, to be exchanged among themselves; and the
 * very people who covered them must not be told alone, since the company alone would follow.
 */
function mayLeave(
  company: readonly (readonly Cell[])[],
  change: Difference,
  scale: ScaleInput,
): boolean {
  if (company.length === 0 || change.stayed.length === 0) return true;
  return !isNobody(change) && company.every((cells) => describeRow(cells, scale).isVaried);
}

/** The pairs that are in both of two tables of cells, in the one now alone, and in the one before alone. */
interface Difference {
  stayed: readonly Cell[];
  entered: readonly Cell[];
  left: readonly Cell[];
}

function compareTables(now: readonly Cell[], before: readonly Cell[]): Difference {
  const [nowCounts, beforeCounts] = [countPairs(now), countPairs(before)];
  const cells = [...new Map([...nowCounts, ...beforeCounts])].map(([key, cell]) => ({
    cell,
    is: nowCounts.get(key)?.count ?? 0,
    was: beforeCounts.get(key)?.count ?? 0,
  }));
  const holding = (countOf: (one: { is: number; was: number }) => number) =>
    cells
      .map(({ cell, is, was }) => ({ ...cell, count: countOf({ is, was }) }))
      .filter(({ count }) => count > 0);
  return {
    stayed: holding(({ is, was }) => Math.min(is, was)),
    entered: holding(({ is, was }) => is - was),
    left: holding(({ is, was }) => was - is),
  };
}

function countPairs(cells: readonly Cell[]): Map<string, Cell> {
  const pairs = mergeCells(cells.filter(isPair));
  return new Map(pairs.map((cell) => [`${cell.before} ${cell.after}`, cell]));
}

/** The groups that make a difference. */
function movedIn({ entered, left }: Difference): (readonly Cell[])[] {
  return [entered, left].filter((cells) => cells.length > 0);
}

function isNobody(difference: Difference): boolean {
  return movedIn(difference).length === 0;
}

function isEnough(difference: Difference, threshold: number): boolean {
  return movedIn(difference).every((cells) => countAnswered(cells).pairs >= threshold);
}
