import { findRoot } from "./distributions/find-root.ts";
import { gaussLegendreNodes, type Node } from "./distributions/gauss-legendre.ts";
import { normalLower } from "./distributions/normal.ts";
import type { Interval } from "./interval.ts";
import { type Estimate, weightedMean } from "./random-effects.ts";

/** What the localities' gains say about each other, in points of 100; intervals hold 95 %. */
export interface Hierarchical {
  mean: { mean: number; interval: Interval };
  /** The standard deviation between localities. */
  tau: { median: number; interval: Interval };
  localities: { mean: number; interval: Interval }[];
}

/** Two thirds of the prior's mass say that localities differ by a deviation of up to 10 points. */
const PRIOR_SCALE = 10;
const PRIOR_REACH = 8;
const PANEL_GROWTH = 1.5;

/**
 * Intervals for single localities that borrow strength honestly: the normal hierarchical model with
 * a flat mean and a half-normal τ, integrated over τ by quadrature (the model of Röver 2020,
 * bayesmeta). For experts. Null with fewer than two localities.
 */
export function hierarchicalModel(
  estimates: readonly Estimate[],
  scale = PRIOR_SCALE,
): Hierarchical | null {
  if (estimates.length < 2) return null;
  const panels = tauPanels(estimates, scale);
  const density = posteriorDensity(estimates, scale, panels);
  const draws = panels.flat().map(({ at, weight }) => ({ tau: at, mass: weight * density(at) }));
  const total = draws.reduce((sum, { mass }) => sum + mass, 0);
  const components = draws.map(({ tau, mass }) => ({
    share: mass / total,
    ...conditional(estimates, tau * tau),
  }));
  const summary = (pick: (c: (typeof components)[number]) => NormalLaw) =>
    summariseMixture(components.map((c) => ({ share: c.share, ...pick(c) })));
  return {
    mean: summary((c) => c.overall),
    tau: summariseTau(panels, density, total),
    localities: estimates.map((_, i) => summary((c) => c.localities[i]!)),
  };
}

interface NormalLaw {
  mean: number;
  sd: number;
}

/** Panels that widen from a fraction of the smallest error to beyond the prior's reach. */
function tauPanels(estimates: readonly Estimate[], scale: number): Node[][] {
  const finest = Math.sqrt(Math.min(...estimates.map(({ variance }) => variance))) / 4;
  const end = PRIOR_REACH * scale;
  const panels: Node[][] = [];
  let low = 0;
  for (let high = Math.min(finest, end); low < end; high = Math.min(high * PANEL_GROWTH, end)) {
    panels.push(gaussLegendreNodes(low, high));
    low = high;
  }
  return panels;
}

/** The posterior density of τ, scaled so that its largest value is 1. */
function posteriorDensity(
  estimates: readonly Estimate[],
  scale: number,
  panels: readonly Node[][],
): (tau: number) => number {
  const log = (tau: number) => logMarginal(estimates, tau * tau) - tau ** 2 / (2 * scale ** 2);
  const highest = Math.max(...panels.flat().map(({ at }) => log(at)));
  return (tau) => Math.exp(log(tau) - highest);
}

/** ln of the likelihood of τ² with the flat mean integrated out, up to a constant. */
function logMarginal(estimates: readonly Estimate[], tauSquared: number): number {
  const { mean, standardError } = weightedMean(estimates, tauSquared);
  const each = estimates.map(({ value, variance }) => {
    const sum = variance + tauSquared;
    return -(Math.log(sum) + (value - mean) ** 2 / sum) / 2;
  });
  return each.reduce((a, b) => a + b, 0) + Math.log(standardError);
}

/** Given τ everything is normal. */
function conditional(estimates: readonly Estimate[], tauSquared: number) {
  const { mean, standardError } = weightedMean(estimates, tauSquared);
  const localities = estimates.map(({ value, variance }) => {
    const towardsMean = variance / (variance + tauSquared);
    return {
      mean: towardsMean * mean + (1 - towardsMean) * value,
      sd: Math.sqrt((1 - towardsMean) * variance + (towardsMean * standardError) ** 2),
    };
  });
  return { overall: { mean, sd: standardError }, localities };
}

type Mixture = readonly (NormalLaw & { share: number })[];

function summariseMixture(parts: Mixture): { mean: number; interval: Interval } {
  const mean = parts.reduce((sum, part) => sum + part.share * part.mean, 0);
  return {
    mean,
    interval: { low: mixtureQuantile(parts, 0.025), high: mixtureQuantile(parts, 0.975) },
  };
}

function mixtureQuantile(parts: Mixture, p: number): number {
  const excess = (x: number) =>
    parts.reduce((sum, { share, mean, sd }) => sum + share * normalLower((x - mean) / sd), 0) - p;
  const low = Math.min(...parts.map(({ mean, sd }) => mean - 9 * sd));
  const high = Math.max(...parts.map(({ mean, sd }) => mean + 9 * sd));
  return findRoot(excess, low, high);
}

function summariseTau(
  panels: readonly Node[][],
  density: (tau: number) => number,
  total: number,
): Hierarchical["tau"] {
  const quantile = (p: number) => tauQuantile(panels, density, p * total);
  return { median: quantile(0.5), interval: { low: quantile(0.025), high: quantile(0.975) } };
}

/** Goes panel by panel to the one in which the mass is reached, and finds the place in it. */
function tauQuantile(
  panels: readonly Node[][],
  density: (tau: number) => number,
  mass: number,
): number {
  const massOf = (nodes: readonly Node[]) =>
    nodes.reduce((sum, { at, weight }) => sum + weight * density(at), 0);
  let passed = 0;
  let low = 0;
  for (const panel of panels) {
    const high = low + panel.reduce((sum, { weight }) => sum + weight, 0);
    const inside = massOf(panel);
    if (passed + inside >= mass) {
      const from = low;
      return findRoot((x) => passed + massOf(gaussLegendreNodes(from, x)) - mass, from, high);
    }
    passed += inside;
    low = high;
  }
  return low;
}
