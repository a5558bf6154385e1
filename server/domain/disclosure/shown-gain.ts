import { isMostlyUnchanged } from "../statistics/change.ts";
import type { Interval } from "../statistics/interval.ts";
import { pairedMoments } from "../statistics/moments.ts";
import { verdictOf } from "../statistics/verdict.ts";
import type { Caution, ReleasedChange, ShownGain } from "./figures.ts";
import { decimalsFor, roundTo, tierOf } from "./precision.ts";
import type { Row } from "./row.ts";

/** What is decided of a row before it is shown, by itself or by the other rows of its line; and why. */
export interface Showing {
  top: number;
  smallestWorthwhile: number | null;
  /** The interval before rounding; null where none may be shown. */
  interval: Interval | null;
  change: ReleasedChange;
  isWithoutMeans: boolean;
  isWithoutAtTop: boolean;
  cautions: readonly Caution[];
}

/** Fewer than this are not counted as "at the top": with one or two, the others could be worked out. */
export const fewestAtTop = 3;

/** The figures of a row that may be seen, rounded as far as its number of people allows. */
export function showGain(row: Row, showing: Showing): ShownGain {
  const figures = figuresOf(row, showing);
  return { ...figures, cautions: [...showing.cautions, ...cautionsOf(figures)] };
}

type Figures = Omit<ShownGain, "cautions">;

function figuresOf(row: Row, showing: Showing): Figures {
  const { pairs, tally } = row;
  const { interval, smallestWorthwhile, top } = showing;
  const decimals = decimalsFor(pairs);
  const points = (value: number | null) => roundTo(value ?? 0, decimals);
  const { before, after, gain } = pairedMoments(tally.pairs, top);
  return {
    shown: true,
    pairs,
    tier: tierOf(pairs),
    decimals,
    meanBefore: showing.isWithoutMeans ? null : points(before.mean),
    meanAfter: showing.isWithoutMeans ? null : points(after.mean),
    gain: points(gain.mean),
    interval: interval && { low: points(interval.low), high: points(interval.high) },
    verdict: interval && verdictOf(interval, smallestWorthwhile ?? undefined),
    change: showing.change,
    atTopBefore: showing.isWithoutAtTop ? null : atTopOf(row),
  };
}

/** How many were at the top before, where that may be told: null otherwise. */
export function atTopOf(row: Row): number | null {
  const count = row.tally.edges.ceilingBefore;
  return row.pairs >= 20 && !row.isAtAnEnd && count >= fewestAtTop ? count : null;
}

/**
 * Ceiling, floor and "few changed much" are told by the shown figures alone: a word about people at
 * the top that a mean does not imply would tell the others where all of them were.
 */
function cautionsOf(figures: Figures): Caution[] {
  const said: [Caution, boolean][] = [
    ["few-changed-much", figures.interval !== null && areMostTheSame(figures)],
    ["ceiling-before", isNearTop(figures)],
    ["floor-before", figures.meanBefore !== null && figures.meanBefore <= nearAnEnd],
  ];
  return said.filter(([, isSaid]) => isSaid).map(([caution]) => caution);
}

/** A mean so near an end that there was little room to change that way, in points of 100. */
const nearAnEnd = 15;

/** More than 15 % at the top limit what a gain can show (Terwee et al. 2007); so does a mean near it. */
function isNearTop({ pairs, meanBefore, atTopBefore }: Figures): boolean {
  const isMeanNear = meanBefore !== null && meanBefore >= 100 - nearAnEnd;
  return isMeanNear || (atTopBefore !== null && atTopBefore > 0.15 * pairs);
}

function areMostTheSame({ change }: Figures): boolean {
  if (change.kind === "counts") return isMostlyUnchanged(change);
  return change.kind === "nearly-all" && change.direction === "same";
}
