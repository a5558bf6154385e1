import { foldText, nameKey } from "./folded-text.ts";

/** Somebody as far as it matters to whether two of them are one. */
export interface NamedPerson {
  id: string;
  fullName: string;
  email: string;
}

export type DuplicateReason = "same-name-and-address" | "same-name" | "close-name";

/** Two people who may be one; `one` sorts before `other`, so that a pair is always written the same way. */
export interface DuplicatePair {
  one: string;
  other: string;
  reason: DuplicateReason;
}

/** How telling each reason is, the most telling first. */
const order: readonly DuplicateReason[] = ["same-name-and-address", "same-name", "close-name"];
/** Names shorter than this differ too easily by one letter: Jonas and Jolas, Ona and Una. */
const shortestCloseName = 8;
/** As many people share a name by chance that comparing each with each would say nothing. */
const mostAlike = 50;

/**
 * Pairs that a person should look at: names that are the same but for case, marks and the order of words, and names one
 * letter apart (one more, one fewer, another, or two swapped). An address alone says nothing: it may be the office's.
 */
export function proposeDuplicates(people: readonly NamedPerson[]): DuplicatePair[] {
  const pairs = new Map<string, DuplicatePair>();
  const keyed = people.map((person) => ({ ...person, key: nameKey(person.fullName) }));
  for (const alike of bucketsOf(keyed, ({ key }) => [key])) {
    eachPair(alike, (one, other) => addPair(pairs, one, other, sameNameReason(one, other)));
  }
  const long = keyed.filter(({ key }) => key.length >= shortestCloseName);
  for (const alike of bucketsOf(long, ({ key }) => [key, ...deletionsOf(key)])) {
    eachPair(alike, (one, other) => {
      if (one.key !== other.key && isOneStepApart(one.key, other.key)) {
        addPair(pairs, one, other, "close-name");
      }
    });
  }
  return [...pairs.values()].sort(
    (a, b) => order.indexOf(a.reason) - order.indexOf(b.reason) || (a.one < b.one ? -1 : 1),
  );
}

function sameNameReason(one: NamedPerson, other: NamedPerson): DuplicateReason {
  const isSameAddress = one.email !== "" && foldText(one.email) === foldText(other.email);
  return isSameAddress ? "same-name-and-address" : "same-name";
}

function addPair(
  pairs: Map<string, DuplicatePair>,
  a: NamedPerson,
  b: NamedPerson,
  reason: DuplicateReason,
): void {
  const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  if (!pairs.has(`${one} ${other}`)) pairs.set(`${one} ${other}`, { one, other, reason });
}

function bucketsOf<T>(all: readonly T[], keysOf: (one: T) => string[]): T[][] {
  const buckets = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(one);
      else buckets.set(key, [one]);
    }
  }
  return [...buckets.values()].filter(({ length }) => length > 1);
}

function eachPair<T>(alike: readonly T[], visit: (one: T, other: T) => void): void {
  const some = alike.slice(0, mostAlike);
  for (const [index, one] of some.entries()) {
    for (const other of some.slice(index + 1)) visit(one, other);
  }
}

/** Every way to leave one letter out: two words one step apart share one of these, or one is among the other's. */
function deletionsOf(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** Whether one letter more, fewer or other, or two neighbours swapped, makes one word of the other. */
export function isOneStepApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.length !== b.length) return a.length > b.length ? a.slice(1) === b : b.slice(1) === a;
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return isSwapped || a.slice(1) === b.slice(1);
}
