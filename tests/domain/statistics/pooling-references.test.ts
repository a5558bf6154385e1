import { describe, expect, it } from "vitest";
import {
  betweenVarianceInterval,
  derSimonianLaird,
  pauleMandel,
  restrictedLikelihood,
} from "../../../server/domain/statistics/between-variance.ts";
import {
  normalUpper,
  normalUpperQuantile,
} from "../../../server/domain/statistics/distributions/normal.ts";
import { tUpperQuantile } from "../../../server/domain/statistics/distributions/student-t.ts";
import { add, toNumber } from "../../../server/domain/statistics/exact.ts";
import { hierarchicalModel } from "../../../server/domain/statistics/hierarchical.ts";
import { histogramOf } from "../../../server/domain/statistics/histogram.ts";
import {
  homogeneityTest,
  pooledVariance,
  variationOf,
} from "../../../server/domain/statistics/homogeneity.ts";
import { groupMoments } from "../../../server/domain/statistics/moments.ts";
import {
  type Estimate,
  hartungKnapp,
  heterogeneity,
  iSquaredOf,
  predictionInterval,
  steadyEstimates,
  type WeightedMean,
  weightedMean,
} from "../../../server/domain/statistics/random-effects.ts";
import { sumHistogram } from "../../../server/domain/statistics/sums.ts";
import { toLattice } from "./decimals.ts";
import { differences, limits, reference } from "./reference.ts";

const z = normalUpperQuantile(0.025);

function estimatesOf({ yi, vi }: { yi: number[]; vi: number[] }): Estimate[] {
  return yi.map((value, i) => ({ value, variance: vi[i]! }));
}

/** All that metafor's rma, blup and predict print for one estimate of τ². */
function metaforNumbers(estimates: Estimate[], tauSquared: number) {
  const k = estimates.length;
  const pooled = weightedMean(estimates, tauSquared);
  const plain = hartungKnapp(pooled, k, 0)!;
  const modified = hartungKnapp(pooled, k)!;
  const iSquared = iSquaredOf(estimates, tauSquared);
  return {
    mu: pooled.mean,
    se: pooled.standardError,
    ci95: around(pooled.mean, z * pooled.standardError),
    p: 2 * normalUpper(Math.abs(pooled.mean / pooled.standardError)),
    tau2: tauSquared,
    I2_percent: iSquared,
    H2: 100 / (100 - iSquared),
    hartung_knapp: {
      se: plain.standardError,
      q_scale: pooled.scale,
      ci95: limits(plain.interval),
      t: plain.t,
      df: plain.df,
      p: plain.p,
    },
    hartung_knapp_modified_max1: { se: modified.standardError, ci95: limits(modified.interval) },
    prediction_interval_t_km1: limits(predictionInterval(pooled.mean, modified, tauSquared)),
    prediction_interval_t_km2: earlierPrediction(pooled, tauSquared, k),
    eb: blupNumbers(estimates, pooled, tauSquared),
  };
}

/** Not offered: the prediction of earlier authors, with k - 2 degrees and the plain error. */
function earlierPrediction(pooled: WeightedMean, tauSquared: number, k: number) {
  if (k < 3) return null;
  const error = Math.sqrt(pooled.standardError ** 2 + tauSquared);
  return around(pooled.mean, tUpperQuantile(0.025, k - 2) * error);
}

/** Intervals of single localities are not offered (they cover 84 to 87 %); metafor's follow from our parts. */
function blupNumbers(estimates: Estimate[], pooled: WeightedMean, tauSquared: number) {
  const steadied = steadyEstimates(estimates, pooled.mean, tauSquared);
  const ends = steadied.map(({ towardsMean: b, value }, i) => {
    const variance = (1 - b) * estimates[i]!.variance + (b * pooled.standardError) ** 2;
    return around(value, z * Math.sqrt(variance));
  });
  return {
    B_shrink_to_mean: steadied.map(({ towardsMean }) => towardsMean),
    blup: steadied.map(({ value }) => value),
    blup_pi_low: ends.map(([low]) => low),
    blup_pi_high: ends.map(([, high]) => high),
  };
}

