import type { QuestionnaireDocument, Scale } from "../questionnaire/document.ts";
import { scaleUnits, scoreResponse } from "../scoring/score-response.ts";
import type { Answers } from "./answers.ts";

/** One person's score on a scale in two waves, in points of 100. */
export interface OwnChange {
  scale: Scale;
  before: number;
  after: number;
  change: "higher" | "same" | "lower";
}

interface OwnSheet {
  document: QuestionnaireDocument;
  answers: Answers;
}

/**
 * How one person's own scores moved between two waves, for that person alone: scales that both sheets scored by the
 * same items. Knowledge stays out while its questions will come again, as the score would tell part of their key.
 */
export function ownChanges(
  before: OwnSheet,
  after: OwnSheet,
  { withKnowledge }: { withKnowledge: boolean },
): OwnChange[] {
  const [earlier, later] = [pointsOf(before), pointsOf(after)];
  return after.document.scales.flatMap((scale) => {
    const [from, to] = [earlier.get(scale.key), later.get(scale.key)];
    const same = before.document.scales.find(({ key }) => key === scale.key);
    const isSame = same?.items.join() === scale.items.join() && from?.top === to?.top;
    if (!from || !to || !isSame || (scale.kind === "knowledge" && !withKnowledge)) return [];
    const change = to.units > from.units ? "higher" : to.units < from.units ? "lower" : "same";
    return [{ scale, before: hundredths(from), after: hundredths(to), change }];
  });
}

function pointsOf({ document, answers }: OwnSheet) {
  const scores = scoreResponse(document, answers).map(({ scaleKey, units }) => {
    const scale = document.scales.find(({ key }) => key === scaleKey)!;
    return [scaleKey, { units, top: scaleUnits(document, scale).top }] as const;
  });
  return new Map(scores);
}

function hundredths({ units, top }: { units: number; top: number }): number {
  return Math.round((100 * units) / top);
}
