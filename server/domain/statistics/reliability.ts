import { fUpperQuantile } from "./distributions/fisher-f.ts";
import { nearestRatio } from "./exact.ts";
import type { Interval } from "./interval.ts";
import { type ItemTable, scatterOf } from "./item-table.ts";

/** How well the items of a scale measure one thing, from people who answered them all. */
export interface Reliability {
  people: number;
  items: number;
  /** Cronbach's alpha (KR-20 for items of 0 and 1). May be negative: an item may need reversing. */
  alpha: number | null;
  interval: Interval | null;
  /** What alpha would be if all items had the same variance. */
  standardisedAlpha: number | null;
  /** Guttman's lambda 2, at least as close a bound from below as alpha. */
  lambda2: number | null;
  meanInterItemCorrelation: number | null;
  /** At least 30 people: with fewer, alpha is not worth printing; and only for a whole programme. */
  isReportable: boolean;
  /** Standard error of measurement of a score, in points of 100. */
  errorPoints: number | null;
  byItem: ItemReliability[];
}

/** For the questionnaire's author only. */
export interface ItemReliability {
  /** Mean answer; for items of 0 and 1 the share right. */
  mean: number | null;
  /** Correlation with the sum of the other items; null where one of the two does not vary. */
  itemRest: number | null;
  alphaIfDropped: number | null;
}

const fewestPeople = 30;

/**
 * Reliability from item sums and cross products, whose answers span `range` (4 for 1 ... 5). Never
 * truncated: a negative alpha is a finding.
 */
export function reliabilityOf(table: ItemTable, range: number): Reliability {
  const scatter = scatterOf(table);
  const people = Number(table.people);
  const items = scatter.length;
  const alpha = alphaOf(scatter);
  const correlations = correlationMatrix(scatter);
  const meanCorrelation = correlations && meanOffDiagonal(correlations);
  return {
    people,
    items,
    alpha,
    interval: alpha === null ? null : feldtInterval(alpha, people, items),
    standardisedAlpha: meanCorrelation === null ? null : spearmanBrown(meanCorrelation, items),
    lambda2: lambda2Of(scatter),
    meanInterItemCorrelation: meanCorrelation,
    isReportable: people >= fewestPeople,
    errorPoints: alpha === null || alpha > 1 ? null : errorPoints(scatter, people, alpha, range),
    byItem: scatter.map((_, item) => ({
      mean: people === 0 ? null : nearestRatio(table.sums[item]!, table.people),
      itemRest: itemRest(scatter, item),
      alphaIfDropped: alphaOf(without(scatter, item)),
    })),
  };
}

/**
 * The interval of alpha by Feldt (1965; Feldt, Woodruff & Salih 1987). With 12 people and 5 items an
 * alpha of 0.70 may be anything from 0.31 to 0.90.
 */
export function feldtInterval(alpha: number, people: number, items: number): Interval | null {
  if (people < 2 || items < 2) return null;
  const [df1, df2] = [people - 1, (people - 1) * (items - 1)];
  return {
    low: 1 - (1 - alpha) * fUpperQuantile(0.025, df1, df2),
    high: 1 - (1 - alpha) * fUpperQuantile(0.975, df1, df2),
  };
}

type Scatter = readonly (readonly bigint[])[];

/** k/(k - 1) · (1 - Σ item variances / variance of the sum); null with one item or no variance. */
function alphaOf(scatter: Scatter): number | null {
  const k = BigInt(scatter.length);
  const total = sumOfAll(scatter);
  if (k < 2n || total === 0n) return null;
  return nearestRatio(k * (total - trace(scatter)), (k - 1n) * total);
}

function lambda2Of(scatter: Scatter): number | null {
  const k = scatter.length;
  const total = Number(sumOfAll(scatter));
  if (k < 2 || total === 0) return null;
  const squares = scatter.flatMap((row, i) =>
    row.filter((_, j) => j !== i).map((c) => Number(c) ** 2),
  );
  const offDiagonal = squares.reduce((a, b) => a + b, 0);
  const between = Number(sumOfAll(scatter) - trace(scatter));
  return (between + Math.sqrt((k / (k - 1)) * offDiagonal)) / total;
}

/** s √(1 - alpha) of the mean of the items, as points of the answers' range. */
function errorPoints(scatter: Scatter, people: number, alpha: number, range: number): number {
  const variance = nearestRatio(sumOfAll(scatter), BigInt(people) * BigInt(people - 1));
  return ((100 / range) * Math.sqrt(variance * (1 - alpha))) / scatter.length;
}

function itemRest(scatter: Scatter, item: number): number | null {
  const own = scatter[item]![item]!;
  const rest = sumOfAll(without(scatter, item));
  const joint = scatter[item]!.reduce((a, b) => a + b, 0n) - own;
  if (own === 0n || rest === 0n) return null;
  const size = Math.sqrt(nearestRatio(joint * joint, own * rest));
  return joint < 0n ? -size : size;
}

/** Correlations of the items; null where one does not vary, since then it has none. */
export function correlationMatrix(scatter: Scatter): number[][] | null {
  if (scatter.some((row, i) => row[i] === 0n)) return null;
  return scatter.map((row, i) =>
    row.map((joint, j) => {
      const size = Math.sqrt(nearestRatio(joint * joint, scatter[i]![i]! * scatter[j]![j]!));
      return joint < 0n ? -size : size;
    }),
  );
}

function meanOffDiagonal(matrix: readonly (readonly number[])[]): number | null {
  const k = matrix.length;
  if (k < 2) return null;
  const all = matrix.flat().reduce((a, b) => a + b, 0);
  return (all - k) / (k * (k - 1));
}

function spearmanBrown(correlation: number, items: number): number | null {
  const under = 1 + (items - 1) * correlation;
  return under === 0 ? null : (items * correlation) / under;
}

function without(scatter: Scatter, item: number): bigint[][] {
  return scatter.filter((_, i) => i !== item).map((row) => row.filter((_, j) => j !== item));
}

function sumOfAll(scatter: Scatter): bigint {
  return scatter.flat().reduce((a, b) => a + b, 0n);
}

function trace(scatter: Scatter): bigint {
  return scatter.reduce((sum, row, i) => sum + row[i]!, 0n);
}
