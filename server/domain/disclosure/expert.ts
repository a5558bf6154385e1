import { effectSizes } from "../statistics/effect-size.ts";
import { type PairedMoments, pairedMoments } from "../statistics/moments.ts";
import { normalisedGain } from "../statistics/normalised-gain.ts";
import { testMean } from "../statistics/paired-gain.ts";
import { signedRankTest } from "../statistics/signed-rank.ts";
import type { ExpertFigures } from "./figures-expert.ts";
import { roundP, roundRange, roundTo } from "./precision.ts";
import type { Row } from "./row.ts";

const fewestPairs = 10;
const fewestForDeviations = 20;
/** Below this a normalised gain divides by next to nothing, in points of 100. */
const leastPossibleGain = 10;

/**
 * Figures for experts of a row that is shown; null with fewer than ten pairs. Whoever calls has
 * seen that everybody concerned `isVaried`: deviations of people who answer alike would tell what
 * each of them answered, however they are rounded.
 */
export function expertFigures(
  row: Row,
  { top, kind }: { top: number; kind: "rating" | "knowledge" },
): ExpertFigures | null {
  const moments = pairedMoments(row.tally.pairs, top);
  const test = testMean(moments.gain);
  if (row.pairs < fewestPairs || !test) return null;
  const effects = effectSizes(moments);
  const signedRank = signedRankTest(row.tally.gains);
  return {
    t: roundTo(test.t, 2),
    df: test.df,
    p: roundP(test.p, 4),
    gAv: rounded(effects?.gAv, 2),
    gAvInterval: effects?.dAvInterval ? roundRange(effects.dAvInterval, 2) : null,
    signedRankP: signedRank && roundP(signedRank.p, 4),
    normalisedGain: kind === "knowledge" ? classGain(row, moments, top) : null,
    deviations: row.pairs < fewestForDeviations ? null : deviationsOf(moments),
  };
}

function classGain(row: Row, { before }: PairedMoments, top: number) {
  if (before.mean === null || 100 - before.mean < leastPossibleGain) return null;
  const result = normalisedGain(row.cells, top);
  if (!result?.interval) return null;
  return { gain: roundTo(result.gain, 2), interval: roundRange(result.interval, 2) };
}

function deviationsOf({ before, after, gain, correlation }: PairedMoments) {
  return {
    before: roundTo(before.sd ?? 0, 1),
    after: roundTo(after.sd ?? 0, 1),
    gain: roundTo(gain.sd ?? 0, 1),
    correlation: rounded(correlation, 2),
  };
}

function rounded(value: number | null | undefined, decimals: number): number | null {
  return value === null || value === undefined ? null : roundTo(value, decimals);
}
