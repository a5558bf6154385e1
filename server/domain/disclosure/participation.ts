import type { WaveKind } from "../words.ts";
import type {
  LocalityParticipation,
  Participation,
  ParticipationCounts,
  ParticipationEnds,
} from "./figures.ts";
import type { LocalityInput } from "./input.ts";
import { progressStep, stepWithin } from "./progress-step.ts";

type Count = keyof ParticipationCounts;

/** The waves that must have closed before a count may be exact. */
const wavesOf: Record<Count, readonly WaveKind[]> = {
  enrolled: [],
  before: ["before"],
  after: ["after"],
  pairs: ["before", "after"],
  beforeOnly: ["before", "after"],
  afterOnly: ["before", "after"],
  followup: ["followup"],
};
const counts = Object.keys(wavesOf) as Count[];

/**
 * Who took part in one locality: exact where the waves concerned have closed, in steps before, so
 * that nobody can watch single answers come in. Counts from 1 to `exactFrom` - 1 stay in steps.
 */
export function releaseParticipation(
  locality: LocalityInput,
  exactFrom: number,
): LocalityParticipation {
  const approximate = counts.filter((count) => {
    const isClosed = wavesOf[count].every((wave) => locality.closedWaves.includes(wave));
    const isSmall = locality[count] < exactFrom;
    return count !== "enrolled" && locality[count] > 0 && (!isClosed || isSmall);
  });
  const shown = (count: Count) =>
    approximate.includes(count) ? progressStep(locality[count]).low : locality[count];
  return {
    locality: locality.locality,
    closedWaves: [...locality.closedWaves],
    ...eachCount(shown),
    ...naming(approximate),
  };
}

/** All localities together: sums of what is shown of each, so that the total tells nothing more. */
export function addParticipation(localities: readonly Participation[]): Participation {
  const sum = (count: Count) => localities.reduce((total, one) => total + one[count], 0);
  const approximate = counts.filter((count) =>
    localities.some((one) => one.approximate?.includes(count)),
  );
  return { ...eachCount(sum), ...naming(approximate) };
}

/** Between what numbers such a total lies: the sums of the lower and of the upper ends, so that it tells nothing more. */
export function endsOf(localities: readonly Participation[]): ParticipationEnds {
  const sum = (end: "low" | "high") =>
    eachCount((count) => localities.reduce((total, one) => total + toldCount(one, count)[end], 0));
  return { low: sum("low"), high: sum("high") };
}

/** A count as it may be told: exact, or the step that it lies in, which ends with those enrolled. */
export function toldCount(counts: Participation, count: Count): { low: number; high: number } {
  const isStep = counts.approximate?.includes(count) ?? false;
  return isStep
    ? stepWithin(counts[count], counts.enrolled)
    : { low: counts[count], high: counts[count] };
}

function eachCount(value: (count: Count) => number): ParticipationCounts {
  return {
    enrolled: value("enrolled"),
    before: value("before"),
    after: value("after"),
    pairs: value("pairs"),
    beforeOnly: value("beforeOnly"),
    afterOnly: value("afterOnly"),
    followup: value("followup"),
  };
}

function naming(approximate: Count[]): { approximate?: Count[] } {
  return approximate.length > 0 ? { approximate } : {};
}