function around(centre: number, half: number): [number, number] {
  return [centre - half, centre + half];
}

function numbersOf(estimates: Estimate[]) {
  const parts = heterogeneity(estimates)!;
  const reml = restrictedLikelihood(estimates);
  const fixed = metaforNumbers(estimates, 0);
  // metafor stops looking for the upper limit of τ² at the larger of 100 and 10 τ²; we do not.
  const { low, high } = betweenVarianceInterval(estimates)!;
  const interval = { low, high: Math.min(high, Math.max(100, 10 * reml)) };
  return {
    k: estimates.length,
    Q: parts.q,
    Q_df: parts.df,
    Q_p: parts.p,
    I2_from_Q_percent: parts.iSquared,
    FE: { ...fixed, I2_percent: parts.iSquared, H2: parts.q / parts.df },
    DL: metaforNumbers(estimates, derSimonianLaird(estimates)),
    PM: metaforNumbers(estimates, pauleMandel(estimates)),
    REML: metaforNumbers(estimates, reml),
    tau2_Q_profile_ci95: limits(interval),
    I2_Q_profile_ci95: [iSquaredOf(estimates, interval.low), iSquaredOf(estimates, interval.high)],
    t_ci_of_means: fixed.hartung_knapp.ci95,
    tau2_closed_form: derSimonianLaird(estimates),
  };
}

/** What follows from an iterated τ² agrees as far as metafor's iterations went. */
const iterated = 1e-7;

describe("random effects against metafor", () => {
  it.each(["meta-bcg", "meta-eight-schools", "meta-equal-variances", "meta-k2"])("%s", (id) => {
    const { data, expected } = reference(id);
    const { FE, DL, Q, Q_df, Q_p, I2_from_Q_percent, k, ...rest } = expected;
    const ours = numbersOf(estimatesOf(data));
    expect(differences(ours, { FE, DL, Q, Q_df, Q_p, I2_from_Q_percent, k })).toEqual([]);
    expect(differences(ours, rest, { relative: iterated })).toEqual([]);
  });

  it("agrees with the published values of the BCG trials and the eight schools", () => {
    const { data, certified } = reference("meta-bcg");
    const { DL, Q } = numbersOf(estimatesOf(data));
    expect(DL.tau2).toBeCloseTo(certified.DL_tau2, 4);
    expect(DL.mu).toBeCloseTo(certified.DL_mu, 4);
    expect(DL.ci95[0]).toBeCloseTo(certified.DL_ci[0], 4);
    expect(DL.ci95[1]).toBeCloseTo(certified.DL_ci[1], 4);
    expect(DL.I2_percent).toBeCloseTo(certified.I2_DL, 2);
    expect(Q).toBeCloseTo(certified.Q, 3);
    const schools = reference("meta-eight-schools");
    const { FE } = numbersOf(estimatesOf(schools.data));
    expect(FE.mu).toBeCloseTo(schools.certified.FE_mu_1dp, 1);
    expect(FE.se).toBeCloseTo(schools.certified.FE_se_1dp, 1);
  });

  it("has log risk ratios that follow from the trials' counts", () => {
    const { yi, counts } = reference("meta-bcg").data;
    const { tpos, tneg, cpos, cneg } = counts;
    const risk = (positive: number, negative: number) => positive / (positive + negative);
    const logs = tpos.map((_: number, i: number) =>
      Math.log(risk(tpos[i], tneg[i]) / risk(cpos[i], cneg[i])),
    );
    expect(differences(logs, yi)).toEqual([]);
  });

  it("never makes the interval narrower than the weights alone, as plain Hartung-Knapp does", () => {
    const schools = estimatesOf(reference("meta-eight-schools").data);
    const pooled = weightedMean(schools, 0);
    const plain = hartungKnapp(pooled, 8, 0)!;
    expect(plain.standardError).toBeLessThan(pooled.standardError);
    expect(hartungKnapp(pooled, 8)?.standardError).toBe(pooled.standardError);
  });

  it("tells where the upper limit of τ² lies, far beyond where metafor stops", () => {
    const { high } = betweenVarianceInterval(estimatesOf(reference("meta-k2").data))!;
    // Q(τ²) = 49 / (13 + 2τ²) is the lower 2.5 % point of chi-square with one degree there.
    expect(49 / (13 + 2 * high)).toBeCloseTo(0.000982069117175253, 12);
    expect(high).toBeGreaterThan(180);
  });
});

