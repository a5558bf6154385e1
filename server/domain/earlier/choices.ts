import { headingsOf } from "../analysis/answer-columns.ts";
import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import { type WaveKind, waveKinds } from "../words.ts";

/** What stands in a column: whose response it is, in which wave and where; or an item's key (or `KEY.other`). */
export const identityFields = ["code", "locality", "wave"] as const;

/** How a table of earlier answers is to be understood; what somebody has chosen so far. */
export interface EarlierChoices {
  /** Which sheet, counted from 0, and the row of its headings, counted from 1. */
  sheet: number;
  headRow: number;
  /** By column what it is; "" for what is passed over. */
  columns: string[];
  /** Of all rows, where no column says it. */
  wave: WaveKind | "";
  locality: string;
  /** The day that all responses are said to be of. */
  day: string;
  /** By item and cell what it means: an option's value, or "~skipped". */
  values: Record<string, Record<string, string>>;
}

/** The items of all versions that the waves use, each key once; the first version that has it speaks for it. */
export function itemsOfWaves(documents: readonly QuestionnaireDocument[]): Item[] {
  const items = new Map<string, Item>();
  for (const item of documents.flatMap((document) => document.items)) {
    if (headingsOf(item).length > 0 && !items.has(item.key)) items.set(item.key, item);
  }
  return [...items.values()];
}

/** What a column may be, in the order in which it is offered. */
export function fieldsOf(items: readonly Item[]): string[] {
  return [...identityFields, ...items.flatMap(headingsOf)];
}

/** Words that headings of such columns usually are. */
const usualHeads: Record<(typeof identityFields)[number], readonly string[]> = {
  code: ["kodas", "code", "pair", "pairing code", "id", "dalyvio kodas", "poros kodas", "token"],
  locality: ["vietovė", "locality", "town", "miestas", "place", "savivaldybė"],
  wave: ["etapas", "wave", "laikas", "time", "phase", "prieš/po", "anketa"],
};

/** Takes a heading for a column's meaning: an item's key, its text in any language, or a usual word. Each only once. */
export function proposeColumns(heads: readonly string[], items: readonly Item[]): string[] {
  const names = new Map<string, string>();
  for (const item of items) {
    for (const text of Object.values(item.text)) names.set(fold(text), item.key);
  }
  for (const item of items) {
    for (const heading of headingsOf(item)) names.set(fold(heading), heading);
  }
  for (const field of identityFields)
    for (const head of usualHeads[field]) names.set(fold(head), field);
  const taken = new Set<string>();
  return heads.map((head) => {
    const field = names.get(fold(head));
    if (field === undefined || taken.has(field)) return "";
    taken.add(field);
    return field;
  });
}

/** Texts told apart as people do: without regard to case, accents, quotes and blanks. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u00a0"'„“”.:;?!–-]+/g, " ")
    .trim();
}

const waveWords: Record<WaveKind, readonly string[]> = {
  before: ["before", "pre", "pries", "pries mokymus", "t1", "1", "i", "pradzia", "baseline"],
  after: ["after", "post", "po", "po mokymu", "t2", "2", "ii", "pabaiga", "endline"],
  followup: ["followup", "follow up", "t3", "3", "iii", "veliau", "po 3 men", "po 6 men"],
};

/** The wave that a cell names, if it names one. */
export function waveOf(cell: string): WaveKind | undefined {
  const folded = fold(cell);
  return waveKinds.find((kind) => waveWords[kind].includes(folded));
}

export type ChoicesFault = "no-wave" | "no-locality" | "no-items" | "twice" | "no-day";

/** What keeps a table from being understood; nothing where every row can be read. */
export function checkChoices(choices: EarlierChoices): ChoicesFault[] {
  const used = choices.columns.filter((field) => field !== "");
  const isIdentity = (field: string) => identityFields.some((one) => one === field);
  const faults: ChoicesFault[] = [];
  if (new Set(used).size < used.length) faults.push("twice");
  if (!used.includes("wave") && choices.wave === "") faults.push("no-wave");
  if (!used.includes("locality") && choices.locality === "") faults.push("no-locality");
  if (!used.some((field) => !isIdentity(field))) faults.push("no-items");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(choices.day)) faults.push("no-day");
  return faults;
}

/** Whether a column is the words for "other" of an item. */
export function isOtherField(field: string): boolean {
  return field.endsWith(subFieldOf("", otherValue));
}
