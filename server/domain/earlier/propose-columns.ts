import { headingsOf } from "../analysis/answer-columns.ts";
import { optionCodes } from "../exchange/limesurvey-item.ts";
import type { Item, ItemOf } from "../questionnaire/document.ts";
import { otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import { identityFields } from "./choices.ts";
import { fold } from "./fold.ts";
import { itemKeyOf, optionField } from "./option-columns.ts";
import { placeField, placesOf } from "./rank-columns.ts";

/** Words that headings of such columns usually are. */
const usualHeads: Record<(typeof identityFields)[number], readonly string[]> = {
  code: ["kodas", "code", "pair", "pairing code", "dalyvio kodas", "poros kodas", "token"],
  locality: ["vietovė", "locality", "town", "miestas", "place", "savivaldybė"],
  wave: ["etapas", "wave", "laikas", "time", "phase", "prieš/po", "anketa"],
};

/** It names a person only where nothing else does, and never beside what services write: they number responses so. */
const weakCodeHead = "id";
const serviceHeads = new Set([
  ...["start time", "completion time", "pradzios laikas", "uzbaigimo laikas", "pabaigos laikas"],
  ...["submitdate", "lastpage", "startlanguage", "date submitted", "last page", "timestamp"],
  ...["respondent id", "collector id", "_uuid", "_submission_time", "laiko zyma", "ipaddr"],
]);

/**
 * Takes a heading for a column's meaning: an item's key, its text in any language, an option of a multiple choice, or
 * a usual word, in the forms that LimeSurvey ("Q1", "Q1. Text", "Q1[SQ001]", "Text [Option]"), KoboToolbox
 * ("group/q1/option") and SurveyMonkey ("Question - Option") write. Each meaning only once; a question that has a column
 * of its own gets none for its options.
 */
export function proposeColumns(heads: readonly string[], items: readonly Item[]): string[] {
  const names = namesOf(items);
  const found = heads.map((head) => {
    const whole = formsOf(head).map((form) => names.get(form));
    const parts = bracketsOf(head).map((form) => names.get(form));
    const ofItems = parts.filter((field) => !identityFields.some((one) => one === field));
    return [...whole, ...ofItems].find((field) => field !== undefined) ?? "";
  });
  const isOfService = heads.some((head) => serviceHeads.has(fold(head)));
  if (!found.includes("code") && !isOfService) {
    const weak = heads.findIndex((head) => fold(head) === weakCodeHead);
    if (weak !== -1 && found[weak] === "") found[weak] = "code";
  }
  const whole = new Set(found);
  const isDoubled = (field: string) => field.includes(":") && whole.has(itemKeyOf(field));
  return found.map((field, at) => (found.indexOf(field) < at || isDoubled(field) ? "" : field));
}

/** What a column may be called, folded; later names outrank earlier ones. */
function namesOf(items: readonly Item[]): Map<string, string> {
  const names = new Map<string, string>();
  const name = (text: string, field: string) => {
    if (foldHead(text) !== "") names.set(foldHead(text), field);
  };
  for (const item of items) nameOptions(item, name);
  for (const item of items) {
    for (const text of Object.values(item.text)) {
      name(text, item.key);
      name(`${item.key} ${text}`, item.key);
    }
  }
  for (const item of items) {
    for (const heading of headingsOf(item)) {
      name(heading.replaceAll("_", ""), heading);
      name(heading, heading);
    }
  }
  for (const field of identityFields) {
    for (const head of usualHeads[field]) name(head, field);
  }
  return names;
}

function nameOptions(item: Item, name: (text: string, field: string) => void): void {
  if ("hasOther" in item && item.hasOther) nameOther(item, name);
  if (item.kind === "ranking") namePlaces(item, name);
  if (item.kind !== "multiple" && item.kind !== "ranking") return;
  const stems = [...Object.values(item.text), item.key.replaceAll("_", ""), item.key];
  const codes = optionCodes(item);
  for (const { value, label } of item.options) {
    const endings = [...Object.values(label), codes.get(value) ?? value, value];
    for (const stem of stems) {
      for (const ending of endings) {
        name(`${stem} ${ending}`, optionField(item.key, value));
        name(`${stem}/${ending}`, optionField(item.key, value));
      }
    }
  }
  if (item.kind === "multiple" && item.hasOther)
    name(`${item.key}/${otherValue}`, optionField(item.key, otherValue));
}

/** As services head the column for the words of "other". */
function nameOther(item: Item, name: (text: string, field: string) => void): void {
  const endings = ["Other (please specify)", "Kita (prašome nurodyti)", "Kita (įrašykite)"];
  for (const stem of Object.values(item.text)) {
    for (const ending of endings) name(`${stem} ${ending}`, subFieldOf(item.key, otherValue));
  }
}

/** LimeSurvey has a column for each place: "R1[1]", "Put in order [Rank 1]". */
function namePlaces(item: ItemOf<"ranking">, name: (text: string, field: string) => void): void {
  const stems = [...Object.values(item.text), item.key.replaceAll("_", ""), item.key];
  for (const place of placesOf(item)) {
    for (const stem of stems) {
      for (const ending of [`${place}`, `Rank ${place}`, `${place} vieta`, `Vieta ${place}`]) {
        name(`${stem} ${ending}`, placeField(item.key, place));
      }
    }
  }
}

const ofCode = /^\s*([A-Za-z][A-Za-z0-9_]*(?:\[[^\][]*\])*)\.(?:\s|$)/;
const lastBracket = /\[([^\][]+)\]\s*$/;

/** The folded forms of a heading, the whole first; the first that names something counts. */
function formsOf(head: string): string[] {
  const code = ofCode.exec(head)?.[1] ?? "";
  const [question = ""] = code.split("[", 1);
  const option = lastBracket.exec(head)?.[1] ?? "";
  return [head, ...pathEndings(head), code, question && `${question} ${option}`].map(foldHead);
}

/** What stands in brackets: in LimeSurvey's arrays that is the item, by its code or its text. */
function bracketsOf(head: string): string[] {
  const code = ofCode.exec(head)?.[1] ?? "";
  return [code, head].map((text) => foldHead(lastBracket.exec(text)?.[1] ?? ""));
}

/** Groups stand in groups a few deep; a heading of thousands would cost the square of them. */
const mostGroups = 10;

/** "a/b/c" without its first groups: "b/c" and "c". */
function pathEndings(head: string): string[] {
  const parts = head.split("/").slice(-mostGroups);
  return parts.slice(1).map((_, index) => parts.slice(index + 1).join("/"));
}

function foldHead(text: string): string {
  const parts = fold(text.replace(/[[\]_]/g, " ")).split("/");
  return parts.map((part) => part.trim()).join("/");
}
