import { nameKey } from "../participant/folded-text.ts";

/**
 * Whether two spellings are one person's name. Case, diacritics, hyphens, spaces and the order of the words do not count,
 * as people type "zydrune azuolaite" from a keyboard abroad; every word has to be there. An empty name is nobody's.
 */
export function isSameName(one: string, other: string): boolean {
  const words = nameKey(one);
  return words !== "" && words === nameKey(other);
}
