import { type Cell, isPair } from "./cells.ts";

/** How many people have each value, in ascending order of values. */
export type Histogram = readonly Bin[];

export interface Bin {
  value: number;
  count: number;
}

/** Counts values with their multiplicities. */
export function histogramOf(values: Iterable<readonly [value: number, count: number]>): Histogram {
  const counts = new Map<number, number>();
  for (const [value, count] of values) bump(counts, value, count);
  return inOrder(counts);
}

/** The gains (after - before) of the pairs, in units. */
export function gainHistogram(cells: readonly Cell[]): Histogram {
  const counts = new Map<number, number>();
  for (const cell of cells) if (isPair(cell)) bump(counts, cell.after - cell.before, cell.count);
  return inOrder(counts);
}

/** The scores of the pairs in one wave, in units. */
export function scoreHistogram(cells: readonly Cell[], wave: "before" | "after"): Histogram {
  const counts = new Map<number, number>();
  for (const cell of cells) if (isPair(cell)) bump(counts, cell[wave], cell.count);
  return inOrder(counts);
}

export function mergeHistograms(...histograms: readonly Histogram[]): Histogram {
  const counts = new Map<number, number>();
  for (const histogram of histograms) {
    for (const { value, count } of histogram) bump(counts, value, count);
  }
  return inOrder(counts);
}

export function countOf(histogram: Histogram): number {
  return histogram.reduce((sum, bin) => sum + bin.count, 0);
}

function bump(counts: Map<number, number>, value: number, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

function inOrder(counts: ReadonlyMap<number, number>): Histogram {
  const bins: Bin[] = [];
  for (const [value, count] of counts) if (count !== 0) bins.push({ value, count });
  return bins.sort((a, b) => a.value - b.value);
}
