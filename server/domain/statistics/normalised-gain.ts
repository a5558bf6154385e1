import { type Cell, isPair, type PairCell } from "./cells.ts";
import { nearestRatio } from "./exact.ts";
import { type Interval, tInterval } from "./interval.ts";
import { type PairedSums, sumPairs } from "./sums.ts";

/** Hake's class gain with its jackknife error. */
export interface NormalisedGain {
  gain: number;
  standardError: number | null;
  interval: Interval | null;
}

/**
 * The class's normalised gain (mean after - mean before) / (top - mean before): the share of the
 * possible gain that was reached (Hake 1998). For knowledge scores only. Null where all were at the
 * top before. The mean of individual normalised gains is not offered: one person falling from 9 to
 * 5 of 10 has -4 and turns a class gain of 0.45 into a mean of -0.15.
 */
export function classNormalisedGain(sums: PairedSums, top: number): number | null {
  const possible = sums.count * BigInt(top) - sums.before;
  if (possible === 0n) return null;
  return nearestRatio(sums.after - sums.before, possible);
}

/** The same with a jackknife interval: each person left out once, people of a cell together. */
export function normalisedGain(cells: readonly Cell[], top: number): NormalisedGain | null {
  const pairs = cells.filter(isPair);
  const sums = sumPairs(pairs);
  const gain = classNormalisedGain(sums, top);
  if (gain === null) return null;
  const standardError = jackknifeError(pairs, sums, top);
  const interval =
    standardError === null ? null : tInterval(gain, standardError, Number(sums.count) - 1);
  return { gain, standardError, interval };
}

function jackknifeError(pairs: readonly PairCell[], sums: PairedSums, top: number): number | null {
  const n = Number(sums.count);
  if (n < 2) return null;
  const gained = Number(sums.after - sums.before);
  const possible = n * top - Number(sums.before);
  if (pairs.some((cell) => possible === top - cell.before)) return null;

  const without = pairs.map(({ before, after, count }) => ({
    gain: (gained - (after - before)) / (possible - (top - before)),
    count,
  }));
  const mean = without.reduce((sum, { gain, count }) => sum + count * gain, 0) / n;
  const squares = without.reduce((sum, { gain, count }) => sum + count * (gain - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}

/** Marx & Cummings' normalised change, averaged over people. */
export interface NormalisedChange {
  /** Null where everybody was dropped. */
  mean: number | null;
  used: number;
  /** People at the very top, or the very bottom, both times. */
  dropped: number;
}

/**
 * Mean normalised change (Marx & Cummings 2007): rises as a share of what was left above, falls as
 * a share of what there was below, so that each lies in -1 ... 1. An expert's option.
 */
export function normalisedChange(cells: readonly Cell[], top: number): NormalisedChange {
  const pairs = cells.filter(isPair);
  const kept = pairs.filter((c) => c.before !== c.after || (c.before !== 0 && c.before !== top));
  const used = kept.reduce((sum, { count }) => sum + count, 0);
  const all = pairs.reduce((sum, { count }) => sum + count, 0);
  const total = kept.reduce((sum, cell) => sum + cell.count * changeShare(cell, top), 0);
  return { mean: used === 0 ? null : total / used, used, dropped: all - used };
}

function changeShare({ before, after }: PairCell, top: number): number {
  if (after > before) return (after - before) / (top - before);
  return after < before ? (after - before) / before : 0;
}
