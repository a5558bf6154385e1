import { type Cell, countAnswered } from "../statistics/cells.ts";
import type { ItemTable } from "../statistics/item-table.ts";
import type { RetrospectiveCells } from "../statistics/response-shift.ts";
import type { WaveKind } from "../words.ts";
import type { ParticipationCounts, ReleasedFigures } from "./figures.ts";
import type { PairAnswers } from "./pair-answers.ts";

/** All that a release is made of. Nothing here ever leaves the server except through `release`. */
export interface ReleaseInput {
  /** Fewer people than this are never shown to evaluators: 5 ... 10. */
  threshold: number;
  /** The smallest change that the organiser called worthwhile before seeing data, in points of 100. */
  smallestWorthwhile: number | null;
  /** In the programme's own order. */
  localities: readonly LocalityInput[];
  /** As `settleCells` leaves them, where there are earlier releases. */
  scales: readonly ScaleInput[];
  /** Every earlier release, for both audiences: what they told must not add up with what this one tells. */
  earlier?: readonly ReleasedFigures[];
  /** Answers to single items, for the programme as a whole. */
  items?: readonly ItemInput[];
  /** Ratings looking back, for the programme as a whole. */
  shifts?: readonly ShiftInput[];
  /** Leaves out comparison and expert figures, which take a hundred times as long as all others. */
  isEverydayOnly?: boolean;
}

export interface LocalityInput extends ParticipationCounts {
  locality: string;
  closedWaves: readonly WaveKind[];
}

/** A scale: scores run from 0 to `top` units, and one answer step on one item moves a complete one by `answerStep`. */
export interface ScaleInput {
  key: string;
  kind: "rating" | "knowledge";
  top: number;
  answerStep: number;
  localities: readonly LocalityCells[];
  /** Its questions changed in meaning between the waves: scores before and after are of different things. */
  hasChanged?: boolean;
  /** The same people again, by the groups of a breakdown; everybody in just one group of each. */
  breakdowns?: readonly BreakdownInput[];
  /** Sums of the items over the pairs, in the wave before; their answers span `range`. */
  itemTable?: { table: ItemTable; range: number };
}

export interface BreakdownInput {
  key: string;
  groups: readonly { group: string; localities: readonly LocalityCells[] }[];
}

/**
 * How an item was answered in one wave, by option in the questionnaire's order. `scale` is the
 * scale that it counts for, if any: then the answers must be those of the scale's pairs.
 */
export interface ItemInput {
  item: string;
  wave: WaveKind;
  options: readonly number[];
  /** Whether neighbouring options are near each other in meaning; others are put together by size. */
  isOrdered: boolean;
  hasTopTwo: boolean;
  scale?: string;
  /** Several options may be chosen: each is told by itself, among `answered` people. */
  isMultiple?: boolean;
  answered?: number;
  /** How many options each of them had to choose at least, and could at most; without it, one and all. */
  choosable?: { fewest: number; most: number };
}

/**
 * The people who answered before, after and looking back, on a lattice. `scale` is the scale whose
 * pairs they are, if it is released as well.
 */
export interface ShiftInput extends RetrospectiveCells {
  key: string;
  top: number;
  answerStep: number;
  scale?: string;
}

export interface LocalityCells {
  locality: string;
  cells: readonly Cell[];
  /** Which of its successive groups of people these are, from 1. */
  revision?: number;
  /** What these very people answered, counted; frozen with their cells. */
  answers?: PairAnswers;
}

/** The lowest threshold that anybody may set. */
export const lowestThreshold = 5;
/** The highest an organiser may set, and the lowest for the public. */
export const publicThreshold = 10;

/** Fails closed: throws a RangeError when something is missing or contradicts itself, so that nothing is shown. */
export function checkReleaseInput(input: ReleaseInput): void {
  const { threshold } = input;
  if (!Number.isInteger(threshold) || threshold < lowestThreshold || threshold > publicThreshold) {
    throw new RangeError(`A threshold must be a whole number of 5 ... 10, not ${threshold}`);
  }
  refuseDoubles(input.localities.map(({ locality }) => locality));
  refuseDoubles(input.scales.map(({ key }) => key));
  for (const locality of input.localities) checkParticipation(locality);
  for (const scale of input.scales) checkScale(scale, input);
  for (const item of input.items ?? []) checkItem(item);
}

function checkItem({ options, isMultiple, answered }: ItemInput): void {
  const isPossible =
    options.every(isCount) &&
    (!isMultiple || (isCount(answered ?? -1) && options.every((people) => people <= answered!)));
  if (!isPossible) throw new RangeError("Answers that nobody can have counted");
}

function checkParticipation(counts: ParticipationCounts): void {
  const { enrolled, before, after, pairs, beforeOnly, afterOnly, followup } = counts;
  const isConsistent =
    [enrolled, before, after, pairs, beforeOnly, afterOnly, followup].every(isCount) &&
    pairs + beforeOnly === before &&
    pairs + afterOnly === after;
  if (!isConsistent) throw new RangeError("Participation does not add up");
}

function checkScale(scale: ScaleInput, { localities, earlier = [] }: ReleaseInput): void {
  refuseDoubles(scale.localities.map(({ locality }) => locality));
  if (!(scale.top > 0 && scale.answerStep > 0)) throw new RangeError(`No lattice: ${scale.key}`);
  const grouped = (scale.breakdowns ?? []).flatMap(({ groups }) => groups);
  for (const { cells } of grouped.flatMap((group) => group.localities)) {
    for (const cell of cells) checkCell(cell, scale.top);
  }
  for (const { locality, cells } of scale.localities) {
    const known = localities.find((one) => one.locality === locality);
    if (!known) throw new RangeError("Answers of a locality that is not in the programme");
    for (const cell of cells) checkCell(cell, scale.top);
    // Frozen cells may hold people who have withdrawn since.
    if (earlier.length === 0 && countAnswered(cells).pairs > known.pairs) {
      throw new RangeError("More pairs of scores than of people");
    }
  }
}

function checkCell({ before, after, count }: Cell, top: number): void {
  const isScore = (units: number | null) => units === null || (isCount(units) && units <= top);
  if (!isScore(before) || !isScore(after) || !isCount(count)) {
    throw new RangeError("A cell outside its lattice");
  }
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function refuseDoubles(keys: readonly string[]): void {
  if (new Set(keys).size !== keys.length) throw new RangeError("The same key twice");
}
