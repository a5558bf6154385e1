import { noncentralityInterval } from "./distributions/noncentral-t.ts";
import { stirlingError } from "./distributions/stirling.ts";
import type { Interval } from "./interval.ts";
import type { PairedMoments } from "./moments.ts";

/**
 * Standardised mean gains for the annex (10 pairs and more); "small" and "large" are not said of
 * them, and those divided by the deviation of gains are not averaged over localities.
 */
export interface EffectSizes {
  /** By the deviation of gains (Cohen's d_z); grows with the correlation of before and after. */
  dZ: number;
  gZ: number | null;
  dZInterval: Interval;
  /** By √((s²before + s²after)/2): comparable across designs, and the one to report. */
  dAv: number | null;
  /** Its degrees of freedom for the correction, 2(n - 1)/(1 + r²). */
  dAvDegrees: number | null;
  gAv: number | null;
  dAvInterval: Interval | null;
  /** By the plain mean of the two deviations, as Lakens (2013) writes it. */
  dAvMeanOfSds: number | null;
  /** d_z without the effect of the correlation, d_z √(2(1 - r)). */
  dRm: number | null;
  /** By the deviation before (Becker 1988). */
  dBefore: number | null;
  gBefore: number | null;
  gBeforeVariance: number | null;
}

/**
 * Effect sizes of the mean gain; null where gains do not vary. Intervals invert the noncentral t
 * (Steiger & Fouladi 1997) and, for d_av, scale its limits (Algina & Keselman 2003).
 */
export function effectSizes(moments: PairedMoments): EffectSizes | null {
  const { pairs: n, before, after, gain, correlation: r } = moments;
  if (gain.mean === null || !gain.sd || before.sd === null || after.sd === null) return null;

  const dZ = gain.mean / gain.sd;
  const dZInterval = standardisedInterval(dZ, n);
  const sdAverage = Math.sqrt((before.sd ** 2 + after.sd ** 2) / 2);
  const dAv = over(gain.mean, sdAverage);
  const dAvDegrees = r === null ? null : (2 * (n - 1)) / (1 + r * r);
  const dBefore = over(gain.mean, before.sd);
  const gBefore = corrected(dBefore, n - 1);
  return {
    dZ,
    gZ: corrected(dZ, n - 1),
    dZInterval,
    dAv,
    dAvDegrees,
    gAv: dAvDegrees === null ? null : corrected(dAv, dAvDegrees),
    dAvInterval: scaled(dZInterval, over(gain.sd, sdAverage)),
    dAvMeanOfSds: over(gain.mean, (before.sd + after.sd) / 2),
    dRm: r === null ? null : dZ * Math.sqrt(2 * (1 - r)),
    dBefore,
    gBefore,
    gBeforeVariance: becker(gBefore, r, n),
  };
}

/**
 * Hedges' correction of a standardised mean difference for small samples,
 * Γ(ν/2) / (√(ν/2) Γ((ν - 1)/2)), in a form that keeps its digits up to millions of degrees
 * (Hedges 1981). 0 at ν = 1, where no corrected effect exists. Example: 0.7979 at ν = 4.
 */
export function hedgesCorrection(degrees: number): number {
  if (degrees <= 1) return 0;
  const half = degrees / 2;
  // ln Γ(a) - ln Γ(a - 1/2) - ln(a)/2 by Stirling's formula, with the large logarithms cancelled by hand.
  const remainder = stirlingError(half) - stirlingError(half - 0.5);
  return Math.exp(remainder - 0.5 - (half - 1) * Math.log1p(-0.5 / half));
}

function corrected(d: number | null, degrees: number): number | null {
  return d === null || degrees <= 1 ? null : hedgesCorrection(degrees) * d;
}

function standardisedInterval(dZ: number, n: number): Interval {
  const root = Math.sqrt(n);
  const limits = noncentralityInterval(dZ * root, n - 1);
  return { low: limits.low / root, high: limits.high / root };
}

function scaled({ low, high }: Interval, factor: number | null): Interval | null {
  return factor === null ? null : { low: low * factor, high: high * factor };
}

function over(value: number, deviation: number): number | null {
  return deviation === 0 ? null : value / deviation;
}

function becker(g: number | null, r: number | null, n: number): number | null {
  return g === null || r === null ? null : (2 * (1 - r)) / n + (g * g) / (2 * n);
}
