import { type Cohort, commonValue, possibleValues } from "./cohort.ts";
import type { Fact } from "./facts.ts";
import { meet, squaresWindow, sumWindow, type Window } from "./window.ts";
import { isPaired, type Pair, type Secret, secretOf, secrets, type World } from "./world.ts";

/** One person's secret that an attacker has worked out, in answer steps. */
export interface Finding {
  person: number;
  secret: Secret;
  value: number;
}

/** Larger groups that nothing tells apart are left alone. */
const mostPeople = 24;

/**
 * What an attacker learns of single people from published facts alone. Whoever belongs to the same
 * groups cannot be told apart; so the people fall into cohorts, with the attacker's own row taken
 * out. What is published of groups bounds the sums, sums of squares and counts of each cohort in
 * it, less what is known of the others, again and again until nothing changes; and then every data
 * set of a cohort within its bounds is gone through. Whoever answered in one wave only has a
 * cohort as well. The world serves for public knowledge (who answered when) and the own row.
 */
export function solve(
  world: World,
  facts: readonly Fact[],
  insider: number | undefined,
): Finding[] {
  const cohorts = cohortsOf(world, facts, insider);
  narrow(cohorts, factsOfOthers(world, facts, insider), world.steps);
  return cohorts
    .filter(({ members }) => members.length <= mostPeople)
    .flatMap((unknown) => findingsOf(world, unknown));
}

/** A cohort with who they are. */
interface Unknown extends Cohort {
  members: readonly number[];
}

/** A fact, with its share that the attacker's own row explains. */
interface OwnFact {
  fact: Fact;
  own: { sum: number; squares: number; higher: number; same: number; lower: number };
  others: ReadonlySet<number>;
}

function cohortsOf(world: World, facts: readonly Fact[], insider: number | undefined): Unknown[] {
  const groups = new Map<string, number[]>();
  world.people.forEach((_, person) => {
    const signature = facts.map(({ people }) => (people.includes(person) ? 1 : 0)).join("");
    if (person === insider || !signature.includes("1")) return;
    groups.set(signature, [...(groups.get(signature) ?? []), person]);
  });
  return [...groups.values()].map((members) => unknownOf(members, world.steps));
}

function unknownOf(members: readonly number[], steps: number): Unknown {
  const people = members.length;
  const score = { from: 0, to: people * steps };
  const anySquares = () => ({ from: 0, to: Number.POSITIVE_INFINITY });
  const anyCount = { from: 0, to: people };
  return {
    members,
    people,
    steps,
    sum: { before: score, after: score, gain: { from: -people * steps, to: people * steps } },
    squares: { before: anySquares, after: anySquares, gain: anySquares },
    counts: { higher: anyCount, same: anyCount, lower: anyCount },
    values: {
      before: { from: 0, to: steps },
      after: { from: 0, to: steps },
      gain: { from: -steps, to: steps },
    },
  };
}

function factsOfOthers(
  world: World,
  facts: readonly Fact[],
  insider: number | undefined,
): OwnFact[] {
  return facts.map((fact) => {
    const isIn = insider !== undefined && fact.people.includes(insider);
    const value = isIn ? secretOf(world.people[insider]! as Pair, fact.of) : 0;
    const one = (isMeant: boolean) => (isIn && isMeant ? 1 : 0);
    return {
      fact,
      own: {
        sum: value,
        squares: value * value,
        higher: one(value > 0),
        same: one(value === 0),
        lower: one(value < 0),
      },
      others: new Set(fact.people.filter((person) => person !== insider)),
    };
  });
}

/** Bounds every cohort by every fact until nothing moves. */
function narrow(cohorts: Unknown[], facts: readonly OwnFact[], steps: number): void {
  for (let before = ""; before !== boundsOf(cohorts); ) {
    before = boundsOf(cohorts);
    for (const own of facts) {
      const inside = cohorts.filter(({ members }) => own.others.has(members[0]!));
      narrowSums(inside, own, steps);
      narrowCounts(inside, own);
      narrowValues(inside, own, steps);
    }
    for (const cohort of cohorts) meetGain(cohort);
  }
  // Facts of one cohort first: they are exact, and bound the others'.
  const cohortsIn = ({ others }: OwnFact) =>
    cohorts.filter(({ members }) => others.has(members[0]!)).length;
  for (const own of [...facts].sort((a, b) => cohortsIn(a) - cohortsIn(b))) {
    narrowSquares(cohorts, own, steps);
  }
}

function boundsOf(cohorts: readonly Unknown[]): string {
  return JSON.stringify(cohorts.map(({ sum, counts }) => [sum, counts]));
}

function narrowSums(inside: readonly Unknown[], { fact, own }: OwnFact, steps: number): void {
  if (!fact.mean) return;
  const all = sumWindow(fact.mean, fact.people.length, steps);
  const left = { from: all.from - own.sum, to: all.to - own.sum };
  share(inside, left, (cohort) => ({
    get: () => cohort.sum[fact.of],
    set: (window) => {
      cohort.sum = { ...cohort.sum, [fact.of]: window };
    },
  }));
}

