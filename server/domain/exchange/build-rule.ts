import type { Item, Rule } from "../questionnaire/document.ts";
import type { OutlineCondition, OutlineRule } from "./outline.ts";

type Condition = Rule["conditions"][number];

/** What a foreign name became: the item, and what its options are called now. */
export interface BuiltItem {
  item: Item;
  valueOf: (name: string | number) => string | number | undefined;
}

/** A foreign rule by our names; undefined where one of its conditions cannot be said. */
export function buildRule(
  rule: OutlineRule,
  built: ReadonlyMap<string, BuiltItem>,
): Rule | undefined {
  const conditions: Condition[] = [];
  for (const condition of rule.conditions) {
    const target = built.get(condition.item);
    const made = target && buildCondition(condition, target);
    if (!made) return undefined;
    conditions.push(made);
  }
  return { match: rule.match, conditions };
}

function buildCondition(condition: OutlineCondition, target: BuiltItem): Condition | undefined {
  const item = target.item.key;
  const { is, value: foreign } = condition;
  if (is === "unanswered") return undefined;
  if (is === "answered") return { item, is };
  // A tick is either there or not: whatever it is compared with, it is asked whether it is there.
  if (target.item.kind === "consent") {
    return is === "equal" || is === "includes" ? { item, is: "answered" } : undefined;
  }
  const value = foreign === undefined ? undefined : target.valueOf(foreign);
  if (value === undefined) return undefined;
  switch (is) {
    case "includes":
      return isChoice(target.item) ? { item, is, value } : { item, is: "equal", value };
    case "excludes":
      return target.item.kind === "single" ? { item, is: "not-equal", value } : undefined;
    case "above":
      return nextTo(target.item, value, 1, "at-least");
    case "below":
      return nextTo(target.item, value, -1, "at-most");
    default:
      return { item, is, value };
  }
}

/** "More than 3" is "at least 4" where only whole numbers can be answered. */
function nextTo(
  item: Item,
  value: string | number,
  step: 1 | -1,
  is: "at-least" | "at-most",
): Condition | undefined {
  const isWhole =
    item.kind === "rating" ||
    item.kind === "recommendation" ||
    (item.kind === "number" && item.decimals === 0);
  if (!isWhole || typeof value !== "number" || !Number.isInteger(value)) return undefined;
  return { item: item.key, is, value: value + step };
}

function isChoice(item: Item): boolean {
  return item.kind === "single" || item.kind === "multiple" || item.kind === "ranking";
}
