/* The naive double's own numerics: normal equations, and Student's t and F by Simpson's rule. */

export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Coefficients by Gauss and Jordan's elimination of the normal equations; null where they are not unique. */
export function leastSquares(rows: readonly number[][], y: readonly number[]): number[] | null {
  const k = rows[0]?.length ?? 0;
  const table = Array.from({ length: k }, (_, i) => [
    ...Array.from({ length: k }, (_, j) => sum(rows.map((row) => row[i]! * row[j]!))),
    sum(rows.map((row, r) => row[i]! * y[r]!)),
  ]);
  for (let i = 0; i < k; i++) {
    const pivot = table.reduce(
      (b, row, r) => (r >= i && Math.abs(row[i]!) > Math.abs(table[b]![i]!) ? r : b),
      i,
    );
    [table[i], table[pivot]] = [table[pivot]!, table[i]!];
    if (Math.abs(table[i]![i]!) < 1e-7) return null;
    for (let r = 0; r < k; r++) {
      const factor = r === i ? 0 : table[r]![i]! / table[i]![i]!;
      table[r] = table[r]!.map((value, c) => value - factor * table[i]![c]!);
    }
  }
  return table.map((row, i) => row[k]! / row[i]!);
}

/** ∫ cos^(df - 1) from 0 to atan(t / √df), as a share of the whole: P(|T| < t). */
export function tTwoSided(t: number, df: number): number {
  const density = (angle: number) => Math.cos(angle) ** (df - 1);
  const inside = simpson(density, 0, Math.atan(Math.abs(t) / Math.sqrt(df)));
  return 1 - inside / simpson(density, 0, Math.PI / 2);
}

const quantiles = new Map<number, number>();

export function tQuantile975(df: number): number {
  if (!quantiles.has(df)) {
    let [low, high] = [0, 13];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (tTwoSided(middle, df) > 0.05) low = middle;
      else high = middle;
    }
    quantiles.set(df, (low + high) / 2);
  }
  return quantiles.get(df)!;
}

/** P(F > f): with sin² for the share of the variance, both ends of the integral are smooth. */
export function fUpper(f: number, df1: number, df2: number): number {
  const density = (angle: number) => Math.sin(angle) ** (df1 - 1) * Math.cos(angle) ** (df2 - 1);
  const at = Math.atan(Math.sqrt((df1 * f) / df2));
  return simpson(density, at, Math.PI / 2) / simpson(density, 0, Math.PI / 2);
}

function simpson(f: (x: number) => number, from: number, to: number, steps = 1000): number {
  const h = (to - from) / steps;
  let total = f(from) + f(to);
  for (let i = 1; i < steps; i++) total += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (total * h) / 3;
}
