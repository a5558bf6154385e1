import { continuedFraction } from "./continued-fraction.ts";
import { devianceTerm, stirlingError } from "./stirling.ts";

/** The regularised lower incomplete gamma function P(a, x). Source: DLMF 8.11.4. */
export function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaTail(a, x);
}

/** The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x). Source: DLMF 8.9.2. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaTail(a, x);
}

/** x^a e^-x / Γ(a + 1) in saddle-point form (Loader 2000). */
export function gammaPower(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return gammaPower(a, x) * sum;
}

function gammaTail(a: number, x: number): number {
  const fraction = continuedFraction(
    x + 1 - a,
    (term) => term * (a - term),
    (term) => x + 1 - a + 2 * term,
  );
  return (gammaPower(a, x) * a) / fraction;
}
