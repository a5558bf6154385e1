import { headingsOf } from "../analysis/answer-columns.ts";
import type { Item, ItemOf } from "../questionnaire/document.ts";
import { otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import { fold } from "./fold.ts";
import { joinPlaces, joinRanks, placeField, placesOf } from "./rank-columns.ts";

/** What a ticked or unticked cell is said to mean by hand. */
export const tickMeanings = ["~chosen", "~skipped"] as const;

/** The field of a column that stands for one option of an item. A colon cannot occur in a key or a value. */
export function optionField(itemKey: string, value: string): string {
  return `${itemKey}:${value}`;
}

/** The item's key that a field is about, whichever of the item's fields it is. */
export function itemKeyOf(field: string): string {
  return field.replace(/[:.].*$/s, "");
}

/** Every field that an item's cells may stand under: its own, its words for "other", and one for each option or place. */
export function fieldsOfItem(item: Item): string[] {
  const options = optionValuesOf(item).map((value) => optionField(item.key, value));
  const places = item.kind === "ranking" ? placesOf(item) : [];
  return [...headingsOf(item), ...places.map((place) => placeField(item.key, place)), ...options];
}

/** The options that may have a column each; none where an item is answered in one alone. */
export function optionValuesOf(item: Item): string[] {
  if (item.kind !== "multiple" && item.kind !== "ranking") return [];
  const values = item.options.map(({ value }) => value);
  return item.kind === "multiple" && item.hasOther ? [...values, otherValue] : values;
}

/** Where an item's cells stand in a row, counted from 0; -1 for a column that is not there. */
export interface EarlierColumns {
  item: Item;
  own: number;
  other: number;
  options: { value: string; at: number }[];
  /** Of a ranking: the columns of its places. */
  places: { place: number; at: number }[];
}

/** Finds the columns of an item; `options` and `places` are empty where it has none of its own for each. */
export function columnsOfItem(item: Item, columns: readonly string[]): EarlierColumns {
  const values = optionValuesOf(item);
  return {
    item,
    own: columns.indexOf(item.key),
    other: columns.indexOf(subFieldOf(item.key, otherValue)),
    options: values.flatMap((value) => {
      const at = columns.indexOf(optionField(item.key, value));
      return at === -1 ? [] : [{ value, at }];
    }),
    places: (item.kind === "ranking" ? placesOf(item) : []).flatMap((place) => {
      const at = columns.indexOf(placeField(item.key, place));
      return at === -1 ? [] : [{ place, at }];
    }),
  };
}

const chosenWords = new Set(
  ["1", "y", "yes", "taip", "t", "true", "x", "v", "✓", "✔", "☑"].concat([
    "checked",
    "selected",
    "pazymeta",
    "pasirinkta",
    "quoted",
  ]),
);
const otherwiseWords = new Set(
  ["", "0", "n", "no", "ne", "f", "false", "-", "–", "—", "n a", "n/a", "na", "nan", "null"].concat(
    ["unchecked", "not selected", "nepazymeta", "nepasirinkta", "not quoted", "tuscia"],
  ),
);

/**
 * Whether a cell in the column of one option says that it was chosen: a tick in any of the usual ways, or the option
 * itself, as some services write it. Undefined where it says neither, or both ("No" in the column of the option "No").
 */
export function isTicked(
  item: ItemOf<"multiple">,
  value: string,
  cell: string,
): boolean | undefined {
  const folded = fold(cell).replace(/^([01])[ ,]0+$/, "$1");
  const option = item.options.find((one) => one.value === value);
  const wordings = [value, ...Object.values(option?.label ?? {})].map(fold);
  const isChosen = chosenWords.has(folded) || (folded !== "" && wordings.includes(folded));
  const isNot = otherwiseWords.has(folded);
  return isChosen === isNot ? undefined : isChosen;
}

export type TicksReading = { own: string } | { unknown: { field: string; cell: string } };

/** Joins the cells of an item's option columns, or of a ranking's places, into what one column would say: "a|c". */
export function joinTicks(
  columns: EarlierColumns,
  cells: readonly string[],
  values: Record<string, Record<string, string>>,
): TicksReading {
  const { item, options } = columns;
  if (item.kind === "ranking") return joinRanking(item, columns, { cells, values });
  if (item.kind !== "multiple") return { own: "" };
  const chosen: string[] = [];
  for (const { value, at } of options) {
    const field = optionField(item.key, value);
    const cell = (cells[at] ?? "").trim();
    const meant = values[field]?.[cell];
    const ticked = meant === undefined ? isTicked(item, value, cell) : meant === tickMeanings[0];
    if (ticked === undefined) return { unknown: { field, cell } };
    if (ticked) chosen.push(value);
  }
  return { own: chosen.join("|") };
}

function joinRanking(
  item: ItemOf<"ranking">,
  { options, places }: EarlierColumns,
  given: {
    cells: readonly string[];
    values: Record<string, Record<string, string>>;
  },
): TicksReading {
  const cellOf = (field: string, at: number) => {
    const cell = (given.cells[at] ?? "").trim();
    return { field, cell, meant: given.values[field]?.[cell] };
  };
  if (places.length > 0) {
    return joinPlaces(
      item,
      places.map(({ place, at }) => cellOf(placeField(item.key, place), at)),
    );
  }
  return joinRanks(
    options.map(({ value, at }) => ({ ...cellOf(optionField(item.key, value), at), value })),
  );
}
