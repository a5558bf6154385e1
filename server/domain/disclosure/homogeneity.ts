import type { ChangeCounts } from "../statistics/change.ts";
import { countOf, type Histogram } from "../statistics/histogram.ts";
import { type GroupSums, spread, sumHistogram } from "../statistics/sums.ts";
import type { ReleasedChange } from "./figures.ts";

/** From so many people on, counts are shown even where nearly all are in one class. */
const largeGroup = 20;

/** How alike people gained: `near-zero` where their common gain may be none at all. */
export type Likeness = "different" | "alike" | "alike-near-zero";

/**
 * Whether all, or all but one, gained so nearly alike that a range would tell what each of them
 * gained to the one who knows the odd one out. The others count as alike when their squared
 * deviations add up to at most that of two people who moved one answer step apart: so the word
 * "alike" always leaves open whether anybody did. Near zero (a mean of two answer steps or less)
 * such steps would change the counts of higher, same and lower as well.
 */
export function likenessOf(gains: Histogram, answerStep: number): Likeness {
  if (countOf(gains) < 2) return "alike-near-zero";
  const sums = sumHistogram(gains);
  const step = BigInt(answerStep);
  const alike = [gains[0]!.value, gains.at(-1)!.value]
    .map((value) => withoutOne(sums, BigInt(value)))
    .filter((others) => spread(others) <= 2n * step ** 2n * others.count);
  if (alike.length === 0) return "different";
  const isNearZero = alike.some(({ count, sum }) => sum ** 2n <= (2n * step * count) ** 2n);
  return isNearZero ? "alike-near-zero" : "alike";
}

function withoutOne({ count, sum, squares }: GroupSums, value: bigint): GroupSums {
  return { count: count - 1n, sum: sum - value, squares: squares - value * value };
}

/**
 * Whether all, or all but one, had the lowest or the highest value, give or take one answer step
 * between them: a mean would then tell what each of them had.
 */
export function isAtAnEnd(
  values: Histogram,
  range: { lowest: number; highest: number },
  answerStep: number,
): boolean {
  return (
    distanceFrom(values, range.lowest) <= answerStep ||
    distanceFrom(values, range.highest) <= answerStep
  );
}

/** How far all but the farthest lie from an end, added up. */
function distanceFrom(values: Histogram, end: number): number {
  let [total, farthest] = [0, 0];
  for (const { value, count } of values) {
    const distance = Math.abs(value - end);
    total += count * distance;
    farthest = Math.max(farthest, distance);
  }
  return total - farthest;
}

/**
 * Higher, same, lower as counts; in words where one class holds all or all but one of fewer than 20.
 */
export function releaseChange(counts: ChangeCounts): ReleasedChange {
  const { higher, same, lower } = counts;
  const people = higher + same + lower;
  const direction = (["higher", "same", "lower"] as const).find((one) => counts[one] >= people - 1);
  if (people < largeGroup && direction) return { kind: "nearly-all", direction };
  return { kind: "counts", higher, same, lower };
}
