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
  for (const [value, count] of values) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => a.value - b.value);
}

/** The gains (after - before) of the pairs, in units. */
export function gainHistogram(cells: readonly Cell[]): Histogram {
  return histogramOf(cells.filter(isPair).map((c) => [c.after - c.before, c.count]));
}

/** The scores of the pairs in one wave, in units. */
export function scoreHistogram(cells: readonly Cell[], wave: "before" | "after"): Histogram {
  return histogramOf(cells.filter(isPair).map((c) => [c[wave], c.count]));
}

export function mergeHistograms(...histograms: readonly Histogram[]): Histogram {
  return histogramOf(histograms.flatMap((h) => h.map((bin) => [bin.value, bin.count] as const)));
}

export function countOf(histogram: Histogram): number {
  return histogram.reduce((sum, bin) => sum + bin.count, 0);
}
