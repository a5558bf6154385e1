import type { PairCell } from "../statistics/cells.ts";
import { type ItemTable, mergeItemTables } from "../statistics/item-table.ts";
import type { WaveKind } from "../words.ts";
import type { BreakdownInput, LocalityCells } from "./input.ts";

/**
 * What the pairs of one locality's cells answered on one scale, counted: by item and option, by group of a breakdown,
 * and the sums that reliability is made of. It belongs to its cells and is frozen with them, so that items, groups and
 * totals are always of the very same people.
 */
export interface PairAnswers {
  items: readonly { item: string; wave: WaveKind; options: readonly number[] }[];
  breakdowns: readonly {
    key: string;
    groups: readonly { group: string; cells: readonly PairCell[] }[];
  }[];
  /** Of the wave before. */
  itemTable: ItemTable;
}

/** Item and option counts of several localities together. */
export function addItemCounts(
  localities: readonly LocalityCells[],
  { item, wave, options }: { item: string; wave: WaveKind; options: number },
): number[] {
  const total = new Array<number>(options).fill(0);
  for (const { answers } of localities) {
    const counted = answers?.items.find((one) => one.item === item && one.wave === wave);
    counted?.options.forEach((people, option) => {
      total[option]! += people;
    });
  }
  return total;
}

/** A breakdown's groups, each with its cells by locality; undefined where some locality's groups are not known. */
export function groupsOf(
  key: string,
  groupKeys: readonly string[],
  localities: readonly LocalityCells[],
): BreakdownInput | undefined {
  const known = localities.map(({ locality, answers }) => ({
    locality,
    groups: answers?.breakdowns.find((one) => one.key === key)?.groups,
  }));
  if (known.some(({ groups }) => groups === undefined)) return undefined;
  const cellsOf = (group: string) =>
    known.map(({ locality, groups }) => ({
      locality,
      cells: groups!.find((one) => one.group === group)?.cells ?? [],
    }));
  return { key, groups: groupKeys.map((group) => ({ group, localities: cellsOf(group) })) };
}

/** The item sums of several localities together; undefined where one is not known. */
export function addItemTables(localities: readonly LocalityCells[]): ItemTable | undefined {
  const tables = localities.map(({ answers }) => answers?.itemTable);
  let sum: ItemTable | undefined;
  for (const table of tables) {
    if (!table) return undefined;
    sum = sum ? mergeItemTables(sum, table) : table;
  }
  return sum;
}
