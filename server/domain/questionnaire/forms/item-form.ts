import type { FormFields } from "../../response/form-fields.ts";
import type { Text } from "../../text.ts";
import { waveKinds } from "../../words.ts";
import { type Item, type ItemKind, itemDraftSchema, type QuestionnaireDraft } from "../document.ts";
import {
  type FormMistake,
  type FormReading,
  isTicked,
  numberField,
  readKey,
  readNumber,
  readOptionalWording,
  readWording,
  tickField,
  typedIn,
  wordingFields,
} from "./form-words.ts";
import { type Option, optionFields, readOptions } from "./option-rows.ts";
import { readRule, ruleFields } from "./rule-rows.ts";

export const longestText = 2000;
const longestHelp = 1000;
const longestLabel = 300;

/** What a form asks for: any kind of item, or both halves of a "looking back / now" pair at once. */
export type FormKind = ItemKind | "pair";

/** An item as its form shows it. */
export function fillItemForm(
  draft: QuestionnaireDraft,
  item: Item,
  sectionKey: string,
): FormFields {
  return new Map<string, readonly string[]>([
    ["key", [item.key]],
    ["section", [sectionKey]],
    ...wordingFields("text", item.text),
    ...wordingFields("help", item.help),
    ["wave", item.waves],
    ...tickField("isRequired", item.isRequired),
    ...ruleFields(draft, item.showIf),
    ...kindFields(item),
  ]);
}

function kindFields(item: Item): [string, readonly string[]][] {
  switch (item.kind) {
    case "rating":
      return [
        ["answerSet", [item.answerSet]],
        ["looksBackAt", [item.looksBackAt ?? ""]],
      ];
    case "single":
    case "multiple":
    case "knowledge":
    case "ranking":
      return choiceFields(item);
    case "recommendation":
      return [...wordingFields("low", item.lowLabel), ...wordingFields("high", item.highLabel)];
    case "short-text":
    case "long-text":
      return numberField("maximumLength", item.maximumLength);
    case "number":
      return [
        ...numberField("minimum", item.minimum),
        ...numberField("maximum", item.maximum),
        ...numberField("decimals", item.decimals),
        ...wordingFields("unit", item.unit),
      ];
    case "date":
      return [
        ["earliest", [item.earliest ?? ""]],
        ["latest", [item.latest ?? ""]],
      ];
    case "consent":
    case "information":
      return [];
  }
}

function choiceFields(item: Extract<Item, { options: unknown }>): [string, readonly string[]][] {
  const common = [...optionFields(item.options), ...tickField("isShuffled", item.isShuffled)];
  if (item.kind === "ranking") return common;
  if (item.kind === "knowledge") {
    const correct = item.options.findIndex(({ value }) => value === item.correct);
    return [
      ...common,
      ["correct", correct < 0 ? [] : [String(correct)]],
      ...numberField("points", item.points),
      ...wordingFields("dontKnow", item.dontKnow),
    ];
  }
  const other = [...common, ...tickField("hasOther", item.hasOther)];
  if (item.kind === "single") return other;
  return [
    ...other,
    ...numberField("minimum", item.minimum),
    ...numberField("maximum", item.maximum),
  ];
}

export type ReadItem =
  | { ok: true; item: Item; sectionKey: string }
  | { ok: false; mistakes: FormMistake[] };

