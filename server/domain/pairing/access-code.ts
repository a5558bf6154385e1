import { codeLetters } from "./alphabet.ts";

// The code to type from a card: seven random letters and a check letter, such as BKMR-TVZF.

/** Letters of a code as it is stored and compared, without the hyphen. */
export const codeLength = 8;
const modulus = codeLetters.length;

/** A code of 268 million, drawn by `drawBelow`, which must give a uniform whole number from 0 to below its argument. */
export function drawAccessCode(drawBelow: (limit: number) => number): string {
  let letters = "";
  while (letters.length < codeLength - 1) letters += codeLetters[drawBelow(modulus)];
  return letters + checkLetter(letters);
}

/**
 * The check letter after these letters, by the procedure of ISO 7064's hybrid systems (there MOD 11,10, 27,26 and
 * 37,36) with modulus 16: catches every single wrong letter and 99.1 % of swapped neighbours.
 * Example: after BKMRTVZ comes F.
 */
export function checkLetter(letters: string): string {
  let product = modulus;
  for (const letter of letters) {
    const sum = (product + codeLetters.indexOf(letter)) % modulus || modulus;
    product = (2 * sum) % (modulus + 1);
  }
  return codeLetters[(modulus + 1 - product) % modulus]!;
}

/** What somebody typed: a code, or something that cannot be one. Only what passes its check letter is ever looked up. */
export type TypedCode = { ok: true; code: string } | { ok: false };

/** Accepts lower case, spaces, hyphens and dashes anywhere, and Lithuanian letters typed for their plain ones (š for s). */
export function readAccessCode(typed: string): TypedCode {
  const code = normaliseCode(typed);
  const isWhole =
    code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter));
  return isWhole && checkLetter(code.slice(0, -1)) === code.at(-1)
    ? { ok: true, code }
    : { ok: false };
}

/** As codes are stored: capitals without blanks, hyphens and marks. Decomposed (NFD), the mark of Š stands apart and falls away. */
export function normaliseCode(typed: string): string {
  return typed
    .slice(0, 100)
    .normalize("NFD")
    .replace(/[\p{M}\s\p{Pd}_.]/gu, "")
    .toUpperCase();
}

/** XXXX-XXXX, as on the card. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
