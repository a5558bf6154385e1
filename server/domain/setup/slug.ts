/** The form of an address's part: small letters, digits and hyphens. `new` and `arrival` are addresses of their own. */
const slugForm = /^[a-z0-9][a-z0-9-]{0,79}$/;
const reserved = new Set(["arrival", "new"]);
const longest = 60;

/** A title or name as part of an address: „Kultūros inovacijos 2017“ gives kulturos-inovacijos-2017. May be empty. */
export function slugOf(words: string): string {
  const plain = words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 20)).replace(/(?<!-)-+$/, "");
}

export function isSlug(text: string): boolean {
  return slugForm.test(text) && !reserved.has(text);
}

/** The first of `wish`, `wish-2`, `wish-3` that nobody has. */
export function freeSlug(wish: string, taken: ReadonlySet<string>): string {
  const base = wish === "" || reserved.has(wish) ? `p-${wish}`.replace(/-$/, "") : wish;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
