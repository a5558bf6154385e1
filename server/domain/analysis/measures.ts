import type { QuestionnaireDocument, Scale } from "../questionnaire/document.ts";
import type { Answer, Answers } from "../response/answers.ts";
import { lattice } from "../scoring/lattice.ts";
import { scaleRule, scoreResponse } from "../scoring/score-response.ts";

/** A scale and what its scores can be. */
export interface Measure {
  scale: Scale;
  /** Scores run from 0 to `top` units ... */
  top: number;
  /** ... of which one answer step on one item moves a complete one by so many. */
  answerStep: number;
}

/** A measure whose score is kept for each person, under this number. */
export interface KeptMeasure extends Measure {
  index: number;
}

/** An item of a scale as a scale of its own: what reliability is made of. */
export interface ItemMeasure extends Measure {
  item: string;
  unitsOf: (answer: Answer) => number | null;
}

/** A "looking back" item and its "now" item. */
export interface LookingBack {
  now: KeptMeasure;
  back: KeptMeasure;
}

/** Everything of a questionnaire that is scored, by the rules of the product and no others. */
export interface Measures {
  document: QuestionnaireDocument;
  scales: KeptMeasure[];
  /** The items of each scale. */
  items: ItemMeasure[][];
  lookingBack: LookingBack[];
  /** A response's units under the number of each kept measure; null where it has no score. */
  score: (answers: Answers) => (number | null)[];
}

export function measuresOf(document: QuestionnaireDocument): Measures {
  const pairs = lookingBackPairs(document);
  const single = pairs.flat().map((item) => singleItemScale(ratingScale, item));
  const keptScales = [...document.scales, ...single];
  const kept = keptScales.map((scale, index) => ({ ...measureOf(document, scale), index }));
  const scorers = keptScales.map((scale) => scorerOf(document, scale));
  const count = document.scales.length;
  return {
    document,
    scales: kept.slice(0, count),
    items: document.scales.map((scale) =>
      scale.items.map((item) => itemMeasure(document, scale, item)),
    ),
    lookingBack: pairs.map((_, i) => {
      return { now: kept[count + 2 * i]!, back: kept[count + 2 * i + 1]! };
    }),
    score: (answers) => scorers.map((score) => score(answers)),
  };
}

/** Keys of "now" and "looking back" items. */
function lookingBackPairs({ items }: QuestionnaireDocument): [now: string, back: string][] {
  return items.flatMap((item): [string, string][] =>
    item.kind === "rating" && item.looksBackAt ? [[item.looksBackAt, item.key]] : [],
  );
}

const ratingScale: Scale = { key: "", title: {}, kind: "rating", items: [], reversed: [] };

function measureOf(document: QuestionnaireDocument, scale: Scale): Measure {
  const rule = scaleRule(document, scale);
  const { step, top } = lattice(rule);
  return { scale, top, answerStep: rule.kind === "rating" ? step / rule.items : 1 };
}

/** A dot cannot occur in a key of the questionnaire, so that such a name is nobody else's. */
function singleItemScale(scale: Scale, item: string): Scale {
  const reversed = scale.reversed.filter((key) => key === item);
  return { ...scale, key: `${scale.key}.${item}`, items: [item], reversed, minimumAnswered: 1 };
}

function itemMeasure(document: QuestionnaireDocument, whole: Scale, item: string): ItemMeasure {
  const scale = singleItemScale(whole, item);
  const score = scorerOf(document, scale);
  const known = new Map<Answer, number | null>();
  const unitsOf = (answer: Answer) => {
    const units = known.get(answer);
    if (units !== undefined) return units;
    const scored = score({ [item]: answer });
    known.set(answer, scored);
    return scored;
  };
  return { ...measureOf(document, scale), item, unitsOf };
}

/** Scores one scale. The questionnaire is cut down to it, since a hundred thousand responses are looked up in it. */
function scorerOf(document: QuestionnaireDocument, scale: Scale) {
  const items = document.items.filter((item) => scale.items.includes(item.key));
  const own = { ...document, items, scales: [scale] };
  return (answers: Answers) => scoreResponse(own, answers)[0]?.units ?? null;
}
