import { tUpperQuantile } from "./distributions/student-t.ts";

/**
 * How precise a mean gain will be: half the width of its 95 % interval, in standard deviations of
 * the gains, for a number of pairs (at least two). For the planning page. Example: 0.72 with ten
 * pairs, so with a deviation of 15 points the mean is known to within 11.
 */
export function plannedHalfWidth(pairs: number): number | null {
  return pairs < 2 ? null : tUpperQuantile(0.025, pairs - 1) / Math.sqrt(pairs);
}
