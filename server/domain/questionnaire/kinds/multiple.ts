import type { ItemOf } from "../document.ts";
import {
  chosenIn,
  distinctValues,
  otherIn,
  otherMaximumLength,
  otherValue,
  readOther,
  subFieldOf,
} from "./choice-values.ts";
import { type KindRules, leftEmpty, mistaken, type Reading } from "./kind.ts";

/** Several options, "other" in the participant's own words among them. */
export const multiple: KindRules<"multiple"> = {
  isAsked: true,
  fieldsOf: (item) => (item.hasOther ? [item.key, subFieldOf(item.key, otherValue)] : [item.key]),
  read(item, sent) {
    const marked = distinctValues(sent, item.key);
    const other = item.hasOther ? readOther(sent, item.key) : { words: "", isTooLong: false };
    const chosen = other.words && !marked.includes(otherValue) ? [...marked, otherValue] : marked;
    if (chosen.length === 0) return leftEmpty;
    if (other.isTooLong) return mistaken(item, "too-long", { maximum: otherMaximumLength });
    return findMistake(item, chosen) ?? { answer: answerOf(item, chosen, other.words) };
  },
  fill(item, answer) {
    const fields: [string, string][] = chosenIn(answer).map((value) => [item.key, value]);
    const words = otherIn(answer);
    if (words) fields.push([subFieldOf(item.key, otherValue), words]);
    return fields;
  },
};

function findMistake(item: ItemOf<"multiple">, chosen: readonly string[]): Reading | undefined {
  const allowed = inOrder(item);
  if (!chosen.every((value) => allowed.includes(value))) return mistaken(item, "not-an-option");
  const { minimum = 0, maximum = allowed.length } = item;
  if (chosen.length < minimum) return mistaken(item, "too-few", { minimum });
  if (chosen.length > maximum) return mistaken(item, "too-many", { maximum });
  return undefined;
}

/** Stored in the questionnaire's order, whatever order was shown and marked. */
function answerOf(item: ItemOf<"multiple">, chosen: readonly string[], words: string) {
  const ordered = inOrder(item).filter((value) => chosen.includes(value));
  return item.hasOther && chosen.includes(otherValue) ? { chosen: ordered, other: words } : ordered;
}

function inOrder(item: ItemOf<"multiple">): string[] {
  const values = item.options.map((option) => option.value);
  return item.hasOther ? [...values, otherValue] : values;
}
