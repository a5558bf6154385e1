import type { ChangeCounts } from "../statistics/change.ts";
import { countOf, type Histogram } from "../statistics/histogram.ts";
import { type GroupSums, spread, sumHistogram } from "../statistics/sums.ts";
import type { ReleasedChange } from "./figures.ts";

/** From so many people on, counts are shown even where nearly all are in one class. */
const largeGroup = 20;

/**
 * Whether all, or all but one, gained so nearly alike that a range would tell what each of them
 * gained to the one who knows the odd one out. The others count as alike when their squared
 * deviations add up to at most that of two people who moved one answer step apart: so the word
 * "alike" always leaves open whether anybody did.
 */
export function areGainsAlike(gains: Histogram, answerStep: number): boolean {
  const people = countOf(gains);
  if (people < 2) return true;
  const sums = sumHistogram(gains);
  const limit = 2n * BigInt(answerStep) ** 2n * BigInt(people - 1);
  const ends = [gains[0]!.value, gains.at(-1)!.value];
  return ends.some((value) => spread(withoutOne(sums, BigInt(value))) <= limit);
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
 * Higher, same, lower as counts; in words where one class holds all or all but one of fewer than
 * 20. "The same" tells each one's gain (none), so there all but two are too many as well, and below
 * ten, where two are no longer "nearly all", nothing is said.
 */
export function releaseChange(counts: ChangeCounts): ReleasedChange {
  const { higher, same, lower } = counts;
  const people = higher + same + lower;
  if (same >= people - 2 && people < 10) return { kind: "withheld" };
  if (same >= people - 2) return { kind: "nearly-all", direction: "same" };
  if (people >= largeGroup) return { kind: "counts", higher, same, lower };
  if (higher >= people - 1) return { kind: "nearly-all", direction: "higher" };
  if (lower >= people - 1) return { kind: "nearly-all", direction: "lower" };
  return { kind: "counts", higher, same, lower };
}
