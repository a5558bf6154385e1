import { pooledVariance, variationOf } from "../statistics/homogeneity.ts";
import { type Interval, tInterval } from "../statistics/interval.ts";
import { pairedMoments } from "../statistics/moments.ts";
import { testMean } from "../statistics/paired-gain.ts";
import { gainSums } from "../statistics/sums.ts";
import type { Row } from "./row.ts";

/** The 95 % t interval of one row's mean gain, in points of 100; null where people gained alike. */
export function rangeOfRow(row: Row, top: number): Interval | null {
  if (row.isAlike) return null;
  return testMean(pairedMoments(row.tally.pairs, top).gain)?.interval ?? null;
}

/**
 * The 95 % interval of the mean gain of all participants of these localities: their pooled variance
 * within localities and its t. Localities whose people gained alike lend no variance, so that a
 * total never tells more of their spread than they do themselves; that errs on the wide side.
 */
export function rangeOfTotal(total: Row, rows: readonly Row[], top: number): Interval | null {
  const spread = variationOf(
    rows.filter((row) => !row.isAlike).map((row) => gainSums(row.tally.pairs)),
  );
  const variance = pooledVariance(spread, top);
  const { mean } = pairedMoments(total.tally.pairs, top).gain;
  if (!variance || mean === null) return null;
  const standardError = Math.sqrt(variance) / Math.sqrt(total.pairs);
  return tInterval(mean, standardError, spread.people - spread.groups);
}
