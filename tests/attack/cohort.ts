import { bitsBetween, reachableSums } from "./sums.ts";
import { meet, type Window } from "./window.ts";
import type { Secret } from "./world.ts";

/** What an attacker knows of people whom nothing tells apart. Sums in answer steps. */
export interface Cohort {
  people: number;
  steps: number;
  sum: Record<Secret, Window>;
  /** Sums of squares that are left, when the sum is known. */
  squares: Record<Secret, (sum: number) => Window>;
  counts: Record<"higher" | "same" | "lower", Window>;
  /** Every single value lies from ... to. */
  values: Record<Secret, Window>;
}

/** What may be so: people may differ, or all have one of these values. */
export interface Possible {
  canDiffer: boolean;
  common: ReadonlySet<number>;
}

/** Everybody's value, if there is one that everybody has in every data set; undefined otherwise. */
export function commonValue({ canDiffer, common }: Possible): number | undefined {
  return !canDiffer && common.size === 1 ? [...common][0] : undefined;
}

/**
 * What the knowledge of a cohort leaves open about one secret, by going through all sums, sums of
 * squares and counts that a data set can have. For before and after the gains decide too: whoever
 * gained g started from max(0, -g) to min(steps, steps - g), and between the ends of the sums of
 * those limits there are always two people who could have started differently.
 */
export function possibleValues(cohort: Cohort, secret: Secret): Possible {
  if (secret === "gain") return possibleGains(cohort);
  const alone = possibleAlone(cohort, secret);
  return alone.canDiffer ? possibleWithGains(cohort, secret, alone) : alone;
}

/** By the sums of the variable itself alone. */
function possibleAlone({ people, sum, squares, values }: Cohort, secret: Secret): Possible {
  const { from: low, to: high } = values[secret];
  const table = reachableSums(people, 0, high - low)[people]!;
  const common = new Set<number>();
  let canDiffer = false;
  for (const [above, bits] of table.bySum) {
    const total = above + people * low;
    if (total < sum[secret].from || total > sum[secret].to) continue;
    const window = squares[secret](total);
    // Squares around `low`: Σ(x - low)² = Σx² - 2 low Σx + n low².
    const shift = 2 * low * total - people * low * low;
    for (const square of bitsBetween(bits, window.from - shift, finite(window.to) - shift)) {
      if (people * square === above * above) common.add(total / people);
      else canDiffer = true;
    }
    if (canDiffer) return { canDiffer, common };
  }
  return { canDiffer, common };
}

function finite(value: number): number {
  return Math.min(value, 1e6);
}

interface GainState {
  rises: number;
  falls: number;
  higher: number;
  lower: number;
  squares: number;
}

/** All gains that a data set can have: risers and fallers apart, since limits and counts need them so. */
function* gainStates(cohort: Cohort): Generator<GainState> {
  const { people, steps, counts } = cohort;
  const table = reachableSums(people, 1, steps);
  for (let higher = counts.higher.from; higher <= counts.higher.to; higher++) {
    for (let lower = counts.lower.from; lower <= counts.lower.to; lower++) {
      const same = people - higher - lower;
      if (same < counts.same.from || same > counts.same.to) continue;
      for (const [rises, up] of table[higher]!.bySum) {
        for (const [falls, down] of table[lower]!.bySum) {
          if (!isPossibleSum(cohort, rises, falls)) continue;
          const window = cohort.squares.gain(rises - falls);
          for (const fallen of bitsBetween(down, 0, finite(window.to))) {
            const left = { from: window.from - fallen, to: finite(window.to) - fallen };
            for (const risen of bitsBetween(up, left.from, left.to)) {
              yield { rises, falls, higher, lower, squares: risen + fallen };
            }
          }
        }
      }
    }
  }
}

function isPossibleSum(cohort: Cohort, rises: number, falls: number): boolean {
  const gain = rises - falls;
  const { sum } = cohort;
  return gain >= sum.gain.from && gain <= sum.gain.to && startsOf(cohort, rises, falls).length > 0;
}

/** The sums of scores before that go with such gains. */
function startsOf({ people, steps, sum }: Cohort, rises: number, falls: number): number[] {
  const gain = rises - falls;
  const limits = { from: falls, to: people * steps - rises };
  const after = { from: sum.after.from - gain, to: sum.after.to - gain };
  const { from, to } = meet(meet(limits, sum.before), after);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

function possibleGains(cohort: Cohort): Possible {
  const { people, values } = cohort;
  const common = new Set<number>();
  for (const { rises, falls, squares } of gainStates(cohort)) {
    const gain = rises - falls;
    if (people * squares !== gain * gain) return { canDiffer: true, common };
    const value = gain / people;
    if (value >= values.gain.from && value <= values.gain.to) common.add(value);
  }
  return { canDiffer: false, common };
}

function possibleWithGains(cohort: Cohort, secret: "before" | "after", alone: Possible): Possible {
  const { people, steps } = cohort;
  // Known limits of single scores are not followed into the gains: then the sums alone decide.
  const { from, to } = cohort.values[secret];
  if (from > 0 || to < steps) return alone;
  const common = new Set<number>();
  for (const state of gainStates(cohort)) {
    for (const start of startsOf(cohort, state.rises, state.falls)) {
      const total = secret === "before" ? start : start + state.rises - state.falls;
      const value = people === 1 ? total : forcedValue(cohort, secret, { ...state, start });
      if (value === undefined) return { canDiffer: true, common };
      if (total === value * people) common.add(value);
    }
  }
  return { canDiffer: false, common };
}

/** The score that all have, where the sum of scores before lies at a limit of what the gains allow. */
function forcedValue(
  { people, steps }: Cohort,
  secret: "before" | "after",
  { rises, falls, higher, lower, squares, start }: GainState & { start: number },
): number | undefined {
  const gain = rises - falls;
  const isCommonGain = people * squares === gain * gain;
  const [low, high] = secret === "before" ? [lower, higher] : [higher, lower];
  const size = secret === "before" ? [falls, rises] : [rises, falls];
  if (start === falls && (low === 0 || (isCommonGain && low === people))) return size[0]! / people;
  const isTop = start === people * steps - rises;
  if (isTop && (high === 0 || (isCommonGain && high === people))) return steps - size[1]! / people;
  return undefined;
}
