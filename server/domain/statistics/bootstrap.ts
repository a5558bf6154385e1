import { greatestCommonDivisor } from "../scoring/divisors.ts";
import { normalLower, normalQuantile } from "./distributions/normal.ts";
import { countOf, type Histogram } from "./histogram.ts";
import type { Interval } from "./interval.ts";

/** The exact bootstrap of the mean gain, in points of 100. */
export interface ExactBootstrap {
  mean: number;
  standardError: number;
  /** P(resampled mean below the observed one), and P(equal to it). */
  massBelow: number;
  massAt: number;
  /** Bias correction and acceleration of BCa (Efron 1987). */
  bias: number;
  acceleration: number;
  /** The levels at which BCa reads the bootstrap distribution instead of 2.5 and 97.5 %. */
  levels: Interval;
  bca: Interval;
  percentile: Interval;
}

const FEWEST = 2;
/** With more people the interval differs from the t interval only in what nobody prints. */
const MOST = 500;
const MOST_WORK = 500_000_000;
/** So many of its standard deviations a law of sums reaches before it is cut off. */
const REACH = 20;
/** Probabilities that no printed digit can feel are cut off the ends of the law. */
const NEGLIGIBLE = 1e-22;

/**
 * Bootstrap intervals of the mean gain without random numbers: gains lie on a lattice, so the sum
 * of n drawn gains has an exact law, the n-fold convolution of the histogram. Worth a look only
 * from 20 pairs on and where gains are very skewed; below that its intervals are too narrow.
 * Null where all gained alike, outside 2 ... 500 pairs, and on lattices so fine that it would take
 * seconds.
 */
export function exactBootstrap(gains: Histogram, top: number): ExactBootstrap | null {
  const n = countOf(gains);
  if (gains.length < 2 || n < FEWEST || n > MOST) return null;
  const { squares, acceleration } = shapeOf(gains, n);
  if (workOf(gains, n, squares) > MOST_WORK) return null;

  const law = lawOfSum(gains, n);
  const observed = gains.reduce((sum, bin) => sum + bin.value * bin.count, 0);
  const { below, at } = massAround(law, observed);
  const bias = normalQuantile(below + at / 2);
  const levels = {
    low: adjustedLevel(bias, acceleration, 0.025),
    high: adjustedLevel(bias, acceleration, 0.975),
  };
  const points = (level: number) => (100 * quantileOf(law, level)) / (n * top);
  return {
    mean: (100 * observed) / (n * top),
    standardError: (100 * Math.sqrt(squares)) / (n * top),
    massBelow: below,
    massAt: at,
    bias,
    acceleration,
    levels,
    bca: { low: points(levels.low), high: points(levels.high) },
    percentile: { low: points(0.025), high: points(0.975) },
  };
}

/** The law of a sum: value `first + i * unit` has probability `masses[i]`. */
interface SumLaw {
  first: number;
  unit: number;
  masses: Float64Array;
}

/** Steps of the convolution: draws times distinct gains times the width that a law of sums keeps. */
function workOf(gains: Histogram, n: number, squares: number): number {
  const span = gains[gains.length - 1]!.value - gains[0]!.value;
  const width = Math.min(n * span, REACH * Math.sqrt(squares)) / unitOf(gains);
  return (2 / 3) * n * gains.length * width;
}

/** The step of the lattice on which these gains lie. */
function unitOf(gains: Histogram): number {
  return gains.map((bin) => bin.value - gains[0]!.value).reduce(greatestCommonDivisor);
}

function lawOfSum(gains: Histogram, n: number): SumLaw {
  const smallest = gains[0]!.value;
  const unit = unitOf(gains);
  const steps = gains.map((bin) => ({ step: (bin.value - smallest) / unit, share: bin.count / n }));
  let [offset, masses] = [0, Float64Array.of(1)];
  for (let drawn = 0; drawn < n; drawn++) {
    const trimmed = trim(addOneDraw(masses, steps));
    offset += trimmed.cut;
    masses = trimmed.masses;
  }
  return { first: n * smallest + offset * unit, unit, masses };
}

function addOneDraw(
  masses: Float64Array<ArrayBuffer>,
  steps: readonly { step: number; share: number }[],
): Float64Array<ArrayBuffer> {
  const longest = steps[steps.length - 1]!.step;
  const sums = new Float64Array(masses.length + longest);
  for (const { step, share } of steps) {
    for (let i = 0; i < masses.length; i++) sums[i + step]! += masses[i]! * share;
  }
  return sums;
}

function trim(masses: Float64Array<ArrayBuffer>) {
  let low = 0;
  let high = masses.length;
  while (masses[low]! < NEGLIGIBLE) low++;
  while (masses[high - 1]! < NEGLIGIBLE) high--;
  return { cut: low, masses: masses.subarray(low, high) };
}

/** Sum of squared deviations, and the skewness that accelerates BCa. */
function shapeOf(gains: Histogram, n: number): { squares: number; acceleration: number } {
  const mean = gains.reduce((sum, bin) => sum + bin.value * bin.count, 0) / n;
  let [squares, cubes] = [0, 0];
  for (const { value, count } of gains) {
    squares += count * (value - mean) ** 2;
    cubes += count * (value - mean) ** 3;
  }
  return { squares, acceleration: cubes / (6 * squares ** 1.5) };
}

function massAround(law: SumLaw, observed: number): { below: number; at: number } {
  const index = (observed - law.first) / law.unit;
  const below = law.masses.subarray(0, index).reduce((sum, mass) => sum + mass, 0);
  return { below, at: law.masses[index]! };
}

function adjustedLevel(bias: number, acceleration: number, level: number): number {
  const z = bias + normalQuantile(level);
  return normalLower(bias + z / (1 - acceleration * z));
}

/** The smallest sum whose cumulative probability reaches a level. */
function quantileOf(law: SumLaw, level: number): number {
  let cumulative = 0;
  let index = -1;
  while (cumulative < level && index < law.masses.length - 1) cumulative += law.masses[++index]!;
  return law.first + index * law.unit;
}
