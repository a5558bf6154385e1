import type { Histogram } from "./histogram.ts";

/** How many pairs scored higher after than before, the same, and lower. */
export interface ChangeCounts {
  higher: number;
  same: number;
  lower: number;
}

/** Counts directions of change in a histogram of gains; ties are exact on the lattice. */
export function countChanges(gains: Histogram): ChangeCounts {
  const counts = { higher: 0, same: 0, lower: 0 };
  for (const { value, count } of gains) {
    if (value > 0) counts.higher += count;
    else if (value < 0) counts.lower += count;
    else counts.same += count;
  }
  return counts;
}

/**
 * Whether the mean hides the story: more than 60 % did not change at all while others did. Then
 * the three counts are shown before the mean.
 */
export function isMostlyUnchanged({ higher, same, lower }: ChangeCounts): boolean {
  return higher + lower > 0 && same > 0.6 * (higher + same + lower);
}
