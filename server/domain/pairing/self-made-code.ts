/**
 * A code that people can make again months later without keeping anything: six things that they know by heart, that
 * never change and that do not stand together on forms. Digits of phones, favourites and streets are forgotten or change.
 */
export const selfMadeElements = [
  { key: "mother", kind: "letter" },
  { key: "day", kind: "number", from: 1, to: 31 },
  { key: "month", kind: "number", from: 1, to: 12 },
  { key: "siblings", kind: "number", from: 0, to: 3 },
  { key: "surname", kind: "letter" },
  { key: "birthplace", kind: "letter" },
] as const;

export type SelfMadeKey = (typeof selfMadeElements)[number]["key"];

/** Chosen where somebody does not know; it then counts as the one element that may differ. */
export const unknownElement = "?";

const letters = "ABCDEFGHIJKLMNOPRSTUVYZQWX";

/** What can be chosen for an element. Letters come without marks: Č is chosen as C. */
export function choicesOf(element: (typeof selfMadeElements)[number]): string[] {
  if (element.kind === "letter") return [...letters];
  const numbers = Array.from(
    { length: element.to - element.from + 1 },
    (_, at) => element.from + at,
  );
  return numbers.map(String);
}

/** Six chosen values in the order of the elements, or which were not chosen. */
export type ReadSelfMade = { ok: true; values: string[] } | { ok: false; missing: SelfMadeKey[] };

export function readSelfMade(chosen: (key: SelfMadeKey) => string | undefined): ReadSelfMade {
  const isChoice = (element: (typeof selfMadeElements)[number]) => {
    const value = chosen(element.key);
    return value === unknownElement || choicesOf(element).includes(value ?? "");
  };
  const missing = selfMadeElements.filter((element) => !isChoice(element));
  if (missing.length > 0) return { ok: false, missing: missing.map((element) => element.key) };
  return { ok: true, values: selfMadeElements.map((element) => chosen(element.key)!) };
}

/**
 * The texts to be hashed: place 0 is the whole code, place 1 ... 6 the code without that element. Two codes differ in
 * at most one element exactly when they agree at some place, so pairs are found by equal hashes alone, and nothing of
 * the elements has to be stored. A place that would rest on an unknown element has none.
 */
export function textsToHash(values: readonly string[]): { place: number; text: string }[] {
  const places = Array.from({ length: values.length + 1 }, (_, place) => place);
  return places.flatMap((place) => {
    const left = values.map((value, at) => (at === place - 1 ? "*" : value));
    return left.includes(unknownElement) ? [] : [{ place, text: `${place}:${left.join("|")}` }];
  });
}

/** As it is shown to be noted or photographed: "A 07 03 2 R V". */
export function formatSelfMade(values: readonly string[]): string {
  const isDate = (at: number) => ["day", "month"].includes(selfMadeElements[at]?.key ?? "");
  return values.map((value, at) => (isDate(at) ? value.padStart(2, "0") : value)).join(" ");
}
