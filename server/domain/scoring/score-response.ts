import type { Item, QuestionnaireDocument, Scale } from "../questionnaire/document.ts";
import { oncePerDocument } from "../questionnaire/once-per-document.ts";
import { type Answer, type Answers, isMissing } from "../response/answers.ts";
import { missingKnowledgeAnswer } from "./knowledge.ts";
import { halfRule, type ItemAnswer, lattice, type ScaleRule, scoreScale } from "./lattice.ts";

/** Stored with every score: a change of rule or key gives a new number, and scores are made anew. */
export const scoringVersion = 1;

export interface ResponseScore {
  scaleKey: string;
  units: number;
  answered: number;
}

/** The scores of one submitted response, one for each scale that has enough answers. */
export function scoreResponse(document: QuestionnaireDocument, answers: Answers): ResponseScore[] {
  return scorersOf(document).flatMap(({ scaleKey, rule, items }) => {
    const values = items.map((item) => itemAnswer(item, answers[item.key]));
    const score = scoreScale(rule, values);
    return score ? [{ scaleKey, ...score }] : [];
  });
}

const scorersOf = oncePerDocument((document) =>
  document.scales.map((scale) => ({
    scaleKey: scale.key,
    rule: scaleRule(document, scale),
    items: scale.items.map((key) => getItem(document, key)),
  })),
);

/** How a scale of this questionnaire is scored: its answer range, reverse keys, half rule or knowledge points. */
export function scaleRule(document: QuestionnaireDocument, scale: Scale): ScaleRule {
  const items = scale.items.map((key) => getItem(document, key));
  if (scale.kind === "knowledge") {
    return {
      kind: "knowledge",
      points: items.map((item) => (item.kind === "knowledge" ? item.points : 0)),
    };
  }
  const values = ratingValues(document, items[0]!);
  return {
    kind: "rating",
    items: items.length,
    min: Math.min(...values),
    max: Math.max(...values),
    minimumAnswered: scale.minimumAnswered ?? halfRule(items.length),
    reversed: scale.items.map((key) => scale.reversed.includes(key)),
  };
}

/** The units of a scale: scores run from 0 to `top`; one answer step on one item moves a complete one by `answerStep`. */
export function scaleUnits(
  document: QuestionnaireDocument,
  scale: Scale,
): { top: number; answerStep: number } {
  const rule = scaleRule(document, scale);
  const { step, top } = lattice(rule);
  return { top, answerStep: rule.kind === "rating" ? step / rule.items : 1 };
}

/** An answer as scoring sees it: null where it was asked and has none, undefined where it was never asked. */
function itemAnswer(item: Item, answer: Answer | undefined): ItemAnswer {
  if (answer === undefined) return undefined;
  if (isMissing(answer)) {
    if (item.kind === "knowledge") return missingKnowledgeAnswer(answer.missing);
    return answer.missing === "not-asked" ? undefined : null;
  }
  if (item.kind === "knowledge") return answer === item.correct ? item.points : 0;
  return typeof answer === "number" ? answer : null;
}

function ratingValues(document: QuestionnaireDocument, item: Item): number[] {
  if (item.kind === "recommendation") return [0, 10];
  const set = item.kind === "rating" ? document.answerSets[item.answerSet] : undefined;
  if (!set) throw new Error(`item ${item.key} has no rating to score`);
  return set.points.map((point) => point.value);
}

function getItem(document: QuestionnaireDocument, key: string): Item {
  const item = document.items.find((candidate) => candidate.key === key);
  if (!item) throw new Error(`the questionnaire has no item ${key}`);
  return item;
}
