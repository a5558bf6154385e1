import { leastCommonMultiple } from "./divisors.ts";

/**
 * How a scale makes a score of its items' answers. `reversed` marks the items whose answers count
 * from the other end; `points` holds the highest points of each knowledge item.
 */
export type ScaleRule =
  | {
      kind: "rating";
      items: number;
      min: number;
      max: number;
      minimumAnswered: number;
      reversed: readonly boolean[];
    }
  | { kind: "knowledge"; points: readonly number[] };

/**
 * One item's answer: a raw rating or the points of a knowledge item; null where it was shown and
 * has no answer, undefined where it was never shown.
 */
export type ItemAnswer = number | null | undefined;

/** The whole numbers on which a scale's scores lie: 0 ... top, `step` of them to one answer step. */
export interface Lattice {
  step: number;
  top: number;
}

/** A score in units of its lattice, and how many items it rests on. */
export interface ScaleScore {
  units: number;
  answered: number;
}

/**
 * How many items must be answered for a score when the questionnaire does not say: half of them,
 * rounded up (the half rule of EORTC QLQ-C30 and SF-36 scoring), and both of two.
 */
export function halfRule(items: number): number {
  return items === 2 ? 2 : Math.ceil(items / 2);
}

/**
 * The lattice of a rule. A mean of m answers is a multiple of 1/m of an answer step, so with
 * step = lcm(minimum, ..., items) every possible score is a whole number of units. Scores held so
 * have exact ties, zeros and sums. Example: five items of 1 ... 5, three needed: step 60, top 240.
 */
export function lattice(rule: ScaleRule): Lattice {
  if (rule.kind === "knowledge") return { step: 1, top: rule.points.reduce((a, b) => a + b, 0) };
  let step = rule.minimumAnswered;
  for (let answered = step + 1; answered <= rule.items; answered++) {
    step = leastCommonMultiple(step, answered);
  }
  return { step, top: (rule.max - rule.min) * step };
}

/**
 * The score of one person's answers, in the order of the rule's items; undefined where there is
 * none. A rating scale is the mean of its answered items (the same as prorating their sum) once
 * enough are answered. A knowledge scale adds points: an item left empty in a sent questionnaire
 * earns none, but with an item that was never shown there is no score.
 */
export function scoreScale(
  rule: ScaleRule,
  answers: readonly ItemAnswer[],
): ScaleScore | undefined {
  return rule.kind === "rating" ? scoreRating(rule, answers) : scoreKnowledge(answers);
}

type RatingRule = Extract<ScaleRule, { kind: "rating" }>;

function scoreRating(rule: RatingRule, answers: readonly ItemAnswer[]): ScaleScore | undefined {
  let sum = 0;
  let answered = 0;
  answers.forEach((answer, item) => {
    if (answer === null || answer === undefined) return;
    sum += keyed(rule, answer, item) - rule.min;
    answered += 1;
  });
  if (answered < rule.minimumAnswered) return undefined;
  return { units: (sum * lattice(rule).step) / answered, answered };
}

/** An answer counted in the scale's direction: a reversed item's lowest answer is its highest. */
export function keyed(rule: RatingRule, answer: number, item: number): number {
  return rule.reversed[item] ? rule.min + rule.max - answer : answer;
}

function scoreKnowledge(answers: readonly ItemAnswer[]): ScaleScore | undefined {
  let units = 0;
  let answered = 0;
  for (const points of answers) {
    if (points === undefined) return undefined;
    if (points === null) continue;
    units += points;
    answered += 1;
  }
  return { units, answered };
}

/**
 * A score as percent of the maximum possible (POMP; Cohen, Cohen, Aiken & West 1999), the points
 * of 100 in which everything is reported. Example: 180 of 240 units are 75 points.
 */
export function percentOfMaximum(units: number, top: number): number {
  return (100 * units) / top;
}

/** What one answer step on one item moves a complete score, in points of 100; 5 for five items of 1 ... 5. */
export function answerStepPoints(rule: ScaleRule): number {
  if (rule.kind === "knowledge") return 100 / lattice(rule).top;
  return 100 / ((rule.max - rule.min) * rule.items);
}
