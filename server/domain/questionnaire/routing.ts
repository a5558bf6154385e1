import { type Answer, type Answers, isMissing } from "../response/answers.ts";
import type { Item, Rule } from "./document.ts";
import { chosenIn } from "./kinds/choice-values.ts";

type Condition = Rule["conditions"][number];

/**
 * Which of these items are to be asked, given what was answered so far. Items are gone through in order: an item that
 * is not asked counts as unanswered for the rules after it, so that a chain of rules closes with its first link.
 */
export function askedItems(items: readonly Item[], answers: Answers): Set<string> {
  const known: Answers = { ...answers };
  const asked = new Set<string>();
  for (const item of items) {
    if (!item.showIf || holds(item.showIf, known)) asked.add(item.key);
    else known[item.key] = { missing: "not-asked" };
  }
  return asked;
}

/** Whether a rule holds. A condition on an item without an answer never does. */
export function holds(rule: Rule, answers: Answers): boolean {
  const isMet = (condition: Condition) => meets(answers[condition.item], condition);
  return rule.match === "all" ? rule.conditions.every(isMet) : rule.conditions.some(isMet);
}

function meets(answer: Answer | undefined, { is, value }: Condition): boolean {
  if (answer === undefined || isMissing(answer)) return false;
  switch (is) {
    case "answered":
      return true;
    case "equal":
      return isSame(answer, value);
    case "not-equal":
      return !isSame(answer, value);
    case "includes":
      return chosenIn(answer).includes(String(value));
    case "at-least":
      return isOrdered(answer, value) && answer >= value!;
    case "at-most":
      return isOrdered(answer, value) && answer <= value!;
  }
}

/** "Other" equals its own value; several options equal one only when it alone was chosen. */
function isSame(answer: Answer, value: string | number | undefined): boolean {
  if (typeof answer === "number" || typeof answer === "string") return answer === value;
  const chosen = chosenIn(answer);
  return chosen.length === 1 && chosen[0] === value;
}

/** Numbers with numbers, days with days. */
function isOrdered(answer: Answer, value: string | number | undefined): boolean {
  return typeof answer === typeof value && typeof answer !== "object";
}

/** The items that a rule looks at. */
export function itemsOfRule(rule: Rule): string[] {
  return rule.conditions.map((condition) => condition.item);
}

/** What a page does with an item: leave it out, show it, or show it under a rule on answers of the same page. */
export type OnPage = "hidden" | "shown" | Rule;

/**
 * Settles the conditions of an item's rule that earlier pages have decided, and leaves those on items of its own page,
 * which only the browser can follow while it is being filled in.
 */
export function onPage(
  item: Item,
  { pageItems, earlier }: { pageItems: readonly Item[]; earlier: Answers },
): OnPage {
  const rule = item.showIf;
  if (!rule) return "shown";
  const isHere = ({ item: key }: Condition) => pageItems.some((other) => other.key === key);
  const here = rule.conditions.filter(isHere);
  const decided = rule.conditions.filter((condition) => !isHere(condition));
  const met = decided.filter((condition) => meets(earlier[condition.item], condition));
  if (rule.match === "all" && met.length < decided.length) return "hidden";
  if (rule.match === "any" && met.length > 0) return "shown";
  if (here.length === 0) return rule.match === "all" ? "shown" : "hidden";
  return { match: rule.match, conditions: here };
}

/** Whether how a page looks depends on answers given on other pages. */
export function dependsOnEarlier(pageItems: readonly Item[]): boolean {
  const here = new Set(pageItems.map((item) => item.key));
  return pageItems.some(
    (item) => item.showIf && itemsOfRule(item.showIf).some((key) => !here.has(key)),
  );
}
