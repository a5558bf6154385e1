import type { Answers } from "./answers.ts";

/** A part of a draft as it is stored. */
export interface StoredPart {
  /** Of the whole draft; grows with every save. */
  revision: number;
  answers: Answers;
}

/**
 * What a page knew of a part when it was shown; it comes back with the form. A page that may not show the answers
 * carries the revision alone: a fingerprint of few answers would give them away.
 */
export function seenOf({ revision, answers }: StoredPart, canRead: boolean): string {
  return canRead ? `${revision}.${fingerprint(answers)}` : String(revision);
}

/**
 * Whether a part was changed behind a page's back, in another window or on another device, so that storing what the
 * page sends would silently overwrite it. A page without a mark was shown when the part held nothing.
 */
export function hasChangedSince(seen: string | undefined, stored: StoredPart): boolean {
  if (seen === undefined) return Object.keys(stored.answers).length > 0;
  const [revision, print] = seen.split(".");
  if (revision === String(stored.revision)) return false;
  return print !== fingerprint(stored.answers);
}

/**
 * The same, told by the revision alone: a message that was held up on its way, and sent again meanwhile, then never
 * overwrites what is newer, even where the part has come back to what it was.
 */
export function hasMovedSince(seen: string | undefined, stored: StoredPart): boolean {
  if (seen === undefined) return Object.keys(stored.answers).length > 0;
  return seen.split(".")[0] !== String(stored.revision);
}

/** Whether two sets of answers say the same, whatever the order of their keys. */
export function areSameAnswers(one: Answers, other: Answers): boolean {
  return sortedJson(one) === sortedJson(other);
}

/** FNV-1a over the sorted answers, in 53 bits: two states of one form hardly ever meet. */
function fingerprint(answers: Answers): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  const text = sortedJson(answers);
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return (low >>> 0).toString(36) + (high >>> 11).toString(36);
}

function sortedJson(answers: Answers): string {
  const entries = Object.entries(answers).map(([key, answer]) => [key, sorted(answer)] as const);
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** jsonb gives the keys of an object back in an order of its own. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}
