import { headingsOf } from "../analysis/answer-columns.ts";
import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { type WaveKind, waveKinds } from "../words.ts";
import { fold } from "./fold.ts";
import { fieldsOfItem, itemKeyOf } from "./option-columns.ts";

/**
 * What stands in a column: whose response it is, in which wave and where; or an item's key, its words for "other"
 * (`KEY.other`), or whether one option of it was chosen (`KEY:option`).
 */
export const identityFields = ["code", "locality", "wave"] as const;

/** How a table of earlier answers is to be understood; what somebody has chosen so far. */
export interface EarlierChoices {
  /** Which sheet, counted from 0, and the row of its headings, counted from 1. */
  sheet: number;
  headRow: number;
  /** Whether the row below the headings names the options of the questions above it. */
  optionRow?: boolean;
  /** By column what it is; "" for what is passed over. */
  columns: string[];
  /** Of all rows, where no column says it. */
  wave: WaveKind | "";
  locality: string;
  /** The day that all responses are said to be of. */
  day: string;
  /** By item and cell what it means: an option's value, or "~skipped"; in an option's column "~chosen" or "~skipped". */
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
  return [...identityFields, ...items.flatMap(fieldsOfItem)];
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

export type ChoicesFault =
  | "no-wave"
  | "no-locality"
  | "no-items"
  | "twice"
  | "whole-and-parts"
  | "no-day";

/** What keeps a table from being understood; nothing where every row can be read. */
export function checkChoices(choices: EarlierChoices): ChoicesFault[] {
  const used = choices.columns.filter((field) => field !== "");
  const isIdentity = (field: string) => identityFields.some((one) => one === field);
  const faults: ChoicesFault[] = [];
  if (new Set(used).size < used.length) faults.push("twice");
  if (used.some((field) => field.includes(":") && used.includes(itemKeyOf(field))))
    faults.push("whole-and-parts");
  if (!used.includes("wave") && choices.wave === "") faults.push("no-wave");
  if (!used.includes("locality") && choices.locality === "") faults.push("no-locality");
  if (!used.some((field) => !isIdentity(field))) faults.push("no-items");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(choices.day)) faults.push("no-day");
  return faults;
}
