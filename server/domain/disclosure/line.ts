import { countChanges } from "../statistics/change.ts";
import { releaseChange } from "./homogeneity.ts";
import type { ScaleInput } from "./input.ts";
import { mergeRows, type Row } from "./row.ts";
import { complementRows, isHiddenEnough } from "./suppression.ts";

/**
 * What of an additive line (rows and their total) stays back. "Total less shown rows" gives the
 * people of all rows withheld together, so that what holds for one row must hold for them too.
 */
export interface Line {
  /** Rows that show nothing. */
  hidden: readonly number[];
  /** Rows that show no means, and no counts; the hidden ones are among them. */
  withoutMeans: readonly number[];
  withoutCounts: readonly number[];
  isTotalHidden: boolean;
  isTotalWithoutMeans: boolean;
  isTotalWithoutCounts: boolean;
}

export function protectLine(
  rows: readonly Row[],
  scale: Pick<ScaleInput, "top" | "answerStep">,
  threshold: number,
): Line {
  const counts = rows.map((row) => row.pairs);
  const rowsWhere = (isMeant: (row: Row) => boolean) =>
    rows.flatMap((row, i) => (row.pairs > 0 && isMeant(row) ? [i] : []));
  /** The smallest set around these rows that is safe to work out from the total; or these, and no total. */
  const around = (withheld: readonly number[], isSafe: (union: Row) => boolean) => {
    const complete = complementRows(counts, withheld, (chosen) => {
      if (chosen.length === 0) return true;
      if (!isHiddenEnough(counts, chosen, threshold)) return false;
      return isSafe(
        mergeRows(
          chosen.map((i) => rows[i]!),
          scale,
        ),
      );
    });
    return { rows: complete ?? withheld, isTotalSafe: complete !== undefined };
  };

  const hidden = around(
    rowsWhere((row) => row.pairs < threshold || row.isExtreme),
    (union) => !union.isExtreme,
  );
  const isHidden = (row: Row) => hidden.rows.some((i) => rows[i] === row);
  const means = around(
    rowsWhere((row) => isHidden(row) || row.isAtAnEnd),
    (union) => !union.isAtAnEnd,
  );
  const changes = around(
    rowsWhere((row) => isHidden(row) || row.change.kind !== "counts"),
    hasOpenCounts,
  );
  return {
    hidden: hidden.rows,
    withoutMeans: means.rows,
    withoutCounts: changes.rows,
    isTotalHidden: !hidden.isTotalSafe,
    isTotalWithoutMeans: !means.isTotalSafe,
    isTotalWithoutCounts: !changes.isTotalSafe,
  };
}

/** Alike or not is no question here: of rows together only counts can be worked out, not a range. */
function hasOpenCounts(union: Row): boolean {
  return releaseChange(countChanges(union.tally.gains)).kind === "counts";
}
