import { chiSquareUpperQuantile } from "./distributions/chi-square.ts";
import { findRoot } from "./distributions/find-root.ts";
import type { Interval } from "./interval.ts";
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
 * Restricted maximum likelihood, the default (Veroniki et al. 2016). With localities of very
 * different size the likelihood may have several peaks, one of them at 0; the highest counts.
 */
export function restrictedLikelihood(estimates: readonly Estimate[]): number {
  if (estimates.length < 2) return 0;
  const peaks = [0, ...peaksOf((tauSquared) => likelihoodSlope(estimates, tauSquared), estimates)];
  const heights = peaks.map((peak) => logLikelihood(estimates, peak));
  return peaks[heights.indexOf(Math.max(...heights))]!;
}

/**
 * The 95 % interval of τ² by Q-profile (Viechtbauer 2007): the values with which Q is neither
 * surprisingly small nor surprisingly large. Its upper end is far out where localities are few;
 * null with fewer than two.
 */
export function betweenVarianceInterval(estimates: readonly Estimate[]): Interval | null {
  const df = estimates.length - 1;
  if (df < 1) return null;
  return {
    low: tauSquaredWithQ(estimates, chiSquareUpperQuantile(0.025, df)),
    high: tauSquaredWithQ(estimates, chiSquareUpperQuantile(0.975, df)),
  };
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

const GRID_STEPS = 48;

/** Where the slope turns from rising to falling, on a grid that is as fine as the smallest variance. */
function peaksOf(slope: (tauSquared: number) => number, estimates: readonly Estimate[]): number[] {
  const finest = Math.min(...estimates.map((estimate) => estimate.variance));
  const end = doubledUntil((tauSquared) => slope(tauSquared) <= 0, squaresOf(estimates) + finest);
  const growth = (1 + end / finest) ** (1 / GRID_STEPS);
  const grid = Array.from({ length: GRID_STEPS + 1 }, (_, i) => finest * (growth ** i - 1));
  const slopes = grid.map(slope);
  return grid.flatMap((from, i) => {
    const isPeak = i < GRID_STEPS && slopes[i]! > 0 && slopes[i + 1]! <= 0;
    return isPeak ? [findRoot(slope, from, grid[i + 1]!)] : [];
  });
}

function squaresOf(estimates: readonly Estimate[]): number {
  const mean = estimates.reduce((sum, { value }) => sum + value, 0) / estimates.length;
  return estimates.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
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
  let [weights, squares, residuals] = [0, 0, 0];
  for (const { value, variance } of estimates) {
    const weight = 1 / (variance + tauSquared);
    weights += weight;
    squares += weight * weight;
    residuals += ((value - mean) * weight) ** 2;
  }
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
