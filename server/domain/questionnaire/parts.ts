import type { WaveKind } from "../words.ts";
import type { Item, QuestionnaireDocument, Section } from "./document.ts";
import { oncePerDocument } from "./once-per-document.ts";

/** A section as one wave asks it, with the items it has in that wave. Shown to participants as "part 3 of 9". */
export interface Part {
  section: Section;
  items: Item[];
}

/**
 * What a wave asks, in order. Background is asked of newcomers only, who have no earlier submitted response; a section
 * with nothing to ask in the wave is left out. The locality is never asked: the code or link knows it.
 */
export function partsOf(
  document: QuestionnaireDocument,
  { wave, isNewcomer }: { wave: WaveKind; isNewcomer: boolean },
): Part[] {
  const known = knownParts(document);
  const key = `${wave} ${isNewcomer}`;
  const parts = known.get(key) ?? listParts(document, { wave, isNewcomer });
  known.set(key, parts);
  return parts;
}

const knownParts = oncePerDocument(() => new Map<string, Part[]>());

function listParts(
  document: QuestionnaireDocument,
  { wave, isNewcomer }: { wave: WaveKind; isNewcomer: boolean },
): Part[] {
  const sections = new Map(document.sections.map((section) => [section.key, section]));
  const items = itemsByKey(document);
  return (document.waves[wave]?.sections ?? []).flatMap((key) => {
    const section = sections.get(key);
    if (!section || (section.purpose === "background" && !isNewcomer)) return [];
    const asked = section.items.flatMap((itemKey) => items.get(itemKey) ?? []);
    const here = asked.filter((item) => item.waves.includes(wave));
    return here.length > 0 ? [{ section, items: here }] : [];
  });
}

export function itemsByKey(document: QuestionnaireDocument): Map<string, Item> {
  return new Map(document.items.map((item) => [item.key, item]));
}
