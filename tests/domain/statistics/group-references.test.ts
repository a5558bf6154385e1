import { describe, expect, it } from "vitest";
import { ancova } from "../../../server/domain/statistics/ancova.ts";
import { divide, multiply, subtract, toNumber } from "../../../server/domain/statistics/exact.ts";
import { histogramOf } from "../../../server/domain/statistics/histogram.ts";
import {
  homogeneityTest,
  kruskalWallisTest,
  pooledVariance,
  variationOf,
  welchTest,
} from "../../../server/domain/statistics/homogeneity.ts";
import { groupMoments } from "../../../server/domain/statistics/moments.ts";
import { deviationsOf, residual } from "../../../server/domain/statistics/regression.ts";
import { sumHistogram, sumPairs } from "../../../server/domain/statistics/sums.ts";
import {
  compareGroups,
  standardisedDifferenceInterval,
} from "../../../server/domain/statistics/welch.ts";
import { cellsOf, toLattice } from "./decimals.ts";
import { differences, limits, reference, rightDigits } from "./reference.ts";

type Counted = [group: string | number, y: number, count: number];

/** Groups of decimals as histograms on one lattice. */
function groupsOf(rows: readonly Counted[]) {
  const { columns, top } = toLattice(rows.map(([, y]) => y));
  const names = [...new Set(rows.map(([group]) => group))];
  const histograms = names.map((name) =>
    histogramOf(
      rows.flatMap(([group, , count], i) => (group === name ? [[columns[0]![i]!, count]] : [])),
    ),
  );
  return { histograms, sums: histograms.map(sumHistogram), top };
}

describe("one-way comparisons against R", () => {
  it.each(["anova-insectsprays", "anova-plantgrowth"])("%s", (id) => {
    const { data, expected } = reference(id);
    const rows = data.y.map((y: number, i: number) => [data.group[i], y, 1]);
    const { histograms, sums, top } = groupsOf(rows);
    const f = homogeneityTest(variationOf(sums));
    const welch = welchTest(sums.map((group) => groupMoments(group, top)));
    const ranks = kruskalWallisTest(histograms);
    const ours = {
      F: f?.f,
      df1: f?.df1,
      df2: f?.df2,
      p: f?.p,
      welch_F: welch?.f,
      welch_df1: welch?.df1,
      welch_df2: welch?.df2,
      welch_p: welch?.p,
      kruskal_H: ranks?.h,
      kruskal_p: ranks?.p,
    };
    expect(differences(ours, expected)).toEqual([]);
  });

  it("welch-sleep-independent", () => {
    const { data, expected } = reference("welch-sleep-independent");
    const rows = [
      ...data.group1.map((y: number) => [1, y, 1]),
      ...data.group2.map((y: number) => [2, y, 1]),
    ];
    const { sums, top } = groupsOf(rows);
    const [first, second] = sums.map((group) => groupMoments(group, top));
    const compared = compareGroups(second!, first!)!;
    const ours = {
      t: compared.t,
      df: compared.df,
      p: compared.p,
      ci95: limits(compared.interval),
      mean_difference: compared.difference,
      d_pooled: compared.d,
      J: compared.g / compared.d,
      g: compared.g,
      g_effectsize: compared.g,
      d_ci95_noncentral_t: limits(standardisedDifferenceInterval(compared.d, 10, 10)),
    };
    expect(differences(ours, expected)).toEqual([]);
  });
});

describe("NIST one-way analysis of variance, from whole numbers", () => {
  const ids = [
    "atmwtag",
    "sirstv",
    "smls01",
    "smls02",
    "smls03",
    "smls04",
    "smls06",
    "smls07",
    "smls09",
  ];

  it.each(ids)("%s has the certified digits", (id) => {
    const { data, certified, tolerance } = reference(`nist-anova-${id}`);
    const rows = data.cells ?? data.y.map((y: number, i: number) => [data.treatment[i], y, 1]);
    const { sums, top } = groupsOf(rows);
    const variation = variationOf(sums);
    const test = homogeneityTest(variation)!;
    const within = pooledVariance(variation, top)!;
    const square = 1e4 / top ** 2;
    const ours = {
      df_between: test.df1,
      df_within: test.df2,
      ss_between: toNumber(variation.between) * square,
      ms_between: (toNumber(variation.between) * square) / test.df1,
      F: test.f,
      ss_within: toNumber(variation.within) * square,
      ms_within: within,
      r_squared: 1 - 1 / (1 + toNumber(divide(variation.between, variation.within))),
      residual_sd: Math.sqrt(within),
    };
    expect(Object.keys(ours).sort()).toEqual(Object.keys(certified).sort());
    const digits = tolerance.F_min_LRE_scaled_integer_sums;
    for (const [name, value] of Object.entries(ours)) {
      expect(rightDigits(value, certified[name]), name).toBeGreaterThanOrEqual(digits);
    }
  });

  it("is exact where R's own analysis has 0.2 digits left", () => {
    const { data } = reference("nist-anova-smls09");
    expect(homogeneityTest(variationOf(groupsOf(data.cells).sums))?.f).toBe(2001);
  });
});

describe("NIST univariate summaries, from whole numbers", () => {
  const ids = ["lew", "lottery", "michelso", "numacc1", "numacc2", "numacc4", "pidigits"];

  it.each(ids)("%s has the certified digits", (id) => {
    const { data, certified, expected, tolerance } = reference(`nist-univ-${id}`);
    const { sums, top } = groupsOf(data.x.map((x: number) => ["all", x, 1]));
    const { count, mean, sd } = groupMoments(sums[0]!, top);
    expect(count).toBe(expected.n);
    expect(rightDigits(mean!, certified.mean)).toBeGreaterThanOrEqual(tolerance.mean_min_LRE);
    expect(rightDigits(sd!, certified.sd)).toBeGreaterThanOrEqual(
      Math.max(13, tolerance.sd_min_LRE),
    );
  });
});

describe("NIST linear regression, the core of the covariance analysis", () => {
  it("norris has the certified digits", () => {
    const { data, certified, tolerance } = reference("nist-linreg-norris");
    const { columns, top } = toLattice(data.x, data.y);
    const sums = sumPairs(cellsOf(columns[0]!, columns[1]!));
    const line = ancova([sums], top, 0)!;
    const deviations = deviationsOf(sums);
    const left = residual(deviations);
    const explained = subtract(deviations.yy, left);
    const square = 1e4 / top ** 2;
    const ours = {
      b0: line.adjusted[0]!.mean,
      b1: line.slope,
      se_b0: line.adjusted[0]!.standardError,
      se_b1: line.slopeError,
      residual_sd: Math.sqrt(line.residualVariance),
      r_squared: toNumber(divide(explained, deviations.yy)),
      ss_regression: toNumber(explained) * square,
      ss_residual: toNumber(left) * square,
      F: toNumber(divide(multiply(explained, { over: 34n, under: 1n }), left)),
    };
    expect(Object.keys(ours).sort()).toEqual(Object.keys(certified).sort());
    for (const [name, value] of Object.entries(ours)) {
      expect(rightDigits(value, certified[name]), name).toBeGreaterThanOrEqual(tolerance.min_LRE);
    }
  });
});
