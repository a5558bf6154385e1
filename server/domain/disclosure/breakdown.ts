import { mergeCells } from "../statistics/cells.ts";
import { pairedMoments } from "../statistics/moments.ts";
import type { ReleasedFigures, ReleasedGain, ReleasedScale, ShownGain } from "./figures.ts";
import type { ReleasedBreakdown, ReleasedGroup } from "./figures-tables.ts";
import type { BreakdownInput, ScaleInput } from "./input.ts";
import { roundRange, roundTo } from "./precision.ts";
import { describeRow, mergeRows, type Row } from "./row.ts";
import { hiddenRows } from "./suppression.ts";

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
 * Gains of the programme by the groups of a breakdown. It crosses with localities, and everybody
 * knows who belongs where, so that a person may be the only one in both: therefore in whole points,
 * without counts, and with a range that is the total's own, widened to the size of the group. Only
 * once the programme is complete: two breakdowns of different people would tell the difference.
 */
export function releaseBreakdown(
  { key, groups }: BreakdownInput,
  setting: BreakdownSetting,
): ReleasedBreakdown {
  const { scale, total, added, isComplete, threshold } = setting;
  if (!isComplete) return { key, shown: false, reason: "not-closed" };
  const rows = groups.map(({ localities }) => {
    const counted = localities.filter((one) => added.some((a) => a.locality === one.locality));
    return describeRow(mergeCells(...counted.map(({ cells }) => cells)), scale);
  });
  const counts = rows.map((row) => row.pairs);
  const people = counts.reduce((sum, count) => sum + count, 0);
  const hidden = hiddenRows(counts, threshold);
  const blocks = [
    ...rows.filter((row, i) => row.pairs > 0 && !hidden.includes(i)),
    mergeRows(
      hidden.map((i) => rows[i]!),
      scale,
    ),
  ].filter((block) => block.pairs > 0);
  const isSafe =
    total.shown &&
    total.interval !== null &&
    total.pairs === people &&
    !blocks.some((block) => block.isExtreme) &&
    !wasOfOthers(key, setting);
  if (!isSafe) return { key, shown: false, reason: "protecting" };
  const hasMeans = total.meanBefore !== null && !blocks.some((block) => block.isAtAnEnd);
  return {
    key,
    shown: true,
    groups: groups.map(({ group }, i) =>
      hidden.includes(i)
        ? { group, shown: false, reason: counts[i]! < threshold ? "few" : "protecting" }
        : releaseGroup(group, rows[i]!, { total, hasMeans, top: scale.top }),
    ),
  };
}

function releaseGroup(
  group: string,
  row: Row,
  { total, hasMeans, top }: { total: ShownGain; hasMeans: boolean; top: number },
): ReleasedGroup {
  if (row.pairs === 0) return { group, shown: false, reason: "no-pairs" };
  const { before, after, gain } = pairedMoments(row.tally.pairs, top);
  const { low, high } = total.interval!;
  const half = ((high - low) / 2) * Math.sqrt(total.pairs / row.pairs);
  const mean = gain.mean ?? 0;
  return {
    group,
    shown: true,
    pairs: row.pairs,
    meanBefore: hasMeans ? roundTo(before.mean ?? 0, 0) : null,
    meanAfter: hasMeans ? roundTo(after.mean ?? 0, 0) : null,
    gain: roundTo(mean, 0),
    interval: roundRange({ low: mean - half, high: mean + half }, 0),
  };
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
