import type { ShownGain } from "./figures.ts";

type Tier = ShownGain["tier"];

/** Small groups (5-9) are indicative only; from 20 on, figures may be looked at closely. */
export function tierOf(people: number): Tier {
  if (people < 10) return "small";
  return people < 20 ? "medium" : "large";
}

/** Decimals that points of 100 are rounded to: none below ten people. */
export function decimalsFor(people: number): 0 | 1 {
  return people < 10 ? 0 : 1;
}

/** Rounds half away from zero, and never to -0. Example: roundTo(-12.25, 1) = -12.3. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const rounded = Math.round(Math.abs(value) * factor) / factor;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

/** Both ends of a range, each rounded half away from zero. */
export function roundRange(
  { low, high }: { low: number; high: number },
  decimals: number,
): { low: number; high: number } {
  return { low: roundTo(low, decimals), high: roundTo(high, decimals) };
}

/** A p value; one smaller than the last decimal is given as that, never as 0. */
export function roundP(p: number, decimals: number): number {
  return Math.max(roundTo(p, decimals), 1 / 10 ** decimals);
}
