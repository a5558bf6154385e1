import { gammaLower, gammaPower, gammaUpper } from "./incomplete-gamma.ts";
import { normalUpperQuantile } from "./normal.ts";
import { upperQuantile } from "./upper-quantile.ts";

/** P(X > x) for a chi-square X with `df` degrees of freedom. Example: chiSquareUpper(3.841, 1) = 0.0500. */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2);
}

/** The x above which a share p lies (0 < p < 1). */
export function chiSquareUpperQuantile(p: number, df: number): number {
  return upperQuantile(
    {
      lower: (x) => gammaLower(df / 2, x / 2),
      upper: (x) => gammaUpper(df / 2, x / 2),
      density: (x) => (gammaPower(df / 2, x / 2) * df) / (2 * x),
    },
    p,
    wilsonHilferty(p, df),
  );
}

/** The cube root of a chi-square is nearly normal (Wilson & Hilferty 1931). */
function wilsonHilferty(p: number, df: number): number {
  const spread = 2 / (9 * df);
  const guess = df * (1 - spread + normalUpperQuantile(p) * Math.sqrt(spread)) ** 3;
  return guess > 1e-8 ? guess : df / 10;
}
