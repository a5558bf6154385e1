import {
  isPaired,
  isScore,
  type Pair,
  type Person,
  type Secret,
  secretOf,
  secrets,
  type World,
} from "./world.ts";

/**
 * What an attacker tried to learn: a secret of the others in a cohort, from outside or as one of
 * them. Nothing tells the pairs of a locality apart, but for who came late.
 */
export interface Question {
  cohort: string;
  secret: Secret;
  /** The attacker's own scores; undefined for an outsider. */
  insider: Pair | undefined;
}

export interface Certificates {
  /** Secrets of single people that were asked for. */
  asked: number;
  /** Answered "open" since two of the people who are alike to the attacker differ. */
  exchanged: number;
  /** Answered "open" by another data set with the very same figures. */
  alternatives: number;
  /** No other data set was found: taken as learnt. */
  learnt: Question[];
}

/**
 * Everything that is published of a world. The everyday figures are compared first, since all of
 * them take long; what counts is that all are equal.
 */
export interface Publisher {
  everyday: (world: World) => unknown;
  all: (world: World) => unknown;
}

/**
 * Tries to show for every person, secret and attacker that the published figures leave the secret
 * open. All pairs of a locality are alike to an attacker, but for the own row. So if two of the
 * others differ in the secret, exchanging them gives a data set with the same figures in which each
 * has another value. If none differ, a data set is searched in which they do, and only byte for
 * byte equal figures count. Whatever is published is judged, known rules included; what is not
 * certified counts as learnt.
 */
export function certify(world: World, publisher: Publisher): Certificates {
  const result: Certificates = { asked: 0, exchanged: 0, alternatives: 0, learnt: [] };
  const isSame = comparison(world, publisher);
  for (const cohort of new Set(world.people.filter(isPaired).map(cohortOf))) {
    const rows = pairsOf(world, cohort);
    for (const insider of [undefined, ...distinct(rows)]) {
      const others = withoutOne(rows, insider);
      for (const secret of others.length > 0 ? secrets : []) {
        result.asked += others.length;
        if (differ(others, secret)) result.exchanged += others.length;
        else if (findAlternative(world, isSame, { cohort, secret, insider })) {
          result.alternatives += others.length;
        } else result.learnt.push({ cohort, secret, insider });
      }
    }
  }
  return result;
}

/** Whether another world looks the same from outside. */
export type IsSame = (world: World) => boolean;

export function comparison(world: World, { everyday, all }: Publisher): IsSame {
  const [everydayFigures, allFigures] = [everyday(world), all(world)].map((one) =>
    JSON.stringify(one),
  );
  return (other) =>
    JSON.stringify(everyday(other)) === everydayFigures &&
    JSON.stringify(all(other)) === allFigures;
}

export function cohortOf({ locality, isLate }: Person): string {
  return `${locality}${isLate ? " late" : ""}`;
}

function pairsOf(world: World, cohort: string): (Person & Pair)[] {
  return world.people.filter(isPaired).filter((person) => cohortOf(person) === cohort);
}

function distinct(rows: readonly Pair[]): Pair[] {
  return [...new Map(rows.map((row) => [`${row.before} ${row.after}`, row])).values()];
}

function withoutOne<Row extends Pair>(rows: readonly Row[], insider: Pair | undefined): Row[] {
  const own = rows.findIndex((row) => insider && haveSameScores(row, insider));
  return rows.filter((_, i) => i !== own);
}

function haveSameScores(a: Pair, b: Pair): boolean {
  return a.before === b.before && a.after === b.after;
}

function differ(rows: readonly Pair[], secret: Secret): boolean {
  return rows.some((row) => secretOf(row, secret) !== secretOf(rows[0]!, secret));
}

/** Moves of one person's scores, in answer steps. */
const moves: readonly Pair[] = [-1, 0, 1].flatMap((before) =>
  [-1, 0, 1].map((after) => ({ before, after })),
);
const realMoves = moves.filter(({ before, after }) => before !== 0 || after !== 0);

/** People with the scores they have in another data set. */
export type Change = readonly (readonly [Person, Pair])[];

/**
 * Another data set with the same figures in which the secret differs among the others: one or two
 * of them moved by an answer step; or one exchanged with, or moved against, a person of another
 * locality.
 */
