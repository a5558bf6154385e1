import type {
  Caution,
  ReleasedFigures,
  ReleasedGain,
  ReleasedScale,
  ShownGain,
} from "./figures.ts";
import type { ReleasedBreakdown } from "./figures-tables.ts";

/**
 * What the public sees: figures of the evaluators, less everything that the public's own threshold
 * withholds (`strict`), and less what is for experts. No number is made for the public alone, so
 * that nothing can be learnt from the two together.
 */
export function maskFigures(evaluator: ReleasedFigures, strict: ReleasedFigures): ReleasedFigures {
  return {
    ...strict,
    scales: evaluator.scales.map((scale, i) => maskScale(scale, strict.scales[i]!)),
    ...(evaluator.items && { items: maskTables(evaluator.items, strict.items ?? []) }),
    ...(evaluator.shifts && { shifts: maskTables(evaluator.shifts, strict.shifts ?? []) }),
  };
}

function maskScale(scale: ReleasedScale, strict: ReleasedScale): ReleasedScale {
  const sameTotal = String(scale.allLocalities) === String(strict.allLocalities);
  const {
    comparison: _,
    expert: __,
    attrition: ___,
    startLevels: ____,
    breakdowns,
    ...everyday
  } = scale;
  return {
    ...everyday,
    all: maskGain(scale.all, sameTotal ? strict.all : protecting),
    localities: scale.localities.map((row, i) => ({
      ...row,
      gain: maskGain(row.gain, strict.localities[i]!.gain),
    })),
    ...(breakdowns && {
      breakdowns: breakdowns.map((one, i) => maskBreakdown(one, strict.breakdowns![i]!)),
    }),
  };
}

/** Tables of the whole programme are the same for both, or withheld as they are by the stricter. */
function maskTables<Table extends { shown: boolean }>(
  tables: readonly Table[],
  strict: readonly Table[],
): Table[] {
  return strict.map((table, i) => (table.shown ? tables[i]! : table));
}

function maskBreakdown(breakdown: ReleasedBreakdown, strict: ReleasedBreakdown): ReleasedBreakdown {
  if (!strict.shown || !breakdown.shown) return strict.shown ? breakdown : strict;
  const groups = breakdown.groups.map((group, i) =>
    strict.groups[i]!.shown ? group : strict.groups[i]!,
  );
  return { ...breakdown, groups };
}

const protecting: ReleasedGain = { shown: false, reason: "protecting" };

/** Withholds of `gain` whatever is withheld of `strict`. */
function maskGain(gain: ReleasedGain, strict: ReleasedGain): ReleasedGain {
  if (!strict.shown) return strict;
  if (!gain.shown) return gain;
  const hasMeans = strict.meanBefore !== null && gain.meanBefore !== null;
  const hasInterval = strict.interval !== null && gain.interval !== null;
  const hasChange = strict.change.kind === gain.change.kind;
  return {
    ...gain,
    meanBefore: hasMeans ? gain.meanBefore : null,
    meanAfter: hasMeans ? gain.meanAfter : null,
    interval: hasInterval ? gain.interval : null,
    verdict: hasInterval ? gain.verdict : null,
    change: hasChange ? gain.change : { kind: "withheld" },
    atTopBefore: strict.atTopBefore === null ? null : gain.atTopBefore,
    cautions: maskCautions(gain, strict),
  };
}

const whyWithheld: readonly Caution[] = [
  "means-protecting",
  "counts-protecting",
  "range-protecting",
];

function maskCautions(gain: ShownGain, strict: ShownGain): Caution[] {
  const added = whyWithheld.filter(
    (caution) => strict.cautions.includes(caution) && !gain.cautions.includes(caution),
  );
  return [...gain.cautions, ...added];
}

/** The figures of one audience among earlier releases. */
export function ofAudience(
  earlier: readonly ReleasedFigures[],
  audience: ReleasedFigures["audience"],
): ReleasedFigures[] {
  return earlier.filter((figures) => figures.audience === audience);
}
