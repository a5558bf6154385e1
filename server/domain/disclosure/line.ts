import { countChanges } from "../statistics/change.ts";
import { releaseChange } from "./homogeneity.ts";
import type { ScaleInput } from "./input.ts";
import { mergeRows, type Row } from "./row.ts";
import { atTopOf, fewestAtTop } from "./shown-gain.ts";
import { complementRows, hiddenRows, isHiddenEnough } from "./suppression.ts";

/** What of an additive line (rows and their total) stays back, so that nothing follows by subtraction. */
export interface Line {
  /** Rows that show nothing, since they are small or protect a small one. */
  hidden: readonly number[];
  /** Rows that show no counts; the hidden ones are among them. */
  withoutCounts: readonly number[];
  isTotalHidden: boolean;
  isTotalWithoutMeans: boolean;
  isTotalWithoutCounts: boolean;
  isTotalWithoutAtTop: boolean;
  /** The shown rows, and those that show nothing as one: what the total may be made of. */
  blocks: readonly Row[];
}

/**
 * Decides a line. Which rows show nothing depends on numbers of people alone. They can only be
 * worked out together, so that they count as one block; every other row is a block of its own. What
 * would give people away in a block's own row must not follow from the total either, and since each
 * row shows other figures that narrow it down, withholding one more row would not be enough: then
 * the total goes without.
 */
export function protectLine(
  rows: readonly Row[],
  scale: Pick<ScaleInput, "top" | "answerStep">,
  threshold: number,
): Line {
  const counts = rows.map((row) => row.pairs);
  const together = (chosen: readonly number[]) =>
    mergeRows(
      chosen.map((i) => rows[i]!),
      scale,
    );
  const hidden = hiddenRows(counts, threshold);
  const shown = rows.flatMap((row, i) => (row.pairs > 0 && !hidden.includes(i) ? [i] : []));
  const blocks = [...shown.map((i) => rows[i]!), together(hidden)].filter((row) => row.pairs > 0);
  const hasBlock = (isMeant: (block: Row) => boolean) => blocks.some(isMeant);

  const inWords = [...hidden, ...shown.filter((i) => rows[i]!.change.kind !== "counts")];
  const withoutCounts = hasBlock((block) => block.likeness === "alike-near-zero")
    ? undefined
    : complementRows(
        counts,
        inWords,
        (chosen) => isHiddenEnough(counts, chosen, threshold) && hasOpenCounts(together(chosen)),
      );
  const isTotalWithoutMeans = hasBlock((block) => block.isAtAnEnd);
  return {
    hidden,
    withoutCounts: withoutCounts ?? inWords,
    isTotalHidden: hasBlock((block) => block.isExtreme),
    isTotalWithoutMeans,
    isTotalWithoutCounts: withoutCounts === undefined,
    isTotalWithoutAtTop: isTotalWithoutMeans || !mayAddAtTop(blocks, scale),
    blocks,
  };
}

/** Whether counts that follow by subtraction may be known: not when they would be told in words. */
function hasOpenCounts(block: Row): boolean {
  return block.pairs === 0 || releaseChange(countChanges(block.tally.gains)).kind === "counts";
}

/** Whether those at the top of the rows that do not count them may be worked out together. */
function mayAddAtTop(
  blocks: readonly Row[],
  scale: Pick<ScaleInput, "top" | "answerStep">,
): boolean {
  const rest = blocks.filter((row) => atTopOf(row) === null);
  if (rest.length === 0 || blocks.length === 1) return true;
  const { pairs, tally } = mergeRows(rest, scale);
  const { ceilingBefore } = tally.edges;
  return ceilingBefore >= fewestAtTop && ceilingBefore <= pairs - fewestAtTop;
}