function findAlternative(
  world: World,
  isSame: IsSame,
  { cohort, secret, insider }: Question,
): boolean {
  const rows = withoutOne(pairsOf(world, cohort), insider);
  const others = representatives(rows);
  const elsewhere = representatives(
    world.people.filter(isPaired).filter((person) => cohortOf(person) !== cohort),
  );
  const isOpen = (change: Change) => {
    const changed = apply(world, change);
    if (!changed) return false;
    const otherRows = withoutOne(pairsOf(changed, cohort), insider);
    return haveLearntNothing(rows, otherRows, secret) && isSame(changed);
  };
  return (
    some(singles(others), isOpen) ||
    some(exchanges(others, elsewhere), isOpen) ||
    some(doubles(others, others), isOpen) ||
    some(doubles(others.slice(0, 1), elsewhere), isOpen) ||
    some(quadruples(others, elsewhere), isOpen)
  );
}

function some<Item>(items: Iterable<Item>, isMeant: (item: Item) => boolean): boolean {
  for (const item of items) if (isMeant(item)) return true;
  return false;
}

/** The others differ; or, where there is but one, this one has another value than in truth. */
function haveLearntNothing(rows: readonly Pair[], changed: readonly Pair[], secret: Secret) {
  if (rows.length > 1) return differ(changed, secret);
  return secretOf(rows[0]!, secret) !== secretOf(changed[0]!, secret);
}

/** Two people of each kind of row: more are never moved at once. */
function representatives(rows: readonly (Person & Pair)[]): (Person & Pair)[] {
  const seen = new Map<string, number>();
  return rows.filter((row) => {
    const key = `${cohortOf(row)} ${row.before} ${row.after}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= 2;
  });
}

function* singles(people: readonly (Person & Pair)[]): Generator<Change> {
  for (const person of people) {
    for (const move of realMoves) yield [moved(person, move)];
  }
}

function* doubles(
  some: readonly (Person & Pair)[],
  others: readonly (Person & Pair)[],
): Generator<Change> {
  for (const [first, second] of couples(some, others)) {
    for (const one of realMoves) {
      for (const other of realMoves) yield [moved(first, one), moved(second, other)];
    }
  }
}

function* exchanges(
  some: readonly (Person & Pair)[],
  others: readonly (Person & Pair)[],
): Generator<Change> {
  for (const [first, second] of couples(some, others)) {
    if (!haveSameScores(first, second))
      yield [
        [first, second],
        [second, first],
      ];
  }
}

/** Two of the others move against each other, gains unchanged, and two of another locality likewise. */
function* quadruples(
  others: readonly (Person & Pair)[],
  elsewhere: readonly (Person & Pair)[],
): Generator<Change> {
  for (const near of firstFew(opposed(others), 8)) {
    for (const far of opposed(elsewhere)) yield [...near, ...far];
  }
}

function* opposed(people: readonly (Person & Pair)[]): Generator<Change> {
  const up = { before: 1, after: 1 };
  const down = { before: -1, after: -1 };
  for (const [first, second] of couples(people, people)) {
    if (cohortOf(first) !== cohortOf(second)) continue;
    yield [moved(first, up), moved(second, down)];
    yield [moved(first, down), moved(second, up)];
  }
}

function* firstFew<Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ >= most) return;
    yield item;
  }
}

function* couples<Item>(some: readonly Item[], others: readonly Item[]): Generator<[Item, Item]> {
  for (const [i, first] of some.entries()) {
    for (const second of some === others ? others.slice(i + 1) : others) yield [first, second];
  }
}

export function moved(person: Person & Pair, move: Pair): [Person, Pair] {
  return [person, { before: person.before + move.before, after: person.after + move.after }];
}

/** The world with these people's scores; undefined where nobody can have one of them. */
export function apply(world: World, change: Change): World | undefined {
  const changed = new Map(change);
  const isPossible = ({ before, after }: Pair) => isScore(world, before) && isScore(world, after);
  if (![...changed.values()].every(isPossible)) return undefined;
  const people = world.people.map((person) => {
    const { before, after } = changed.get(person) ?? person;
    return { ...person, before, after };
  });
  return { ...world, people };
}
