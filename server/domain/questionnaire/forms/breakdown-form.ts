import { cleanLine, lengthOf } from "../../response/clean-text.ts";
import type { FormFields } from "../../response/form-fields.ts";
import type { Text } from "../../text.ts";
import type { Breakdown, Item, ItemOf, QuestionnaireDraft } from "../document.ts";
import { type FormRow, readRows, rowFields } from "./form-rows.ts";
import {
  type FormMistake,
  type FormReading,
  readKey,
  readWording,
  typedIn,
  wordingFields,
} from "./form-words.ts";

const longestLabel = 300;

/** Only who chose one answer stands in one group. */
export function canBreakDown(item: Item): item is ItemOf<"single"> {
  return item.kind === "single";
}

/** The answers that are put into groups; the words of "other" are the page's. */
export function valuesOf(item: ItemOf<"single">): { value: string; label: Text | undefined }[] {
  const own = item.options.map(({ value, label }) => ({ value, label }));
  return item.hasOther ? [...own, { value: "other", label: undefined }] : own;
}

/** The field that says into which row of groups an answer belongs: `of.farmer` is `0`, or empty for none. */
export function groupField(value: string): string {
  return `of.${value}`;
}

export function fillBreakdownForm({ key, title, item, groups }: Breakdown): FormFields {
  const rows = groups.map(
    (group): FormRow => new Map([["value", group.key], ...Object.entries(group.label)]),
  );
  return new Map<string, readonly string[]>([
    ["key", [key]],
    ["item", [item]],
    ...wordingFields("title", title),
    ...rowFields("group", rows),
    ...groups.flatMap(({ values }, at) =>
      values.map((value): [string, string[]] => [groupField(value), [String(at)]]),
    ),
  ]);
}

/**
 * Reads groups and which answers each takes together. A row of groups without words is no group; an answer that is put
 * into one that is not there is a mistake. Groups keep their codes, as published figures are called by them.
 */
export function readBreakdownForm(
  draft: QuestionnaireDraft,
  fields: FormFields,
  old?: Breakdown,
): { ok: true; breakdown: Breakdown } | { ok: false; mistakes: FormMistake[] } {
  const reading: FormReading = { fields, languages: draft.languages, mistakes: [] };
  const item = draft.items.find(({ key }) => key === typedIn(fields, "item"));
  const isAble = item !== undefined && canBreakDown(item);
  if (!isAble) reading.mistakes.push({ field: "item", code: "unknown-choice" });
  const rows = readGroups(reading, old);
  const groups = rows.map(({ number, key, label }) => ({
    key,
    label,
    values: isAble ? valuesIn(item, fields, String(number)) : [],
  }));
  if (groups.length < 2)
    reading.mistakes.push({ field: `group.${groups.length}.${draft.languages[0]}`, code: "empty" });
  if (isAble) checkPlaces(reading, item, rows);
  const taken = new Set(draft.breakdowns.map(({ key }) => key));
  const breakdown = {
    key: old?.key ?? readKey(reading, { old: undefined, taken, base: "B" }),
    title: readWording(reading, "title", {
      longest: longestLabel,
      isNeeded: true,
      old: old?.title,
    }),
    item: item?.key ?? "",
    groups,
  };
  const { mistakes } = reading;
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, breakdown };
}

interface GroupRow {
  number: number;
  key: string;
  label: Text;
}

function readGroups({ fields, languages, mistakes }: FormReading, old?: Breakdown): GroupRow[] {
  const taken = new Set(old?.groups.map(({ key }) => key));
  return readRows(fields, "group").flatMap(({ number, row }) => {
    const words = languages.map(
      (language) => [language, cleanLine(row.get(language) ?? "")] as const,
    );
    if (words.every(([, text]) => text === "")) return [];
    for (const [language, text] of words) {
      if (lengthOf(text) <= longestLabel) continue;
      mistakes.push({
        field: `group.${number}.${language}`,
        code: "too-long",
        detail: longestLabel,
      });
    }
    const known = old?.groups.find(({ key }) => key === row.get("value"));
    const key = known?.key ?? freeGroup(taken);
    taken.add(key);
    return [{ number, key, label: { ...known?.label, ...Object.fromEntries(words) } }];
  });
}

function freeGroup(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`g${number}`)) return `g${number}`;
}

function valuesIn(item: ItemOf<"single">, fields: FormFields, number: string): string[] {
  return valuesOf(item)
    .map(({ value }) => value)
    .filter((value) => typedIn(fields, groupField(value)) === number);
}

/** Every answer stands in a group that is there or in none, and no group is without answers. */
function checkPlaces(
  { fields, languages, mistakes }: FormReading,
  item: ItemOf<"single">,
  rows: readonly GroupRow[],
): void {
  const there = new Set(["", ...rows.map(({ number }) => String(number))]);
  for (const { value } of valuesOf(item)) {
    const field = groupField(value);
    if (!there.has(typedIn(fields, field))) mistakes.push({ field, code: "unknown-choice" });
  }
  for (const { number } of rows) {
    if (valuesIn(item, fields, String(number)).length > 0) continue;
    mistakes.push({ field: `group.${number}.${languages[0]}`, code: "group-empty" });
  }
}
