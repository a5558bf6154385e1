import { valuesOf } from "../analysis/item-values.ts";
import type { ItemInput } from "../disclosure/input.ts";
import type { Item, ItemOf, QuestionnaireDocument, Section } from "../questionnaire/document.ts";
import { chosenIn } from "../questionnaire/kinds/choice-values.ts";
import { type Answer, isMissing } from "../response/answers.ts";

/** Sections whose answers are told item by item, for the whole programme, outside the scales. */
export const toldSections: readonly Section["purpose"][] = [
  "overall",
  "satisfaction",
  "behaviour",
  "conditions",
];

/** An item that may be told, and how its answers are counted. */
export interface ToldItem {
  key: string;
  item: Item;
  /** Options in the questionnaire's order: points from the lowest up and "no opportunity"; options and "I don't know". */
  options: number;
  /** The options that an answer counts for: one, several where several may be chosen, none where there is no answer. */
  optionsOf(answer: Answer | undefined): readonly number[];
}

/** How a release judges an item's counts. */
export type ItemRules = Pick<ItemInput, "isOrdered" | "hasTopTwo" | "isMultiple" | "choosable">;

const noOptions: readonly number[] = [];

/** Undefined for items with as many answers as people: words, numbers, days, orders. */
export function toldItem(document: QuestionnaireDocument, key: string): ToldItem | undefined {
  const item = document.items.find((one) => one.key === key);
  if (!item || item.kind === "ranking" || item.kind === "consent") return undefined;
  const values = valuesOf(document, item);
  if (!values) return undefined;
  const hasDontKnow = item.kind === "knowledge" && item.dontKnow !== undefined;
  const places = new Map(values.map((value, place) => [value, [place]] as const));
  const dontKnow = hasDontKnow ? [values.length] : noOptions;
  return {
    key,
    item,
    options: values.length + (hasDontKnow ? 1 : 0),
    optionsOf: (answer) => {
      if (answer === undefined) return noOptions;
      if (isMissing(answer)) return answer.missing === "dont-know" ? dontKnow : noOptions;
      if (typeof answer === "number") return places.get(String(answer)) ?? noOptions;
      if (typeof answer === "string") return places.get(answer) ?? noOptions;
      return chosenIn(answer).flatMap((value) => places.get(value) ?? []);
    },
  };
}

/** A "no opportunity" at the end is no best answer, so there is no share of the best two beside it. */
export function rulesOfItem(
  { item, options }: ToldItem,
  document: QuestionnaireDocument,
): ItemRules {
  if (item.kind === "recommendation") return { isOrdered: true, hasTopTwo: true };
  if (item.kind === "multiple") return { ...severalOf(item, options), hasTopTwo: false };
  if (item.kind !== "rating") return { isOrdered: false, hasTopTwo: false };
  const hasExtra = document.answerSets[item.answerSet]?.noOpportunity !== undefined;
  return { isOrdered: true, hasTopTwo: !hasExtra };
}

/** Where only one of several may be chosen, it is a choice like any other. Whoever chose nothing has not answered. */
function severalOf({ minimum = 0, maximum }: ItemOf<"multiple">, options: number) {
  const choosable = { fewest: Math.max(1, minimum), most: maximum ?? options };
  if (choosable.most === 1) return { isOrdered: false };
  return { isOrdered: false, isMultiple: true, choosable };
}
