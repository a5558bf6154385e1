import type { Item, ItemKind } from "../document.ts";
import { consent } from "./consent.ts";
import { date } from "./date.ts";
import { information } from "./information.ts";
import type { KindRules } from "./kind.ts";
import { knowledge } from "./knowledge.ts";
import { multiple } from "./multiple.ts";
import { number } from "./number.ts";
import { ranking } from "./ranking.ts";
import { rating } from "./rating.ts";
import { recommendation } from "./recommendation.ts";
import { single } from "./single.ts";
import { longText, shortText } from "./texts.ts";

const rules: { [Kind in ItemKind]: KindRules<Kind> } = {
  rating,
  single,
  multiple,
  knowledge,
  recommendation,
  "short-text": shortText,
  "long-text": longText,
  number,
  date,
  ranking,
  consent,
  information,
};

/**
 * The rules of an item's kind, to be used with that very item.
 * The cast is safe: `rules` holds, under every kind, the rules for items of that kind.
 */
export function rulesOf(item: Item): KindRules<ItemKind> {
  return rules[item.kind] as KindRules<ItemKind>;
}
