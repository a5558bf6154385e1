import { groupMoments, pairedMoments } from "./moments.ts";
import type { Tally } from "./tally.ts";
import { compareGroups, type TwoGroups } from "./welch.ts";

/** Whether those who did not come back had started elsewhere; in points of 100. */
export interface Attrition {
  stayed: number;
  left: number;
  meanBeforeStayed: number | null;
  meanBeforeLeft: number | null;
  /** Left minus stayed; null where one of the two is too small. */
  comparison: TwoGroups | null;
  /** The mean gain of those who answered both times, and what it would be had all others not changed. */
  gainOfPairs: number | null;
  gainIfOthersUnchanged: number | null;
  /** Fewer than 80 % of those who answered before also answered after: say so. */
  isNotable: boolean;
}

/**
 * Compares the scores before of those who left with those who stayed, and bounds what their
 * absence may hide. If many weak starters left, means of everybody would show a rise without one.
 */
export function attritionOf(tally: Tally, top: number): Attrition {
  const { before: stayed, gain } = pairedMoments(tally.pairs, top);
  const left = groupMoments(tally.left, top);
  const started = stayed.count + left.count;
  return {
    stayed: stayed.count,
    left: left.count,
    meanBeforeStayed: stayed.mean,
    meanBeforeLeft: left.mean,
    comparison: compareGroups(left, stayed),
    gainOfPairs: gain.mean,
    gainIfOthersUnchanged: gain.mean === null ? null : (gain.mean * stayed.count) / started,
    isNotable: stayed.count < 0.8 * started,
  };
}
