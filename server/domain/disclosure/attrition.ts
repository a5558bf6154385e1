import { attritionOf } from "../statistics/attrition.ts";
import { type Histogram, histogramOf } from "../statistics/histogram.ts";
import type { ReleasedFigures } from "./figures.ts";
import type { ReleasedAttrition } from "./figures-expert.ts";
import { likenessOf } from "./homogeneity.ts";
import type { ScaleInput } from "./input.ts";
import { decimalsFor, roundRange, roundTo } from "./precision.ts";
import type { Row } from "./row.ts";

export interface AttritionSetting {
  /** The pairs and all others of the total, as one. */
  total: Row;
  /** Whether everybody has closed and people differ enough in every locality. */
  isOpen: boolean;
  threshold: number;
  earlier: readonly ReleasedFigures[];
}

/**
 * Those who left against those who stayed; null with fewer who left than the threshold, and where
 * they, or the pairs of a locality, started too much alike for a mean with its interval.
 */
export function releaseAttrition(
  { key, top, answerStep }: ScaleInput,
  { total, isOpen, threshold, earlier }: AttritionSetting,
): ReleasedAttrition | null {
  const before = earlier
    .flatMap(({ scales }) => scales.filter((scale) => scale.key === key))
    .find(({ attrition }) => attrition);
  if (before?.attrition) return before.attrition;
  const { stayed, left, meanBeforeStayed, meanBeforeLeft, comparison } = attritionOf(
    total.tally,
    top,
  );
  const isVaried = likenessOf(startsOfLeft(total), answerStep) === "different";
  if (!isOpen || left < threshold || !isVaried) return null;
  if (meanBeforeStayed === null || meanBeforeLeft === null || !comparison?.interval) return null;
  const decimals = decimalsFor(left);
  return {
    stayed,
    left,
    meanBeforeStayed: roundTo(meanBeforeStayed, decimals),
    meanBeforeLeft: roundTo(meanBeforeLeft, decimals),
    difference: roundTo(meanBeforeLeft - meanBeforeStayed, decimals),
    interval: roundRange(comparison.interval, decimals),
  };
}

function startsOfLeft({ cells }: Row): Histogram {
  return histogramOf(
    cells.flatMap(({ before, after, count }) =>
      before !== null && after === null ? [[before, count] as const] : [],
    ),
  );
}
