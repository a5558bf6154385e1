import { wilsonInterval } from "../statistics/proportion.ts";
import type { ReleasedFigures } from "./figures.ts";
import type { ReleasedItem, ToldChoice, WithheldTable } from "./figures-tables.ts";
import type { ItemInput, LocalityInput } from "./input.ts";
import { roundRange, roundTo } from "./precision.ts";

const fewestAnswers = 20;
const fewestInBar = 3;

export interface ItemSetting {
  localities: readonly LocalityInput[];
  /** Scales whose people differ enough in every locality that items may be shown beside them. */
  openScales: ReadonlySet<string>;
  earlier: readonly ReleasedFigures[];
}

/**
 * How an item was answered by the programme as a whole. Shown once, when the wave has closed
 * everywhere, and repeated as it was in later releases. Where all but two or fewer chose one option
 * that is said in words: with "all but one" the one would know the others' answers.
 */
export function releaseItem(input: ItemInput, setting: ItemSetting): ReleasedItem {
  const { item, wave, options } = input;
  const before = findItem(setting.earlier, input);
  if (before) return before;
  const withheld = (reason: WithheldTable) => ({ item, wave, shown: false, reason }) as const;
  const answered = input.isMultiple
    ? (input.answered ?? 0)
    : options.reduce((sum, people) => sum + people, 0);
  if (!hasClosed(input, setting.localities)) return withheld("not-closed");
  if (answered < fewestAnswers) return withheld("few");
  if (input.scale !== undefined && !setting.openScales.has(input.scale)) {
    return withheld("protecting");
  }
  if (input.isMultiple) {
    const choices = options.map((people, option) => tellChoice(option, people, answered));
    if (!keepsOpen(choices, answered, input)) return withheld("protecting");
    const distribution = { kind: "choices", choices } as const;
    return { item, wave, shown: true, answered, distribution, topTwo: null };
  }
  const option = options.findIndex((people) => people >= answered - 2);
  if (option >= 0) {
    const distribution = { kind: "nearly-all", option } as const;
    return { item, wave, shown: true, answered, distribution, topTwo: null };
  }
  const bars = input.isOrdered ? mergeNeighbours(options) : mergeSmallest(options);
  const distribution = { kind: "bars", bars } as const;
  const topTwo = input.hasTopTwo ? topTwoOf(bars, options) : null;
  return { item, wave, shown: true, answered, distribution, topTwo };
}

/** Each option of several is a question of its own: chosen or not. */
function tellChoice(option: number, people: number, answered: number): ToldChoice {
  if (people < fewestInBar) return { option, said: "few" };
  if (people > answered - fewestInBar) return { option, said: "nearly-all" };
  return { option, people };
}

/**
 * Whether words stay words. Where people must choose so many options or may not choose more, all numbers together have
 * bounds, and what is shown may leave an option said in words no room: "few" must be able to mean two, "nearly all" all
 * but two, whatever the other words mean, also to somebody who knows their own choice. Otherwise the item waits for no
 * better time: it is not told.
 */
function keepsOpen(
  choices: readonly ToldChoice[],
  answered: number,
  { options, choosable = { fewest: 1, most: options.length } }: ItemInput,
): boolean {
  const { fewest, most } = choosable;
  const hidden = fewestInBar - 1;
  const isFew = (choice: ToldChoice) => "said" in choice && choice.said === "few";
  const isNearlyAll = (choice: ToldChoice) => "said" in choice && choice.said === "nearly-all";
  const [few, nearlyAll] = [choices.filter(isFew).length, choices.filter(isNearlyAll).length];
  const shown = choices.reduce((sum, one) => sum + ("people" in one ? one.people : 0), 0);
  const least = shown + nearlyAll * (answered - hidden);
  const greatest = shown + few * hidden + nearlyAll * answered;
  // What a reader has left over, or must have had, by their own choice.
  const own = most - fewest;
  const hasRoomAbove = few === 0 || least + hidden + own <= most * answered;
  const hasRoomBelow = nearlyAll === 0 || greatest - hidden - own >= fewest * answered;
  return hasRoomAbove && hasRoomBelow;
}

function findItem(earlier: readonly ReleasedFigures[], { item, wave }: ItemInput) {
  return earlier
    .flatMap(({ items = [] }) => items)
    .find((one) => one.item === item && one.wave === wave && one.shown);
}

/** Results come with the wave after; those of the follow-up with its own closing. */
function hasClosed({ wave }: ItemInput, localities: readonly LocalityInput[]): boolean {
  const needed = wave === "before" ? (["before", "after"] as const) : (["after", wave] as const);
  return localities.every(({ closedWaves }) => needed.every((one) => closedWaves.includes(one)));
}

interface Bar {
  options: number[];
  people: number;
}

/** From the first option on, neighbours join until a bar holds three people. */
export function mergeNeighbours(options: readonly number[]): Bar[] {
  const bars: Bar[] = [];
  let open: Bar = { options: [], people: 0 };
  options.forEach((people, option) => {
    open = { options: [...open.options, option], people: open.people + people };
    if (open.people < fewestInBar) return;
    bars.push(open);
    open = { options: [], people: 0 };
  });
  const last = bars.at(-1);
  if (last && open.options.length > 0) {
    bars[bars.length - 1] = {
      options: [...last.options, ...open.options],
      people: last.people + open.people,
    };
  }
  return bars;
}

/** Options that fewer than three people chose stand together, with the next smallest if need be. */
export function mergeSmallest(options: readonly number[]): Bar[] {
  const bySize = options
    .map((people, option) => ({ options: [option], people }))
    .sort((a, b) => a.people - b.people || a.options[0]! - b.options[0]!);
  const large = bySize.filter(({ people }) => people >= fewestInBar);
  const small = bySize.filter(({ people }) => people < fewestInBar);
  let people = small.reduce((sum, bar) => sum + bar.people, 0);
  while (small.length > 0 && people < fewestInBar && large.length > 0) {
    const next = large.shift()!;
    small.push(next);
    people += next.people;
  }
  const rest = { options: small.flatMap((bar) => bar.options).sort((a, b) => a - b), people };
  const bars = small.length > 0 ? [...large, rest] : large;
  return bars.sort((a, b) => a.options[0]! - b.options[0]!);
}

/** The share of the two best options, where a bar ends between them and the others. */
function topTwoOf(bars: readonly Bar[], options: readonly number[]) {
  const first = options.length - 2;
  const isApart = bars.every((bar) =>
    bar.options.every((o) => o >= first === bar.options[0]! >= first),
  );
  const people = bars
    .filter((bar) => bar.options[0]! >= first)
    .reduce((sum, bar) => sum + bar.people, 0);
  const answered = options.reduce((sum, count) => sum + count, 0);
  const interval = wilsonInterval(people, answered);
  const isMixed = people >= fewestInBar && people <= answered - fewestInBar;
  if (!isApart || !isMixed || !interval) return null;
  const percent = ({ low, high }: { low: number; high: number }) => ({
    low: 100 * low,
    high: 100 * high,
  });
  return {
    percent: roundTo((100 * people) / answered, 0),
    interval: roundRange(percent(interval), 0),
  };
}
