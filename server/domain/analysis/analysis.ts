import type { LocalityInput } from "../disclosure/input.ts";
import { scoringVersion } from "../scoring/score-response.ts";
import type { LocalityEnrolment } from "./enrolment-file.ts";
import type { Gathered } from "./gathered.ts";
import { cellsOfScale, groupByLocality, type LocalityGroup, participationOf } from "./groups.ts";
import { itemFigures } from "./item-figures.ts";
import type { Measures } from "./measures.ts";
import { multiplicityFigures } from "./multiplicity-figures.ts";
import { scaleReliability } from "./reliability-figures.ts";
import { scaleFigures } from "./scale-figures.ts";

export interface AnalysisInput {
  measures: Measures;
  gathered: Gathered;
  enrolments?: readonly LocalityEnrolment[];
  /** In points of 100, fixed before there were data. */
  smallestWorthwhile?: number;
}

/**
 * Every figure that the engine has, of every scale, with nothing withheld: for whoever may see the answers themselves.
 * Scales stand at the top by their keys, beside `multiplicity`, `items` and `about`.
 */
export function buildAnalysis(input: AnalysisInput) {
  const groups = groupByLocality(input.gathered, input.enrolments);
  const scales = figuresOfScales(input, groups);
  const gains = scales.flatMap(([key, { localities }]) =>
    groups.map(({ locality }) => ({ name: `${key}.${locality}`, p: localities[locality]!.p })),
  );
  const homogeneity = scales.map(([name, { heterogeneity }]) => ({ name, p: heterogeneity.p }));
  return {
    ...Object.fromEntries(scales),
    multiplicity: multiplicityFigures(gains, homogeneity),
    items: itemFigures(input.gathered, input.measures),
    about: aboutFigures(input, groups),
  };
}

function figuresOfScales(
  { measures, gathered, smallestWorthwhile }: AnalysisInput,
  groups: readonly LocalityGroup[],
) {
  return measures.scales.map((measure) => {
    const reliability = (wave: "before" | "after") =>
      scaleReliability(measure, gathered.patterns[measure.index]!.values(), wave);
    const figures = scaleFigures({
      measure,
      localities: cellsOfScale(groups, measure),
      before: reliability("before"),
      after: reliability("after"),
      smallestWorthwhile,
    });
    return [measure.scale.key, figures] as const;
  });
}

function aboutFigures(
  { measures, gathered, smallestWorthwhile }: AnalysisInput,
  groups: readonly LocalityGroup[],
) {
  const { before, after, followup } = gathered.responses;
  return {
    format: "pokytis-analysis/1",
    questionnaire: measures.document.key,
    scoring_version: scoringVersion,
    smallest_worthwhile: smallestWorthwhile ?? null,
    withheld: false,
    responses: { pre: before, post: after, followup },
    localities: groups.map(({ locality }) => locality),
    participation: Object.fromEntries(
      groups.map((group) => [group.locality, participationFigures(participationOf(group))]),
    ),
  };
}

function participationFigures(counts: LocalityInput) {
  return {
    n_enrolled: counts.enrolled,
    n_pre: counts.before,
    n_post: counts.after,
    n_paired: counts.pairs,
    n_pre_only: counts.beforeOnly,
    n_post_only: counts.afterOnly,
    n_followup: counts.followup,
  };
}
