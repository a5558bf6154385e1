import type { Interval } from "./interval.ts";
import { wilsonInterval } from "./proportion.ts";

/** How one item was answered in one wave: people by option (in the options' order), and without an answer. */
export interface OptionCounts {
  options: readonly number[];
  missing: number;
}

/** An item's answers as shares; null where nobody answered. */
export interface ItemDistribution {
  answered: number;
  missing: number;
  shares: number[] | null;
  /** Mean position of the answers from the first option (0) to the last (100), in points. */
  mean: number | null;
}

/** The distribution of one item's answers. */
export function itemDistribution({ options, missing }: OptionCounts): ItemDistribution {
  const answered = options.reduce((sum, count) => sum + count, 0);
  if (answered === 0) return { answered, missing, shares: null, mean: null };
  const positions = options.reduce((sum, count, position) => sum + count * position, 0);
  return {
    answered,
    missing,
    shares: options.map((count) => count / answered),
    mean: options.length < 2 ? null : (100 * positions) / (answered * (options.length - 1)),
  };
}

/** One item before and after, side by side, and how the share of each option moved. */
export interface ItemChange {
  before: ItemDistribution;
  after: ItemDistribution;
  shifts: number[] | null;
}

/** Compares an item's answers of two waves; for the same people where the counts are of pairs. */
export function compareItem(before: OptionCounts, after: OptionCounts): ItemChange {
  const [first, second] = [itemDistribution(before), itemDistribution(after)];
  const shifts =
    first.shares && second.shares
      ? second.shares.map((share, option) => share - first.shares![option]!)
      : null;
  return { before: first, after: second, shifts };
}

/** Satisfaction: the distribution, and the share in the two best options with Wilson's interval. */
export interface Satisfaction extends ItemDistribution {
  topTwo: number;
  topTwoShare: number | null;
  topTwoInterval: Interval | null;
}

/** Satisfaction with options from worst to best. Never averaged with competencies. */
export function satisfactionOf(counts: OptionCounts): Satisfaction {
  const distribution = itemDistribution(counts);
  const topTwo = counts.options.slice(-2).reduce((sum, count) => sum + count, 0);
  return {
    ...distribution,
    topTwo,
    topTwoShare: distribution.answered === 0 ? null : topTwo / distribution.answered,
    topTwoInterval: wilsonInterval(topTwo, distribution.answered),
  };
}