/** Reads an item of one kind from its form: the item, or everything that is wrong with what was typed. */
export function readItemForm(
  draft: QuestionnaireDraft,
  fields: FormFields,
  { kind, old }: { kind: ItemKind; old?: Item },
): ReadItem {
  const reading: FormReading = { fields, languages: draft.languages, mistakes: [] };
  const sectionKey = typedIn(fields, "section");
  if (!draft.sections.some(({ key }) => key === sectionKey)) {
    reading.mistakes.push({ field: "section", code: "unknown-choice" });
  }
  const taken = new Set(draft.items.map(({ key }) => key));
  const candidate = {
    kind,
    key: readKey(reading, { old: old?.key, taken, base: sectionKey || "Q" }),
    text: readWording(reading, "text", {
      longest: longestText,
      isLong: kind === "information",
      isNeeded: true,
      old: old?.text,
    }),
    help: readOptionalWording(reading, "help", { longest: longestHelp, old: old?.help }),
    waves: waveKinds.filter((wave) => fields.get("wave")?.includes(wave)),
    isRequired: kind !== "information" && isTicked(fields, "isRequired"),
    showIf: readRule(reading, draft),
    ...readKind(reading, kind, old),
  };
  return finish(reading, candidate, sectionKey);
}

/** What the fields' own readers let through and the format still refuses: a number outside of its range. */
function finish(reading: FormReading, candidate: object, sectionKey: string): ReadItem {
  const read = itemDraftSchema.safeParse(candidate);
  if (reading.mistakes.length > 0) return { ok: false, mistakes: reading.mistakes };
  if (read.success) return { ok: true, item: read.data, sectionKey };
  const mistakes = read.error.issues.map(({ path }): FormMistake => {
    const field = String(path[0] ?? "text");
    return { field, code: /earliest|latest/.test(field) ? "not-a-date" : "out-of-range" };
  });
  return { ok: false, mistakes };
}

function readKind(reading: FormReading, kind: ItemKind, old: Item | undefined): object {
  const { fields } = reading;
  switch (kind) {
    case "rating":
      return {
        answerSet: typedIn(fields, "answerSet"),
        looksBackAt: typedIn(fields, "looksBackAt") || undefined,
      };
    case "single":
    case "multiple":
    case "knowledge":
    case "ranking":
      return readChoice(reading, kind, old);
    case "recommendation":
      return {
        lowLabel: readWording(reading, "low", {
          longest: longestLabel,
          old: oldWords(old, "lowLabel"),
        }),
        highLabel: readWording(reading, "high", {
          longest: longestLabel,
          old: oldWords(old, "highLabel"),
        }),
      };
    case "short-text":
    case "long-text":
      return { maximumLength: readNumber(reading, "maximumLength") };
    case "number":
      return {
        minimum: readNumber(reading, "minimum", { isWhole: false }),
        maximum: readNumber(reading, "maximum", { isWhole: false }),
        decimals: readNumber(reading, "decimals"),
        unit: readOptionalWording(reading, "unit", { longest: 40, old: oldWords(old, "unit") }),
      };
    case "date":
      return {
        earliest: typedIn(fields, "earliest") || undefined,
        latest: typedIn(fields, "latest") || undefined,
      };
    case "consent":
    case "information":
      return {};
  }
}

function readChoice(
  reading: FormReading,
  kind: "single" | "multiple" | "knowledge" | "ranking",
  old: Item | undefined,
): object {
  const { fields } = reading;
  const known: readonly Option[] = old && "options" in old ? old.options : [];
  const { options, valueOfRow } = readOptions(reading, known);
  const common = { options, isShuffled: isTicked(fields, "isShuffled") };
  if (kind === "ranking") return common;
  if (kind === "knowledge") {
    return {
      ...common,
      correct: valueOfRow.get(Number.parseInt(typedIn(fields, "correct"), 10)) ?? "",
      points: readNumber(reading, "points"),
      dontKnow: readOptionalWording(reading, "dontKnow", {
        longest: longestLabel,
        old: oldWords(old, "dontKnow"),
      }),
    };
  }
  const other = { ...common, hasOther: isTicked(fields, "hasOther") };
  if (kind === "single") return other;
  return {
    ...other,
    minimum: readNumber(reading, "minimum"),
    maximum: readNumber(reading, "maximum"),
  };
}

function oldWords(old: Item | undefined, field: string): Text | undefined {
  return old && (old as unknown as Record<string, Text | undefined>)[field];
}
