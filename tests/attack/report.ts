import { release } from "../../server/domain/disclosure/release.ts";
import { certify, type Publish } from "./certify.ts";
import { type Exhausted, exhaust } from "./exhaustive.ts";
import { type Fact, readFacts } from "./facts.ts";
import { naiveFacts, pairsOfLocality } from "./naive.ts";
import { type PlantedLeak, plantedLeaks } from "./planted.ts";
import { randomFrom } from "./random.ts";
import { randomWorld } from "./random-world.ts";
import { type Finding, solve } from "./solve.ts";
import { learntUnsuppressed } from "./unsuppressed.ts";
import { inputOf, isPaired, type Pair, secretOf, type World } from "./world.ts";

export const releaseOf: Publish = (world) => release(inputOf(world), "evaluator");

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

/** Random programmes under attack. */
export interface RandomResult {
  programmes: number;
  people: number;
  /** Secrets of single people that attackers asked for, certified open, and not certified. */
  asked: number;
  exchanged: number;
  alternatives: number;
  uncertified: { seed: number; question: string }[];
  /** What the solver learnt of our releases. */
  learnt: { seed: number; finding: Finding }[];
  /** People of whom it learns something: without protection, and with a threshold of five alone. */
  unsuppressed: number;
  thresholdAlone: number;
}

export function attackRandomProgrammes(seeds: readonly number[]): RandomResult {
  const result: RandomResult = {
    programmes: 0,
    people: 0,
    asked: 0,
    exchanged: 0,
    alternatives: 0,
    uncertified: [],
    learnt: [],
    unsuppressed: 0,
    thresholdAlone: 0,
  };
  for (const seed of seeds) attackProgramme(seed, result);
  return result;
}

function attackProgramme(seed: number, result: RandomResult): void {
  const random = randomFrom(seed);
  const world = randomWorld(random);
  const certificates = certify(world, releaseOf);
  result.programmes += 1;
  result.people += world.people.filter(isPaired).length;
  result.asked += certificates.asked;
  result.exchanged += certificates.exchanged;
  result.alternatives += certificates.alternatives;
  for (const question of certificates.learnt) {
    result.uncertified.push({ seed, question: JSON.stringify(question) });
  }
  const facts = readFacts(releaseOf(world), world);
  for (const finding of solveForAll(world, facts)) result.learnt.push({ seed, finding });
  result.unsuppressed += learntUnsuppressed(world, random).learnt;
  result.thresholdAlone += peopleIn(solveForAll(world, thresholdFacts(world)));
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

export function exhaustTiny([steps, sizes]: Tiny): Exhausted {
  return exhaust(steps, sizes, releaseOf);
}
