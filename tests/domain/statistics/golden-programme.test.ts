import { describe, expect, it } from "vitest";
import {
  keyed,
  lattice,
  type ScaleRule,
  scoreScale,
} from "../../../server/domain/scoring/lattice.ts";
import { type Cell, mergeCells } from "../../../server/domain/statistics/cells.ts";
import {
  type ExpertGain,
  type ExpertScale,
  expertScale,
} from "../../../server/domain/statistics/expert-scale.ts";
import { tableOfItems } from "../../../server/domain/statistics/item-table.ts";
import { benjaminiHochberg, holm } from "../../../server/domain/statistics/multiplicity.ts";
import { reliabilityOf } from "../../../server/domain/statistics/reliability.ts";
import {
  type GroupGain,
  type LocalityCells,
  type ScaleSummary,
  summariseScale,
} from "../../../server/domain/statistics/scale-summary.ts";
import { differences, leavesOf, limits, reference } from "./reference.ts";

/*
 * Five towns, 77 people, raw items with gaps, newcomers and drop-outs, through scoring, pairing and
 * cells to every number that R computed from the same rows.
 */
const { data, expected, tolerance } = reference("golden-programme-77");

type Wave = Record<string, (number | null)[]> | null;
interface Participant {
  id: number;
  town: string;
  pre: Wave;
  post: Wave;
}
const participants: Participant[] = data.participants;
const towns = [...new Set(participants.map((p) => p.town))];
const scaleKeys: string[] = [...Object.keys(data.scales), "knowledge"];

function ruleOf(scale: string): ScaleRule {
  if (scale === "knowledge") return { kind: "knowledge", points: Array(10).fill(1) };
  const { items, min, max, min_answered, reverse_items_1based } = data.scales[scale];
  const reversed = Array.from({ length: items }, (_, i) => reverse_items_1based.includes(i + 1));
  return { kind: "rating", items, min, max, minimumAnswered: min_answered, reversed };
}

function cellOf(scale: string, person: Participant): Cell {
  const units = (wave: Wave) => (wave ? scoreScale(ruleOf(scale), wave[scale]!)?.units : null);
  return { before: units(person.pre) ?? null, after: units(person.post) ?? null, count: 1 };
}

function cellsByTown(scale: string): LocalityCells[] {
  return towns.map((town) => {
    const people = participants.filter((person) => person.town === town);
    const cells = mergeCells(people.map((person) => cellOf(scale, person)));
    const answered = cells.filter((cell) => cell.before !== null || cell.after !== null);
    return { locality: town, enrolled: people.length, cells: answered };
  });
}

function scaleNumbers(scale: string) {
  const { top } = lattice(ruleOf(scale));
  const localities = cellsByTown(scale);
  const summary = summariseScale(localities, { top });
  const expert = expertScale(localities, { top });
  const { all } = summary;
  return {
    localities: Object.fromEntries(
      summary.localities.map((gain, i) => [
        gain.locality,
        gainNumbers(gain, expert.localities[i]!),
      ]),
    ),
    all_participants: {
      ...gainNumbers(all, expert.all),
      stratified_se_fixed_towns: all.stratifiedError,
      stratified_ci95: limits(all.stratifiedInterval),
    },
    pooling: poolingNumbers(summary, expert),
    heterogeneity: {
      F: summary.homogeneity?.f,
      df1: summary.homogeneity?.df1,
      df2: summary.homogeneity?.df2,
      p: summary.homogeneity?.p,
      welch_F: expert.welch?.f,
      welch_df2: expert.welch?.df2,
      welch_p: expert.welch?.p,
    },
    ancova: ancovaNumbers(expert),
    attrition: attritionNumbers(all),
    reliability_pre: scale === "knowledge" ? undefined : reliabilityNumbers(scale),
  };
}

function poolingNumbers(summary: ScaleSummary, expert: ExpertScale) {
  const { typical } = summary;
  return {
    within_variance: summary.withinVariance,
    df_within: summary.withinDegrees,
    v: summary.localities.map(({ pairs }) => summary.withinVariance! / pairs),
    tau2_reml: typical?.tauSquared,
    Q: expert.heterogeneity?.q,
    I2_percent: expert.heterogeneity?.iSquared,
    mu: typical?.mean,
    hk_q: typical?.scale,
    hk_mod_se: typical?.test.standardError,
    hk_mod_ci95: limits(typical!.test.interval),
    prediction_interval: limits(typical!.prediction),
    B_shrink: summary.localities.map(({ steadied }) => steadied?.towardsMean),
    shrunken: summary.localities.map(({ steadied }) => steadied?.value),
  };
}

function ancovaNumbers({ ancova }: ExpertScale) {
  return {
    slope: ancova?.slope,
    grand_mean_pre: ancova?.meanBefore,
    adjusted_post: ancova?.adjusted.map(({ mean }) => mean),
    adjusted_se: ancova?.adjusted.map(({ standardError }) => standardError),
    group_F: ancova?.groups?.f,
    group_p: ancova?.groups?.p,
    slope_F: ancova?.slopes?.f,
    slope_p: ancova?.slopes?.p,
  };
}

