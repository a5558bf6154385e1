import { type AnsweredCounts, type Cell, countAnswered, isPair, type PairCell } from "./cells.ts";
import { type Bin, gainHistogram, type Histogram, mergeHistograms } from "./histogram.ts";
import {
  addGroupSums,
  addPairedSums,
  type GroupSums,
  type PairedSums,
  sumHistogram,
  sumPairs,
} from "./sums.ts";

/**
 * All that the everyday figures of one group need of its cells. Tallies add up: that of a
 * programme is the sum of those of its localities.
 */
export interface Tally {
  answered: AnsweredCounts;
  pairs: PairedSums;
  gains: Histogram;
  edges: EdgeCounts;
  /** Scores before of people without a score after. */
  left: GroupSums;
  /** Scores after of people without a score before. */
  joined: GroupSums;
}

/** How many pairs were at the bottom or the top of the scale, before and after. */
export interface EdgeCounts {
  floorBefore: number;
  ceilingBefore: number;
  floorAfter: number;
  ceilingAfter: number;
}

/** Counts a group's cells, whose scores run from 0 to `top` units. */
export function tallyCells(cells: readonly Cell[], top: number): Tally {
  const { pairs, left, joined } = splitCells(cells);
  return {
    answered: countAnswered(cells),
    pairs: sumPairs(pairs),
    gains: gainHistogram(pairs),
    edges: countEdges(pairs, top),
    left: sumHistogram(left),
    joined: sumHistogram(joined),
  };
}

function splitCells(cells: readonly Cell[]): { pairs: PairCell[]; left: Bin[]; joined: Bin[] } {
  const split = { pairs: [] as PairCell[], left: [] as Bin[], joined: [] as Bin[] };
  for (const cell of cells) {
    if (isPair(cell)) split.pairs.push(cell);
    else if (cell.before !== null) split.left.push({ value: cell.before, count: cell.count });
    else if (cell.after !== null) split.joined.push({ value: cell.after, count: cell.count });
  }
  return split;
}

/** The tally of several groups together; at least one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const [first, ...others] = tallies;
  if (!first) return tallyCells([], 1);
  return {
    ...others.reduce<Omit<Tally, "gains">>(addTwo, first),
    gains: mergeHistograms(...tallies.map((tally) => tally.gains)),
  };
}

function addTwo(a: Omit<Tally, "gains">, b: Tally): Omit<Tally, "gains"> {
  return {
    answered: addAnswered(a.answered, b.answered),
    pairs: addPairedSums(a.pairs, b.pairs),
    edges: addEdges(a.edges, b.edges),
    left: addGroupSums(a.left, b.left),
    joined: addGroupSums(a.joined, b.joined),
  };
}

function addAnswered(a: AnsweredCounts, b: AnsweredCounts): AnsweredCounts {
  return {
    before: a.before + b.before,
    after: a.after + b.after,
    pairs: a.pairs + b.pairs,
    beforeOnly: a.beforeOnly + b.beforeOnly,
    afterOnly: a.afterOnly + b.afterOnly,
  };
}

function addEdges(a: EdgeCounts, b: EdgeCounts): EdgeCounts {
  return {
    floorBefore: a.floorBefore + b.floorBefore,
    ceilingBefore: a.ceilingBefore + b.ceilingBefore,
    floorAfter: a.floorAfter + b.floorAfter,
    ceilingAfter: a.ceilingAfter + b.ceilingAfter,
  };
}

function countEdges(pairs: readonly PairCell[], top: number): EdgeCounts {
  const edges = { floorBefore: 0, ceilingBefore: 0, floorAfter: 0, ceilingAfter: 0 };
  for (const { before, after, count } of pairs) {
    if (before === 0) edges.floorBefore += count;
    if (before === top) edges.ceilingBefore += count;
    if (after === 0) edges.floorAfter += count;
    if (after === top) edges.ceilingAfter += count;
  }
  return edges;
}
