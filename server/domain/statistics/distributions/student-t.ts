import { betaLower, betaPower } from "./incomplete-beta.ts";
import { normalUpper, normalUpperQuantile } from "./normal.ts";
import { upperQuantile } from "./upper-quantile.ts";

/** P(T > t) for Student's t with `df` degrees of freedom. Example: tUpper(2.262, 9) = 0.0250. */
export function tUpper(t: number, df: number): number {
  if (t < 0) return 1 - tUpper(-t, df);
  if (df === Number.POSITIVE_INFINITY) return normalUpper(t);
  const square = t * t;
  const sum = df + square;
  return betaLower(df / 2, 0.5, df / sum, square / sum) / 2;
}

/** P(|T| > |t|), the two-sided p of a t test. */
export function tTwoSided(t: number, df: number): number {
  return 2 * tUpper(Math.abs(t), df);
}

/** The t above which a share p lies (0 < p < 1). Example: tUpperQuantile(0.025, 9) = 2.262157. */
export function tUpperQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -tUpperQuantile(1 - p, df);
  if (df === 1) return p > 0.25 ? Math.tan(Math.PI * (0.5 - p)) : 1 / Math.tan(Math.PI * p);
  if (df === 2) return (1 - 2 * p) / Math.sqrt(2 * p * (1 - p));
  const start = expandedQuantile(normalUpperQuantile(p), df);
  return p > 0.4 ? centralQuantile(p, df, start) : tailQuantile(p, df, start);
}

/** Cornish-Fisher expansion around the normal quantile: Abramowitz & Stegun 26.7.5. */
function expandedQuantile(z: number, df: number): number {
  const square = z * z;
  const first = (square + 1) / 4;
  const second = ((5 * square + 16) * square + 3) / 96;
  const third = (((3 * square + 19) * square + 17) * square - 15) / 384;
  const fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160;
  return z * (1 + (first + (second + (third + fourth / df) / df) / df) / df);
}

function tailQuantile(p: number, df: number, start: number): number {
  return upperQuantile(
    {
      lower: (t) => 1 - tUpper(t, df),
      upper: (t) => tUpper(t, df),
      density: (t) => tDensity(t, df),
    },
    p,
    start,
  );
}

/** Near the median P(0 < T < t) is solved for: the tail itself would hide the small difference. */
function centralQuantile(p: number, df: number, start: number): number {
  let t = start;
  for (let step = 0; step < 50; step++) {
    const sum = df + t * t;
    const centre = betaLower(0.5, df / 2, (t * t) / sum, df / sum) / 2;
    const next = t - (centre - (0.5 - p)) / tDensity(t, df);
    if (Math.abs(next - t) <= 1e-9 * Math.abs(next)) return next;
    t = next > 0 ? next : t / 2;
  }
  return t;
}

function tDensity(t: number, df: number): number {
  const sum = df + t * t;
  return betaPower(df / 2, 0.5, df / sum, (t * t) / sum) / Math.abs(t);
}
