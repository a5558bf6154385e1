import type { ReleasedItem } from "../../server/domain/disclosure/figures-tables.ts";
import { toldSections } from "../../server/domain/gathering/told-items.ts";
import type { QuestionnaireDocument, Section } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { waveKinds } from "../../server/domain/words.ts";
import { breakdownFigure } from "./breakdown.ts";
import { changeByStartFigure } from "./change-by-start.ts";
import type { Figure } from "./figure.ts";
import { gainAxisRange } from "./gain-by-locality.ts";
import { itemAnswersFigure } from "./item-answers.ts";
import { itemChoicesFigure } from "./item-choices.ts";
import { findItem, optionLabels } from "./option-labels.ts";
import { responseShiftFigure } from "./response-shift.ts";
import { type Results, titledScales } from "./results.ts";
import { rightAnswersFigure } from "./right-answers.ts";

/** What a release may hold about a scale besides its changes: groups, right answers, answers item by item. */
export function scaleDetailFigures(
  results: Results,
  scaleKey: string,
  language: Language,
): Figure[] {
  const { document } = results;
  const titled = titledScales(results, language).find(({ scale }) => scale.key === scaleKey);
  const scale = document?.scales.find(({ key }) => key === scaleKey);
  if (!document || !titled || !scale) return [];
  const items = releasedItems(results, scale.items);
  const common = { items, document, language };
  const right = rightAnswersFigure({ ...common, scaleKey, scaleTitle: titled.title });
  const answers =
    items.length > 0 && scale.kind === "rating"
      ? [itemAnswersFigure({ ...common, key: `items-${scaleKey}`, title: titled.title })]
      : [];
  const byStart = changeByStartFigure({
    scale: titled.scale,
    scaleTitle: titled.title,
    language,
    axis: gainAxisRange(results.figures.scales),
  });
  return [
    ...breakdownsOf(results, scaleKey, language),
    ...(right ? [right] : []),
    ...answers,
    ...(byStart ? [byStart] : []),
  ];
}

function breakdownsOf(results: Results, scaleKey: string, language: Language): Figure[] {
  const titled = titledScales(results, language).find(({ scale }) => scale.key === scaleKey);
  const { scales, threshold } = results.figures;
  return (titled?.scale.breakdowns ?? []).flatMap((breakdown) => {
    const named = results.document?.breakdowns.find(({ key }) => key === breakdown.key);
    if (!titled || !named) return [];
    const { scale, title: scaleTitle } = titled;
    const axis = gainAxisRange(scales);
    return (
      breakdownFigure({ scale, scaleTitle, breakdown, named, threshold, language, axis }) ?? []
    );
  });
}

/** Looking back, and the sections that belong to no scale. */
export function otherAnswerFigures(results: Results, language: Language): Figure[] {
  const { document } = results;
  if (!document) return [];
  const sections = document.sections.filter(({ purpose }) => toldSections.includes(purpose));
  return [
    ...shiftsOf(results, document, language),
    ...sections.flatMap((section) => sectionFigures(results, section, language)),
  ];
}

/** One figure for the items that offer the same answers; one for each question of which several may be chosen. */
function sectionFigures(results: Results, section: Section, language: Language): Figure[] {
  const document = results.document!;
  const common = { document, language };
  const groups = groupBy(section.items, (key) => answersOffered(document, key, language));
  return groups.flatMap((keys, index) => {
    const items = releasedItems(results, keys);
    const [first] = items;
    if (!first) return [];
    const key = index === 0 ? `items-${section.key}` : `items-${section.key}-${first.item}`;
    const item = findItem(document, first.item);
    if (item?.kind === "multiple") return [itemChoicesFigure({ ...common, key, items })];
    const title = keys.length === 1 && item ? item.text : section.title;
    return [itemAnswersFigure({ ...common, key, items, title: inLanguage(title, language) })];
  });
}

/** Items whose bars may share their shades; questions with several answers stand alone. */
function answersOffered(document: QuestionnaireDocument, key: string, language: Language): string {
  const item = findItem(document, key);
  if (!item || item.kind === "multiple") return key;
  return optionLabels(document, item, language).join("\n");
}

function groupBy(keys: readonly string[], nameOf: (key: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const name = nameOf(key);
    groups.set(name, [...(groups.get(name) ?? []), key]);
  }
  return [...groups.values()];
}

function shiftsOf(
  { figures }: Results,
  document: QuestionnaireDocument,
  language: Language,
): Figure[] {
  const shifts = (figures.shifts ?? []).map((shift) => {
    const item = findItem(document, shift.key);
    return { shift, title: item ? inLanguage(item.text, language) : shift.key };
  });
  return shifts.length > 0 ? [responseShiftFigure(shifts, language)] : [];
}

/** The released items among these, in the questionnaire's order, each wave after the one before it. */
function releasedItems({ figures }: Results, keys: readonly string[]): ReleasedItem[] {
  const items = figures.items ?? [];
  return keys.flatMap((key) =>
    waveKinds.flatMap((wave) => items.filter((one) => one.item === key && one.wave === wave)),
  );
}