describe("one-way random effects with nothing between groups", () => {
  it("ranef-dyestuff2-zero", () => {
    const { data, expected, tolerance } = reference("ranef-dyestuff2-zero");
    const { columns, top } = toLattice(data.y);
    const batches = [...new Set<string>(data.batch)];
    const sums = batches.map((name) =>
      sumHistogram(
        histogramOf(columns[0]!.flatMap((y, i) => (data.batch[i] === name ? [[y, 1]] : []))),
      ),
    );
    const variation = variationOf(sums);
    const within = pooledVariance(variation, top)!;
    const estimates = sums.map((group) => ({
      value: groupMoments(group, top).mean!,
      variance: within / Number(group.count),
    }));
    const tauSquared = restrictedLikelihood(estimates);
    const pooled = weightedMean(estimates, tauSquared);
    const test = homogeneityTest(variation);
    // lmer fits the variance within anew once nothing is left between: all variation over N - 1. Ours
    // stays the one within, so its error of the mean is the larger one.
    const refitted = toNumber(add(variation.between, variation.within)) / 29 / (top / 100) ** 2;
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(within / 30), 14);
    const ours = {
      var_between: tauSquared,
      var_within: refitted,
      intercept: pooled.mean,
      se: Math.sqrt(refitted / 30),
      batch_means: estimates.map(({ value }) => value),
      blup: steadyEstimates(estimates, pooled.mean, tauSquared).map(({ value }) => value),
      anova_F: test?.f,
      anova_p: test?.p,
      moment_var_between: derSimonianLaird(estimates),
    };
    expect(differences(ours, expected, { relative: tolerance.relative })).toEqual([]);
  });
});

describe("the integrated hierarchical model", () => {
  const { data, expected, tolerance } = reference("hierarchical-halfnormal-tau");

  it.each(["eight", "golden_planning"])("%s", (name) => {
    const model = hierarchicalModel(estimatesOf(data[name]), data[name].scale)!;
    const ours: Record<string, number | number[]> = {
      mu_mean: model.mean.mean,
      mu_ci95: limits(model.mean.interval)!,
      tau_median: model.tau.median,
      tau_ci95: limits(model.tau.interval)!,
      theta_mean: model.localities.map(({ mean }) => mean),
      theta_low: model.localities.map(({ interval }) => interval.low),
      theta_high: model.localities.map(({ interval }) => interval.high),
    };
    expect(Object.keys(ours)).toEqual(Object.keys(expected[name]));
    for (const [key, values] of Object.entries(ours)) {
      [values].flat().forEach((value, i) => {
        const truth = [expected[name][key]].flat()[i];
        expect(Math.abs(value - truth), `${key} ${i}`).toBeLessThan(tolerance.absolute);
      });
    }
  });

  it("does not lose a sharp posterior between millions of people", () => {
    const alike = [10, 10.001, 9.999, 10.0005].map((value) => ({ value, variance: 1e-6 }));
    const model = hierarchicalModel(alike)!;
    expect(model.mean.mean).toBeCloseTo(10.000125, 5);
    expect(model.tau.median).toBeLessThan(0.01);
    expect(model.tau.median).toBeGreaterThan(0);
  });

  it("does not exist for one locality", () => {
    expect(hierarchicalModel([{ value: 3, variance: 2 }])).toBeNull();
  });
});
