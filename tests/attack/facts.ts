import type {
  ReleasedFigures,
  ReleasedGain,
  ShownGain,
} from "../../server/domain/disclosure/figures.ts";
import type { Secret, World } from "./world.ts";
import { isPaired, nameOf } from "./world.ts";

/** A published number, and how far off the truth may be at most. */
export interface Rounded {
  value: number;
  within: number;
}

/**
 * What is published of a group of people about one variable, in points of 100. The people are
 * indices into the world: who belongs to a group and who answered which wave is public knowledge.
 */
export interface Fact {
  people: readonly number[];
  of: Secret;
  mean?: Rounded;
  /** Standard deviation with n - 1. */
  sd?: Rounded;
  /** The 95 % t interval of the mean, both ends rounded alike. */
  interval?: { low: number; high: number; within: number };
  /** Numbers of people whose gain lies above, at and below 0, each from ... to. */
  counts?: Record<"higher" | "same" | "lower", readonly [number, number]>;
  lowest?: number;
  highest?: number;
}

/** Reads released figures as facts: what anybody can who holds the JSON and knows the people. */
export function readFacts(figures: ReleasedFigures, world: World): Fact[] {
  const places = Array.from({ length: world.localities }, (_, place) => place);
  const pairsOf = (names: readonly string[]) =>
    world.people.flatMap((person, i) =>
      isPaired(person) && names.includes(nameOf(person.locality)) ? [i] : [],
    );
  return figures.scales.flatMap((scale) => [
    ...factsOf(scale.all, pairsOf(scale.allLocalities ?? places.map(nameOf)), {
      hasOwnRange: scale.allLocalities?.length === 1,
    }),
    ...scale.localities.flatMap(({ locality, gain }) =>
      factsOf(gain, pairsOf([locality]), { hasOwnRange: true }),
    ),
  ]);
}

/** The range of a total is made of its localities' deviations, not of its own: it is left aside. */
function factsOf(
  gain: ReleasedGain,
  people: readonly number[],
  { hasOwnRange }: { hasOwnRange: boolean },
): Fact[] {
  if (!gain.shown || gain.pairs !== people.length) return [];
  const { meanBefore, meanAfter, interval } = gain;
  const within = 0.5 * 10 ** -gain.decimals;
  const facts: Fact[] = [
    {
      people,
      of: "gain",
      mean: { value: gain.gain, within },
      counts: countsOf(gain),
      ...(interval && hasOwnRange ? { interval: { ...interval, within } } : {}),
    },
  ];
  if (meanBefore !== null)
    facts.push({ people, of: "before", mean: { value: meanBefore, within } });
  if (meanAfter !== null) facts.push({ people, of: "after", mean: { value: meanAfter, within } });
  return facts;
}

function countsOf({ change, pairs }: ShownGain): Fact["counts"] {
  const any: readonly [number, number] = [0, pairs];
  if (change.kind === "withheld") return { higher: any, same: any, lower: any };
  if (change.kind === "counts") {
    const { higher, same, lower } = change;
    return { higher: [higher, higher], same: [same, same], lower: [lower, lower] };
  }
  const one: readonly [number, number] = [0, 1];
  return { higher: one, same: one, lower: one, [change.direction]: [pairs - 1, pairs] };
}
