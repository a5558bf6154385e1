import type { Item, QuestionnaireDraft, Rule } from "./document.ts";
import { otherValue } from "./kinds/choice-values.ts";
import { recommendationPoints } from "./kinds/recommendation.ts";
import { itemsByKey } from "./parts.ts";
import { holds } from "./routing.ts";

type Condition = Rule["conditions"][number];

interface Unreachable {
  code: "unreachable";
  path: string;
  key: string;
}

/**
 * Items whose rule no answers can meet: two options at once of a question that takes one, a number below its limit,
 * or a condition on an item that is itself never shown.
 */
export function checkReach(document: QuestionnaireDraft): Unreachable[] {
  const items = itemsByKey(document);
  const known = new Map<string, boolean>();
  const canShow = (item: Item, asking: ReadonlySet<string> = new Set()): boolean => {
    const settled = known.get(item.key);
    if (settled !== undefined) return settled;
    // Circles are reported as rules that look ahead.
    if (asking.has(item.key)) return true;
    const deeper = new Set([...asking, item.key]);
    const reached = (key: string) => {
      const target = items.get(key);
      return !target || canShow(target, deeper);
    };
    const shown = !item.showIf || canHold(document, item.showIf, reached);
    known.set(item.key, shown);
    return shown;
  };
  return document.items.flatMap((item, at): Unreachable[] =>
    canShow(item) ? [] : [{ code: "unreachable", path: `items[${at}].showIf`, key: item.key }],
  );
}

function canHold(
  document: QuestionnaireDraft,
  { match, conditions }: Rule,
  reached: (key: string) => boolean,
): boolean {
  const items = itemsByKey(document);
  const canBe = (about: readonly Condition[]) => {
    const target = items.get(about[0]!.item);
    return reached(about[0]!.item) && (!target || someAnswerMeets(document, target, about));
  };
  if (match === "any") return conditions.some((condition) => canBe([condition]));
  const targets = [...new Set(conditions.map((condition) => condition.item))];
  return targets.every((key) => canBe(conditions.filter((condition) => condition.item === key)));
}

/** Tries every answer where they can be listed; several options at once can meet whatever one of them does. */
function someAnswerMeets(
  document: QuestionnaireDraft,
  target: Item,
  conditions: readonly Condition[],
): boolean {
  const possible = answersOf(document, target, conditions);
  if (!possible) return true;
  const rule: Rule = { match: "all", conditions: [...conditions] };
  return possible.some((answer) => holds(rule, { [target.key]: answer }));
}

function answersOf(
  document: QuestionnaireDraft,
  target: Item,
  conditions: readonly Condition[],
): (string | number)[] | undefined {
  switch (target.kind) {
    case "rating":
      return document.answerSets[target.answerSet]?.points.map((point) => point.value);
    case "single":
      return [
        ...target.options.map((option) => option.value),
        ...(target.hasOther ? [otherValue] : []),
      ];
    case "knowledge":
      return target.options.map((option) => option.value);
    case "recommendation":
      return [...recommendationPoints];
    case "number":
      return numbersToTry(target, conditions);
    default:
      return undefined;
  }
}

/** The numbers at which a condition begins or ends to hold, and their neighbours, as far as the item allows them. */
function numbersToTry(
  { minimum = -Infinity, maximum = Infinity, decimals }: Extract<Item, { kind: "number" }>,
  conditions: readonly Condition[],
): number[] {
  const step = 10 ** -decimals;
  const near = conditions.flatMap(({ value }) =>
    typeof value === "number" ? [value - step, value, value + step] : [],
  );
  const ends = [minimum, maximum, 0].filter(Number.isFinite);
  return [...near, ...ends].filter((value) => value >= minimum && value <= maximum);
}
