import { countAnswered, mergeCells } from "../statistics/cells.ts";
import { pairedMoments } from "../statistics/moments.ts";
import type { ReleasedFigures, ReleasedGain, ReleasedScale, ShownGain } from "./figures.ts";
import type { ReleasedBreakdown, ReleasedGroup } from "./figures-tables.ts";
import type { BreakdownInput, ScaleInput } from "./input.ts";
import { roundRange, roundTo } from "./precision.ts";
import { describeRow, mergeRows, type Row } from "./row.ts";
import { complementRows, isHiddenEnough } from "./suppression.ts";

/** What a breakdown is broken down from, and under which rules. */
export interface BreakdownSetting {
  scale: ScaleInput;
  total: ReleasedGain;
  /** The localities of the total, with their revisions. */
  added: readonly { locality: string; revision: number }[];
  isComplete: boolean;
  threshold: number;
  earlier: readonly ReleasedFigures[];
}

/**
 * All breakdowns of a scale. No more than one is shown, the first that may be: who is in the same
 * locality and in the same groups of two breakdowns may be one person.
 */
export function releaseBreakdowns(
  breakdowns: readonly BreakdownInput[],
  setting: BreakdownSetting,
): ReleasedBreakdown[] {
  let shown = keyShownBefore(setting);
  return breakdowns.map((breakdown) => {
    const { key } = breakdown;
    if (shown !== undefined && shown !== key) return { key, shown: false, reason: "protecting" };
    const released = releaseBreakdown(breakdown, setting);
    if (released.shown) shown = key;
    return released;
  });
}

/**
 * Gains of the programme by the groups of a breakdown. It crosses with localities, and everybody
 * knows who belongs where: somebody who is the only one of a group in a locality could be worked
 * out from the two together. So a table is shown only where every crossing of a locality with a
 * shown group, and with all hidden ones together, holds nobody or as many people as the threshold:
 * in large localities, or with few broad groups. Even then gains alone, in whole points, with a
 * range that is the total's own, widened to the size of the group. Only once the programme is
 * complete: two breakdowns of different people would tell the difference.
 */
function releaseBreakdown(
  { key, groups }: BreakdownInput,
  setting: BreakdownSetting,
): ReleasedBreakdown {
  const { scale, total, added, isComplete, threshold } = setting;
  if (!isComplete) return { key, shown: false, reason: "not-closed" };
  const crossings = groups.map((group) => added.map((place) => cellsAt(group, place.locality)));
  const rows = crossings.map((tables) => describeRow(mergeCells(...tables), scale));
  const people = rows.reduce((sum, row) => sum + row.pairs, 0);
  const hidden = hiddenGroups(
    crossings.map((tables) => tables.map((cells) => countAnswered(cells).pairs)),
    threshold,
  );
  const isSafe =
    hidden.length < rows.filter((row) => row.pairs > 0).length &&
    total.shown &&
    total.interval !== null &&
    total.pairs === people &&
    !blocksOf(rows, hidden, scale).some((block) => block.isExtreme) &&
    !wasOfOthers(key, setting);
  if (!isSafe) return { key, shown: false, reason: "protecting" };
  return {
    key,
    shown: true,
    groups: groups.map(({ group }, i) =>
      hidden.includes(i)
        ? { group, shown: false, reason: rows[i]!.pairs < threshold ? "few" : "protecting" }
        : releaseGroup(group, rows[i]!, { total, top: scale.top }),
    ),
  };
}

function cellsAt({ localities }: BreakdownInput["groups"][number], locality: string) {
  return localities.find((one) => one.locality === locality)?.cells ?? [];
}

function blocksOf(rows: readonly Row[], hidden: readonly number[], scale: ScaleInput): Row[] {
  const shown = rows.filter((_, i) => !hidden.includes(i));
  const together = mergeRows(
    hidden.map((i) => rows[i]!),
    scale,
  );
  return [...shown, together].filter((block) => block.pairs > 0);
}

/**
 * The groups to hide, from how many people they have in each locality: small ones, those that are
 * small somewhere, and the smallest others until the hidden ones together are small nowhere.
 */
export function hiddenGroups(
  crossings: readonly (readonly number[])[],
  threshold: number,
): number[] {
  const counts = crossings.map((places) => places.reduce((sum, people) => sum + people, 0));
  const isSmall = (people: number) => people > 0 && people < threshold;
  const small = counts.flatMap((_, i) => (crossings[i]!.some(isSmall) ? [i] : []));
  const isLargeEverywhere = (hidden: readonly number[]) =>
    (crossings[0] ?? []).every(
      (_, place) => !isSmall(hidden.reduce((sum, group) => sum + crossings[group]![place]!, 0)),
    );
  const found = complementRows(
    counts,
    small,
    (hidden) => isHiddenEnough(counts, hidden, threshold) && isLargeEverywhere(hidden),
  );
  return found ?? counts.map((_, i) => i);
}

function releaseGroup(
  group: string,
  row: Row,
  { total, top }: { total: ShownGain; top: number },
): ReleasedGroup {
  if (row.pairs === 0) return { group, shown: false, reason: "no-pairs" };
  const { gain } = pairedMoments(row.tally.pairs, top);
  const { low, high } = total.interval!;
  const half = ((high - low) / 2) * Math.sqrt(total.pairs / row.pairs);
  const mean = gain.mean ?? 0;
  return {
    group,
    shown: true,
    pairs: row.pairs,
    gain: roundTo(mean, 0),
    interval: roundRange({ low: mean - half, high: mean + half }, 0),
  };
}

function keyShownBefore({ scale, earlier }: BreakdownSetting): string | undefined {
  return earlier
    .flatMap(({ scales }) => scales.filter((one) => one.key === scale.key))
    .flatMap(({ breakdowns = [] }) => breakdowns)
    .find(({ shown }) => shown)?.key;
}

/** Whether an earlier release broke down other people than this one. */
function wasOfOthers(key: string, { scale, added, earlier }: BreakdownSetting): boolean {
  const now = String(added.map(({ locality, revision }) => `${locality}#${revision}`).sort());
  return earlier
    .flatMap(({ scales }) => scales.filter((one) => one.key === scale.key))
    .filter(({ breakdowns = [] }) => breakdowns.some((one) => one.key === key && one.shown))
    .some((one) => peopleOf(one) !== now);
}

function peopleOf({ allLocalities = [], localities }: ReleasedScale): string {
  const added = localities.filter(({ locality }) => allLocalities.includes(locality));
  return String(added.map(({ locality, revision = 1 }) => `${locality}#${revision}`).sort());
}
