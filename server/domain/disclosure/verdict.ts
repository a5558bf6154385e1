import type { Interval } from "../statistics/interval.ts";
import type { Verdict } from "./figures.ts";

/**
 * What may be said of a mean gain, from its 95 % interval and the change that was called worthwhile
 * before the data came, in points of 100 (null: none was). Never "no change", "proved" or "effective".
 * Example: 2 ... 9 is a clear rise, and with 1.5 a clear and worthwhile one.
 */
export function judgeGain({ low, high }: Interval, smallestWorthwhile: number | null): Verdict {
  const worthwhile = smallestWorthwhile ?? Number.POSITIVE_INFINITY;
  if (low > worthwhile) return "clear-worthwhile-rise";
  if (low > 0) return "clear-rise";
  if (high < -worthwhile) return "clear-worthwhile-fall";
  if (high < 0) return "clear-fall";
  const isWithin = smallestWorthwhile !== null && -worthwhile < low && high < worthwhile;
  return isWithin ? "practically-unchanged" : "too-uncertain";
}
