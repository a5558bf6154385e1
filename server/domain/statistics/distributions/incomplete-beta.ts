import { continuedFraction } from "./continued-fraction.ts";
import { devianceTerm, stirlingError } from "./stirling.ts";

/**
 * The regularised incomplete beta function I_x(a, b), with y = 1 - x given apart so that neither
 * tail loses digits; the upper tail is `betaLower(b, a, y, x)`.
 * Source: DLMF 8.17.22 (continued fraction) and 8.17.4 (change of tail).
 */
export function betaLower(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const power = betaPower(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) return power / betaFraction(a, b, x, y);
  return 1 - power / betaFraction(b, a, y, x);
}

/** x^a y^b / B(a, b) with y = 1 - x, in saddle-point form (Loader 2000). */
export function betaPower(a: number, b: number, x: number, y: number): number {
  if (x <= 0 || y <= 0) return 0;
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x) -
    devianceTerm(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
}

/**
 * The even part of DLMF 8.17.22 (Didonato & Morris 1992, TOMS 708). Unlike the fraction itself it
 * adds positive numbers, so it keeps its digits where x is close to 1 (t with a million degrees).
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const excess = a * y - b * x + 1;
  const numerator = (m: number) => {
    const middle = a + 2 * m - 1;
    return ((a + m - 1) / middle) * ((a + b + m - 1) / middle) * m * (b - m) * x * x;
  };
  const denominator = (m: number) =>
    m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) * (excess + m * (1 + y))) / (a + 2 * m + 1);
  return continuedFraction((a * excess) / (a + 1), numerator, denominator);
}
