import type { Attrition } from "../statistics/attrition.ts";
import type { ExactBootstrap } from "../statistics/bootstrap.ts";
import type { EffectSizes } from "../statistics/effect-size.ts";
import type { ExpertGain } from "../statistics/expert-scale.ts";
import type { Interval } from "../statistics/interval.ts";
import type { NormalisedChange, NormalisedGain } from "../statistics/normalised-gain.ts";
import type { PairedGain } from "../statistics/paired-gain.ts";
import type { ReliableChange } from "../statistics/reliable-change.ts";
import type { GroupGain } from "../statistics/scale-summary.ts";
import type { SignFlip } from "../statistics/sign-flip.ts";
import type { SignedRank } from "../statistics/signed-rank.ts";
import { verdictOf } from "../statistics/verdict.ts";

/*
 * Figures under the names that statisticians and the reference file use: `pre`, `post`, `improved`. What is undefined
 * is null and never left out, so that every group has the same keys. docs/DATA.md explains each.
 */

/** What is known of one group of people on one scale. */
export interface GroupResults {
  gain: GroupGain;
  expert: ExpertGain;
  reliable: ReliableChange | null;
  change: NormalisedChange;
}

export function gainFigures({ gain, expert, reliable, change }: GroupResults, worthwhile?: number) {
  return {
    n_enrolled: gain.enrolled,
    n_pre: gain.answered.before,
    n_post: gain.answered.after,
    n_paired: gain.pairs,
    n_pre_only: gain.answered.beforeOnly,
    n_post_only: gain.answered.afterOnly,
    ...meanFigures(gain),
    ...effectFigures(expert.effects),
    ...changeFigures(gain, expert),
    ...edgeFigures(gain),
    ...hakeFigures(expert.normalisedGain),
    wilcoxon_pratt_exact_p: expert.signedRank.pratt?.exact?.p ?? null,
    wilcoxon_pratt: rankFigures(expert.signedRank.pratt),
    wilcoxon_discard: rankFigures(expert.signedRank.discard),
    sign_test_p: expert.signTest,
    ...signFlipFigures(expert.signFlip),
    bootstrap: bootstrapFigures(expert.bootstrap),
    median_gain: expert.medianGain,
    hodges_lehmann_gain: expert.hodgesLehmann,
    skewness_gain: expert.skewness,
    normalised_change: { mean: change.mean, n_used: change.used, n_dropped: change.dropped },
    reliable_change: reliable && {
      threshold: reliable.thresholdPoints,
      improved: reliable.higher,
      declined: reliable.lower,
    },
    verdict: verdictOf(gain.test?.interval ?? null, worthwhile),
    depends_on_one_person: gain.dependsOnOnePerson,
    mostly_unchanged: gain.isMostlyUnchanged,
  };
}

/** Means and the paired t test. */
export function meanFigures(gain: PairedGain) {
  return {
    mean_pre: gain.meanBefore,
    mean_post: gain.meanAfter,
    sd_pre: gain.sdBefore,
    sd_post: gain.sdAfter,
    r: gain.correlation,
    mean_gain: gain.meanGain,
    sd_gain: gain.sdGain,
    se_gain: gain.test?.standardError ?? null,
    t: gain.test?.t ?? null,
    df: gain.test?.df ?? null,
    p: gain.test?.p ?? null,
    ci95: limits(gain.test?.interval),
  };
}

export function attritionFigures(attrition: Attrition) {
  const { comparison } = attrition;
  return {
    n_completers: attrition.stayed,
    n_dropouts: attrition.left,
    mean_pre_completers: attrition.meanBeforeStayed,
    mean_pre_dropouts: attrition.meanBeforeLeft,
    welch_t: comparison?.t ?? null,
    welch_df: comparison?.df ?? null,
    welch_p: comparison?.p ?? null,
    ci95_difference: limits(comparison?.interval),
    hedges_g: comparison?.g ?? null,
    difference: comparison?.difference ?? null,
    mean_gain_completers: attrition.gainOfPairs,
    mean_gain_if_dropouts_unchanged: attrition.gainIfOthersUnchanged,
    notable: attrition.isNotable,
  };
}

/** An interval as the reference file writes it; nothing where there is none. */
export function limits(interval: Interval | null | undefined): [low: number, high: number] | null {
  return interval ? [interval.low, interval.high] : null;
}

function effectFigures(effects: EffectSizes | null) {
  return {
    d_z: effects?.dZ ?? null,
    g_z: effects?.gZ ?? null,
    d_z_ci95: limits(effects?.dZInterval),
    d_av: effects?.dAv ?? null,
    d_av_df: effects?.dAvDegrees ?? null,
    g_av: effects?.gAv ?? null,
    d_av_ci95_algina_keselman: limits(effects?.dAvInterval),
    d_av_mean_of_sds: effects?.dAvMeanOfSds ?? null,
    d_rm: effects?.dRm ?? null,
    d_pre: effects?.dBefore ?? null,
    g_pre: effects?.gBefore ?? null,
    g_pre_variance: effects?.gBeforeVariance ?? null,
  };
}

function changeFigures(gain: GroupGain, expert: ExpertGain) {
  return {
    improved: gain.change.higher,
    same: gain.change.same,
    declined: gain.change.lower,
    improved_share_wilson95: limits(gain.higherShare),
    improved_share_clopper_pearson95: limits(expert.higherShareExact),
  };
}

/** Shares of the pairs at an end of the scale. */
function edgeFigures({ edges, pairs }: GroupGain) {
  const share = (count: number) => (pairs === 0 ? null : count / pairs);
  return {
    floor_pre: share(edges.floorBefore),
    floor_post: share(edges.floorAfter),
    ceiling_pre: share(edges.ceilingBefore),
    ceiling_post: share(edges.ceilingAfter),
  };
}

function hakeFigures(hake: NormalisedGain | null) {
  return {
    hake_class_g: hake?.gain ?? null,
    hake_class_g_se: hake?.standardError ?? null,
    hake_class_g_ci95: limits(hake?.interval),
  };
}

function rankFigures(test: SignedRank | null) {
  return (
    test && {
      w_plus: test.rises,
      w_minus: test.falls,
      n_changed: test.changed,
      n_unchanged: test.unchanged,
      z_corrected: test.normal.zCorrected,
      exact_p: test.exact?.p ?? null,
      p: test.p,
    }
  );
}

function signFlipFigures(test: SignFlip | null) {
  return { sign_flip_exact_p: test?.p ?? null, sign_flip_exact_p_greater: test?.pGreater ?? null };
}

function bootstrapFigures(bootstrap: ExactBootstrap | null) {
  return (
    bootstrap && {
      se: bootstrap.standardError,
      bca_ci95: limits(bootstrap.bca),
      percentile_ci95: limits(bootstrap.percentile),
      z0: bootstrap.bias,
      acceleration: bootstrap.acceleration,
    }
  );
}
