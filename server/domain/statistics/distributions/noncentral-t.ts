import { findRoot } from "./find-root.ts";
import { integrate } from "./gauss-legendre.ts";
import { normalLower, normalQuantile } from "./normal.ts";
import { devianceTerm, stirlingError } from "./stirling.ts";

/** Beyond so many of its standard deviations the integrand is below 1e-20. */
const REACH = 14;
const STEP_REACH = 9;
/** A 20-point panel three standard deviations wide is exact to about 15 digits. */
const PANEL_WIDTH = 3;

/**
 * P(T <= t) for Student's t with noncentrality `shift`: the average of Φ(t s - shift) over the law
 * of s = χ/√df (Johnson, Kotz & Balakrishnan 1995, ch. 31). For whole degrees of freedom.
 */
export function noncentralTLower(t: number, df: number, shift: number): number {
  return averageOverChi(t, df, shift, (s) => normalLower(t * s - shift));
}

/** P(T > t); use it when the upper tail is the small one. */
export function noncentralTUpper(t: number, df: number, shift: number): number {
  return averageOverChi(t, df, shift, (s) => normalLower(shift - t * s));
}

/** Splits the range where Φ(t s - shift) rises, since with a large t it rises steeply. */
function averageOverChi(t: number, df: number, shift: number, f: (s: number) => number): number {
  const sd = 1 / Math.sqrt(2 * df);
  const low = Math.max(0, 1 - REACH * sd);
  const high = 1 + REACH * sd;
  const clip = (s: number) => Math.min(high, Math.max(low, s));
  const rise = t === 0 ? 0 : Math.abs(STEP_REACH / t);
  const cuts = [low, clip(shift / t - rise || low), clip(shift / t + rise || high), high] as const;

  const density = chiDensity(df);
  const part = (from: number, to: number, rate: number) => {
    const panels = Math.ceil(((to - from) * rate) / PANEL_WIDTH);
    return integrate((s) => f(s) * density(s), from, to, panels);
  };
  return (
    part(cuts[0], cuts[1], 1 / sd) +
    part(cuts[1], cuts[2], Math.max(1 / sd, Math.abs(t))) +
    part(cuts[2], cuts[3], 1 / sd)
  );
}

/** The density of χ/√df in saddle-point form. */
function chiDensity(df: number): (s: number) => number {
  const half = df / 2;
  const constant = 2 * Math.sqrt(half / (2 * Math.PI)) * Math.exp(-stirlingError(half));
  return (s) => (constant * Math.exp(-devianceTerm(half, half * s * s))) / s;
}

/**
 * The noncentralities with which an observed t would be just as far out as the confidence allows:
 * P(T >= t) = 0.025 at `low`, P(T <= t) = 0.025 at `high` (Steiger & Fouladi 1997). Costs about
 * half a millisecond, so it belongs to the annex and not to a screen.
 */
export function noncentralityInterval(
  t: number,
  df: number,
  confidence = 0.95,
): { low: number; high: number } {
  const share = (1 - confidence) / 2;
  const aim = normalQuantile(share);
  // On the probit scale the tails are nearly straight lines in the shift.
  const low = (shift: number) => probit(noncentralTUpper(t, df, shift)) - aim;
  const high = (shift: number) => probit(noncentralTLower(t, df, shift)) - aim;
  return { low: rootBesides(low, t, df, -1), high: rootBesides(high, t, df, 1) };
}

function probit(p: number): number {
  return normalQuantile(Math.min(1 - 1e-16, Math.max(1e-300, p)));
}

/** From t itself outwards in ever longer steps until the sign has changed; then the root between. */
function rootBesides(f: (x: number) => number, t: number, df: number, side: -1 | 1): number {
  const step = 2 * Math.sqrt(1 + (t * t) / (2 * df));
  let inner = t;
  let outer = t + side * step;
  for (let grown = 2 * step; f(outer) > 0; grown *= 2) {
    inner = outer;
    outer += side * grown;
  }
  return findRoot(f, inner, outer);
}
