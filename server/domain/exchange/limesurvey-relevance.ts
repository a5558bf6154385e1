import type { Item, Rule } from "../questionnaire/document.ts";
import { optionCodes } from "./limesurvey-item.ts";
import type { LimeWriting } from "./write-limesurvey.ts";

type Condition = Rule["conditions"][number];

/** An item's rule in ExpressionScript; "1", always, where it has none or what it asks cannot be said there. */
export function relevanceOf({ key, showIf }: Item, writing: LimeWriting): string {
  if (!showIf) return "1";
  const parts = showIf.conditions.map((condition) => partOf(condition, writing));
  if (parts.includes(undefined)) {
    writing.losses.push({ code: "condition-not-expressible", name: key });
    return "1";
  }
  return parts.map((part) => `(${part})`).join(showIf.match === "all" ? " and " : " or ");
}

function partOf({ item: key, is, value }: Condition, writing: LimeWriting): string | undefined {
  const target = writing.document.items.find((item) => item.key === key);
  if (!target) return undefined;
  const name = nameOf(target, writing);
  if (target.kind === "consent") return is === "answered" ? `${name}_given.NAOK == "Y"` : undefined;
  if (target.kind === "multiple") {
    if (is !== "includes") return undefined;
    return `${name}_${codeFor(target, value)}.NAOK == "Y"`;
  }
  const quoted = typeof value === "number" ? String(value) : `"${codeFor(target, value)}"`;
  switch (is) {
    case "answered":
      return `!is_empty(${name}.NAOK)`;
    case "equal":
      return `${name}.NAOK == ${quoted}`;
    case "not-equal":
      return `${name}.NAOK != ${quoted}`;
    case "includes":
      return target.kind === "single" ? `${name}.NAOK == ${quoted}` : undefined;
    case "at-least":
      return `${name}.NAOK >= ${quoted}`;
    case "at-most":
      return `${name}.NAOK <= ${quoted}`;
  }
}

function nameOf({ key }: Item, { codeOf, tableOf }: LimeWriting): string {
  const table = tableOf.get(key);
  return table === undefined ? codeOf(key) : `${table}_${codeOf(key)}`;
}

function codeFor(target: Item, value: string | number | undefined): string {
  const own = "options" in target ? optionCodes(target).get(String(value)) : undefined;
  return own ?? (value === "other" ? "-oth-" : String(value ?? "").replaceAll('"', ""));
}
