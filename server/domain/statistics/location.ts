import { countOf, type Histogram, histogramOf } from "./histogram.ts";

const MOST_DISTINCT = 1500;

/** The value with a share p of the people below it, between neighbours by proportion (R's type 7). */
export function quantile(histogram: Histogram, p: number): number | null {
  const n = countOf(histogram);
  if (n === 0) return null;
  const position = (n - 1) * p;
  const rank = Math.floor(position);
  const lower = valueAt(histogram, rank);
  const upper = valueAt(histogram, Math.min(rank + 1, n - 1));
  return lower + (position - rank) * (upper - lower);
}

export function median(histogram: Histogram): number | null {
  return quantile(histogram, 0.5);
}

/** The value of the person with this rank, counting from 0. */
function valueAt(histogram: Histogram, rank: number): number {
  let passed = 0;
  for (const { value, count } of histogram) {
    passed += count;
    if (passed > rank) return value;
  }
  throw new RangeError(`No person has rank ${rank}`);
}

/**
 * The Hodges-Lehmann estimate of the middle of the gains: the median of the means of all pairs of
 * people, each with themselves too. Nearly as steady as the mean and unmoved by a few outliers.
 * Null without anybody, and with so many distinct gains that going through all pairs takes long.
 */
export function hodgesLehmann(gains: Histogram): number | null {
  if (gains.length > MOST_DISTINCT) return null;
  const doubledMeans = gains.flatMap((a, i) =>
    gains.slice(i).map((b) => [a.value + b.value, pairsOf(a, b)] as const),
  );
  const middle = median(histogramOf(doubledMeans));
  return middle === null ? null : middle / 2;
}

function pairsOf(a: Histogram[number], b: Histogram[number]): number {
  return a.value === b.value ? (a.count * (a.count + 1)) / 2 : a.count * b.count;
}

/**
 * Skewness of a histogram, m3 / m2^(3/2); null where nothing varies. Above 1, or below -1, a few
 * people carry the mean.
 */
export function skewness(histogram: Histogram): number | null {
  const n = countOf(histogram);
  if (n === 0 || histogram.length < 2) return null;
  const mean = histogram.reduce((sum, bin) => sum + bin.count * bin.value, 0) / n;
  let [squares, cubes] = [0, 0];
  for (const { value, count } of histogram) {
    squares += count * (value - mean) ** 2;
    cubes += count * (value - mean) ** 3;
  }
  return cubes / n / (squares / n) ** 1.5;
}
