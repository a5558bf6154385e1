import { type Certificates, certify, type Publisher } from "./certify.ts";
import { certifyItems, type ItemsCertified, randomAnswers } from "./certify-items.ts";
import { certifyPeople } from "./certify-people.ts";
import {
  type ChoiceItem,
  type ExhaustedChoices,
  exhaustChoices,
  releaseChoices,
} from "./exhaust-choices.ts";
import { type Exhausted, exhaust } from "./exhaustive.ts";
import { type Fact, readFacts } from "./facts.ts";
import { naiveFacts, pairsOfLocality } from "./naive.ts";
import { allReleases, allReleasesLateFirst, oneRelease, releaseOf } from "./our-releases.ts";
import { type PlantedLeak, plantedLeaks } from "./planted.ts";
import { randomFrom } from "./random.ts";
import {
  randomWorld,
  randomWorldOfMany,
  randomWorldWithGaps,
  randomWorldWithSectors,
} from "./random-world.ts";
import { type Finding, solve } from "./solve.ts";
import { learntUnsuppressed } from "./unsuppressed.ts";
import { isPaired, type Pair, secretOf, type World } from "./world.ts";

/** What the solver learns of a planted leak, and what it learns of our release of the same people. */
export interface PlantedResult {
  leak: PlantedLeak;
  found: Finding[];
  /** Findings that are not true: the solver would be unsound. */
  wrong: Finding[];
  ours: Finding[];
}

export function tryPlantedLeaks(): PlantedResult[] {
  return plantedLeaks().map((leak) => {
    const { world, facts, insider } = leak;
    const found = solve(world, facts, insider);
    const ours = solve(world, readFacts(releaseOf(world), world), insider);
    return { leak, found, wrong: found.filter((one) => !isTrue(world, one)), ours };
  });
}

function isTrue(world: World, { person, secret, value }: Finding): boolean {
  const { before, after } = world.people[person]!;
  if (secret === "gain") return secretOf({ before, after } as Pair, "gain") === value;
  return (secret === "before" ? before : after) === value;
}

/** Secrets of single people that attackers asked for, and what certifies that they stay open. */
export interface Certified {
  programmes: number;
  asked: number;
  exchanged: number;
  alternatives: number;
  uncertified: { seed: number; question: string }[];
}

/** One release of each of these programmes, asked for every secret of everybody. */
export function certifyReleases(seeds: readonly number[]): Certified {
  return certifyAll(seeds, oneRelease, (seed) => randomWorld(randomFrom(seed)));
}

/** The same of all releases in the life of a programme, to evaluators and to the public. */
export function certifyHistories(seeds: readonly number[]): Certified {
  return certifyAll(seeds, allReleases, (seed) => randomWorld(randomFrom(seed), { hasLate: true }));
}

/** The same where people have left items out, so that scores fall between the others'. */
export function certifyGaps(seeds: readonly number[]): Certified {
  return certifyAll(seeds, oneRelease, (seed) => randomWorldWithGaps(randomFrom(seed)));
}

/** Larger programmes with a breakdown, in which nearly everybody can be told apart. */
export function certifySectors(seeds: readonly number[]): Certified {
  const results = seeds.map((seed) => ({
    seed,
    ...certifyPeople(randomWorldWithSectors(randomFrom(seed)), oneRelease),
  }));
  return {
    programmes: seeds.length,
    asked: results.reduce((sum, { asked }) => sum + asked, 0),
    exchanged: 0,
    alternatives: results.reduce((sum, { certified }) => sum + certified, 0),
    uncertified: results.flatMap(({ seed, learnt }) =>
      learnt.map((question) => ({ seed, question: JSON.stringify(question) })),
    ),
  };
}

/**
 * What is certified of programmes of which change by starting level is told, how many of them there are, and how many
 * further questions the certificates leave open in the very same programmes when it is left out: these are not its doing.
 */
export type StartsCertified = Certified & { telling: number; withoutIt: number };

/** One release of each of these programmes. */
export function certifyStarts(seeds: readonly number[]): StartsCertified {
  return certifyTelling(seeds, oneRelease, (seed) => randomWorldOfMany(randomFrom(seed)));
}

/** All releases of each, to both audiences, where late answers come in after the last locality has closed. */
export function certifyStartHistories(seeds: readonly number[]): StartsCertified {
  return certifyTelling(seeds, allReleases, worldOfManyWithLate);
}

/** The same where late answers come in before the last locality closes. */
export function certifyStartsAfterLate(seeds: readonly number[]): StartsCertified {
  return certifyTelling(seeds, allReleasesLateFirst, worldOfManyWithLate);
}

function worldOfManyWithLate(seed: number): World {
  return randomWorldOfMany(randomFrom(seed), { hasLate: true });
}

function certifyTelling(
  seeds: readonly number[],
  publisher: Publisher,
  worldOf: (seed: number) => World,
): StartsCertified {
  const telling = seeds.filter((seed) => tellsStarts(publisher.all(worldOf(seed))));
  const certified = certifyAll(telling, publisher, worldOf);
  const doubtful = [...new Set(certified.uncertified.map(({ seed }) => seed))];
  const without = certifyAll(doubtful, withoutStarts(publisher), worldOf);
  const known = new Set(without.uncertified.map((one) => JSON.stringify(one)));
  const uncertified = certified.uncertified.filter((one) => !known.has(JSON.stringify(one)));
  const withoutIt = certified.uncertified.length - uncertified.length;
  const programmes = seeds.length;
  return { ...certified, programmes, uncertified, telling: telling.length, withoutIt };
}

