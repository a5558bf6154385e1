import { checkItems } from "./check-items.ts";
import { checkLanguages } from "./check-languages.ts";
import { checkRouting } from "./check-routing.ts";
import { checkBreakdowns, checkScales } from "./check-scales.ts";
import type { QuestionnaireDocument } from "./document.ts";
import { type Finding, findRepeated } from "./finding.ts";
import { itemsByKey } from "./parts.ts";

/**
 * What keeps a document from being published, beyond its shape: keys that repeat or lead nowhere, waves that do not
 * match, scales of the wrong items, wordings that lack a language. An empty list means that it is consistent.
 */
export function checkDocument(document: QuestionnaireDocument): Finding[] {
  return [
    ...checkKeys(document),
    ...checkWaves(document),
    ...checkSections(document),
    ...checkPlacing(document),
    ...checkItems(document),
    ...checkRouting(document),
    ...checkScales(document),
    ...checkBreakdowns(document),
    ...checkLanguages(document),
  ];
}

function checkKeys(document: QuestionnaireDocument): Finding[] {
  const lists = ["sections", "items", "scales", "breakdowns"] as const;
  return lists.flatMap((list) =>
    findRepeated(
      document[list].map((entry) => entry.key),
      list,
    ),
  );
}

function checkWaves(document: QuestionnaireDocument): Finding[] {
  const known = new Set(document.sections.map((section) => section.key));
  const waves = Object.entries(document.waves);
  if (waves.length === 0) return [{ code: "no-wave", path: "waves" }];
  return waves.flatMap(([wave, part]) => {
    const path = `waves.${wave}.sections`;
    const unknown = part.sections.flatMap((key, index): Finding[] =>
      known.has(key) ? [] : [{ code: "section-unknown", path: `${path}[${index}]`, key }],
    );
    return [...unknown, ...findRepeated(part.sections, path)];
  });
}

function checkSections(document: QuestionnaireDocument): Finding[] {
  const items = itemsByKey(document);
  return document.sections.flatMap((section, at) => {
    const path = `sections[${at}].items`;
    const unknown = section.items.flatMap((key, index): Finding[] =>
      items.has(key) ? [] : [{ code: "item-unknown", path: `${path}[${index}]`, key }],
    );
    return [...unknown, ...findRepeated(section.items, path)];
  });
}

/** Every item is asked once in each of its waves: not twice, not never, and in no wave that the document lacks. */
function checkPlacing(document: QuestionnaireDocument): Finding[] {
  const sections = new Map(document.sections.map((section) => [section.key, section]));
  return document.items.flatMap((item, at) =>
    item.waves.flatMap((wave): Finding[] => {
      const path = `items[${at}].waves`;
      const part = document.waves[wave];
      if (!part) return [{ code: "wave-missing", path, key: wave }];
      const holding = part.sections.filter((key) => sections.get(key)?.items.includes(item.key));
      if (holding.length === 1) return [];
      const code = holding.length === 0 ? "item-not-placed" : "item-placed-twice";
      return [{ code, path: `items[${at}]`, key: item.key, detail: wave }];
    }),
  );
}
