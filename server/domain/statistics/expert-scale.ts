import { type Ancova, ancova } from "./ancova.ts";
import {
  betweenVarianceInterval,
  derSimonianLaird,
  pauleMandel,
  restrictedLikelihood,
} from "./between-variance.ts";
import { type ExactBootstrap, exactBootstrap } from "./bootstrap.ts";
import { type Cell, mergeCells } from "./cells.ts";
import { countChanges } from "./change.ts";
import { type EffectSizes, effectSizes } from "./effect-size.ts";
import { type Hierarchical, hierarchicalModel } from "./hierarchical.ts";
import { gainHistogram, type Histogram } from "./histogram.ts";
import {
  type FTest,
  kruskalWallisTest,
  pooledVariance,
  variationOf,
  welchTest,
} from "./homogeneity.ts";
import type { Interval } from "./interval.ts";
import { hodgesLehmann, median, skewness } from "./location.ts";
import { pairedMoments } from "./moments.ts";
import {
  type NormalisedChange,
  type NormalisedGain,
  normalisedChange,
  normalisedGain,
} from "./normalised-gain.ts";
import { clopperPearsonInterval } from "./proportion.ts";
import { type Estimate, type Heterogeneity, heterogeneity, iSquaredOf } from "./random-effects.ts";
import type { LocalityCells } from "./scale-summary.ts";
import { type SignFlip, signFlipTest } from "./sign-flip.ts";
import { signTest } from "./sign-test.ts";
import { type SignedRank, signedRankTest } from "./signed-rank.ts";
import { gainSums, sumPairs } from "./sums.ts";

/** Figures of one group for experts and the annex, in points of 100; null where undefined. */
export interface ExpertGain {
  effects: EffectSizes | null;
  medianGain: number | null;
  hodgesLehmann: number | null;
  skewness: number | null;
  signedRank: { pratt: SignedRank | null; discard: SignedRank | null };
  signTest: number | null;
  signFlip: SignFlip | null;
  bootstrap: ExactBootstrap | null;
  higherShareExact: Interval | null;
  /** The class's normalised gain; of knowledge scores only. */
  normalisedGain: NormalisedGain | null;
  normalisedChange: NormalisedChange;
}

/** What experts may ask of one scale beyond its summary. */
export interface ExpertScale {
  localities: ({ locality: string } & ExpertGain)[];
  all: ExpertGain;
  welch: FTest | null;
  kruskalWallis: { h: number; df: number; p: number } | null;
  heterogeneity: Heterogeneity | null;
  tauSquared: { derSimonianLaird: number; pauleMandel: number; restrictedLikelihood: number };
  tauSquaredInterval: Interval | null;
  /** Of I², in percent; without it I² is not printed, nor with fewer than five localities. */
  iSquaredInterval: Interval | null;
  /** Gains and intervals of the localities with pairs, in order, by the integrated model. */
  hierarchical: ({ localityNames: string[] } & Hierarchical) | null;
  ancova: ({ localityNames: string[] } & Ancova) | null;
}

/**
 * Figures that take milliseconds instead of microseconds: exact tests, bootstrap, noncentral t,
 * integration. For the annex and an expert's page, never for a view that is drawn at every click.
 */
export function expertScale(
  localities: readonly LocalityCells[],
  { top }: { top: number },
): ExpertScale {
  const withPairs = localities.filter(({ cells }) => sumPairs(cells).count > 0n);
  const localityNames = withPairs.map(({ locality }) => locality);
  const sums = withPairs.map(({ cells }) => sumPairs(cells));
  const estimates = estimatesOf(withPairs, top);
  const hierarchical = hierarchicalModel(estimates);
  const covariance = ancova(sums, top);
  const tauSquaredInterval = betweenVarianceInterval(estimates);
  return {
    localities: localities.map(({ locality, cells }) => ({ locality, ...expertGain(cells, top) })),
    all: expertGain(mergeCells(...localities.map(({ cells }) => cells)), top),
    welch: welchTest(sums.map((s) => pairedMoments(s, top).gain)),
    kruskalWallis: kruskalWallisTest(withPairs.map(({ cells }) => gainHistogram(cells))),
    heterogeneity: heterogeneity(estimates),
    tauSquared: estimateTauSquared(estimates),
    tauSquaredInterval,
    iSquaredInterval: tauSquaredInterval && {
      low: iSquaredOf(estimates, tauSquaredInterval.low),
      high: iSquaredOf(estimates, tauSquaredInterval.high),
    },
    hierarchical: hierarchical && { localityNames, ...hierarchical },
    ancova: covariance && { localityNames, ...covariance },
  };
}

function estimateTauSquared(estimates: readonly Estimate[]): ExpertScale["tauSquared"] {
  return {
    derSimonianLaird: derSimonianLaird(estimates),
    pauleMandel: pauleMandel(estimates),
    restrictedLikelihood: restrictedLikelihood(estimates),
  };
}

/** The expert figures of one group's cells, whose scores run from 0 to `top` units. */
export function expertGain(cells: readonly Cell[], top: number): ExpertGain {
  const gains = gainHistogram(cells);
  const moments = pairedMoments(sumPairs(cells), top);
  const change = countChanges(gains);
  return {
    effects: effectSizes(moments),
    medianGain: inPoints(median(gains), top),
    hodgesLehmann: inPoints(hodgesLehmann(gains), top),
    skewness: skewness(gains),
    signedRank: rankTests(gains),
    signTest: signTest(change),
    signFlip: signFlipTest(gains),
    bootstrap: exactBootstrap(gains, top),
    higherShareExact: clopperPearsonInterval(change.higher, moments.pairs),
    normalisedGain: normalisedGain(cells, top),
    normalisedChange: normalisedChange(cells, top),
  };
}

function rankTests(gains: Histogram): ExpertGain["signedRank"] {
  return { pratt: signedRankTest(gains, "pratt"), discard: signedRankTest(gains, "discard") };
}

function inPoints(units: number | null, top: number): number | null {
  return units === null ? null : (100 * units) / top;
}

/** Mean gains with the variance pooled within localities; none where nobody varies. */
function estimatesOf(localities: readonly LocalityCells[], top: number): Estimate[] {
  const gains = localities.map(({ cells }) => gainSums(sumPairs(cells)));
  const within = pooledVariance(variationOf(gains), top);
  if (!within) return [];
  return localities.flatMap(({ cells }) => {
    const { mean, count } = pairedMoments(sumPairs(cells), top).gain;
    return mean === null ? [] : [{ value: mean, variance: within / count }];
  });
}
