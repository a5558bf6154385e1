import { type Cell, mergeCells } from "../statistics/cells.ts";
import { countChanges } from "../statistics/change.ts";
import { type Histogram, scoreHistogram } from "../statistics/histogram.ts";
import { type Tally, tallyCells } from "../statistics/tally.ts";
import type { ReleasedChange } from "./figures.ts";
import { isAtAnEnd, type Likeness, likenessOf, releaseChange } from "./homogeneity.ts";
import type { ScaleInput } from "./input.ts";

/** One group of people on one scale, seen from inside: its figures, and what of them would give people away. */
export interface Row {
  cells: readonly Cell[];
  pairs: number;
  tally: Tally;
  before: Histogram;
  after: Histogram;
  /** Whether all or nearly all gained alike: then no range; near zero, no counts either. */
  likeness: Likeness;
  /** All or nearly all started alike: then no total counts those at the top, which would tell where. */
  isStartAlike: boolean;
  /** People differ in score before, score after and gain, so that no figure can tell them all. */
  isVaried: boolean;
  /** All or nearly all were at an end of the scale, before or after: no means. */
  isAtAnEnd: boolean;
  /** All or nearly all went from one end of the scale to the other: nothing at all. */
  isExtreme: boolean;
  change: ReleasedChange;
}

type Lattice = Pick<ScaleInput, "top" | "answerStep">;

export function describeRow(cells: readonly Cell[], { top, answerStep }: Lattice): Row {
  const tally = tallyCells(cells, top);
  const before = scoreHistogram(cells, "before");
  const after = scoreHistogram(cells, "after");
  const scores = { lowest: 0, highest: top };
  const likeness = likenessOf(tally.gains, answerStep);
  const differs = (scores: Histogram) => likenessOf(scores, answerStep) === "different";
  return {
    cells,
    pairs: tally.answered.pairs,
    tally,
    before,
    after,
    likeness,
    isStartAlike: !differs(before),
    isVaried: likeness === "different" && differs(before) && differs(after),
    isAtAnEnd: isAtAnEnd(before, scores, answerStep) || isAtAnEnd(after, scores, answerStep),
    isExtreme: isAtAnEnd(tally.gains, { lowest: -top, highest: top }, answerStep),
    change:
      likeness === "alike-near-zero"
        ? { kind: "withheld" }
        : releaseChange(countChanges(tally.gains)),
  };
}

/** Several groups as one. */
export function mergeRows(rows: readonly Row[], lattice: Lattice): Row {
  return describeRow(mergeCells(...rows.map((row) => row.cells)), lattice);
}
