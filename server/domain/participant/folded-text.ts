/** Letters that Unicode does not take apart into a letter and a mark, as they are typed without them. */
const plainLetters: Record<string, string> = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe" };

/** Small letters without their marks, words apart by one blank: "Šilutė – Žemaičių" is "silute zemaiciu". */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[łđøßæœ]/gu, (letter) => plainLetters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}

/** The same for two spellings of one name: the order of the words does not count either. */
export function nameKey(name: string): string {
  return foldText(name).split(" ").sort().join(" ");
}
