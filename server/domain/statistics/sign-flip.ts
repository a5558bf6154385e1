import { greatestCommonDivisor } from "../scoring/divisors.ts";
import { coinSums, coinSumsWork, tailsOf } from "./coin-sums.ts";
import type { Histogram } from "./histogram.ts";

export interface SignFlip {
  /** Sum of all rises, in units. */
  rises: number;
  /** P(such rises or greater) when every change is as likely to be a fall. */
  pGreater: number;
  p: number;
}

const MOST_WORK = 30_000_000;

/**
 * The exact sign-flip test of the mean gain (Fisher 1935; Pitman 1937): the signs of all changes
 * are tossed, their sizes kept. It asks nothing of the law of the gains and tests the mean itself.
 * Null where nobody changed, and where so many changes of so many sizes would take too long (about
 * 500 people on a fine lattice); there Student's t says the same.
 * Example: Darwin's maize gives 1726/32768 = 0.0527, as Fisher published.
 */
export function signFlipTest(gains: Histogram): SignFlip | null {
  const changes = gains.filter((bin) => bin.value !== 0);
  if (changes.length === 0) return null;

  const unit = changes.map((bin) => Math.abs(bin.value)).reduce(greatestCommonDivisor);
  const weights = changes.map((bin) => ({ weight: Math.abs(bin.value) / unit, count: bin.count }));
  if (coinSumsWork(weights) > MOST_WORK) return null;

  const rises = changes.reduce((sum, bin) => sum + Math.max(0, bin.value) * bin.count, 0);
  const tails = tailsOf(coinSums(weights), rises / unit);
  return { rises, pGreater: tails.greater, p: tails.p };
}
