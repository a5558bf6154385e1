import { between, normal, pick, type Random } from "./random.ts";
import type { Person, World } from "./world.ts";

/** How a locality answers a scale: ordinary ones, and those in which answers come close to each other. */
const moods = [
  "ordinary",
  "ordinary",
  "ordinary",
  "near-top",
  "all-to-top",
  "unchanged",
  "alike",
  "same-before",
  "same-after",
  "few-gain-much",
] as const;
type Mood = (typeof moods)[number];

/** Answer steps of scales as they occur: one item of 1 ... 5, eight knowledge items, four or five items of 1 ... 5. */
const stepsOfScales = [4, 8, 16, 20] as const;

/**
 * A programme of five localities of 6 to 20 people on one scale. In one locality of seven or so
 * people answer nearly alike, far more often than in life: there the attack has something to find.
 */
export function randomWorld(
  random: Random,
  {
    hasLate = false,
    steps = pick(random, stepsOfScales),
  }: { hasLate?: boolean; steps?: number } = {},
): World {
  const people = Array.from({ length: 5 }, (_, locality) =>
    randomLocality(random, { locality, steps, size: between(random, 6, 20) }),
  ).flat();
  if (hasLate) return { localities: 5, steps, unitsPerStep: 1, people: withLate(random, people) };
  return { localities: 5, steps, unitsPerStep: 1, people };
}

function randomLocality(
  random: Random,
  {
    locality,
    steps,
    size,
    mood = pick(random, moods),
  }: { locality: number; steps: number; size: number; mood?: Mood },
): Person[] {
  const level = between(random, 0, steps);
  const rise = between(random, -2, Math.ceil(steps / 3));
  return Array.from({ length: size }, () =>
    dropOut(random, answer(random, { locality, mood, steps, level, rise })),
  );
}

/** In each second locality up to eight people answer late. */
function withLate(random: Random, people: readonly Person[]): Person[] {
  const late = [0, 1, 2, 3, 4].map(() => (random() < 0.5 ? between(random, 1, 8) : 0));
  return people.map((person) =>
    late[person.locality]!-- > 0 ? { ...person, isLate: true } : person,
  );
}

/** A scale of four items of which people leave some out: their scores fall between the others'. */
export function randomWorldWithGaps(random: Random): World {
  const multiples = [3, 4, 6];
  const people = randomWorld(random, { steps: 16 }).people.map((person) => {
    const gapped = (score: number | null) => {
      if (score === null || random() > 0.08) return score;
      const multiple = pick(random, [4, 6]);
      return (Math.round((score * 3) / multiple) * multiple) / 3;
    };
    return { ...person, before: gapped(person.before), after: gapped(person.after) };
  });
  return { localities: 5, steps: 16, unitsPerStep: 3, multiples, people };
}

/** Larger localities, of which more often than of small ones it is told how people changed by where they started. */
export function randomWorldOfMany(random: Random, { hasLate = false } = {}): World {
  const steps = pick(random, stepsOfScales);
  const people = Array.from({ length: 4 }, (_, locality) =>
    randomLocality(random, {
      locality,
      steps,
      size: between(random, 12, 30),
      mood: pick(random, ["ordinary", "ordinary", "ordinary", "few-gain-much"]),
    }),
  ).flat();
  if (hasLate) return { localities: 4, steps, unitsPerStep: 1, people: withLate(random, people) };
  return { localities: 4, steps, unitsPerStep: 1, people };
}

/** A larger programme: three localities of 24 to 40, everybody in one of two or three sectors. */
export function randomWorldWithSectors(random: Random): World {
  const steps = pick(random, stepsOfScales);
  const sectors = between(random, 2, 3);
  const people = Array.from({ length: 3 }, (_, locality) =>
    randomLocality(random, { locality, steps, size: between(random, 24, 40) }).map((person) => ({
      ...person,
      sector: Math.min(sectors, between(random, 1, 4)),
    })),
  ).flat();
  return { localities: 3, steps, unitsPerStep: 1, people };
}

interface Setting {
  locality: number;
  mood: Mood;
  steps: number;
  level: number;
  rise: number;
}

function answer(random: Random, setting: Setting): Person {
  const { locality, mood, steps, level, rise } = setting;
  const [before, after] = scores(random, { mood, steps, level, rise });
  const isOdd = mood !== "ordinary" && random() < 0.12;
  const inside = (score: number) => Math.min(steps, Math.max(0, Math.round(score)));
  return isOdd
    ? { locality, before: between(random, 0, steps), after: between(random, 0, steps) }
    : { locality, before: inside(before), after: inside(after) };
}

function scores(random: Random, setting: Omit<Setting, "locality">): [number, number] {
  const { mood, steps, level, rise } = setting;
  const start = 0.5 * steps + 0.2 * steps * normal(random);
  const end = start + rise + 0.15 * steps * normal(random);
  switch (mood) {
    case "ordinary":
      return [start, end];
    case "near-top":
      return [steps - Math.abs(normal(random)), steps - 0.6 * Math.abs(normal(random))];
    case "all-to-top":
      return [start, steps];
    case "unchanged":
      return [Math.round(start), Math.round(start)];
    case "alike":
      return [Math.round(start), Math.round(start) + rise];
    case "same-before":
      return [level, end];
    case "same-after":
      return [start, level];
    case "few-gain-much":
      return [start, random() < 0.2 ? start + 0.5 * steps : start];
  }
}

/** Of ten people one misses the wave after, one in twenty the wave before. */
function dropOut(random: Random, person: Person): Person {
  const chance = random();
  if (chance < 0.1) return { ...person, after: null };
  return chance < 0.15 ? { ...person, before: null } : person;
}
