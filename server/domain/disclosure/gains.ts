import { countChanges } from "../statistics/change.ts";
import { dependsOnOnePerson } from "../statistics/influence.ts";
import { pairedMoments } from "../statistics/moments.ts";
import { testMean } from "../statistics/paired-gain.ts";
import type { Caution, ReleasedGain, ReleasedScale, WithheldGain } from "./figures.ts";
import { releaseChange } from "./homogeneity.ts";
import type { LocalityInput, ScaleInput } from "./input.ts";
import { type Line, protectLine } from "./line.ts";
import { rangeOfRow, rangeOfTotal } from "./range.ts";
import { describeRow, mergeRows, type Row } from "./row.ts";
import { showGain } from "./shown-gain.ts";

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
  if (line.hidden.includes(index) || row.isExtreme) return withheld("protecting");
  const isProtecting = row.change.kind === "counts" && line.withoutCounts.includes(index);
  return showGain(row, {
    top: scale.top,
    smallestWorthwhile: rules.smallestWorthwhile,
    interval: rangeOfRow(row, scale.top),
    change: isProtecting ? { kind: "withheld" } : row.change,
    isWithoutMeans: row.isAtAnEnd,
    isWithoutAtTop: false,
    cautions: cautions({
      alike: row.likeness !== "different",
      "at-an-end": row.isAtAnEnd,
      "counts-protecting": isProtecting,
      "depends-on-one": row.likeness === "different" && restsOnOne(row, scale.top),
      attrition: hasAttrition([place]),
    }),
  });
}

/**
 * All closed localities together. What a total withholds follows from what its rows withhold: a
 * judgement on the people of all localities at once would tell something of each of them.
 */
function releaseTotal(
  rows: readonly Row[],
  { line, scale, rules, closed }: Surroundings & { closed: readonly LocalityInput[] },
): ReleasedGain {
  const present = rows.filter((row) => row.pairs > 0);
  if (closed.length === 0) return withheld("not-closed");
  if (present.length === 1) return releaseOnly(rows, { line, scale, rules, closed });
  const total = mergeRows(rows, scale);
  if (total.pairs === 0) return withheld("no-pairs");
  if (total.pairs < rules.threshold) return withheld("few");
  if (line.isTotalHidden) return withheld("protecting");
  const interval = rangeOfTotal(total, line.blocks, scale.top);
  return showGain(total, {
    top: scale.top,
    smallestWorthwhile: rules.smallestWorthwhile,
    interval,
    change: line.isTotalWithoutCounts
      ? { kind: "withheld" }
      : releaseChange(countChanges(total.tally.gains)),
    isWithoutMeans: line.isTotalWithoutMeans,
    isWithoutAtTop: line.isTotalWithoutAtTop,
    cautions: cautions({
      "means-protecting": line.isTotalWithoutMeans,
      "counts-protecting": line.isTotalWithoutCounts,
      "range-protecting": interval === null,
      attrition: hasAttrition(closed),
    }),
  });
}

/** The only locality with pairs is the total as well: then both say the same. */
function releaseOnly(
  rows: readonly Row[],
  surroundings: Surroundings & { closed: readonly LocalityInput[] },
): ReleasedGain {
  const index = rows.findIndex((row) => row.pairs > 0);
  const place = surroundings.closed[index]!;
  return releaseRow(rows[index]!, index, { ...surroundings, place });
}

/** Told of rows alone: of a total it would tell of each of them. */
function restsOnOne({ tally }: Row, top: number): boolean {
  return dependsOnOnePerson(tally.gains, testMean(pairedMoments(tally.pairs, top).gain));
}

function cautions(said: Partial<Record<Caution, boolean>>): Caution[] {
  return (Object.keys(said) as Caution[]).filter((caution) => said[caution]);
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
