import { countChanges } from "../statistics/change.ts";
import { dependsOnOnePerson } from "../statistics/influence.ts";
import { pairedMoments } from "../statistics/moments.ts";
import { testMean } from "../statistics/paired-gain.ts";
import type { Caution, ReleasedFigures, ReleasedGain, WithheldGain } from "./figures.ts";
import { releaseChange } from "./homogeneity.ts";
import type { LocalityInput, ScaleInput } from "./input.ts";
import type { Line, LineRow } from "./line.ts";
import { rangeOfRow, rangeOfTotal } from "./range.ts";
import { mergeRows, type Row } from "./row.ts";
import { showGain } from "./shown-gain.ts";

export interface GainRules {
  threshold: number;
  smallestWorthwhile: number | null;
  earlier: readonly ReleasedFigures[];
}

/** A locality that has closed, with its row. */
export interface Place extends LineRow {
  input: LocalityInput;
}

export interface Surroundings {
  line: Line;
  scale: ScaleInput;
  rules: GainRules;
}

/** One locality by itself. */
export function releaseRow(
  { atom, row, input }: Place,
  { line, scale, rules }: Surroundings,
): ReleasedGain {
  if (row.pairs === 0) return withheld("no-pairs");
  if (row.pairs < rules.threshold) return withheld("few");
  if (line.hidden.has(atom) || row.isExtreme) return withheld("protecting");
  const isProtecting = row.change.kind === "counts" && line.withoutCounts.has(atom);
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
      attrition: hasAttrition([input]),
    }),
  });
}

/**
 * All localities of the total together. What it withholds follows from what its rows withhold: a
 * judgement on the people of all localities at once would tell something of each of them.
 */
export function releaseTotal(added: readonly Place[], surroundings: Surroundings): ReleasedGain {
  const { line, scale, rules } = surroundings;
  const [only, ...others] = added;
  if (only && others.length === 0) return releaseRow(only, surroundings);
  const total = mergeRows(
    added.map(({ row }) => row),
    scale,
  );
  if (total.pairs < rules.threshold) return withheld(total.pairs === 0 ? "no-pairs" : "few");
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
      attrition: hasAttrition(added.map(({ input }) => input)),
    }),
  });
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

export function withheld(reason: WithheldGain["reason"]): WithheldGain {
  return { shown: false, reason };
}
