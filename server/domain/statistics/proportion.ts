import { betaQuantile } from "./distributions/beta.ts";
import { normalUpperQuantile } from "./distributions/normal.ts";
import type { Interval } from "./interval.ts";

/**
 * Wilson's score interval for a share of x among n; null for n = 0. It stays inside 0 ... 1 and
 * keeps its promise for small n (Wilson 1927; Newcombe 1998). Example: 0 of 20 gives 0 ... 0.161.
 */
export function wilsonInterval(x: number, n: number): Interval | null {
  if (n === 0) return null;
  const z = normalUpperQuantile(0.025);
  const share = x / n;
  const under = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / under;
  const half = (z / under) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: x === 0 ? 0 : centre - half, high: x === n ? 1 : centre + half };
}

/**
 * The "exact" interval of Clopper & Pearson (1934) for a share of x among n; null for n = 0. It
 * never covers less than it promises, and so is wider than need be; given on request only.
 */
export function clopperPearsonInterval(x: number, n: number): Interval | null {
  if (n === 0) return null;
  return {
    low: x === 0 ? 0 : betaQuantile(0.025, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(0.975, x + 1, n - x),
  };
}