function tellsStarts(told: unknown): boolean {
  return JSON.stringify(told).includes('"bands":[');
}

/** The same figures but for change by starting level. */
function withoutStarts({ everyday, all }: Publisher): Publisher {
  const leaveOut = (key: string, value: unknown) => (key === "startLevels" ? undefined : value);
  return { everyday, all: (world) => JSON.parse(JSON.stringify(all(world), leaveOut)) };
}

/** Answers to single items, beside their distribution and everybody's scores. */
export function certifyAnswers(seeds: readonly number[]): ItemsCertified {
  const results = seeds.map((seed) => certifyItems(randomAnswers(randomFrom(seed))));
  return {
    asked: results.reduce((sum, { asked }) => sum + asked, 0),
    certified: results.reduce((sum, { certified }) => sum + certified, 0),
  };
}

function certifyAll(
  seeds: readonly number[],
  publisher: Publisher,
  worldOf: (seed: number) => World,
): Certified {
  const results = seeds.map((seed) => ({ seed, ...certify(worldOf(seed), publisher) }));
  const sum = (count: (one: Certificates) => number) =>
    results.reduce((total, one) => total + count(one), 0);
  return {
    programmes: seeds.length,
    asked: sum(({ asked }) => asked),
    exchanged: sum(({ exchanged }) => exchanged),
    alternatives: sum(({ alternatives }) => alternatives),
    uncertified: results.flatMap(({ seed, learnt }) =>
      learnt.map((question) => ({ seed, question: JSON.stringify(question) })),
    ),
  };
}

/** What the solver learns of random programmes. */
export interface Solved {
  programmes: number;
  people: number;
  /** Of our releases: as an outsider, and as everybody with pairs. */
  learnt: { seed: number; finding: Finding }[];
  /** People of whom it learns something: without protection, and with a threshold of five alone. */
  unsuppressed: number;
  thresholdAlone: number;
}

export function solveReleases(seeds: readonly number[]): Solved {
  const results = seeds.map((seed) => {
    const random = randomFrom(seed);
    const world = randomWorld(random);
    const findings = solveForAll(world, readFacts(releaseOf(world), world));
    return {
      people: world.people.filter(isPaired).length,
      learnt: findings.map((finding) => ({ seed, finding })),
      unsuppressed: learntUnsuppressed(world, random).learnt,
      thresholdAlone: peopleIn(solveForAll(world, thresholdFacts(world))),
    };
  });
  const sum = (key: "people" | "unsuppressed" | "thresholdAlone") =>
    results.reduce((total, one) => total + one[key], 0);
  return {
    programmes: seeds.length,
    people: sum("people"),
    learnt: results.flatMap(({ learnt }) => learnt),
    unsuppressed: sum("unsuppressed"),
    thresholdAlone: sum("thresholdAlone"),
  };
}

/** The outsider, and everybody with pairs as an insider. */
function solveForAll(world: World, facts: readonly Fact[]): Finding[] {
  const insiders = world.people.flatMap((person, i) => (isPaired(person) ? [i] : []));
  return [undefined, ...insiders].flatMap((insider) => solve(world, facts, insider));
}

function peopleIn(findings: readonly Finding[]): number {
  return new Set(findings.map(({ person }) => person)).size;
}

/** What systems show that only count heads: means, range and counts from five people on. */
function thresholdFacts(world: World): Fact[] {
  return Array.from({ length: world.localities }, (_, place) => {
    const people = pairsOfLocality(world, place);
    const decimals = people.length < 10 ? 0 : 1;
    if (people.length < 5) return [];
    return naiveFacts(world, people, { decimals, interval: true, counts: true });
  }).flat();
}

/** Tiny programmes of which every data set is gone through: answer steps, and people by locality. */
export type Tiny = readonly [steps: number, sizes: readonly number[]];

export const quickTinies: readonly Tiny[] = [
  [1, [5, 5]],
  [1, [20]],
  [2, [6]],
  [3, [5]],
];

export const allTinies: readonly Tiny[] = [
  ...quickTinies,
  [1, [3, 4, 8]],
  [1, [4, 5, 6]],
  [1, [5, 6, 7]],
  [1, [10, 10]],
  [1, [20, 5]],
  [2, [3, 5]],
  [2, [10]],
  [4, [5]],
];

/** Some minutes each. */
export const longTinies: readonly Tiny[] = [
  [2, [5, 5]],
  [3, [6]],
  [1, [5, 20]],
  [5, [5]],
];

export function exhaustTiny([steps, sizes]: Tiny): Exhausted {
  return exhaust(steps, sizes, releaseOf);
}

/** Items where several options may be chosen, whatever the bounds; where all must be, nothing is asked. */
function choiceItems(people: number, options: number): ChoiceItem[] {
  const bounds = Array.from({ length: options }, (_, i) => i + 1);
  return bounds.flatMap((most) =>
    bounds
      .slice(0, Math.min(most, options - 1))
      .map((fewest) => ({ people, options, fewest, most })),
  );
}

export const quickChoices = [...choiceItems(20, 2), ...choiceItems(20, 3)];

export const allChoices = [...quickChoices, ...choiceItems(23, 3), ...choiceItems(20, 4)];

export function exhaustItem(item: ChoiceItem): ExhaustedChoices {
  return exhaustChoices(item, releaseChoices);
}
