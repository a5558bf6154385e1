import { betaLower, betaPower } from "./incomplete-beta.ts";
import { upperQuantile } from "./upper-quantile.ts";

/** P(F > x) with df1 and df2 degrees of freedom. Example: fUpper(4.846, 2, 27) = 0.0159. */
export function fUpper(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  const sum = df2 + df1 * x;
  return betaLower(df2 / 2, df1 / 2, df2 / sum, (df1 * x) / sum);
}

/** The x above which a share p lies (0 < p < 1). */
export function fUpperQuantile(p: number, df1: number, df2: number): number {
  return upperQuantile(
    {
      lower: (x) => fLower(x, df1, df2),
      upper: (x) => fUpper(x, df1, df2),
      density: (x) => fDensity(x, df1, df2),
    },
    p,
    1,
  );
}

function fLower(x: number, df1: number, df2: number): number {
  const sum = df2 + df1 * x;
  return betaLower(df1 / 2, df2 / 2, (df1 * x) / sum, df2 / sum);
}

function fDensity(x: number, df1: number, df2: number): number {
  const sum = df2 + df1 * x;
  return betaPower(df2 / 2, df1 / 2, df2 / sum, (df1 * x) / sum) / x;
}
