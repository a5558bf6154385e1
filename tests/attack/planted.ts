import type { Fact } from "./facts.ts";
import { naiveFact, naiveFacts, pairsOfLocality, peopleWhere } from "./naive.ts";
import { isPaired, type Person, type World } from "./world.ts";

/** The smallest case in which one fault of a naive system gives somebody away. */
export interface PlantedLeak {
  rule: string;
  fault: string;
  world: World;
  facts: readonly Fact[];
  /** The attacker's own index; undefined for an outsider. */
  insider?: number;
}

type Scores = readonly (readonly [before: number | null, after: number | null])[];

/** A scale of four items of 1 ... 5: 16 answer steps of 6.25 points. */
function worldOf(...places: Scores[]): World {
  const people = places.flatMap((scores, locality) =>
    scores.map(([before, after]): Person => ({ locality, before, after })),
  );
  return { localities: places.length, steps: 16, unitsPerStep: 1, people };
}

/** People with different changes, as many as wanted. */
const ordinary = (count: number): Scores =>
  Array.from({ length: count }, (_, i) => [4 + ((5 * i) % 7), 6 + ((4 * i) % 9)] as const);
const repeat = (count: number, before: number, after: number): Scores =>
  Array.from({ length: count }, () => [before, after] as const);

const fine = { decimals: 1 };
const whole = { decimals: 0 };

/** Every locality's pairs, shown so. */
function everyLocality(world: World, showing: Parameters<typeof naiveFact>[3]): Fact[] {
  return Array.from({ length: world.localities }, (_, place) =>
    naiveFacts(world, pairsOfLocality(world, place), showing),
  ).flat();
}

function everybody(world: World, showing: Parameters<typeof naiveFact>[3]): Fact[] {
  return naiveFacts(world, peopleWhere(world, isPaired), showing);
}

function leak(
  rule: string,
  fault: string,
  world: World,
  facts: readonly Fact[],
  insider?: number,
): PlantedLeak {
  return { rule, fault, world, facts, ...(insider === undefined ? {} : { insider }) };
}

/** One leak for each rule, and for each way in which the figures of our own rows might leak. */
export function plantedLeaks(): PlantedLeak[] {
  return [...bySize(), ...byDifference(), ...byTime(), ...byLikeness(), ...byExtremes()];
}

function bySize(): PlantedLeak[] {
  const one = worldOf([[3, 9]], ordinary(8));
  const two = worldOf([...repeat(1, 3, 9), ...repeat(1, 12, 5)], ordinary(8));
  const crossed = worldOf(ordinary(12));
  const few = peopleWhere(crossed, (_, i) => i === 4);
  return [
    leak("P2", "a locality of one is shown", one, everyLocality(one, whole)),
    leak("P2", "a locality of two is shown to one of them", two, everyLocality(two, whole), 0),
    leak("P5", "two attributes are crossed inside a locality", crossed, [
      ...everyLocality(crossed, whole),
      ...naiveFacts(crossed, few, whole),
    ]),
  ];
}

function byDifference(): PlantedLeak[] {
  const hidden = worldOf([[3, 9]], ordinary(6), ordinary(7));
  const shown = [1, 2].flatMap((place) => naiveFacts(hidden, pairsOfLocality(hidden, place), fine));
  const dropOut = worldOf([...ordinary(11), [2, null]]);
  const before = peopleWhere(dropOut, (person) => person.before !== null);
  const filter = worldOf(ordinary(12));
  const allButOne = peopleWhere(filter, (_, i) => i !== 5);
  const unchanged = worldOf(repeat(6, 8, 8), ordinary(9));
  const counted = { ...whole, counts: true };
  const spread = { decimals: 2, sd: true };
  const alike = worldOf([[0, 16], ...repeat(5, 6, 9)], ordinary(9));
  return [
    leak("P6", "one locality is hidden beside the total", hidden, [
      ...shown,
      ...everybody(hidden, fine),
    ]),
    leak("P7", "the mean of all before stands beside that of pairs", dropOut, [
      naiveFact(dropOut, before, "before", fine),
      ...everyLocality(dropOut, fine),
    ]),
    leak("P4", "a filter leaves one person out", filter, [
      ...everybody(filter, fine),
      ...naiveFacts(filter, allButOne, fine),
    ]),
    leak("P16", "regions of two evaluators differ by one person", filter, [
      ...naiveFacts(
        filter,
        peopleWhere(filter, (_, i) => i < 7),
        fine,
      ),
      ...naiveFacts(
        filter,
        peopleWhere(filter, (_, i) => i < 6),
        fine,
      ),
    ]),
    leak("P6", "counts of the total tell those a locality withholds", unchanged, [
      ...everybody(unchanged, counted),
      ...naiveFacts(unchanged, pairsOfLocality(unchanged, 0), whole),
      ...naiveFacts(unchanged, pairsOfLocality(unchanged, 1), counted),
    ]),
    leak(
      "P6",
      "the deviation of the total tells that a locality withholds",
      alike,
      [
        ...everybody(alike, spread),
        ...naiveFacts(alike, pairsOfLocality(alike, 0), { decimals: 2 }),
        ...naiveFacts(alike, pairsOfLocality(alike, 1), spread),
      ],
      0,
    ),
  ];
}

