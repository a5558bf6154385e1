import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { otherValue } from "../questionnaire/kinds/choice-values.ts";
import { consentGiven } from "../questionnaire/kinds/consent.ts";
import { recommendationPoints } from "../questionnaire/kinds/recommendation.ts";
import { noOpportunity } from "../response/answers.ts";

/** What an item may be answered with, in the questionnaire's order; undefined for free words, numbers and days. */
export function valuesOf(document: QuestionnaireDocument, item: Item): string[] | undefined {
  if (item.kind === "consent") return [consentGiven];
  if ("options" in item) {
    const values = item.options.map((option) => option.value);
    return "hasOther" in item && item.hasOther ? [...values, otherValue] : values;
  }
  const points = pointsOf(document, item);
  if (points.length === 0) return undefined;
  const hasExtra = item.kind === "rating" && document.answerSets[item.answerSet]?.noOpportunity;
  return [...points.map(String), ...(hasExtra ? [noOpportunity] : [])];
}

/** The points of an item that is answered on points, from the lowest; none for other kinds. */
export function pointsOf(document: QuestionnaireDocument, item: Item): number[] {
  if (item.kind === "recommendation") return [...recommendationPoints];
  const set = item.kind === "rating" ? document.answerSets[item.answerSet] : undefined;
  return set?.points.map((point) => point.value).sort((a, b) => a - b) ?? [];
}
