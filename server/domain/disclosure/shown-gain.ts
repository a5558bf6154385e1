import { countChanges, isMostlyUnchanged } from "../statistics/change.ts";
import { dependsOnOnePerson } from "../statistics/influence.ts";
import { excludesZero, type Interval } from "../statistics/interval.ts";
import { pairedMoments } from "../statistics/moments.ts";
import { testMean } from "../statistics/paired-gain.ts";
import type { Caution, ReleasedChange, ShownGain } from "./figures.ts";
import { decimalsFor, roundTo, tierOf } from "./precision.ts";
import type { Row } from "./row.ts";
import { judgeGain } from "./verdict.ts";

/** What is decided about a row from outside: by the other rows of its line, and by the programme. */
export interface Showing {
  top: number;
  smallestWorthwhile: number | null;
  /** The interval before rounding; null where none may be shown. */
  interval: Interval | null;
  isWithoutMeans: boolean;
  isWithoutCounts: boolean;
  isWithoutAtTop: boolean;
  hasAttrition: boolean;
}

/** Fewer than this are not counted as "at the top": with one or two, the others could be worked out. */
export const fewestAtTop = 3;

/** The figures of a row that may be seen, rounded as far as its number of people allows. */
export function showGain(row: Row, showing: Showing): ShownGain {
  const { pairs, tally } = row;
  const decimals = decimalsFor(pairs);
  const points = (value: number | null) => roundTo(value ?? 0, decimals);
  const { before, after, gain } = pairedMoments(tally.pairs, showing.top);
  const { interval } = showing;
  const hasMeans = !row.isAtAnEnd && !showing.isWithoutMeans;
  return {
    shown: true,
    pairs,
    tier: tierOf(pairs),
    decimals,
    meanBefore: hasMeans ? points(before.mean) : null,
    meanAfter: hasMeans ? points(after.mean) : null,
    gain: points(gain.mean),
    interval: interval && { low: points(interval.low), high: points(interval.high) },
    verdict: interval && judgeGain(interval, showing.smallestWorthwhile),
    change: changeOf(row, showing),
    atTopBefore: showing.isWithoutAtTop ? null : atTopOf(row),
    cautions: cautionsOf(row, showing),
  };
}

/** How many were at the top before, where that may be told: null otherwise. */
export function atTopOf(row: Row): number | null {
  const count = row.tally.edges.ceilingBefore;
  return row.pairs >= 20 && !row.isAtAnEnd && count >= fewestAtTop ? count : null;
}

function changeOf(row: Row, { isWithoutCounts }: Showing): ReleasedChange {
  return row.change.kind === "counts" && isWithoutCounts ? { kind: "withheld" } : row.change;
}

function cautionsOf(row: Row, showing: Showing): Caution[] {
  const { tally, isAlike, isAtAnEnd } = row;
  const counts = countChanges(tally.gains);
  const { ceilingBefore, floorBefore } = tally.edges;
  const isSpread = !isAlike && showing.interval !== null;
  const said: [Caution, boolean][] = [
    ["alike", isAlike],
    ["at-an-end", isAtAnEnd],
    ["means-protecting", showing.isWithoutMeans && !isAtAnEnd],
    ["counts-protecting", showing.isWithoutCounts && row.change.kind === "counts"],
    ["range-protecting", !isAlike && showing.interval === null],
    ["depends-on-one", isSpread && restsOnOne(row, showing)],
    ["few-changed-much", isSpread && isMostlyUnchanged(counts)],
    ["ceiling-before", !isAtAnEnd && isMany(ceilingBefore, row.pairs)],
    ["floor-before", !isAtAnEnd && isMany(floorBefore, row.pairs)],
    ["attrition", showing.hasAttrition],
  ];
  return said.filter(([, isSaid]) => isSaid).map(([caution]) => caution);
}

/** The row's own interval decides about influence; it must agree with the one that is shown. */
function restsOnOne({ tally }: Row, { top, interval }: Showing): boolean {
  const test = testMean(pairedMoments(tally.pairs, top).gain);
  if (!test || !interval || excludesZero(test.interval) !== excludesZero(interval)) return false;
  return dependsOnOnePerson(tally.gains, test);
}

/** More than 15 % at an end limits what a gain can show (Terwee et al. 2007). */
function isMany(atEnd: number, people: number): boolean {
  return atEnd >= fewestAtTop && atEnd > 0.15 * people;
}
