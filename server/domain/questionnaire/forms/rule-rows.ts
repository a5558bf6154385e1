import { cleanLine } from "../../response/clean-text.ts";
import type { Item, QuestionnaireDraft, Rule } from "../document.ts";
import { otherValue } from "../kinds/choice-values.ts";
import { recommendationPoints } from "../kinds/recommendation.ts";
import { isSameJson } from "../same-json.ts";
import { type FormRow, readRows, rowFields } from "./form-rows.ts";
import { type FormReading, typedIn } from "./form-words.ts";

type Condition = Rule["conditions"][number];

export const comparisons = [
  "answered",
  "equal",
  "not-equal",
  "includes",
  "at-least",
  "at-most",
] as const;

/** What a condition can look at: an item, or one answer to it. `KEY` or `KEY=value` in the form. */
export function targetOf(item: string, value?: string | number): string {
  return value === undefined ? item : `${item}=${value}`;
}

/** The answers to an item that a condition can name; empty where they are typed. */
export function namedAnswers(draft: QuestionnaireDraft, item: Item): (string | number)[] {
  switch (item.kind) {
    case "rating":
      return draft.answerSets[item.answerSet]?.points.map((point) => point.value) ?? [];
    case "recommendation":
      return [...recommendationPoints];
    case "single":
    case "multiple":
      return [...item.options.map(({ value }) => value), ...(item.hasOther ? [otherValue] : [])];
    case "knowledge":
    case "ranking":
      return item.options.map(({ value }) => value);
    default:
      return [];
  }
}

export function ruleFields(
  draft: QuestionnaireDraft,
  rule: Rule | undefined,
): [string, string[]][] {
  if (!rule) return [];
  const rows = rule.conditions.map(({ item, is, value }): FormRow => {
    const target = draft.items.find(({ key }) => key === item);
    const isNamed =
      value !== undefined && target && namedAnswers(draft, target).some((one) => one === value);
    const typed = isNamed || value === undefined ? "" : String(value);
    return new Map([
      ["target", targetOf(item, isNamed ? value : undefined)],
      ["is", is],
      ["value", typed],
    ]);
  });
  return [["match", [rule.match]], ...rowFields("when", rows)];
}

/** The rule of a form; rows that look at nothing are left out, and without rows there is no rule. */
export function readRule(reading: FormReading, draft: QuestionnaireDraft): Rule | undefined {
  const conditions = readRows(reading.fields, "when").flatMap(({ number, row }) => {
    const chosen = row.get("target") ?? "";
    return chosen === "" ? [] : [readCondition(reading, draft, { number, row, chosen })];
  });
  const distinct = conditions.filter(
    (one, at) => !conditions.slice(0, at).some((earlier) => isSameJson(earlier, one)),
  );
  if (distinct.length === 0) return undefined;
  const match = typedIn(reading.fields, "match") === "any" ? "any" : "all";
  return { match, conditions: distinct.slice(0, 10) };
}

function readCondition(
  { mistakes }: FormReading,
  draft: QuestionnaireDraft,
  { number, row, chosen }: { number: number; row: FormRow; chosen: string },
): Condition {
  const [key = "", named] = chosen.split("=");
  const target = draft.items.find((item) => item.key === key);
  if (!target) mistakes.push({ field: `when.${number}.target`, code: "unknown-choice" });
  const is = comparisons.find((one) => one === row.get("is")) ?? "answered";
  if (is === "answered" && named === undefined) return { item: key, is };
  const typed = named ?? cleanLine(row.get("value") ?? "");
  if (typed === "") mistakes.push({ field: `when.${number}.value`, code: "rule-value-missing" });
  // An answer was named, so "is answered" cannot be all that was meant.
  const meant = is === "answered" ? "equal" : is;
  return { item: key, is: meant, value: valueFor(target, typed) };
}

function valueFor(target: Item | undefined, typed: string): string | number {
  const isNumeric = target && ["rating", "recommendation", "number"].includes(target.kind);
  const number = Number(typed.replace(/^[−–]/, "-").replace(",", "."));
  return isNumeric && typed !== "" && Number.isFinite(number) ? number : typed;
}
