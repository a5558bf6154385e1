import { headingsOf } from "../analysis/answer-columns.ts";
import { optionCodes } from "../exchange/limesurvey-item.ts";
import type { Item } from "../questionnaire/document.ts";
import { otherValue } from "../questionnaire/kinds/choice-values.ts";
import { identityFields } from "./choices.ts";
import { fold } from "./fold.ts";
import { itemKeyOf, optionField } from "./option-columns.ts";

/** Words that headings of such columns usually are. */
const usualHeads: Record<(typeof identityFields)[number], readonly string[]> = {
  code: ["kodas", "code", "pair", "pairing code", "dalyvio kodas", "poros kodas", "token"],
  locality: ["vietovė", "locality", "town", "miestas", "place", "savivaldybė"],
  wave: ["etapas", "wave", "laikas", "time", "phase", "prieš/po", "anketa"],
};

/** Services number responses under it: it names a person only where nothing else does. */
const weakCodeHead = "id";

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
  if (!found.includes("code")) {
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
  if (item.kind !== "multiple") return;
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
  if (item.hasOther) name(`${item.key}/${otherValue}`, optionField(item.key, otherValue));
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
