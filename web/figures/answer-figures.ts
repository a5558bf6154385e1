import type { ReleasedItem } from "../../server/domain/disclosure/figures-tables.ts";
import { toldSections } from "../../server/domain/gathering/told-items.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { waveKinds } from "../../server/domain/words.ts";
import { breakdownFigure } from "./breakdown.ts";
import type { Figure } from "./figure.ts";
import { gainAxisRange } from "./gain-by-locality.ts";
import { itemAnswersFigure } from "./item-answers.ts";
import { findItem } from "./option-labels.ts";
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
  return [...breakdownsOf(results, scaleKey, language), ...(right ? [right] : []), ...answers];
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
    ...sections.flatMap((section) => {
      const items = releasedItems(results, section.items);
      if (items.length === 0) return [];
      const title = inLanguage(section.title, language);
      const key = `items-${section.key}`;
      return [itemAnswersFigure({ key, title, items, document, language })];
    }),
  ];
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
