import type { QuestionnaireDocument, Scale } from "../questionnaire/document.ts";
import type { Answers } from "../response/answers.ts";
import { scaleUnits, scoreResponse } from "../scoring/score-response.ts";

/** A scale, what its scores can be, and how the product gives them. */
export interface Measure {
  scale: Scale;
  /** Scores run from 0 to `top` units ... */
  top: number;
  /** ... of which one answer step on one item moves a complete one by so many. */
  answerStep: number;
  /** A response's units; null where it has no score. */
  score: (answers: Answers) => number | null;
}

/** An item of a scale as a scale of its own: what reliability is made of. */
export interface ItemMeasure extends Measure {
  item: string;
}

/** A measure whose score is kept for each person, under this number. */
export interface KeptMeasure extends Measure {
  index: number;
  items: ItemMeasure[];
}

/** A "now" item, and the item that looks back at it. */
export interface LookingBack {
  now: KeptMeasure;
  back: KeptMeasure;
}

/** Everything of a questionnaire that is scored: its scales first, then the items that are looked back at. */
export interface Measures {
  document: QuestionnaireDocument;
  kept: KeptMeasure[];
  scales: KeptMeasure[];
  lookingBack: LookingBack[];
}

export function measuresOf(document: QuestionnaireDocument): Measures {
  const pairs = lookingBackPairs(document);
  const single = pairs.flat().map((item) => singleItemScale(ratingScale, item));
  const kept = [...document.scales, ...single].map((scale, index): KeptMeasure => {
    const items = scale.items.map((item) => {
      return { ...measureOf(document, singleItemScale(scale, item)), item };
    });
    return { ...measureOf(document, scale), index, items };
  });
  const count = document.scales.length;
  const lookingBack = pairs.map((_, i) => {
    return { now: kept[count + 2 * i]!, back: kept[count + 2 * i + 1]! };
  });
  return { document, kept, scales: kept.slice(0, count), lookingBack };
}

function lookingBackPairs({ items }: QuestionnaireDocument): [now: string, back: string][] {
  return items.flatMap((item): [string, string][] =>
    item.kind === "rating" && item.looksBackAt ? [[item.looksBackAt, item.key]] : [],
  );
}

const ratingScale: Scale = { key: "", title: {}, kind: "rating", items: [], reversed: [] };

/** Scored by the rules of scales, so that there are no others. */
function singleItemScale(scale: Scale, item: string): Scale {
  const reversed = scale.reversed.filter((key) => key === item);
  return { ...scale, items: [item], reversed, minimumAnswered: 1 };
}

function measureOf(document: QuestionnaireDocument, scale: Scale): Measure {
  const own = { ...document, scales: [scale] };
  const score = (all: Answers) => scoreResponse(own, all)[0]?.units ?? null;
  return { scale, ...scaleUnits(document, scale), score };
}
