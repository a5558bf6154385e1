import type { ItemOf } from "../questionnaire/document.ts";
import { fold } from "./fold.ts";

/** The field of a column that holds what was put in one place. A colon cannot occur in a key, nor "#" in a value. */
export function placeField(itemKey: string, place: number): string {
  return `${itemKey}:#${place}`;
}

export function isPlaceField(field: string): boolean {
  return /:#\d+$/.test(field);
}

export function placesOf({ options }: ItemOf<"ranking">): number[] {
  return options.map((_, index) => index + 1);
}

export type RanksReading = { own: string } | { unknown: { field: string; cell: string } };

interface RankCell {
  field: string;
  cell: string;
  /** What somebody said that the cell means. */
  meant: string | undefined;
}

/** Cells that hold the option of one place each, in the order of places: "b|a|c". */
export function joinPlaces(item: ItemOf<"ranking">, cells: readonly RankCell[]): RanksReading {
  const order: string[] = [];
  for (const { field, cell, meant } of cells) {
    const value = meant ?? (isNothing(cell) ? "~skipped" : optionNamed(item, cell));
    if (value === undefined) return { unknown: { field, cell } };
    if (value !== "~skipped") order.push(value);
  }
  return { own: order.join("|") };
}

/** Cells that hold the place of one option each: 2, 1, 3. Two in one place leave open which is meant. */
export function joinRanks(cells: readonly (RankCell & { value: string })[]): RanksReading {
  const placed = new Map<number, string>();
  for (const { field, cell, meant, value } of cells) {
    if (meant === "~skipped" || isNothing(cell)) continue;
    const place = Number(/^(\d{1,2})(?:[.,]0+)?(?:\s.*)?$/.exec(cell)?.[1]);
    if (!(place >= 1) || placed.has(place)) return { unknown: { field, cell } };
    placed.set(place, value);
  }
  const order = [...placed].sort(([a], [b]) => a - b).map(([, value]) => value);
  return { own: order.join("|") };
}

function isNothing(cell: string): boolean {
  return ["", "n a", "n/a", "na", "null", "0"].includes(fold(cell));
}

function optionNamed({ options }: ItemOf<"ranking">, cell: string): string | undefined {
  const wanted = fold(cell);
  const named = options.find(({ value, label }) =>
    [value, ...Object.values(label)].some((word) => fold(word) === wanted),
  );
  return named?.value;
}
