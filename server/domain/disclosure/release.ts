import type { ReleasedFigures, ReleasedScale } from "./figures.ts";
import { releaseScale } from "./gains.ts";
import { checkReleaseInput, publicThreshold, type ReleaseInput } from "./input.ts";
import { addParticipation, releaseParticipation } from "./participation.ts";
import { maskScales, ofAudience } from "./public.ts";

/**
 * The only way from answers to figures: every view, export and annex shows what this returns.
 * Pure and deterministic; the same input gives the same figures to everybody of an audience. Fails
 * closed: throws a RangeError when the input contradicts itself. docs/decisions/0006-disclosure.md
 * gives the reasons for every rule, and the attack that tests them.
 */
export function release(
  input: ReleaseInput,
  audience: ReleasedFigures["audience"],
): ReleasedFigures {
  checkReleaseInput(input);
  const isPublic = audience === "public";
  const participation = input.localities.map((locality) =>
    releaseParticipation(locality, isPublic ? publicThreshold : 0),
  );
  const forEvaluators = releaseScales(input, "evaluator", input.threshold);
  return {
    format: "pokytis-release/1",
    audience,
    threshold: isPublic ? publicThreshold : input.threshold,
    participation: { all: addParticipation(participation), localities: participation },
    scales: isPublic
      ? maskScales(forEvaluators, releaseScales(input, "public", publicThreshold))
      : forEvaluators,
  };
}

function releaseScales(
  { scales, localities, smallestWorthwhile, earlier = [] }: ReleaseInput,
  audience: ReleasedFigures["audience"],
  threshold: number,
): ReleasedScale[] {
  const rules = { threshold, smallestWorthwhile, earlier: ofAudience(earlier, audience) };
  return scales.map((scale) => releaseScale(scale, localities, rules));
}
