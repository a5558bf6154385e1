import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import type { Loss } from "./loss.ts";

/** What no other format knows of a questionnaire: which items are asked in which wave, scales, breakdowns, pairs. */
export function commonLosses(document: QuestionnaireDocument): Loss[] {
  const waves = Object.keys(document.waves);
  const isPartial = (item: Item) => item.waves.length < waves.length;
  return [
    ...(waves.length > 1
      ? [{ code: "waves-left-out", detail: String(waves.length) } as const]
      : []),
    ...document.items
      .filter(isPartial)
      .map(({ key }): Loss => ({ code: "waves-left-out", name: key })),
    ...document.scales.map(({ key }): Loss => ({ code: "scale-left-out", name: key })),
    ...document.breakdowns.map(({ key }): Loss => ({ code: "breakdown-left-out", name: key })),
    ...document.items.flatMap((item): Loss[] =>
      item.kind === "rating" && item.looksBackAt !== undefined
        ? [{ code: "looking-back-left-out", name: item.key }]
        : [],
    ),
    ...document.sections.flatMap(({ key, purpose }): Loss[] =>
      purpose === "background" ? [{ code: "newcomers-left-out", name: key }] : [],
    ),
  ];
}

/** The items of each section in order. An item of several sections stands in the first. */
export function sectionsWithItems(document: QuestionnaireDocument) {
  const left = new Map(document.items.map((item) => [item.key, item]));
  return document.sections.map((section) => {
    const items = section.items.flatMap((key) => left.get(key) ?? []);
    for (const { key } of items) left.delete(key);
    return { section, items };
  });
}

/** How ways out of an answer are called where a format has none and they stand among the options. */
export const wayOutNames = {
  cannotAnswer: "cannot_answer",
  noOpportunity: "no_opportunity",
  dontKnow: "dont_know",
} as const;
