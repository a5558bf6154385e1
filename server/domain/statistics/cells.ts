/**
 * How many people of one locality had this score before and this score after on one scale, in
 * units of the scale's lattice; null where a wave has no score. A locality's table of cells holds
 * everything the figures need, and its size does not grow with the number of people.
 */
export interface Cell {
  before: number | null;
  after: number | null;
  count: number;
}

/** A cell of people who have a score in both waves. */
export interface PairCell extends Cell {
  before: number;
  after: number;
}

/** Who answered when, counted from cells. */
export interface AnsweredCounts {
  before: number;
  after: number;
  pairs: number;
  beforeOnly: number;
  afterOnly: number;
}

/** The cells of several groups together: the order of the groups makes no difference. */
export function mergeCells(...tables: readonly (readonly Cell[])[]): Cell[] {
  return sorted(
    addAll(tables.flatMap((table) => table.map((cell) => [cell, cell.count] as const))),
  );
}

/**
 * The cells of a group after some of its people have been taken out (an erasure, a withdrawal).
 * Throws a RangeError when somebody is taken out who is not there.
 */
export function subtractCells(whole: readonly Cell[], part: readonly Cell[]): Cell[] {
  const kept = addAll([
    ...whole.map((cell) => [cell, cell.count] as const),
    ...part.map((cell) => [cell, -cell.count] as const),
  ]);
  for (const { before, after, count } of kept) {
    if (count < 0)
      throw new RangeError(`More people taken out of (${before}, ${after}) than are there`);
  }
  return sorted(kept);
}

export function isPair(cell: Cell): cell is PairCell {
  return cell.before !== null && cell.after !== null;
}

export function countAnswered(cells: readonly Cell[]): AnsweredCounts {
  let [pairs, beforeOnly, afterOnly] = [0, 0, 0];
  for (const cell of cells) {
    if (isPair(cell)) pairs += cell.count;
    else if (cell.before !== null) beforeOnly += cell.count;
    else if (cell.after !== null) afterOnly += cell.count;
  }
  return { before: pairs + beforeOnly, after: pairs + afterOnly, pairs, beforeOnly, afterOnly };
}

function addAll(entries: readonly (readonly [Cell, number])[]): Cell[] {
  const table = new Map<string, Cell>();
  for (const [{ before, after }, count] of entries) {
    const key = `${before} ${after}`;
    table.set(key, { before, after, count: (table.get(key)?.count ?? 0) + count });
  }
  return [...table.values()];
}

/** In the order of scores, missing ones last, without empty cells: equal tables look equal. */
function sorted(cells: readonly Cell[]): Cell[] {
  return cells
    .filter((cell) => cell.count !== 0)
    .sort((a, b) => compareScores(a.before, b.before) || compareScores(a.after, b.after));
}

function compareScores(a: number | null, b: number | null): number {
  return (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);
}
