import type {
  Caution,
  ReleasedFigures,
  ReleasedGain,
  ReleasedScale,
  ShownGain,
} from "./figures.ts";

/**
 * What the public sees: figures of the evaluators, less everything that the public's own threshold
 * withholds. No number is made for the public alone, so that nothing can be learnt from the two
 * together.
 */
export function maskScales(
  evaluator: readonly ReleasedScale[],
  strict: readonly ReleasedScale[],
): ReleasedScale[] {
  return evaluator.map((scale, i) => maskScale(scale, strict[i]!));
}

function maskScale(scale: ReleasedScale, strict: ReleasedScale): ReleasedScale {
  const sameTotal = String(scale.allLocalities) === String(strict.allLocalities);
  return {
    ...scale,
    all: sameTotal ? maskGain(scale.all, strict.all) : maskGain(scale.all, protecting),
    localities: scale.localities.map((row, i) => ({
      ...row,
      gain: maskGain(row.gain, strict.localities[i]!.gain),
    })),
  };
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
