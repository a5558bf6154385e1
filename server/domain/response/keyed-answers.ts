import { Problem } from "../problem.ts";
import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { rulesOf } from "../questionnaire/kinds/all.ts";
import {
  cannotAnswerValue,
  dontKnowValue,
  otherValue,
  subFieldOf,
} from "../questionnaire/kinds/choice-values.ts";
import { partsOf } from "../questionnaire/parts.ts";
import type { Text } from "../text.ts";
import type { WaveKind } from "../words.ts";
import { noOpportunity } from "./answers.ts";
import { type FormFields, valuesOf } from "./form-fields.ts";
import { asDigits, marksIn, placeOf } from "./keyed-places.ts";
import { type ReadAnswers, readAnswers } from "./read-answers.ts";

// Answers from paper as they are keyed: by the place of the ticked box, which is quicker and surer than by its wording.

/** An item with the number printed beside it. */
export interface NumberedItem {
  item: Item;
  number: number;
}

/**
 * What a wave asks on paper, numbered through: the background is printed for everybody, as anybody may get a sheet. What
 * is only read has no number, so that the first question is 1 whatever stands before it.
 */
export function numberedItems(document: QuestionnaireDocument, wave: WaveKind): NumberedItem[] {
  const items = partsOf(document, { wave, isNewcomer: true }).flatMap((part) => part.items);
  return items
    .filter(({ kind }) => kind !== "information")
    .map((item, index) => ({ item, number: index + 1 }));
}

/** One box on paper: the form value it stands for, and its label; null for "other", which the product words itself. */
export interface PaperBox {
  value: string;
  label: Text | null;
}

/** The boxes of an item in the order in which they are printed; the first has place 1. */
export function boxesOf(item: Item, document: QuestionnaireDocument): PaperBox[] {
  switch (item.kind) {
    case "rating":
      return ratingBoxes(document.answerSets[item.answerSet]);
    case "knowledge":
      return [...item.options, ...boxIf(dontKnowValue, item.dontKnow)];
    case "single":
    case "multiple":
      return item.hasOther ? [...item.options, { value: otherValue, label: null }] : item.options;
    case "ranking":
      return item.options;
    default:
      return [];
  }
}

function ratingBoxes(set: QuestionnaireDocument["answerSets"][string] | undefined): PaperBox[] {
  if (!set) return [];
  return [
    ...set.points.map(({ value, label }) => ({ value: String(value), label })),
    ...boxIf(cannotAnswerValue, set.cannotAnswer),
    ...boxIf(noOpportunity, set.noOpportunity),
  ];
}

function boxIf(value: string, label: Text | undefined): PaperBox[] {
  return label ? [{ value, label }] : [];
}

/** The fields in which an item of a sheet is keyed: one, and a second for the words after "other". */
export function keyedFieldsOf(item: Item): string[] {
  if (!rulesOf(item).isAsked) return [];
  const hasOther = (item.kind === "single" || item.kind === "multiple") && item.hasOther;
  return hasOther ? [item.key, subFieldOf(item.key, otherValue)] : [item.key];
}

/**
 * Reads a keyed sheet into typed answers. What is left empty was skipped: nothing can be required of a sheet that
 * somebody has handed in.
 *
 * @throws Problem "bad-request" for a field that no item of the sheet has.
 */
export function readKeyedSheet(
  document: QuestionnaireDocument,
  { wave, keyed }: { wave: WaveKind; keyed: FormFields },
): ReadAnswers {
  const items = numberedItems(document, wave).map(({ item }) => ({ ...item, isRequired: false }));
  const known = new Set(items.flatMap(keyedFieldsOf));
  for (const field of keyed.keys()) if (!known.has(field)) throw new Problem("bad-request");
  const sent = new Map<string, string[]>();
  for (const item of items) {
    for (const [field, value] of formValuesOf(item, keyed, document)) {
      sent.set(field, [...(sent.get(field) ?? []), value]);
    }
  }
  return readAnswers({ document, items, sent });
}

/**
 * What was keyed for one item as the values that its form fields would send. A place that is not on the sheet becomes
 * a value that no item has, so that the item's own reader refuses it.
 */
export function formValuesOf(
  item: Item,
  keyed: FormFields,
  document: QuestionnaireDocument,
): [field: string, value: string][] {
  const typed = valuesOf(keyed, item.key);
  switch (item.kind) {
    case "rating":
    case "single":
    case "multiple":
    case "knowledge":
      return [
        ...typed
          .flatMap(marksIn)
          .map((token): [string, string] => [item.key, valueAt(boxesOf(item, document), token)]),
        ...otherWords(item, keyed),
      ];
    case "ranking":
      return rankedValues(item, typed.flatMap(marksIn));
    case "recommendation":
      return typed.flatMap(marksIn).map((token) => [item.key, token]);
    case "number":
    case "date":
      return typed.map((text) => [item.key, asDigits(text)]);
    default:
      return typed.map((text) => [item.key, text]);
  }
}

/** No item has an option like this: values of options begin with a letter or a digit. */
const notOnTheSheet = "?";

function valueAt(boxes: readonly PaperBox[], token: string): string {
  const place = placeOf(token);
  return (place !== undefined && boxes[place - 1]?.value) || notOnTheSheet;
}

function otherWords(item: Item, keyed: FormFields): [string, string][] {
  const [, other] = keyedFieldsOf(item);
  return other ? valuesOf(keyed, other).map((words) => [other, words]) : [];
}

/** A ranking is keyed as the numbers written beside its options, from the top down. */
function rankedValues(
  item: Extract<Item, { kind: "ranking" }>,
  tokens: readonly string[],
): [string, string][] {
  const isTooLong = tokens.length > item.options.length;
  return tokens.slice(0, item.options.length).map((token, index) => {
    const field = subFieldOf(item.key, item.options[index]!.value);
    return [field, isTooLong ? notOnTheSheet : token];
  });
}
