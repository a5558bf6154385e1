/** Texts told apart as people do: without regard to case, accents, quotes and blanks. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u00a0"'„“”.:;?!–-]+/g, " ")
    .trim();
}
