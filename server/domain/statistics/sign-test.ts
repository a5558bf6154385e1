import type { ChangeCounts } from "./change.ts";
import { betaLower } from "./distributions/incomplete-beta.ts";

/**
 * Two-sided exact sign test: how likely a split at least as uneven would be if every change were a
 * toss of a coin. Those who stayed the same say nothing and are left out; null where nobody changed.
 * With five changes nothing below 0.0625 can come out, with six 0.03125.
 */
export function signTest({ higher, lower }: ChangeCounts): number | null {
  const n = higher + lower;
  const fewer = Math.min(higher, lower);
  if (n === 0) return null;
  // P(X <= k) of n tosses is an incomplete beta function at 1/2 (DLMF 8.17.5).
  return Math.min(1, 2 * betaLower(n - fewer, fewer + 1, 0.5, 0.5));
}
