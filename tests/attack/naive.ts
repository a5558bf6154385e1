import { tUpperQuantile } from "../../server/domain/statistics/distributions/student-t.ts";
import type { Fact } from "./facts.ts";
import { isPaired, type Pair, type Secret, secretOf, type World } from "./world.ts";

/** What a naive system shows of a group. */
export interface Showing {
  decimals: number;
  sd?: boolean;
  interval?: boolean;
  counts?: boolean;
  extremes?: boolean;
}

/** Everybody who meets a condition, by index. */
export function peopleWhere(
  world: World,
  isMeant: (person: World["people"][number], index: number) => boolean,
): number[] {
  return world.people.flatMap((person, i) => (isMeant(person, i) ? [i] : []));
}

export function pairsOfLocality(world: World, locality: number): number[] {
  return peopleWhere(world, (person) => isPaired(person) && person.locality === locality);
}

/** Publishes a variable of a group as told, with nothing held back. */
export function naiveFact(
  world: World,
  people: readonly number[],
  of: Secret,
  { decimals, sd, interval, counts, extremes }: Showing,
): Fact {
  const values = people.map((i) => secretOf(world.people[i]! as Pair, of));
  const points = values.map((value) => (100 * value) / world.steps);
  const mean = points.reduce((sum, value) => sum + value, 0) / points.length;
  const squares = points.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, points.length - 1));
  const within = 0.5 * 10 ** -decimals;
  const rounded = (value: number) => ({ value: round(value, decimals), within });
  return {
    people,
    of,
    mean: rounded(mean),
    ...(sd && people.length > 1 ? { sd: rounded(deviation) } : {}),
    ...(interval && people.length > 1
      ? { interval: rangeAround(mean, deviation, people.length, decimals) }
      : {}),
    ...(counts && of === "gain" ? { counts: countsOf(values) } : {}),
    ...(extremes ? { lowest: Math.min(...points), highest: Math.max(...points) } : {}),
  };
}

/** The three variables of a group alike. */
export function naiveFacts(world: World, people: readonly number[], showing: Showing): Fact[] {
  if (people.length === 0) return [];
  return (["before", "after", "gain"] as const).map((of) => naiveFact(world, people, of, showing));
}

function rangeAround(mean: number, deviation: number, people: number, decimals: number) {
  const half = (tUpperQuantile(0.025, people - 1) * deviation) / Math.sqrt(people);
  const within = 0.5 * 10 ** -decimals;
  return { low: round(mean - half, decimals), high: round(mean + half, decimals), within };
}

function countsOf(gains: readonly number[]): NonNullable<Fact["counts"]> {
  const count = (isMeant: (gain: number) => boolean) => gains.filter(isMeant).length;
  const exactly = (value: number) => [value, value] as const;
  return {
    higher: exactly(count((gain) => gain > 0)),
    same: exactly(count((gain) => gain === 0)),
    lower: exactly(count((gain) => gain < 0)),
  };
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
