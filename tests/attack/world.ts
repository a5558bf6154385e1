import type { LocalityInput, ReleaseInput } from "../../server/domain/disclosure/input.ts";
import type { Cell } from "../../server/domain/statistics/cells.ts";

/** One person on one scale: scores in answer steps (0 ... steps), null where a wave has none. */
export interface Person {
  locality: number;
  before: number | null;
  after: number | null;
  /** Whose answers came in only after the first releases. */
  isLate?: boolean;
  /** A background that everybody in a small town knows. */
  sector?: number;
}

/** The people of a programme on one scale. Everything but the scores is public knowledge. */
export interface World {
  localities: number;
  /** Scores run from 0 to `steps` answer steps. */
  steps: number;
  /** Units of the lattice to one step: more than one where people with missing items fall between. */
  unitsPerStep: number;
  /**
   * With missing items: a score in units is a multiple of one of these, each for a number of items
   * answered. Nobody knows who left items out. Without: multiples of `unitsPerStep`.
   */
  multiples?: readonly number[];
  people: readonly Person[];
}

export interface Pair {
  before: number;
  after: number;
}

export function isPaired(person: Person): person is Person & Pair {
  return person.before !== null && person.after !== null;
}

/** Whether somebody can have such a score. */
export function isScore(world: World, score: number): boolean {
  const { steps, unitsPerStep, multiples = [unitsPerStep] } = world;
  const units = Math.round(score * unitsPerStep);
  return units >= 0 && units <= steps * unitsPerStep && multiples.some((one) => units % one === 0);
}

/** The three facts about a pair that nobody may learn. */
export const secrets = ["before", "after", "gain"] as const;
export type Secret = (typeof secrets)[number];

export function secretOf({ before, after }: Pair, secret: Secret): number {
  return secret === "before" ? before : secret === "after" ? after : after - before;
}

/** A programme with this scale alone, every wave closed: what the release is asked to judge. */
export function inputOf(world: World, changes: Partial<ReleaseInput> = {}): ReleaseInput {
  const { steps, unitsPerStep } = world;
  const places = Array.from({ length: world.localities }, (_, place) =>
    world.people.filter(({ locality }) => locality === place),
  );
  return {
    threshold: 5,
    smallestWorthwhile: null,
    localities: places.map(localityOf),
    scales: [
      {
        key: "scale",
        kind: "rating",
        top: steps * unitsPerStep,
        answerStep: unitsPerStep,
        localities: places.map((people, place) => ({
          locality: nameOf(place),
          cells: cellsOf(people, unitsPerStep),
        })),
        ...(world.people.some(({ sector }) => sector !== undefined) && {
          breakdowns: [{ key: "sector", groups: groupsOf(places, unitsPerStep) }],
        }),
      },
    ],
    ...changes,
  };
}

function groupsOf(places: readonly (readonly Person[])[], unitsPerStep: number) {
  const sectors = new Set(places.flat().map(({ sector = 0 }) => sector));
  return [...sectors]
    .sort((a, b) => a - b)
    .map((sector) => ({
      group: `sector-${sector}`,
      localities: places.map((people, place) => ({
        locality: nameOf(place),
        cells: cellsOf(
          people.filter((person) => person.sector === sector),
          unitsPerStep,
        ),
      })),
    }));
}

export function nameOf(place: number): string {
  return `locality-${place}`;
}

function localityOf(people: readonly Person[], place: number): LocalityInput {
  const before = people.filter((person) => person.before !== null).length;
  const after = people.filter((person) => person.after !== null).length;
  const pairs = people.filter(isPaired).length;
  return {
    locality: nameOf(place),
    closedWaves: ["before", "after"],
    enrolled: people.length,
    before,
    after,
    pairs,
    beforeOnly: before - pairs,
    afterOnly: after - pairs,
    followup: 0,
  };
}

function cellsOf(people: readonly Person[], unitsPerStep: number): Cell[] {
  const units = (steps: number | null) =>
    steps === null ? null : Math.round(steps * unitsPerStep);
  return people
    .filter(({ before, after }) => before !== null || after !== null)
    .map(({ before, after }) => ({ before: units(before), after: units(after), count: 1 }));
}
