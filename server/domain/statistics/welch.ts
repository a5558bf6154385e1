import { noncentralityInterval } from "./distributions/noncentral-t.ts";
import { tTwoSided } from "./distributions/student-t.ts";
import { hedgesCorrection } from "./effect-size.ts";
import { type Interval, tInterval } from "./interval.ts";
import type { GroupMoments } from "./moments.ts";

/** The difference of two separate groups' means, in points of 100. */
export interface TwoGroups {
  difference: number;
  standardError: number;
  interval: Interval;
  t: number;
  df: number;
  p: number;
  /** The difference by the pooled deviation (Cohen's d), and corrected (Hedges' g). */
  d: number;
  g: number;
}

/**
 * Welch's comparison of two groups that are not the same people: first - second. Null where a
 * group has fewer than two people, or nobody varies.
 */
export function compareGroups(first: GroupMoments, second: GroupMoments): TwoGroups | null {
  if (first.mean === null || second.mean === null) return null;
  if (first.variance === null || second.variance === null) return null;
  const [error1, error2] = [first.variance / first.count, second.variance / second.count];
  const squaredError = error1 + error2;
  if (squaredError === 0) return null;

  const difference = first.mean - second.mean;
  const standardError = Math.sqrt(squaredError);
  const df =
    squaredError ** 2 / (error1 ** 2 / (first.count - 1) + error2 ** 2 / (second.count - 1));
  const t = difference / standardError;
  const pooledDegrees = first.count + second.count - 2;
  const squares = (first.count - 1) * first.variance + (second.count - 1) * second.variance;
  const d = difference / Math.sqrt(squares / pooledDegrees);
  return {
    difference,
    standardError,
    interval: tInterval(difference, standardError, df),
    t,
    df,
    p: tTwoSided(t, df),
    d,
    g: hedgesCorrection(pooledDegrees) * d,
  };
}

/** The interval of d for two groups by the noncentral t (Hedges & Olkin 1985); for the annex. */
export function standardisedDifferenceInterval(
  d: number,
  count1: number,
  count2: number,
): Interval {
  const scale = Math.sqrt(1 / count1 + 1 / count2);
  const { low, high } = noncentralityInterval(d / scale, count1 + count2 - 2);
  return { low: low * scale, high: high * scale };
}
