import type { Item, QuestionnaireDocument, Rule } from "./document.ts";
import type { Finding } from "./finding.ts";
import { otherValue } from "./kinds/choice-values.ts";
import { itemsByKey, partsOf } from "./parts.ts";

type Condition = Rule["conditions"][number];

/** Rules look at earlier items of the same wave, and compare them with something that those can be. */
export function checkRouting(document: QuestionnaireDocument): Finding[] {
  const items = itemsByKey(document);
  return document.items.flatMap((item, at) =>
    (item.showIf?.conditions ?? []).flatMap((condition, index): Finding[] => {
      const path = `items[${at}].showIf.conditions[${index}]`;
      const target = items.get(condition.item);
      if (!target) return [{ code: "item-unknown", path, key: condition.item }];
      if (!isEarlierInEachWave(document, { target, item })) {
        return [{ code: "rule-looks-ahead", path, key: condition.item }];
      }
      return checkCondition(document, { target, condition, path });
    }),
  );
}

function isEarlierInEachWave(
  document: QuestionnaireDocument,
  { target, item }: { target: Item; item: Item },
): boolean {
  return item.waves.every((wave) => {
    const order = partsOf(document, { wave, isNewcomer: true }).flatMap((part) => part.items);
    const place = order.indexOf(target);
    return place >= 0 && place < order.indexOf(item);
  });
}

function checkCondition(
  document: QuestionnaireDocument,
  { target, condition, path }: { target: Item; condition: Condition; path: string },
): Finding[] {
  if (condition.is === "answered") return [];
  if (condition.value === undefined) return [{ code: "rule-value-missing", path }];
  if (!fits(target, condition)) return [{ code: "rule-does-not-fit", path, key: target.kind }];
  const possible = valuesOfItem(document, target);
  if (!possible || possible.includes(condition.value)) return [];
  if (condition.is === "at-least" || condition.is === "at-most") return [];
  return [{ code: "rule-value-unknown", path, key: String(condition.value) }];
}

/** "At least" needs an order, "includes" a choice. */
function fits(target: Item, { is, value }: Condition): boolean {
  if (is === "includes") return ["single", "multiple", "ranking"].includes(target.kind);
  if (is !== "at-least" && is !== "at-most") return target.kind !== "information";
  if (target.kind === "date") return typeof value === "string";
  return ["rating", "number", "recommendation"].includes(target.kind) && typeof value === "number";
}

/** What an item can be answered with; undefined where that cannot be listed. */
function valuesOfItem(
  document: QuestionnaireDocument,
  item: Item,
): (string | number)[] | undefined {
  switch (item.kind) {
    case "rating":
      return document.answerSets[item.answerSet]?.points.map((point) => point.value);
    case "single":
    case "multiple":
      return [
        ...item.options.map((option) => option.value),
        ...(item.hasOther ? [otherValue] : []),
      ];
    case "knowledge":
    case "ranking":
      return item.options.map((option) => option.value);
    default:
      return undefined;
  }
}
