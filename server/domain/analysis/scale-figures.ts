import { type Cell, mergeCells } from "../statistics/cells.ts";
import { type ExpertGain, type ExpertScale, expertScale } from "../statistics/expert-scale.ts";
import { gainHistogram } from "../statistics/histogram.ts";
import type { FTest } from "../statistics/homogeneity.ts";
import { normalisedChange } from "../statistics/normalised-gain.ts";
import { reliableChange } from "../statistics/reliable-change.ts";
import {
  type GroupGain,
  type LocalityCells,
  type ScaleSummary,
  summariseScale,
} from "../statistics/scale-summary.ts";
import { attritionFigures, type GroupResults, gainFigures, limits } from "./gain-figures.ts";
import type { Measure } from "./measures.ts";
import { reliabilityFigures, type ScaleReliability } from "./reliability-figures.ts";

/** What the figures of one scale are made of. */
export interface ScaleSource {
  measure: Measure;
  localities: readonly LocalityCells[];
  before: ScaleReliability;
  after: ScaleReliability;
  smallestWorthwhile?: number;
}

/** All figures of one scale, by the names of the reference file. Lists are in the order of the localities. */
export function scaleFigures(source: ScaleSource) {
  const { measure, localities, smallestWorthwhile: worthwhile } = source;
  const { top } = measure;
  const summary = summariseScale(localities, { top });
  const expert = expertScale(localities, { top });
  const results = (cells: readonly Cell[], gain: GroupGain, own: ExpertGain) =>
    groupResults({ cells, top, alpha: source.before.reliability.alpha }, gain, own);
  const all = mergeCells(...localities.map(({ cells }) => cells));
  return {
    localities: Object.fromEntries(
      summary.localities.map((gain, i) => [
        gain.locality,
        {
          ...gainFigures(results(localities[i]!.cells, gain, expert.localities[i]!), worthwhile),
          pooled_ci95: limits(gain.pooledInterval),
          attrition: attritionFigures(gain.attrition),
        },
      ]),
    ),
    all_participants: {
      ...gainFigures(results(all, summary.all, expert.all), worthwhile),
      stratified_se_fixed_towns: summary.all.stratifiedError,
      stratified_ci95: limits(summary.all.stratifiedInterval),
    },
    pooling: poolingFigures(summary, expert),
    heterogeneity: heterogeneityFigures(summary, expert),
    ancova: ancovaFigures(summary, expert),
    attrition: attritionFigures(summary.all.attrition),
    reliability_pre: reliabilityFigures(source.before),
    reliability_post: reliabilityFigures(source.after),
    scale: {
      kind: measure.scale.kind,
      n_items: measure.scale.items.length,
      units_max: top,
      answer_step_points: (100 * measure.answerStep) / top,
    },
  };
}

function groupResults(
  { cells, top, alpha }: { cells: readonly Cell[]; top: number; alpha: number | null },
  gain: GroupGain,
  expert: ExpertGain,
): GroupResults {
  const { sdBefore } = gain;
  return {
    gain,
    expert,
    reliable: reliableChange(gainHistogram(cells), { top, sdBefore, alpha }),
    change: normalisedChange(cells, top),
  };
}

function poolingFigures(summary: ScaleSummary, expert: ExpertScale) {
  const { typical, withinVariance } = summary;
  const ofEach = (value: (locality: ScaleSummary["localities"][number]) => number | undefined) =>
    summary.localities.map((locality) => value(locality) ?? null);
  const hasSeveral = expert.heterogeneity !== null;
  return {
    within_variance: withinVariance,
    df_within: summary.withinDegrees,
    v: ofEach(({ pairs }) =>
      withinVariance === null || pairs === 0 ? undefined : withinVariance / pairs,
    ),
    tau2_reml: typical?.tauSquared ?? null,
    tau2_dl: hasSeveral ? expert.tauSquared.derSimonianLaird : null,
    tau2_pm: hasSeveral ? expert.tauSquared.pauleMandel : null,
    tau2_ci95: limits(expert.tauSquaredInterval),
    Q: expert.heterogeneity?.q ?? null,
    Q_p: expert.heterogeneity?.p ?? null,
    I2_percent: expert.heterogeneity?.iSquared ?? null,
    mu: typical?.mean ?? null,
    hk_q: typical?.scale ?? null,
    hk_mod_se: typical?.test.standardError ?? null,
    hk_mod_ci95: limits(typical?.test.interval),
    hk_mod_p: typical?.test.p ?? null,
    prediction_interval: limits(typical?.prediction),
    B_shrink: ofEach(({ steadied }) => steadied?.towardsMean),
    shrunken: ofEach(({ steadied }) => steadied?.value),
    hierarchical: hierarchicalFigures(expert.hierarchical),
  };
}

function hierarchicalFigures(model: ExpertScale["hierarchical"]) {
  return (
    model && {
      mu: model.mean.mean,
      mu_ci95: limits(model.mean.interval),
      tau_median: model.tau.median,
      tau_ci95: limits(model.tau.interval),
      localities: Object.fromEntries(
        model.localities.map(({ mean, interval }, i) => [
          model.localityNames[i]!,
          { mean_gain: mean, ci95: limits(interval) },
        ]),
      ),
    }
  );
}

function heterogeneityFigures({ homogeneity }: ScaleSummary, expert: ExpertScale) {
  const { kruskalWallis, welch } = expert;
  return {
    F: homogeneity?.f ?? null,
    df1: homogeneity?.df1 ?? null,
    df2: homogeneity?.df2 ?? null,
    p: homogeneity?.p ?? null,
    welch_F: welch?.f ?? null,
    welch_df1: welch?.df1 ?? null,
    welch_df2: welch?.df2 ?? null,
    welch_p: welch?.p ?? null,
    kruskal_wallis_H: kruskalWallis?.h ?? null,
    kruskal_wallis_df: kruskalWallis?.df ?? null,
    kruskal_wallis_p: kruskalWallis?.p ?? null,
  };
}

function ancovaFigures({ localities }: ScaleSummary, { ancova }: ExpertScale) {
  const adjusted = new Map(
    ancova?.localityNames.map((name, i) => [name, ancova.adjusted[i]!] as const),
  );
  const of = (name: string) => adjusted.get(name);
  return {
    slope: ancova?.slope ?? null,
    slope_se: ancova?.slopeError ?? null,
    grand_mean_pre: ancova?.meanBefore ?? null,
    residual_variance: ancova?.residualVariance ?? null,
    adjusted_post: localities.map(({ locality }) => of(locality)?.mean ?? null),
    adjusted_se: localities.map(({ locality }) => of(locality)?.standardError ?? null),
    ...testFigures("group", ancova?.groups ?? null),
    ...testFigures("slope", ancova?.slopes ?? null),
  };
}

function testFigures<Name extends string>(name: Name, test: FTest | null) {
  const figures = {
    [`${name}_F`]: test?.f ?? null,
    [`${name}_df1`]: test?.df1 ?? null,
    [`${name}_df2`]: test?.df2 ?? null,
    [`${name}_p`]: test?.p ?? null,
  };
  return figures;
}
