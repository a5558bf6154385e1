import { tUpperQuantile } from "./distributions/student-t.ts";

/** From where to where a true value may plausibly lie; 95 % unless a function says otherwise. */
export interface Interval {
  low: number;
  high: number;
}

/** mean ± t(df) · standard error. */
export function tInterval(mean: number, standardError: number, df: number): Interval {
  return intervalAround(mean, tUpperQuantile(0.025, df) * standardError);
}

export function intervalAround(centre: number, half: number): Interval {
  return { low: centre - half, high: centre + half };
}

export function excludesZero({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
