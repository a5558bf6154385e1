import { noncentralTUpper } from "./distributions/noncentral-t.ts";
import { tUpperQuantile } from "./distributions/student-t.ts";

/**
 * How precise a mean gain will be: half the width of its 95 % interval, in standard deviations of
 * the gains, for a number of pairs (at least two). For the planning page. Example: 0.72 with ten
 * pairs, so with a deviation of 15 points the mean is known to within 11.
 */
export function plannedHalfWidth(pairs: number): number | null {
  return pairs < 2 ? null : tUpperQuantile(0.025, pairs - 1) / Math.sqrt(pairs);
}

/**
 * The chance that the 95 % interval of the mean gain lies above nothing when people gain `change` standard deviations of
 * the gains in truth: a paired t test's power to see the rise, from the noncentral t (Cohen 1988, ch. 2; R's
 * power.t.test). Example: 0.29 with ten pairs and a change of half a deviation, 0.56 with twenty.
 */
export function plannedPower(pairs: number, change: number): number | null {
  if (pairs < 2) return null;
  const df = pairs - 1;
  return noncentralTUpper(tUpperQuantile(0.025, df), df, change * Math.sqrt(pairs));
}

/** What to expect of a group of so many people. */
export interface PlannedPrecision {
  people: number;
  /** How many of them are likely to answer both questionnaires, rounded down. */
  pairs: number;
  /** Half the 95 % interval in points of 100; null below the five pairs for which nothing is shown. */
  halfWidthPoints: number | null;
  /** Whether the mean would be known to within the smallest worthwhile change; null where none was fixed. */
  isEnough: boolean | null;
  /** The chance to see the smallest worthwhile change if it is there; null where either number is. */
  power: number | null;
}

const plannedPeople = [5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40];
const fewestShown = 5;

/**
 * A table for planning: with gains that differ by `deviation` points between people and a `share` of people who answer
 * both times. Example: 15 points and a share of 0.85 make 10 pairs of 12 people, and the mean known to within 10.7.
 */
export function planPrecision(assumed: {
  deviation: number;
  share: number;
  worthwhile: number | null;
}): PlannedPrecision[] {
  const { deviation, share, worthwhile } = assumed;
  return plannedPeople.map((people) => {
    // 0.85 times 20 is a little below 17 in binary, and yet it is seventeen people.
    const pairs = Math.floor(people * share + 1e-9);
    const deviations = pairs < fewestShown ? null : plannedHalfWidth(pairs);
    const halfWidthPoints = deviations === null ? null : deviations * deviation;
    const isEnough =
      worthwhile === null ? null : halfWidthPoints !== null && halfWidthPoints <= worthwhile;
    const power =
      worthwhile === null || pairs < fewestShown
        ? null
        : plannedPower(pairs, worthwhile / deviation);
    return { people, pairs, halfWidthPoints, isEnough, power };
  });
}
