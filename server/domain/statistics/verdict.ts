import type { Verdict } from "../disclosure/figures.ts";
import type { Interval } from "./interval.ts";

/** How much may be shown of a result, by its number of pairs. */
export type Tier = "none" | "hidden" | "small" | "medium" | "large";

/**
 * The tier of a number of pairs: nobody; fewer than the threshold, to protect them; up to 9, where
 * a result is indicative only; up to 19; and from 20 on, where shapes may be looked at.
 */
export function tierOf(pairs: number, threshold = 5): Tier {
  if (pairs === 0) return "none";
  if (pairs < threshold) return "hidden";
  if (pairs < 10) return "small";
  return pairs < 20 ? "medium" : "large";
}

/**
 * What the 95 % interval of a mean gain says in words, the first that applies:
 *
 * 1. wholly above 0: a clear rise, and a worthwhile one if wholly above `smallestWorthwhile`;
 * 2. wholly below 0: a clear fall, and by the same measure a worthwhile one, since falls weigh the
 *    same as rises;
 * 3. wholly between minus and plus `smallestWorthwhile`: practically unchanged;
 * 4. otherwise, or without an interval: too uncertain to tell. Never "no change".
 *
 * `smallestWorthwhile` (points, above 0) counts only if it was fixed before there were data.
 */
export function verdictOf(interval: Interval | null, smallestWorthwhile?: number): Verdict {
  const worthwhile = smallestWorthwhile ?? Number.POSITIVE_INFINITY;
  if (!interval) return "too-uncertain";
  const { low, high } = interval;
  if (low > 0) return low > worthwhile ? "clear-worthwhile-rise" : "clear-rise";
  if (high < 0) return high < -worthwhile ? "clear-worthwhile-fall" : "clear-fall";
  const isNarrow = smallestWorthwhile !== undefined && low > -worthwhile && high < worthwhile;
  return isNarrow ? "practically-unchanged" : "too-uncertain";
}
