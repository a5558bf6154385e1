import type { ReleasedFigures } from "./figures.ts";
import { checkReleaseInput, publicThreshold, type ReleaseInput } from "./input.ts";
import { releaseItem } from "./items.ts";
import { addParticipation, releaseParticipation } from "./participation.ts";
import { maskFigures, ofAudience } from "./public.ts";
import { releaseScale } from "./scale.ts";
import { releaseShift } from "./shift.ts";

type Audience = ReleasedFigures["audience"];

/**
 * The only way from answers to figures: every view, export and annex shows what this returns.
 * Pure and deterministic; the same input gives the same figures to everybody of an audience. Fails
 * closed: throws a RangeError when the input contradicts itself. docs/decisions/0006-disclosure.md
 * gives the reasons for every rule, and the attack that tests them.
 */
export function release(input: ReleaseInput, audience: Audience): ReleasedFigures {
  checkReleaseInput(input);
  const forEvaluators = judge(input, "evaluator", input.threshold);
  if (audience === "evaluator") return forEvaluators;
  return maskFigures(forEvaluators, judge(input, "public", publicThreshold));
}

/** The figures of one audience by its own threshold, and by what it was told before. */
function judge(input: ReleaseInput, audience: Audience, threshold: number): ReleasedFigures {
  const { localities, smallestWorthwhile, items, shifts } = input;
  const earlier = ofAudience(input.earlier ?? [], audience);
  const hasExpert = input.isEverydayOnly !== true;
  const participation = localities.map((locality) =>
    releaseParticipation(locality, audience === "public" ? threshold : 0),
  );
  const scales = input.scales.map((scale) =>
    releaseScale(scale, localities, { threshold, smallestWorthwhile, earlier, hasExpert }),
  );
  const openScales = new Set(
    scales.filter(({ isOpen }) => isOpen).map(({ released }) => released.key),
  );
  const totalOf = (key: string | undefined) =>
    scales.find(({ released }) => released.key === key)?.released.all;
  return {
    format: "pokytis-release/1",
    audience,
    threshold,
    participation: { all: addParticipation(participation), localities: participation },
    scales: scales.map(({ released }) => released),
    ...(items && {
      items: items.map((item) => releaseItem(item, { localities, openScales, earlier })),
    }),
    ...(shifts && {
      shifts: shifts.map((shift) =>
        releaseShift(shift, { threshold, localities, total: totalOf(shift.scale), earlier }),
      ),
    }),
  };
}
