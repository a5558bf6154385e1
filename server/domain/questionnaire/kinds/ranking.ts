import { type FormFields, firstValueOf } from "../../response/form-fields.ts";
import type { ItemOf } from "../document.ts";
import { subFieldOf } from "./choice-values.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** All options in the participant's order: each option is given a place, first to last. Stored as options in that order. */
export const ranking: KindRules<"ranking"> = {
  isAsked: true,
  fieldsOf: (item) => item.options.map((option) => subFieldOf(item.key, option.value)),
  read(item, sent) {
    const places = item.options.map((option) => placeOf(item, sent, option.value));
    if (places.every((place) => place === undefined)) return leftEmpty;
    if (places.some((place) => place === 0)) return mistaken(item, "not-an-option");
    const given = places.filter((place) => place !== undefined);
    if (new Set(given).size < given.length) return mistaken(item, "rank-repeated");
    if (given.length < places.length) return mistaken(item, "rank-missing");
    const order = item.options.map((option, index) => ({ option, place: places[index] ?? 0 }));
    order.sort((one, other) => one.place - other.place);
    return { answer: order.map(({ option }) => option.value) };
  },
  fill(item, answer) {
    if (!Array.isArray(answer)) return [];
    return answer.map((value, index) => [subFieldOf(item.key, value), String(index + 1)]);
  },
};

/** A place from 1 on, 0 when what was sent is no place, undefined when nothing was sent. */
function placeOf(item: ItemOf<"ranking">, sent: FormFields, option: string): number | undefined {
  const raw = firstValueOf(sent, subFieldOf(item.key, option));
  if (raw === undefined) return undefined;
  const place = /^\d{1,2}$/.test(raw) ? Number(raw) : 0;
  return place <= item.options.length ? place : 0;
}
