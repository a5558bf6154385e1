import { tUpperQuantile } from "./distributions/student-t.ts";
import { countOf, type Histogram } from "./histogram.ts";
import { excludesZero, intervalAround } from "./interval.ts";
import type { MeanTest } from "./paired-gain.ts";

/**
 * Whether leaving out one single person would move the interval of the mean gain across 0, either
 * way. Then "this result depends on one participant's answers". False with fewer than three pairs,
 * where there is no result to depend on anybody.
 */
export function dependsOnOnePerson(gains: Histogram, test: MeanTest | null): boolean {
  const n = countOf(gains);
  if (n < 3 || !test) return false;
  const isClear = excludesZero(test.interval);
  const sum = gains.reduce((total, bin) => total + bin.count * bin.value, 0);
  const mean = sum / n;
  const squares = gains.reduce((total, bin) => total + bin.count * (bin.value - mean) ** 2, 0);
  const quantile = tUpperQuantile(0.025, n - 2);
  return gains.some((left) => {
    const isClearWithout = onlyOneOtherValue(gains, left)
      ? gains.some((bin) => bin !== left && bin.value !== 0)
      : excludesZero(intervalWithout(left.value));
    return isClearWithout !== isClear;
  });

  /** Mean and squares without one value follow from its deviation: (n - 1) mean' = n mean - value. */
  function intervalWithout(value: number) {
    const deviation = value - mean;
    const meanWithout = mean - deviation / (n - 1);
    const squaresWithout = squares - (deviation * deviation * n) / (n - 1);
    return intervalAround(meanWithout, quantile * Math.sqrt(squaresWithout / (n - 2) / (n - 1)));
  }
}

/** Whether all others gained alike: they have no interval, but their common gain is plain to see. */
function onlyOneOtherValue(gains: Histogram, left: Histogram[number]): boolean {
  return gains.length === 2 && left.count === 1;
}
