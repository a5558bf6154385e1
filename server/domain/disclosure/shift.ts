import { pairedMoments } from "../statistics/moments.ts";
import { testMean } from "../statistics/paired-gain.ts";
import type { ReleasedFigures, ReleasedGain } from "./figures.ts";
import type { ReleasedShift, ShiftedMean } from "./figures-tables.ts";
import type { LocalityInput, ShiftInput } from "./input.ts";
import { decimalsFor, roundRange, roundTo } from "./precision.ts";
import { describeRow, type Row } from "./row.ts";

const fewestPeople = 10;

export interface ShiftSetting {
  threshold: number;
  localities: readonly LocalityInput[];
  /** The total of the scale that it belongs to; undefined where there is none. */
  total: ReleasedGain | undefined;
  earlier: readonly ReleasedFigures[];
}

/**
 * Before, looking back ("then") and after, of the same people of the whole programme: three means,
 * and the three changes between them. Shown only of people who differ in all of these. Where the
 * scale's own total is of nearly the same people, the few that make the difference would follow:
 * they must be none, or as many as the threshold.
 */
export function releaseShift(input: ShiftInput, setting: ShiftSetting): ReleasedShift {
  const { key, top } = input;
  const { threshold, localities, total, earlier } = setting;
  const before = earlier
    .flatMap(({ shifts = [] }) => shifts)
    .find((one) => one.key === key && one.shown);
  if (before) return before;
  if (!localities.every(({ closedWaves }) => closedWaves.includes("after"))) {
    return { key, shown: false, reason: "not-closed" };
  }
  const rows = [input.beforeAfter, input.beforeThen, input.thenAfter].map((cells) =>
    describeRow(cells, input),
  );
  const [gain, shift, feltGain] = rows as [Row, Row, Row];
  const people = gain.pairs;
  if (people < Math.max(threshold, fewestPeople)) return { key, shown: false, reason: "few" };
  const isSame = rows.every((row) => row.pairs === people && row.isVaried);
  if (!isSame || !isFarFrom(total, people, threshold)) {
    return { key, shown: false, reason: "protecting" };
  }
  const points = (value: number | null) => roundTo(value ?? 0, decimalsFor(people));
  return {
    key,
    shown: true,
    people,
    meanBefore: points(pairedMoments(gain.tally.pairs, top).before.mean),
    meanThen: points(pairedMoments(shift.tally.pairs, top).after.mean),
    meanAfter: points(pairedMoments(gain.tally.pairs, top).after.mean),
    gain: shiftedMean(gain, top),
    shift: shiftedMean(shift, top),
    feltGain: shiftedMean(feltGain, top),
  };
}

/** Whether the people without a rating looking back cannot be worked out from the scale's total. */
function isFarFrom(total: ReleasedGain | undefined, people: number, threshold: number): boolean {
  if (!total) return true;
  if (!total.shown) return false;
  const others = total.pairs - people;
  return others === 0 ? total.meanBefore !== null : others >= threshold;
}

/** Of people whose changes differ there always is a test. */
function shiftedMean(row: Row, top: number): ShiftedMean {
  const { gain } = pairedMoments(row.tally.pairs, top);
  const interval = testMean(gain)?.interval ?? { low: 0, high: 0 };
  const decimals = decimalsFor(row.pairs);
  return { points: roundTo(gain.mean ?? 0, decimals), interval: roundRange(interval, decimals) };
}
