import { chiSquareUpper } from "./distributions/chi-square.ts";
import { fUpper } from "./distributions/fisher-f.ts";
import { add, divide, type Fraction, subtract, toNumber, zero } from "./exact.ts";
import { type Histogram, mergeHistograms } from "./histogram.ts";
import type { GroupMoments } from "./moments.ts";
import { addGroupSums, type GroupSums, spread } from "./sums.ts";

/** An F test. */
export interface FTest {
  f: number;
  df1: number;
  df2: number;
  p: number;
}

/** Sums of squares between and within groups, exact, in units squared. */
export interface Variation {
  groups: number;
  people: number;
  between: Fraction;
  within: Fraction;
}

/** Splits the variation of groups of people; empty groups do not count. */
export function variationOf(groups: readonly GroupSums[]): Variation {
  const present = groups.filter((group) => group.count > 0n);
  const total = present.reduce(addGroupSums, { count: 0n, sum: 0n, squares: 0n });
  const within = present
    .map((group) => ({ over: spread(group), under: group.count }))
    .reduce(add, zero);
  const whole = total.count === 0n ? zero : { over: spread(total), under: total.count };
  return {
    groups: present.length,
    people: Number(total.count),
    between: subtract(whole, within),
    within,
  };
}

/**
 * Whether localities gained differently beyond chance: F with the variance within localities
 * pooled, which keeps its 5 % with 5 to 20 people each; Cochran's Q on each one's own variance does
 * not. Null with fewer than two groups, without degrees of freedom, and where nobody varies.
 */
export function homogeneityTest(variation: Variation): FTest | null {
  const df1 = variation.groups - 1;
  const df2 = variation.people - variation.groups;
  if (df1 < 1 || df2 < 1 || variation.within.over === 0n) return null;
  const ratio = toNumber(divide(variation.between, variation.within));
  const f = (ratio * df2) / df1;
  return { f, df1, df2, p: fUpper(f, df1, df2) };
}

/**
 * The common variance of people within localities, in points of 100 squared; null without degrees
 * of freedom. Each locality's own variance would give absurd weights to small ones.
 */
export function pooledVariance(variation: Variation, top: number): number | null {
  const df = variation.people - variation.groups;
  if (df < 1) return null;
  const { over, under } = variation.within;
  return toNumber({ over: 10_000n * over, under: under * BigInt(df) * BigInt(top) ** 2n });
}

/**
 * Welch's F (1951), which gives every group its own variance. An annex figure: null where a group
 * has fewer than two people or none of its people differ.
 */
export function welchTest(groups: readonly GroupMoments[]): FTest | null {
  const k = groups.length;
  const weighted = groups.map(({ count, mean, variance }) => ({
    count,
    mean: mean ?? 0,
    weight: variance ? count / variance : null,
  }));
  if (k < 2 || weighted.some((group) => group.weight === null)) return null;

  const weights = weighted.map((group) => group.weight ?? 0);
  const total = weights.reduce((a, b) => a + b, 0);
  const centre = weighted.reduce((sum, g, i) => sum + weights[i]! * g.mean, 0) / total;
  const between = weighted.reduce((sum, g, i) => sum + weights[i]! * (g.mean - centre) ** 2, 0);
  const lack = weighted.reduce(
    (sum, g, i) => sum + (1 - weights[i]! / total) ** 2 / (g.count - 1),
    0,
  );
  const f = between / (k - 1) / (1 + (2 * (k - 2) * lack) / (k * k - 1));
  const df2 = (k * k - 1) / (3 * lack);
  return { f, df1: k - 1, df2, p: fUpper(f, k - 1, df2) };
}

/** Kruskal & Wallis' rank test of groups, with its correction for ties; null where all are alike. */
export function kruskalWallisTest(
  groups: readonly Histogram[],
): { h: number; df: number; p: number } | null {
  const all = mergeHistograms(...groups);
  const n = all.reduce((sum, bin) => sum + bin.count, 0);
  const df = groups.filter((group) => group.length > 0).length - 1;
  if (all.length < 2 || df < 1) return null;

  const midRanks = new Map<number, number>();
  let [ranked, ties] = [0, 0];
  for (const { value, count } of all) {
    midRanks.set(value, ranked + (count + 1) / 2);
    ranked += count;
    ties += count ** 3 - count;
  }
  const between = groups.reduce((sum, group) => sum + rankSumShare(group, midRanks), 0);
  const h = ((12 * between) / (n * (n + 1)) - 3 * (n + 1)) / (1 - ties / (n ** 3 - n));
  return { h, df, p: chiSquareUpper(h, df) };
}

function rankSumShare(group: Histogram, midRanks: ReadonlyMap<number, number>): number {
  const count = group.reduce((sum, bin) => sum + bin.count, 0);
  const rankSum = group.reduce((sum, bin) => sum + bin.count * midRanks.get(bin.value)!, 0);
  return count === 0 ? 0 : rankSum ** 2 / count;
}
