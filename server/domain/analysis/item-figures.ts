import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { rulesOf } from "../questionnaire/kinds/all.ts";
import { missingCodes } from "../response/answers.ts";
import { satisfactionOf } from "../statistics/option-counts.ts";
import { responseShift } from "../statistics/response-shift.ts";
import type { WaveKind } from "../words.ts";
import { limits, meanFigures } from "./gain-figures.ts";
import type { AnswerCounts, Gathered, GatheredPerson } from "./gathered.ts";
import { countCells, type ScoreAt } from "./groups.ts";
import { pointsOf, valuesOf } from "./item-values.ts";
import type { LookingBack, Measures } from "./measures.ts";

const waveNames: readonly (readonly [WaveKind, string])[] = [
  ["before", "pre"],
  ["after", "post"],
  ["followup", "followup"],
];

/** How every item was answered in every wave that asks it, over all localities; words people wrote are only counted. */
export function itemFigures(gathered: Gathered, { document, lookingBack }: Measures) {
  const asked = document.items.filter((item) => rulesOf(item).isAsked);
  return Object.fromEntries(
    asked.map((item) => {
      const waves = waveNames.flatMap(([wave, name]) => {
        const counts = gathered.answers[wave].get(item.key);
        if (!counts || !item.waves.includes(wave)) return [];
        return [[name, answerFigures(document, item, counts)] as const];
      });
      const shift = shiftFigures(item, gathered.people, lookingBack);
      return [item.key, { kind: item.kind, ...Object.fromEntries(waves), ...shift }];
    }),
  );
}

function answerFigures(document: QuestionnaireDocument, item: Item, counts: AnswerCounts) {
  const missing = missingCodes.map((code) => [
    code.replace("-", "_"),
    counts.missing.get(code) ?? 0,
  ]);
  const values = item.kind === "ranking" ? undefined : valuesOf(document, item);
  return {
    n_answered: counts.answered,
    missing: Object.fromEntries(missing),
    ...(values && {
      counts: Object.fromEntries(values.map((value) => [value, counts.values.get(value) ?? 0])),
    }),
    ...ratingFigures(document, item, counts),
  };
}

/** Mean position and the share of the two best points, of items answered on points. */
function ratingFigures(document: QuestionnaireDocument, item: Item, counts: AnswerCounts) {
  const points = pointsOf(document, item);
  if (points.length === 0) return {};
  const options = points.map((value) => counts.values.get(String(value)) ?? 0);
  const figures = satisfactionOf({ options, missing: 0 });
  return {
    mean_position: figures.mean,
    top_two_share: figures.topTwoShare,
    top_two_share_wilson95: limits(figures.topTwoInterval),
  };
}

/** Of an item that is looked back at: the change, how far the yardstick moved, and the change as it was felt. */
function shiftFigures(
  item: Item,
  people: readonly GatheredPerson[],
  pairs: readonly LookingBack[],
) {
  const pair = pairs.find(({ now }) => now.scale.items[0] === item.key);
  if (!pair) return {};
  const before: ScoreAt = { wave: "before", measure: pair.now };
  const then: ScoreAt = { wave: "after", measure: pair.back };
  const after: ScoreAt = { wave: "after", measure: pair.now };
  const complete = people.filter(({ scores }) =>
    [before, then, after].every(
      ({ wave, measure }) => typeof scores[wave]?.[measure.index] === "number",
    ),
  );
  const shift = responseShift(
    {
      beforeAfter: countCells(complete, before, after),
      beforeThen: countCells(complete, before, then),
      thenAfter: countCells(complete, then, after),
    },
    pair.now.top,
  );
  return {
    response_shift: {
      n: shift.gain.pairs,
      pre_to_post: meanFigures(shift.gain),
      pre_to_then: meanFigures(shift.shift),
      then_to_post: meanFigures(shift.feltGain),
    },
  };
}
