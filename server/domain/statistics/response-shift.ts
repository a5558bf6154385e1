import type { Cell } from "./cells.ts";
import { gainHistogram } from "./histogram.ts";
import { type PairedGain, pairedGain } from "./paired-gain.ts";
import { sumPairs } from "./sums.ts";

/**
 * Three views of the same people who, afterwards, also judged how they had been before ("then").
 * Each is a table of pairs, in units of the same lattice.
 */
export interface RetrospectiveCells {
  /** before → after: the headline stays this one. */
  beforeAfter: readonly Cell[];
  /** before → then. */
  beforeThen: readonly Cell[];
  /** then → after. */
  thenAfter: readonly Cell[];
}

export interface ResponseShift {
  gain: PairedGain;
  /** then - before: how far the yardstick moved. */
  shift: PairedGain;
  /** after - then: the change as it was felt, which flatters. */
  feltGain: PairedGain;
}

/**
 * Trainees often rate themselves too high before they know what there is to know; afterwards the
 * same skill gets a lower rating. Shows before, then and after side by side (Hill & Betz 2005: the
 * pretest for effects, the retrospective rating for felt change).
 */
export function responseShift(cells: RetrospectiveCells, top: number): ResponseShift {
  const gainOf = (table: readonly Cell[]) => pairedGain(sumPairs(table), gainHistogram(table), top);
  return {
    gain: gainOf(cells.beforeAfter),
    shift: gainOf(cells.beforeThen),
    feltGain: gainOf(cells.thenAfter),
  };
}
