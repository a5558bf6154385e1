import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";

/**
 * The labels of an item's options in the order in which releases count them: points from the lowest up and then "no
 * opportunity"; options as they stand and then "I don't know"; recommendations from 0 to 10.
 */
export function optionLabels(
  document: QuestionnaireDocument,
  item: Item,
  language: Language,
): string[] {
  switch (item.kind) {
    case "rating": {
      const set = document.answerSets[item.answerSet];
      const points = [...(set?.points ?? [])].sort((a, b) => a.value - b.value);
      const labels = points.map(({ label }) => label);
      const all = set?.noOpportunity ? [...labels, set.noOpportunity] : labels;
      return all.map((label) => inLanguage(label, language));
    }
    case "recommendation":
      return Array.from({ length: 11 }, (_, value) => String(value));
    case "knowledge": {
      const labels = item.options.map(({ label }) => inLanguage(label, language));
      return item.dontKnow ? [...labels, inLanguage(item.dontKnow, language)] : labels;
    }
    case "single":
    case "multiple": {
      const labels = item.options.map(({ label }) => inLanguage(label, language));
      return item.hasOther ? [...labels, answerTexts[language].other] : labels;
    }
    case "ranking":
      return item.options.map(({ label }) => inLanguage(label, language));
    default:
      return [];
  }
}

export function findItem(document: QuestionnaireDocument, key: string): Item | undefined {
  return document.items.find((item) => item.key === key);
}

/** Several options that stand together: "Disagree – Agree" for neighbours, else a list. */
export function joinOptions(options: readonly number[], labels: readonly string[]): string {
  const names = options.map((option) => labels[option] ?? String(option + 1));
  const isRun = options.every((option, index) => index === 0 || option === options[index - 1]! + 1);
  if (names.length <= 1) return names[0] ?? "";
  return isRun ? `${names[0]} – ${names.at(-1)}` : names.join(", ");
}
