import { pooledVariance, variationOf } from "../statistics/homogeneity.ts";
import { type Interval, tInterval } from "../statistics/interval.ts";
import { pairedMoments } from "../statistics/moments.ts";
import { testMean } from "../statistics/paired-gain.ts";
import { gainSums } from "../statistics/sums.ts";
import type { Row } from "./row.ts";

/** The 95 % t interval of one row's mean gain, in points of 100; null where people gained alike. */
export function rangeOfRow(row: Row, top: number): Interval | null {
  if (row.likeness !== "different") return null;
  return testMean(pairedMoments(row.tally.pairs, top).gain)?.interval ?? null;
}

/**
 * The 95 % interval of the mean gain of all participants of these localities: their pooled variance
 * within localities and its t. Localities that show nothing count as one, so that nothing of a
 * single one follows; those whose people gained alike lend no variance, so that a total never tells
 * more of their spread than they do themselves. Both err on the wide side.
 */
export function rangeOfTotal(total: Row, blocks: readonly Row[], top: number): Interval | null {
  const different = blocks.filter((block) => block.likeness === "different");
  const variation = variationOf(different.map((block) => gainSums(block.tally.pairs)));
  const variance = pooledVariance(variation, top);
  const { mean } = pairedMoments(total.tally.pairs, top).gain;
  if (!variance || mean === null) return null;
  const standardError = Math.sqrt(variance) / Math.sqrt(total.pairs);
  return tInterval(mean, standardError, variation.people - variation.groups);
}