function narrowCounts(inside: readonly Unknown[], { fact, own }: OwnFact): void {
  for (const direction of ["higher", "same", "lower"] as const) {
    const count = fact.counts?.[direction];
    if (!count) continue;
    const left = { from: count[0] - own[direction], to: count[1] - own[direction] };
    share(inside, left, (cohort) => ({
      get: () => cohort.counts[direction],
      set: (window) => {
        cohort.counts = { ...cohort.counts, [direction]: window };
      },
    }));
  }
}

/** Of a sum over cohorts each has what the others leave. */
function share(
  inside: readonly Unknown[],
  whole: Window,
  access: (cohort: Unknown) => { get: () => Window; set: (window: Window) => void },
): void {
  for (const cohort of inside) {
    const others = inside.filter((other) => other !== cohort).map((other) => access(other).get());
    const { get, set } = access(cohort);
    const left = {
      from: whole.from - others.reduce((sum, { to }) => sum + to, 0),
      to: whole.to - others.reduce((sum, { from }) => sum + from, 0),
    };
    set(meet(get(), left));
  }
}

function narrowValues(inside: readonly Unknown[], { fact }: OwnFact, steps: number): void {
  const inSteps = (points: number) => Math.round((points * steps) / 100);
  for (const cohort of inside) {
    const known = cohort.values[fact.of];
    const from = fact.lowest === undefined ? known.from : inSteps(fact.lowest);
    const to = fact.highest === undefined ? known.to : inSteps(fact.highest);
    cohort.values = { ...cohort.values, [fact.of]: meet(known, { from, to }) };
  }
}

/** A gain is what is after less what was before, also in sums. */
function meetGain(cohort: Unknown): void {
  const { before, after, gain } = cohort.sum;
  cohort.sum = {
    gain: meet(gain, { from: after.from - before.to, to: after.to - before.from }),
    after: meet(after, { from: before.from + gain.from, to: before.to + gain.to }),
    before: meet(before, { from: after.from - gain.to, to: after.to - gain.from }),
  };
}

/** Squares are exact where a fact speaks of one cohort (and the attacker), and bounded elsewhere. */
function narrowSquares(cohorts: readonly Unknown[], own: OwnFact, steps: number): void {
  const { fact, others } = own;
  if (!fact.sd && !fact.interval) return;
  const inside = cohorts.filter(({ members }) => others.has(members[0]!));
  for (const cohort of inside) {
    const rest = inside.filter((other) => other !== cohort);
    const known = cohort.squares[fact.of];
    const taken = rest.map((other) => squaresLimits(other, fact.of));
    const squares = (sum: number) => {
      const total = squaresOfGroup(own, rest, sum, steps);
      const left = {
        from: total.from - own.own.squares - taken.reduce((a, { to }) => a + to, 0),
        to: total.to - own.own.squares - taken.reduce((a, { from }) => a + from, 0),
      };
      return meet(known(sum), left);
    };
    cohort.squares = { ...cohort.squares, [fact.of]: squares };
  }
}

/** The squares of a whole group, when one cohort has this sum and the others any of theirs. */
function squaresOfGroup(
  own: OwnFact,
  rest: readonly Unknown[],
  sum: number,
  steps: number,
): Window {
  const { fact } = own;
  const low = rest.reduce((total, other) => total + other.sum[fact.of].from, sum + own.own.sum);
  const high = rest.reduce((total, other) => total + other.sum[fact.of].to, sum + own.own.sum);
  let window = { from: Number.POSITIVE_INFINITY, to: 0 };
  for (let group = low; group <= high; group++) {
    const one = squaresWindow(fact, group, steps);
    window = { from: Math.min(window.from, one.from), to: Math.max(window.to, one.to) };
  }
  return window;
}

function squaresLimits({ sum, squares, people, steps }: Unknown, secret: Secret): Window {
  const { from, to } = sum[secret];
  let window = { from: Number.POSITIVE_INFINITY, to: 0 };
  for (let total = from; total <= to; total++) {
    const known = squares[secret](total);
    window = {
      from: Math.min(window.from, Math.max(known.from, (total * total) / people)),
      to: Math.max(window.to, Math.min(known.to, people * steps * steps)),
    };
  }
  return window;
}

function findingsOf(world: World, unknown: Unknown): Finding[] {
  const person = world.people[unknown.members[0]!]!;
  const asked = isPaired(person)
    ? secrets
    : secrets.filter((one) => one !== "gain" && person[one] !== null);
  return asked.flatMap((secret) => {
    const value = commonValue(possibleValues(unknown, secret));
    if (value === undefined) return [];
    return unknown.members.map((member) => ({ person: member, secret, value }));
  });
}
