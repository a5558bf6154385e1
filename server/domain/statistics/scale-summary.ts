import { type Attrition, attritionOf } from "./attrition.ts";
import { restrictedLikelihood } from "./between-variance.ts";
import type { AnsweredCounts, Cell } from "./cells.ts";
import { countChanges, isMostlyUnchanged } from "./change.ts";
import { type EdgeFlags, flagEdges } from "./edges.ts";
import { type FTest, homogeneityTest, pooledVariance, variationOf } from "./homogeneity.ts";
import { dependsOnOnePerson } from "./influence.ts";
import { type Interval, tInterval } from "./interval.ts";
import { type PairedMoments, pairedMoments } from "./moments.ts";
import { describeGain, type PairedGain } from "./paired-gain.ts";
import {
  type Estimate,
  type HartungKnapp,
  hartungKnapp,
  predictionInterval,
  type Steadied,
  steadyEstimates,
  weightedMean,
} from "./random-effects.ts";
import { gainSums } from "./sums.ts";
import { addTallies, type EdgeCounts, type Tally, tallyCells } from "./tally.ts";

/** One locality's cells on one scale, and how many people it enrolled. */
export interface LocalityCells {
  locality: string;
  enrolled: number;
  cells: readonly Cell[];
}

/** Everyday figures of one group of people, in points of 100; null where undefined. */
export interface GroupGain extends PairedGain {
  enrolled: number;
  answered: AnsweredCounts;
  edges: EdgeCounts;
  edgeFlags: EdgeFlags;
  /** Leaving out one person would move the interval across 0. */
  dependsOnOnePerson: boolean;
  /** More than 60 % did not change, others did. */
  isMostlyUnchanged: boolean;
  attrition: Attrition;
}

export interface LocalityGain extends GroupGain {
  locality: string;
  /** With the deviation of all localities pooled: for one where all gained alike, and labelled so. */
  pooledInterval: Interval | null;
  /** Drawn towards the mean of all by its share of chance; null without a typical locality. */
  steadied: Steadied | null;
}

/** "All participants": these people of these localities, which is the headline. */
export interface AllGain extends GroupGain {
  /** Error and interval of the mean gain with the localities held fixed: s_p / √N. */
  stratifiedError: number | null;
  stratifiedInterval: Interval | null;
}

/** "A typical locality": when speaking of localities beyond these. From three localities on. */
export interface TypicalLocality {
  /** Variance between localities by restricted maximum likelihood; 0 does not mean they are alike. */
  tauSquared: number;
  mean: number;
  /** Hartung and Knapp's scale before it is kept from falling below 1. */
  scale: number;
  test: HartungKnapp;
  /** Where a further similar locality may lie; from five localities on. */
  prediction: Interval | null;
}

/** What the screens and the annex say of one scale. */
export interface ScaleSummary {
  top: number;
  localities: LocalityGain[];
  all: AllGain;
  /** Variance of gains within localities, pooled, in points squared, with its degrees of freedom. */
  withinVariance: number | null;
  withinDegrees: number;
  homogeneity: FTest | null;
  typical: TypicalLocality | null;
}

const fewestForTypical = 3;
const fewestForPrediction = 5;

interface Group {
  locality: string;
  enrolled: number;
  tally: Tally;
  moments: PairedMoments;
}

/**
 * All everyday figures of one scale, from its localities' cells in units of 0 ... `top`. The order
 * of the localities is kept. What takes longer is in `expert-scale.ts`.
 */
export function summariseScale(
  localities: readonly LocalityCells[],
  { top }: { top: number },
): ScaleSummary {
  const groups = localities.map(({ locality, enrolled, cells }) => {
    const tally = tallyCells(cells, top);
    return { locality, enrolled, tally, moments: pairedMoments(tally.pairs, top) };
  });
  const variation = variationOf(groups.map(({ tally }) => gainSums(tally.pairs)));
  const withinVariance = pooledVariance(variation, top);
  const withinDegrees = Math.max(0, variation.people - variation.groups);
  const estimates = estimatesOf(groups, withinVariance);
  const typical = typicalLocality(estimates);
  const steadied = steadyAll(estimates, typical);
  return {
    top,
    localities: groups.map((group) => ({
      locality: group.locality,
      ...groupGain(group, top),
      pooledInterval: pooledInterval(group.moments, withinVariance, withinDegrees),
      steadied: steadied.get(group.locality) ?? null,
    })),
    all: summariseAll(groups, { top, withinVariance, withinDegrees }),
    withinVariance,
    withinDegrees,
    homogeneity: homogeneityTest(variation),
    typical,
  };
}

function groupGain({ enrolled, tally, moments }: Omit<Group, "locality">, top: number): GroupGain {
  const change = countChanges(tally.gains);
  const gain = describeGain(moments, change);
  return {
    ...gain,
    enrolled,
    answered: tally.answered,
    edges: tally.edges,
    edgeFlags: flagEdges(tally.edges, gain.pairs),
    dependsOnOnePerson: dependsOnOnePerson(tally.gains, gain.test),
    isMostlyUnchanged: isMostlyUnchanged(change),
    attrition: attritionOf(tally, top),
  };
}

function summariseAll(
  groups: readonly Group[],
  within: { top: number; withinVariance: number | null; withinDegrees: number },
): AllGain {
  const tally = addTallies(groups.map((group) => group.tally));
  const moments = pairedMoments(tally.pairs, within.top);
  const enrolled = groups.reduce((sum, group) => sum + group.enrolled, 0);
  const { withinVariance, withinDegrees } = within;
  return {
    ...groupGain({ enrolled, tally, moments }, within.top),
    stratifiedError: withinVariance === null ? null : Math.sqrt(withinVariance / moments.pairs),
    stratifiedInterval: pooledInterval(moments, withinVariance, withinDegrees),
  };
}

/** A mean gain ± t · s_p / √n; null where people of the same locality nowhere differ. */
function pooledInterval(
  { pairs, gain }: PairedMoments,
  withinVariance: number | null,
  withinDegrees: number,
): Interval | null {
  if (gain.mean === null || !withinVariance) return null;
  return tInterval(gain.mean, Math.sqrt(withinVariance / pairs), withinDegrees);
}

/** Mean gains of the localities that have pairs, each with the variance s_p² / n. */
function estimatesOf(groups: readonly Group[], withinVariance: number | null) {
  return groups.flatMap(({ locality, moments }): (Estimate & { locality: string })[] => {
    const { mean, count } = moments.gain;
    if (mean === null || !withinVariance) return [];
    return [{ locality, value: mean, variance: withinVariance / count }];
  });
}

function typicalLocality(estimates: readonly Estimate[]): TypicalLocality | null {
  if (estimates.length < fewestForTypical) return null;
  const tauSquared = restrictedLikelihood(estimates);
  const pooled = weightedMean(estimates, tauSquared);
  const test = hartungKnapp(pooled, estimates.length);
  if (!test || pooled.scale === null) return null;
  const isPredictable = estimates.length >= fewestForPrediction;
  const prediction = isPredictable ? predictionInterval(pooled.mean, test, tauSquared) : null;
  return { tauSquared, mean: pooled.mean, scale: pooled.scale, test, prediction };
}

function steadyAll(
  estimates: readonly (Estimate & { locality: string })[],
  typical: TypicalLocality | null,
): Map<string, Steadied> {
  if (!typical) return new Map();
  const steadied = steadyEstimates(estimates, typical.mean, typical.tauSquared);
  return new Map(estimates.map(({ locality }, i) => [locality, steadied[i]!]));
}
