import { apply, type Change, comparison, type IsSame, moved, type Publisher } from "./certify.ts";
import {
  isPaired,
  type Pair,
  type Person,
  type Secret,
  secretOf,
  secrets,
  type World,
} from "./world.ts";

type Paired = Person & Pair;

export interface PeopleCertified {
  asked: number;
  certified: number;
  learnt: { person: number; secret: Secret }[];
}

/**
 * The same question where people are told apart, since everybody knows who belongs to which sector
 * and a person may be the only one of a locality. For each person and secret, data sets with the
 * same figures are searched in which this person has another value. Whoever attacks from inside
 * knows one row for sure; so there must be several such data sets, and nobody but the person asked
 * for may have another row in all of them.
 */
export function certifyPeople(world: World, publisher: Publisher): PeopleCertified {
  const isSame = comparison(world, publisher);
  const people = world.people.filter(isPaired);
  const result: PeopleCertified = { asked: 0, certified: 0, learnt: [] };
  people.forEach((person, i) => {
    for (const secret of secrets) {
      result.asked += 1;
      if (isOpenToAll(world, isSame, { people, person, secret })) result.certified += 1;
      else result.learnt.push({ person: i, secret });
    }
  });
  return result;
}

interface Target {
  people: readonly Paired[];
  person: Paired;
  secret: Secret;
}

function isOpenToAll(world: World, isSame: IsSame, target: Target): boolean {
  let always: Set<Person> | undefined;
  for (const change of candidates(target)) {
    const movers = change.map(([person]) => person).filter((one) => one !== target.person);
    if (always && !movers.some((one) => !always!.has(one)) && always.size <= movers.length)
      continue;
    if (!isOther(change, target)) continue;
    const other = apply(world, change);
    if (!other || !isSame(other)) continue;
    always = new Set(movers.filter((one) => !always || always.has(one)));
    if (always.size === 0) return true;
  }
  return false;
}

function isOther(change: Change, { person, secret }: Target): boolean {
  const row = change.find(([one]) => one === person)?.[1];
  return row !== undefined && secretOf(row, secret) !== secretOf(person, secret);
}

/**
 * Whole rows exchanged within a locality change none of its figures; what they change of a sector
 * is made good by exchanges elsewhere. Where that does not help, people are moved by an answer step.
 */
function* candidates({ people, person }: Target): Generator<Change> {
  const near = people.filter((one) => one !== person && one.locality === person.locality);
  for (const other of near) yield exchange(person, other);
  for (const other of near) {
    const pair = [person, other] as const;
    for (const more of counterExchanges(people, pair, takenBy(pair))) {
      yield [...exchange(person, other), ...more];
    }
  }
  for (const move of alone) yield [moved(person, move)];
  for (const other of near) {
    for (const move of alone) yield opposed(person, other, move);
  }
  for (const other of near) {
    for (const move of alone) {
      const taken = move.before - move.after;
      const change = opposed(person, other, move);
      for (const more of counterExchanges(people, [person, other], taken)) {
        yield [...change, ...more];
      }
    }
  }
}

/** A pair of people of one locality, whose exchange takes so many steps of gain from the first one's sector. */
interface Exchange {
  pair: readonly [Paired, Paired];
  taken: number;
}

/**
 * Exchanges of others, in their localities, that may give the sectors back what a first change took:
 * one or two between the same two sectors, then any of as many steps, since sectors that are not
 * shown can only be told together.
 */
function* counterExchanges(
  people: readonly Paired[],
  first: readonly [Paired, Paired],
  taken: number,
): Generator<Change> {
  const [one, two] = first;
  if (taken === 0 || one.sector === two.sector) return;
  const all = exchangesOf(people.filter((person) => !first.includes(person)));
  const between = all.filter(
    ({ pair: [from, to] }) => from.sector === one.sector && to.sector === two.sector,
  );
  for (const { pair, taken: given } of between) {
    if (given === -taken) yield exchange(...pair);
  }
  for (const [i, a] of between.entries()) {
    for (const b of between.slice(i + 1)) {
      if (a.taken + b.taken !== -taken || a.pair.some((person) => b.pair.includes(person)))
        continue;
      yield [...exchange(...a.pair), ...exchange(...b.pair)];
    }
  }
  for (const { pair, taken: given } of all) if (given === Math.abs(taken)) yield exchange(...pair);
  yield* chains(all, first, taken);
}

/** Two exchanges by way of a third sector. */
function* chains(
  all: readonly Exchange[],
  [one, two]: readonly [Paired, Paired],
  taken: number,
): Generator<Change> {
  const given = all.filter((exchange) => exchange.taken === -taken);
  for (const a of given.filter(({ pair }) => pair[0].sector === one.sector)) {
    for (const b of given.filter(({ pair }) => pair[1].sector === two.sector)) {
      if (a.pair[1].sector !== b.pair[0].sector) continue;
      if (!a.pair.some((person) => b.pair.includes(person))) {
        yield [...exchange(...a.pair), ...exchange(...b.pair)];
      }
    }
  }
}

/** All exchanges within localities and between sectors that change the sectors' gains. */
function exchangesOf(people: readonly Paired[]): Exchange[] {
  return people
    .flatMap((one) =>
      people
        .filter((other) => other.locality === one.locality && other.sector !== one.sector)
        .map((other) => ({ pair: [one, other] as const, taken: takenBy([one, other]) })),
    )
    .filter(({ taken }) => taken !== 0);
}

function takenBy([one, other]: readonly [Paired, Paired]): number {
  return secretOf(one, "gain") - secretOf(other, "gain");
}

const alone: readonly Pair[] = [
  { before: 0, after: -1 },
  { before: 0, after: 1 },
  { before: -1, after: 0 },
  { before: 1, after: 0 },
  { before: -1, after: -1 },
  { before: 1, after: 1 },
];

function exchange(first: Paired, second: Paired): Change {
  return [
    [first, { before: second.before, after: second.after }],
    [second, { before: first.before, after: first.after }],
  ];
}

/** Two people moved against each other by an answer step: in both waves, or in one. */
function opposed(first: Paired, second: Paired, { before, after }: Pair): Change {
  return [moved(first, { before, after }), moved(second, { before: -before, after: -after })];
}
