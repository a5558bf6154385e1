import { chiSquareUpperQuantile } from "./distributions/chi-square.ts";
import { findRoot } from "./distributions/find-root.ts";
import { type Estimate, weightedMean } from "./random-effects.ts";

/*
 * How much localities truly differ: the variance between them (τ²), in points of 100 squared. 0
 * never means that they are alike: of truly different localities (a deviation of 3 points between
 * them, 15 within) a third of all programmes estimate 0.
 */

/** DerSimonian & Laird's (1986) estimate by moments, in closed form. */
export function derSimonianLaird(estimates: readonly Estimate[]): number {
  const df = estimates.length - 1;
  const { scale } = weightedMean(estimates, 0);
  if (scale === null) return 0;
  const weights = sumOfWeights(estimates, 0, 1);
  const squares = sumOfWeights(estimates, 0, 2);
  return Math.max(0, (scale * df - df) / (weights - squares / weights));
}

/** Paule & Mandel's (1982) estimate: the τ² with which Q is what chance alone would make it. */
export function pauleMandel(estimates: readonly Estimate[]): number {
  return estimates.length < 2 ? 0 : tauSquaredWithQ(estimates, estimates.length - 1);
}

/**
 * Restricted maximum likelihood, the default (Veroniki et al. 2016): the maximum next to
 * DerSimonian and Laird's estimate, or 0 where that is likelier.
 */
export function restrictedLikelihood(estimates: readonly Estimate[]): number {
  if (estimates.length < 2) return 0;
  const slope = (tauSquared: number) => likelihoodSlope(estimates, tauSquared);
  const start = derSimonianLaird(estimates);
  const peak = slope(start) > 0 ? peakAbove(slope, start) : peakBelow(slope, start);
  return logLikelihood(estimates, peak) > logLikelihood(estimates, 0) ? peak : 0;
}

/**
 * The 95 % interval of τ² by Q-profile (Viechtbauer 2007): the values with which Q is neither
 * surprisingly small nor surprisingly large. `ceiling` cuts a search that would go on and on, as
 * other software does; `isCut` tells that the true limit lies beyond it.
 */
export function betweenVarianceInterval(
  estimates: readonly Estimate[],
  ceiling = Number.POSITIVE_INFINITY,
): { low: number; high: number; isCut: boolean } | null {
  const df = estimates.length - 1;
  if (df < 1) return null;
  const low = tauSquaredWithQ(estimates, chiSquareUpperQuantile(0.025, df));
  const high = tauSquaredWithQ(estimates, chiSquareUpperQuantile(0.975, df));
  return { low: Math.min(low, ceiling), high: Math.min(high, ceiling), isCut: high > ceiling };
}

/** Q falls as τ² grows; where it is below its aim already at 0, the answer is 0. */
function tauSquaredWithQ(estimates: readonly Estimate[], aim: number): number {
  const df = estimates.length - 1;
  const excess = (tauSquared: number) =>
    (weightedMean(estimates, tauSquared).scale ?? 0) * df - aim;
  return excess(0) <= 0
    ? 0
    : findRoot(
        excess,
        0,
        doubledUntil((t) => excess(t) <= 0, largest(estimates)),
      );
}

function peakAbove(slope: (tauSquared: number) => number, start: number): number {
  return findRoot(
    slope,
    start,
    doubledUntil((t) => slope(t) <= 0, start + 1),
  );
}

function peakBelow(slope: (tauSquared: number) => number, start: number): number {
  return start > 0 && slope(0) > 0 ? findRoot(slope, 0, start) : 0;
}

function doubledUntil(isEnough: (x: number) => boolean, start: number): number {
  let x = start;
  while (!isEnough(x)) x *= 2;
  return x;
}

function largest(estimates: readonly Estimate[]): number {
  return Math.max(...estimates.map((estimate) => estimate.variance));
}

/** Twice the derivative of the restricted log-likelihood by τ². */
function likelihoodSlope(estimates: readonly Estimate[], tauSquared: number): number {
  const { mean } = weightedMean(estimates, tauSquared);
  const weights = sumOfWeights(estimates, tauSquared, 1);
  const squares = sumOfWeights(estimates, tauSquared, 2);
  const residuals = estimates.reduce(
    (sum, { value, variance }) => sum + ((value - mean) / (variance + tauSquared)) ** 2,
    0,
  );
  return residuals - weights + squares / weights;
}

function logLikelihood(estimates: readonly Estimate[], tauSquared: number): number {
  const { mean } = weightedMean(estimates, tauSquared);
  const weights = sumOfWeights(estimates, tauSquared, 1);
  const each = estimates.map(({ value, variance }) => {
    const sum = variance + tauSquared;
    return Math.log(sum) + (value - mean) ** 2 / sum;
  });
  return -(each.reduce((a, b) => a + b, 0) + Math.log(weights)) / 2;
}

function sumOfWeights(estimates: readonly Estimate[], tauSquared: number, power: 1 | 2): number {
  return estimates.reduce((sum, { variance }) => sum + (variance + tauSquared) ** -power, 0);
}
