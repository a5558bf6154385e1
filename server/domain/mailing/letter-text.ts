/** What a letter's text may name, in braces; each is filled in for each letter. */
export const placeholders = ["programme", "organisation", "locality", "closes", "link"] as const;
export type Placeholder = (typeof placeholders)[number];
export type LetterValues = Record<Placeholder, string>;

export type LetterFault =
  | { fault: "empty" }
  | { fault: "too-long" }
  | { fault: "line-break" }
  | { fault: "no-link" }
  | { fault: "link-in-subject" }
  | { fault: "unknown"; words: string };

const namedIn = (text: string) =>
  [...text.matchAll(/\{([^{}\n]{0,40})\}/g)].map(([, name]) => name!);

function unknownIn(text: string): LetterFault[] {
  const unknown = namedIn(text).find((name) => !placeholders.some((known) => known === name));
  return unknown === undefined ? [] : [{ fault: "unknown", words: `{${unknown}}` }];
}

/** A subject is one line: whatever could end a line of a letter's head is refused, not repaired. */
export function faultOfSubject(text: string): LetterFault | undefined {
  if (text.trim() === "") return { fault: "empty" };
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return { fault: "line-break" };
  if (text.length > 200) return { fault: "too-long" };
  if (namedIn(text).includes("link")) return { fault: "link-in-subject" };
  return unknownIn(text)[0];
}

/** A text has to lead somewhere. */
export function faultOfBody(text: string): LetterFault | undefined {
  if (text.trim() === "") return { fault: "empty" };
  if (text.length > 5_000) return { fault: "too-long" };
  if (!namedIn(text).includes("link")) return { fault: "no-link" };
  return unknownIn(text)[0];
}

/** Each placeholder is replaced once: what stands in a value is never read as a placeholder again. */
export function fillIn(text: string, values: LetterValues): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    isPlaceholder(name) ? values[name] : whole,
  );
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((known) => known === name);
}
