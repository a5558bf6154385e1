import { nearestRatio } from "./exact.ts";
import {
  afterSums,
  beforeSums,
  type GroupSums,
  gainSums,
  type PairedSums,
  spread,
} from "./sums.ts";

/** Count, mean and standard deviation of one group, in points of 100; null where undefined. */
export interface GroupMoments {
  count: number;
  mean: number | null;
  variance: number | null;
  sd: number | null;
}

/** Means, standard deviations and correlation of pairs, in points of 100; null where undefined. */
export interface PairedMoments {
  pairs: number;
  before: GroupMoments;
  after: GroupMoments;
  gain: GroupMoments;
  correlation: number | null;
}

/**
 * Mean and standard deviation (n - 1) from exact sums on a lattice of `top` units, with one
 * rounding at the very end: a deviation of 0 means that all values are equal, and nothing else.
 */
export function groupMoments(sums: GroupSums, top: number): GroupMoments {
  const { count, sum } = sums;
  const units = BigInt(top);
  const mean = count === 0n ? null : nearestRatio(100n * sum, count * units);
  if (count < 2n) return { count: Number(count), mean, variance: null, sd: null };
  const under = count * (count - 1n) * units * units;
  const variance = nearestRatio(10_000n * spread(sums), under);
  return { count: Number(count), mean, variance, sd: Math.sqrt(variance) };
}

/** Moments of before, after and gain from the six sums of pairs. */
export function pairedMoments(sums: PairedSums, top: number): PairedMoments {
  return {
    pairs: Number(sums.count),
    before: groupMoments(beforeSums(sums), top),
    after: groupMoments(afterSums(sums), top),
    gain: groupMoments(gainSums(sums), top),
    correlation: correlation(sums),
  };
}

/** Pearson's r of before and after; null where one of the two does not vary. */
export function correlation(sums: PairedSums): number | null {
  const spreads = spread(beforeSums(sums)) * spread(afterSums(sums));
  if (spreads === 0n) return null;
  const joint = sums.count * sums.products - sums.before * sums.after;
  const size = Math.sqrt(nearestRatio(joint * joint, spreads));
  return joint < 0n ? -size : size;
}
