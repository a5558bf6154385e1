import type { ReleasedGain, ReleasedScale, WithheldGain } from "./figures.ts";
import type { LocalityInput, ScaleInput } from "./input.ts";
import { type Line, protectLine } from "./line.ts";
import { rangeOfRow, rangeOfTotal } from "./range.ts";
import { describeRow, mergeRows, type Row } from "./row.ts";
import { atTopOf, fewestAtTop, showGain } from "./shown-gain.ts";

export interface GainRules {
  threshold: number;
  smallestWorthwhile: number | null;
}

/** The gains on one scale, of each locality whose wave after has closed and of all of these together. */
export function releaseScale(
  scale: ScaleInput,
  localities: readonly LocalityInput[],
  rules: GainRules,
): ReleasedScale {
  const closed = localities.filter(isClosed);
  const rows = closed.map(({ locality }) => describeRow(cellsOf(scale, locality), scale));
  const line = protectLine(rows, scale, rules.threshold);
  const gains = rows.map((row, i) => releaseRow(row, i, { line, scale, rules, place: closed[i]! }));
  return {
    key: scale.key,
    kind: scale.kind,
    stepPoints: (100 * scale.answerStep) / scale.top,
    all: releaseTotal(rows, { line, scale, rules, closed }),
    localities: localities.map((place) => ({
      locality: place.locality,
      gain: isClosed(place) ? gains[closed.indexOf(place)]! : withheld("not-closed"),
    })),
  };
}

/** Results come with the closing of the wave after. */
function isClosed(locality: LocalityInput): boolean {
  return locality.closedWaves.includes("before") && locality.closedWaves.includes("after");
}

function cellsOf(scale: ScaleInput, locality: string) {
  return scale.localities.find((one) => one.locality === locality)?.cells ?? [];
}

interface Surroundings {
  line: Line;
  scale: ScaleInput;
  rules: GainRules;
}

function releaseRow(
  row: Row,
  index: number,
  { line, scale, rules, place }: Surroundings & { place: LocalityInput },
): ReleasedGain {
  if (row.pairs === 0) return withheld("no-pairs");
  if (row.pairs < rules.threshold) return withheld("few");
  if (line.hidden.includes(index)) return withheld("protecting");
  return showGain(row, {
    top: scale.top,
    smallestWorthwhile: rules.smallestWorthwhile,
    interval: rangeOfRow(row, scale.top),
    isWithoutMeans: line.withoutMeans.includes(index),
    isWithoutCounts: line.withoutCounts.includes(index),
    isWithoutAtTop: false,
    hasAttrition: hasAttrition([place]),
  });
}

function releaseTotal(
  rows: readonly Row[],
  { line, scale, rules, closed }: Surroundings & { closed: readonly LocalityInput[] },
): ReleasedGain {
  const total = mergeRows(rows, scale);
  if (closed.length === 0) return withheld("not-closed");
  if (total.pairs === 0) return withheld("no-pairs");
  if (total.pairs < rules.threshold) return withheld("few");
  if (line.isTotalHidden || total.isExtreme) return withheld("protecting");
  return showGain(total, {
    top: scale.top,
    smallestWorthwhile: rules.smallestWorthwhile,
    interval: rangeOfTotal(total, rows, scale.top),
    isWithoutMeans: line.isTotalWithoutMeans,
    isWithoutCounts: line.isTotalWithoutCounts,
    isWithoutAtTop: !mayAddAtTop(rows, scale),
    hasAttrition: hasAttrition(closed),
  });
}

/** Whether those at the top of the rows that do not count them may be worked out together. */
function mayAddAtTop(rows: readonly Row[], scale: ScaleInput): boolean {
  const rest = rows.filter((row) => row.pairs > 0 && atTopOf(row) === null);
  if (rest.length === 0 || rest.length === rows.length) return true;
  const { pairs, tally } = mergeRows(rest, scale);
  const { ceilingBefore } = tally.edges;
  return ceilingBefore >= fewestAtTop && ceilingBefore <= pairs - fewestAtTop;
}

/** Fewer than four in five of those who answered before answered after too. */
function hasAttrition(localities: readonly LocalityInput[]): boolean {
  const sum = (count: "pairs" | "before") =>
    localities.reduce((total, one) => total + one[count], 0);
  return sum("pairs") < 0.8 * sum("before");
}

function withheld(reason: WithheldGain["reason"]): WithheldGain {
  return { shown: false, reason };
}
