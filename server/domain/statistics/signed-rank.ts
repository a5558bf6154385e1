import { coinSums, coinSumsWork, type ExactTails, tailsOf } from "./coin-sums.ts";
import { normalUpper } from "./distributions/normal.ts";
import type { Histogram } from "./histogram.ts";

/**
 * What becomes of pairs without change: Pratt (1959) ranks them with the others and then drops
 * them, Wilcoxon (1945) discards them before ranking. Answers on rating scales leave many, and
 * Pratt's way is the default.
 */
export type ZeroRule = "pratt" | "discard";

/** Wilcoxon's signed-rank test; ranks are mid-ranks where gains tie. */
export interface SignedRank {
  /** Sum of the ranks of rises, and of falls. */
  rises: number;
  falls: number;
  changed: number;
  unchanged: number;
  /** The exact law given the ties; null above 200 changes, or with thousands of people unchanged. */
  exact: ExactTails | null;
  normal: {
    mean: number;
    variance: number;
    z: number;
    p: number;
    zCorrected: number;
    pCorrected: number;
  };
  /** Two-sided: exact where that is known, normal with continuity correction otherwise. */
  p: number;
}

const MOST_EXACT = 200;
const MOST_WORK = 200_000_000;

interface RankGroup {
  /** Twice the mid-rank: a whole number. */
  doubleRank: number;
  rises: number;
  falls: number;
}

/** Signed-rank test of a histogram of gains; null where nobody changed. */
export function signedRankTest(gains: Histogram, zeros: ZeroRule = "pratt"): SignedRank | null {
  const groups = rankGroups(gains, zeros);
  const changed = groups.reduce((sum, group) => sum + group.rises + group.falls, 0);
  if (changed === 0) return null;

  const doubleRises = groups.reduce((sum, group) => sum + group.doubleRank * group.rises, 0);
  const doubleFalls = groups.reduce((sum, group) => sum + group.doubleRank * group.falls, 0);
  const exact = changed <= MOST_EXACT ? exactTails(groups, doubleRises) : null;
  const normal = normalTest(groups, doubleRises / 2);
  return {
    rises: doubleRises / 2,
    falls: doubleFalls / 2,
    changed,
    unchanged: gains.find((bin) => bin.value === 0)?.count ?? 0,
    exact,
    normal,
    p: exact ? exact.p : normal.pCorrected,
  };
}

/** Equal sizes of change share a rank; a size of 0 takes up ranks (Pratt) or not, but gets none. */
function rankGroups(gains: Histogram, zeros: ZeroRule): RankGroup[] {
  const sizes = new Map<number, { rises: number; falls: number }>();
  let ranked = 0;
  for (const { value, count } of gains) {
    if (value === 0) {
      ranked = zeros === "pratt" ? count : 0;
      continue;
    }
    const group = sizes.get(Math.abs(value)) ?? { rises: 0, falls: 0 };
    if (value > 0) group.rises += count;
    else group.falls += count;
    sizes.set(Math.abs(value), group);
  }
  const ascending = [...sizes].sort(([a], [b]) => a - b);
  return ascending.map(([, { rises, falls }]) => {
    const doubleRank = 2 * ranked + rises + falls + 1;
    ranked += rises + falls;
    return { doubleRank, rises, falls };
  });
}

function exactTails(groups: readonly RankGroup[], doubleRises: number): ExactTails | null {
  const weights = groups.map((g) => ({ weight: g.doubleRank, count: g.rises + g.falls }));
  if (coinSumsWork(weights) > MOST_WORK) return null;
  return tailsOf(coinSums(weights), doubleRises);
}

function normalTest(groups: readonly RankGroup[], rises: number): SignedRank["normal"] {
  let [mean, variance] = [0, 0];
  for (const group of groups) {
    const rank = group.doubleRank / 2;
    mean += ((group.rises + group.falls) * rank) / 2;
    variance += ((group.rises + group.falls) * rank * rank) / 4;
  }
  const distance = rises - mean;
  const z = distance / Math.sqrt(variance);
  const zCorrected = (distance - Math.sign(distance) / 2) / Math.sqrt(variance);
  return { mean, variance, z, p: twoSided(z), zCorrected, pCorrected: twoSided(zCorrected) };
}

function twoSided(z: number): number {
  return Math.min(1, 2 * normalUpper(Math.abs(z)));
}