function byTime(): PlantedLeak[] {
  const world = worldOf(ordinary(9));
  const first = peopleWhere(world, (_, i) => i < 8);
  const views = Array.from({ length: 200 }, (_, view) => noisy(world, view));
  const nobodyElse = worldOf(repeat(6, 16, 16));
  return [
    leak("P3", "means are shown live, before and after an answer", world, [
      ...naiveFacts(world, first, fine),
      ...everybody(world, fine),
    ]),
    leak("P15", "an erasure is shown at once", world, [
      ...everybody(world, fine),
      ...naiveFacts(
        world,
        peopleWhere(world, (_, i) => i !== 3),
        fine,
      ),
    ]),
    leak(
      "P10",
      "fresh noise is averaged away",
      nobodyElse,
      views.map((view) => view(nobodyElse)),
    ),
  ];
}

/** A mean of six people with fresh noise of up to three points, cut to the scale. */
function noisy(_: World, view: number): (world: World) => Fact {
  return (world) => {
    const noise = 3 * Math.sin(12.9898 * (view + 1));
    const fact = naiveFact(world, peopleWhere(world, isPaired), "before", { decimals: 4 });
    return { ...fact, mean: { value: fact.mean!.value + noise, within: 3 } };
  };
}

function byLikeness(): PlantedLeak[] {
  const same = worldOf([...repeat(6, 8, 8)], ordinary(9));
  const exceptOne = worldOf([
    [5, 12],
    [8, 8],
    [3, 3],
    [9, 9],
    [11, 11],
    [6, 6],
  ]);
  const alike = worldOf([
    [3, 14],
    [8, 11],
    [3, 6],
    [9, 12],
    [11, 14],
  ]);
  const nearlyAll: Fact = {
    people: pairsOfLocality(exceptOne, 0),
    of: "gain",
    counts: { higher: [0, 1], same: [5, 6], lower: [0, 1] },
  };
  return [
    leak("P8", "counts are shown where nobody changed", same, [
      naiveFact(same, pairsOfLocality(same, 0), "gain", { ...whole, counts: true }),
    ]),
    leak(
      "P8",
      "nearly all the same, said to the one who changed",
      exceptOne,
      [...everyLocality(exceptOne, whole), nearlyAll],
      0,
    ),
    leak(
      "P9",
      "a range of five, to the one whose change alone makes it wide",
      alike,
      everyLocality(alike, { ...whole, interval: true }),
      0,
    ),
    leak(
      "P9",
      "a standard deviation of five",
      alike,
      everyLocality(alike, { decimals: 2, sd: true }),
      0,
    ),
  ];
}

function byExtremes(): PlantedLeak[] {
  const top = worldOf([...repeat(6, 16, 16)]);
  const odd = worldOf([[16, 9], ...repeat(5, 8, 12)]);
  const belowTop = worldOf([...repeat(6, 15, 9)]);
  const nearTop = worldOf([[15, 9], ...repeat(8, 16, 12)]);
  const nobodyAtTop = { ...naiveFact(belowTop, pairsOfLocality(belowTop, 0), "before", whole) };
  return [
    leak("P8", "a mean of 100 is shown", top, everyLocality(top, whole)),
    leak(
      "P9",
      "means of nine have two decimals",
      nearTop,
      everyLocality(nearTop, { decimals: 2 }),
      0,
    ),
    leak(
      "P9",
      "the lowest and the highest score are shown",
      odd,
      everyLocality(odd, { ...whole, extremes: true }),
      0,
    ),
    leak("P9", "it is said that nobody was at the top", belowTop, [
      { ...nobodyAtTop, highest: 100 - 100 / 16 },
    ]),
  ];
}
