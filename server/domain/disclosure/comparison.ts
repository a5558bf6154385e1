import { ancova } from "../statistics/ancova.ts";
import { restrictedLikelihood } from "../statistics/between-variance.ts";
import { homogeneityTest, pooledVariance, variationOf } from "../statistics/homogeneity.ts";
import { pairedMoments } from "../statistics/moments.ts";
import {
  type Estimate,
  hartungKnapp,
  predictionInterval,
  steadyEstimates,
  weightedMean,
} from "../statistics/random-effects.ts";
import { gainSums } from "../statistics/sums.ts";
import type { ReleasedComparison } from "./figures-expert.ts";
import { decimalsFor, roundP, roundRange, roundTo } from "./precision.ts";
import type { Row } from "./row.ts";

export interface NamedRow {
  locality: string;
  row: Row;
}

const fewestForTypical = 3;
const fewestForPrediction = 5;

/**
 * Compares the localities that show their gains. Everything is made of their mean gains and of the
 * spread of those whose people differ, so that it tells nothing of hidden localities, and of those
 * who gained alike no more than their own row.
 */
export function compareLocalities(shown: readonly NamedRow[], top: number): ReleasedComparison {
  const differing = shown.filter(({ row }) => row.likeness === "different");
  const variation = variationOf(differing.map(({ row }) => gainSums(row.tally.pairs)));
  const within = pooledVariance(variation, top);
  const estimates = shown.flatMap(({ locality, row }) => {
    const { mean, count } = pairedMoments(row.tally.pairs, top).gain;
    if (!within || mean === null) return [];
    return [{ locality, pairs: count, value: mean, variance: within / count }];
  });
  const isWhole = differing.length === shown.length;
  const test = isWhole ? homogeneityTest(variation) : null;
  return {
    homogeneity: test && { ...test, f: roundTo(test.f, 2), p: roundP(test.p, 3) },
    ...typicalOf(estimates),
    adjusted: shown.every(({ row }) => row.isVaried) ? adjust(shown, top) : null,
  };
}

function typicalOf(
  estimates: readonly (Estimate & { locality: string; pairs: number })[],
): Pick<ReleasedComparison, "typical" | "steadied"> {
  if (estimates.length < fewestForTypical) return { typical: null, steadied: [] };
  const tauSquared = restrictedLikelihood(estimates);
  const pooled = weightedMean(estimates, tauSquared);
  const test = hartungKnapp(pooled, estimates.length);
  if (!test) return { typical: null, steadied: [] };
  const prediction =
    estimates.length >= fewestForPrediction
      ? predictionInterval(pooled.mean, test, tauSquared)
      : null;
  const steadied = steadyEstimates(estimates, pooled.mean, tauSquared);
  return {
    typical: {
      gain: roundTo(pooled.mean, 1),
      interval: roundRange(test.interval, 1),
      prediction: prediction && roundRange(prediction, 1),
      tau: roundTo(Math.sqrt(tauSquared), 1),
    },
    steadied: estimates.map(({ locality, pairs }, i) => ({
      locality,
      gain: roundTo(steadied[i]!.value, decimalsFor(pairs)),
    })),
  };
}

/** Where slopes differ, the order of adjusted means depends on where one looks: then there is none. */
function adjust(shown: readonly NamedRow[], top: number): ReleasedComparison["adjusted"] {
  const result =
    shown.length < 2
      ? null
      : ancova(
          shown.map(({ row }) => row.tally.pairs),
          top,
        );
  if (!result || (result.slopes && result.slopes.p < 0.05)) return null;
  return shown.map(({ locality }, i) => ({
    locality,
    meanAfter: roundTo(result.adjusted[i]!.mean, 1),
  }));
}
