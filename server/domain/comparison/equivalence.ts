import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { isSameText } from "./comparable-scales.ts";

/** One version of a questionnaire, with the items that its editors declared to mean what an item of the version before it did. */
export interface LinkedVersion {
  number: number;
  document: QuestionnaireDocument;
  /** Key of an item of this version, to the key of the item of the version before. */
  equivalentItems: Readonly<Record<string, string>>;
}

/**
 * Which item of an earlier version an item of a later one means, by key, through all versions in between: declared
 * equivalent, or the same key in the same words. An item that was changed in between without being declared is left
 * out. The versions are those of one questionnaire, in any order; empty where a version is missing.
 */
export function equivalentItems(
  versions: readonly LinkedVersion[],
  { later, earlier }: { later: number; earlier: number },
): Record<string, string> {
  const chain = versions
    .filter(({ number }) => number > earlier && number <= later)
    .sort((a, b) => b.number - a.number);
  const first = versions.find(({ number }) => number === earlier);
  if (!first || !chain[0] || chain.length !== later - earlier) return {};
  const partners = chain[0].document.items.flatMap(({ key }): [string, string][] => {
    const partner = follow(key, [...chain, first]);
    return partner === undefined ? [] : [[key, partner]];
  });
  return Object.fromEntries(partners);
}

/** The same from any version to any other: item keys of the one to those of the other. */
export function partnersBetween(
  versions: readonly LinkedVersion[],
  { from, to }: { from: number; to: number },
): Record<string, string> {
  if (from >= to) return equivalentItems(versions, { later: from, earlier: to });
  const back = equivalentItems(versions, { later: to, earlier: from });
  return Object.fromEntries(Object.entries(back).map(([theirs, ours]) => [ours, theirs]));
}

function follow(key: string, [version, before, ...rest]: LinkedVersion[]): string | undefined {
  if (!version || !before) return key;
  const partner = version.equivalentItems[key] ?? unchanged(key, version, before);
  return partner === undefined ? undefined : follow(partner, [before, ...rest]);
}

function unchanged(key: string, version: LinkedVersion, before: LinkedVersion): string | undefined {
  const [now, then] = [find(version.document, key), find(before.document, key)];
  return now && then && isSameText(now.text, then.text) ? key : undefined;
}

function find({ items }: QuestionnaireDocument, key: string): Item | undefined {
  return items.find((item) => item.key === key);
}
