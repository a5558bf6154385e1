/** Letters that Unicode does not take apart into a letter and a mark, as they are typed without them. */
const plainLetters: Record<string, string> = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe" };

/**
 * Whether two spellings are one person's name. Case, diacritics, hyphens, spaces and the order of the words do not count,
 * as people type "zydrune azuolaite" from a keyboard abroad; every word has to be there. An empty name is nobody's.
 */
export function isSameName(one: string, other: string): boolean {
  const words = wordsOf(one);
  return words !== "" && words === wordsOf(other);
}

function wordsOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[łđøßæœ]/gu, (letter) => plainLetters[letter] ?? letter);
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .sort()
    .join(" ");
}
