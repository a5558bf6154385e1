import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";

/** One person's raw answers to a scale's items, before and after. */
export interface RawPair {
  before: Record<string, number>;
  after: Record<string, number>;
}

export interface PlainGain {
  pairs: number;
  meanBefore: number;
  meanAfter: number;
  gain: number;
  low: number;
  high: number;
}

/** Student's t, 97.5 %, from a printed table: the test shares no code with the product. */
const tTable: Record<number, number> = {
  10: 2.228139,
  11: 2.200985,
  12: 2.178813,
  21: 2.079614,
  23: 2.068658,
};

/** A rating scale of 1 ... 5 with every item answered, as points of 100. */
export function plainScore(
  document: QuestionnaireDocument,
  scaleKey: string,
  answers: Record<string, number>,
): number {
  const scale = document.scales.find(({ key }) => key === scaleKey)!;
  const keyed = scale.items.map((item) =>
    scale.reversed.includes(item) ? 6 - answers[item]! : answers[item]!,
  );
  return ((mean(keyed) - 1) / 4) * 100;
}

/** The mean gain of one locality with its t interval, by the formulas of any textbook. */
export function plainGain(
  scores: readonly (readonly [before: number, after: number])[],
): PlainGain {
  const gains = scores.map(([before, after]) => after - before);
  const error = deviation(gains) / Math.sqrt(gains.length);
  return withRange(scores, tTable[gains.length - 1]! * error);
}

/** All participants of several localities: deviations within each locality, pooled. */
export function plainTotal(
  localities: readonly (readonly (readonly [before: number, after: number])[])[],
): PlainGain {
  const all = localities.flat();
  const squares = localities.map((scores) => {
    const gains = scores.map(([before, after]) => after - before);
    return gains.reduce((sum, gain) => sum + (gain - mean(gains)) ** 2, 0);
  });
  const df = all.length - localities.length;
  const variance = squares.reduce((a, b) => a + b, 0) / df;
  return withRange(all, tTable[df]! * Math.sqrt(variance / all.length));
}

function withRange(scores: readonly (readonly [number, number])[], half: number): PlainGain {
  const gain = mean(scores.map(([before, after]) => after - before));
  return {
    pairs: scores.length,
    meanBefore: mean(scores.map(([before]) => before)),
    meanAfter: mean(scores.map(([, after]) => after)),
    gain,
    low: gain - half,
    high: gain + half,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
