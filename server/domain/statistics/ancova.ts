import { fUpper } from "./distributions/fisher-f.ts";
import { divide, nearestRatio, subtract, toNumber } from "./exact.ts";
import type { FTest } from "./homogeneity.ts";
import { deviationsOf, deviationsOverall, deviationsWithin, residual } from "./regression.ts";
import { addPairedSums, type PairedSums } from "./sums.ts";

/** Means after, as if all localities had started alike; in points of 100. */
export interface Ancova {
  /** Points after for each point before, within localities. */
  slope: number;
  slopeError: number;
  /** The common starting level at which the means are compared. */
  meanBefore: number;
  residualVariance: number;
  adjusted: { mean: number; standardError: number }[];
  /** Whether adjusted means differ beyond chance; null with a single group. */
  groups: FTest | null;
  /** Whether slopes differ; where p < 0.05 no single adjusted order may be shown. */
  slopes: FTest | null;
}

/**
 * Analysis of covariance of after on before, with a common slope. A check beside the change
 * scores, not instead of them: for groups that were not drawn by lot it assumes that they did not
 * truly differ at the start (Van Breukelen 2006, 2013). `at` compares at another starting level
 * (in points). Null without variation before or without degrees of freedom.
 */
export function ancova(localities: readonly PairedSums[], top: number, at?: number): Ancova | null {
  const present = localities.filter((sums) => sums.count > 0n);
  if (present.length === 0) return null;
  const within = deviationsWithin(present);
  const all = present.reduce(addPairedSums);
  const df = Number(all.count) - present.length - 1;
  if (df < 1 || within.xx.over === 0n) return null;

  const slope = toNumber(divide(within.xy, within.xx));
  const unitVariance = toNumber(residual(within)) / df;
  const xx = toNumber(within.xx);
  const points = 100 / top;
  const meanBefore = at ?? nearestRatio(100n * all.before, all.count * BigInt(top));
  const adjusted = present.map(({ count, before, after }) => {
    const away = nearestRatio(100n * before, count * BigInt(top)) - meanBefore;
    const mean = nearestRatio(100n * after, count * BigInt(top)) - slope * away;
    const share = 1 / Number(count) + (away / points) ** 2 / xx;
    return { mean, standardError: Math.sqrt(unitVariance * share) * points };
  });
  return {
    slope,
    slopeError: Math.sqrt(unitVariance / xx),
    meanBefore,
    residualVariance: unitVariance * points ** 2,
    adjusted,
    groups: groupTest(present, df),
    slopes: slopeTest(present),
  };
}

/** One line for everybody against parallel lines. */
function groupTest(groups: readonly PairedSums[], df2: number): FTest | null {
  const df1 = groups.length - 1;
  const parallel = residual(deviationsWithin(groups));
  if (df1 < 1 || parallel.over === 0n) return null;
  const gained = subtract(residual(deviationsOverall(groups)), parallel);
  const f = (toNumber(divide(gained, parallel)) * df2) / df1;
  return { f, df1, df2, p: fUpper(f, df1, df2) };
}

/** Parallel lines against a line of its own for every group that varies before. */
function slopeTest(groups: readonly PairedSums[]): FTest | null {
  const own = groups.map(deviationsOf);
  const sloped = own.filter(({ xx }) => xx.over > 0n);
  const people = groups.reduce((sum, { count }) => sum + Number(count), 0);
  const df1 = sloped.length - 1;
  const df2 = people - groups.length - sloped.length;
  if (df1 < 1 || df2 < 1) return null;

  const flat = own.filter(({ xx }) => xx.over === 0n).map(({ yy }) => toNumber(yy));
  const left = [...sloped.map((group) => toNumber(residual(group))), ...flat].reduce(
    (a, b) => a + b,
    0,
  );
  if (left === 0) return null;
  const parallel = toNumber(residual(deviationsWithin(groups)));
  const f = (Math.max(0, parallel - left) / left) * (df2 / df1);
  return { f, df1, df2, p: fUpper(f, df1, df2) };
}