function attritionNumbers({ attrition }: GroupGain) {
  return {
    n_completers: attrition.stayed,
    n_dropouts: attrition.left,
    mean_pre_completers: attrition.meanBeforeStayed,
    mean_pre_dropouts: attrition.meanBeforeLeft,
    welch_t: attrition.comparison?.t,
    welch_df: attrition.comparison?.df,
    welch_p: attrition.comparison?.p,
    ci95_difference: limits(attrition.comparison?.interval ?? null),
    hedges_g: attrition.comparison?.g,
  };
}

function gainNumbers(gain: GroupGain, { effects, signedRank, normalisedGain }: ExpertGain) {
  return {
    n_enrolled: gain.enrolled,
    n_pre: gain.answered.before,
    n_post: gain.answered.after,
    n_paired: gain.pairs,
    n_pre_only: gain.answered.beforeOnly,
    n_post_only: gain.answered.afterOnly,
    mean_pre: gain.meanBefore,
    mean_post: gain.meanAfter,
    sd_pre: gain.sdBefore,
    sd_post: gain.sdAfter,
    r: gain.correlation,
    mean_gain: gain.meanGain,
    sd_gain: gain.sdGain,
    se_gain: gain.test?.standardError,
    t: gain.test?.t,
    df: gain.test?.df,
    p: gain.test?.p,
    ci95: limits(gain.test!.interval),
    d_z: effects?.dZ,
    g_z: effects?.gZ,
    d_av: effects?.dAv,
    g_av: effects?.gAv,
    d_av_ci95_algina_keselman: limits(effects!.dAvInterval),
    improved: gain.change.higher,
    same: gain.change.same,
    declined: gain.change.lower,
    improved_share_wilson95: limits(gain.higherShare),
    floor_pre: gain.edges.floorBefore / gain.pairs,
    ceiling_pre: gain.edges.ceilingBefore / gain.pairs,
    ceiling_post: gain.edges.ceilingAfter / gain.pairs,
    hake_class_g: normalisedGain?.gain,
    wilcoxon_pratt_exact_p: signedRank.pratt?.exact?.p,
  };
}

function reliabilityNumbers(scale: string) {
  const rule = ruleOf(scale);
  if (rule.kind === "knowledge") throw new Error("A rating scale was expected");
  const rows = participants.flatMap(({ pre }) => (pre ? [pre[scale]!] : []));
  const patterns = rows.map((answers) => ({
    answers: answers.map((a, i) => (a === null ? null : keyed(rule, a, i))),
    count: 1,
  }));
  const reliability = reliabilityOf(tableOfItems(rule.items, patterns), rule.max - rule.min);
  return {
    n_complete: reliability.people,
    alpha: reliability.alpha,
    feldt_ci95: limits(reliability.interval),
  };
}

function multiplicityNumbers() {
  const tests = scaleKeys.flatMap((scale) => {
    const { top } = lattice(ruleOf(scale));
    return summariseScale(cellsByTown(scale), { top }).localities.map((gain) => ({
      name: `${scale}.${gain.locality}`,
      p: gain.test!.p,
    }));
  });
  const p = tests.map((test) => test.p);
  return { order: tests.map((test) => test.name), p, holm: holm(p), BH: benjaminiHochberg(p) };
}

describe("the golden programme, from raw answers to every number", () => {
  it("expects 1,184 values, so that none is left out unseen", () => {
    expect(leavesOf(expected)).toHaveLength(1184);
    expect(Object.keys(expected)).toEqual([...scaleKeys, "multiplicity"]);
    expect(participants).toHaveLength(77);
  });

  it.each(Object.keys(data.scales))("puts %s on the lattice that R used", (scale) => {
    expect(lattice(ruleOf(scale))).toEqual({
      step: data.units[scale].lcm,
      top: data.units[scale].units_max,
    });
    const lines = cellsByTown(scale).flatMap(({ locality, cells }) =>
      cells.map((c) => `${locality} ${c.before ?? "-"} ${c.after ?? "-"} ${c.count}`),
    );
    expect(lines.sort()).toEqual([...data.cells_town_preunits_postunits_count[scale]].sort());
  });

  it.each(scaleKeys)("agrees with R on %s", (scale) => {
    const allowed = { relative: tolerance.closed_form, endings: remlEndings() };
    expect(differences(scaleNumbers(scale), expected[scale], allowed)).toEqual([]);
  });

  it("agrees with R on multiplicity", () => {
    expect(differences(multiplicityNumbers(), expected.multiplicity)).toEqual([]);
  });
});

/** What rests on an iterated estimate of τ² has the tolerance that R's iteration allows. */
function remlEndings(): Record<string, number> {
  const scalars = ["tau2_reml", "pooling.mu", "hk_q", "hk_mod_se"];
  const intervals = ["hk_mod_ci95", "prediction_interval"].flatMap((key) => [
    `${key}.0`,
    `${key}.1`,
  ]);
  const perTown = ["B_shrink", "shrunken"].flatMap((key) => towns.map((_, i) => `${key}.${i}`));
  const paths = [...scalars, ...intervals, ...perTown];
  return Object.fromEntries(paths.map((path) => [path, tolerance.reml]));
}
