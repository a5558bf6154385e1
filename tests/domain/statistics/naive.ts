/*
 * The figures once more, deliberately naive: from rows of raw answers, in plain floating
 * arithmetic, by the formulas of the textbooks, without one line of the engine. Slow and easy to
 * check by eye; what both say alike is unlikely to be wrong in the same way.
 */

import { fUpper, leastSquares, sum, tQuantile975, tTwoSided } from "./naive-numerics.ts";

export interface RawScale {
  items: number;
  min: number;
  max: number;
  reversed: boolean[];
}

export interface RawPerson {
  town: string;
  before: (number | null)[] | null;
  after: (number | null)[] | null;
}

interface Scored {
  town: string;
  before: number | null;
  after: number | null;
}

interface Pair {
  town: string;
  x: number;
  y: number;
}

/** Scores closer than this are the same score: floats cannot say it exactly, which the engine can. */
const SAME = 1e-9;

export function scorePeople(people: readonly RawPerson[], scale: RawScale): Scored[] {
  return people.map(({ town, before, after }) => ({
    town,
    before: before && percent(before, scale),
    after: after && percent(after, scale),
  }));
}

/** Mean of the answered items as percent of the range, if at least half (both of two) are answered. */
function percent(answers: readonly (number | null)[], scale: RawScale): number | null {
  const given: number[] = [];
  answers.forEach((answer, i) => {
    if (answer === null) return;
    given.push(scale.reversed[i] ? scale.max + scale.min - answer : answer);
  });
  const needed = scale.items === 2 ? 2 : Math.ceil(scale.items / 2);
  if (given.length < needed) return null;
  return (100 * (mean(given) - scale.min)) / (scale.max - scale.min);
}

export function naiveGroup(people: readonly Scored[]) {
  const pairs = pairsOf(people);
  const gains = pairs.map(({ x, y }) => y - x);
  const left = people.flatMap((p) => (p.before !== null && p.after === null ? [p.before] : []));
  return {
    pairs: pairs.length,
    beforeOnly: left.length,
    afterOnly: people.filter((p) => p.before === null && p.after !== null).length,
    meanBefore: meanOrNull(pairs.map(({ x }) => x)),
    meanAfter: meanOrNull(pairs.map(({ y }) => y)),
    meanGain: meanOrNull(gains),
    sdBefore: sdOrNull(pairs.map(({ x }) => x)),
    sdAfter: sdOrNull(pairs.map(({ y }) => y)),
    sdGain: sdOrNull(gains),
    correlation: correlation(pairs),
    test: tTest(gains),
    higher: gains.filter((g) => g > SAME).length,
    same: gains.filter((g) => Math.abs(g) <= SAME).length,
    lower: gains.filter((g) => g < -SAME).length,
    wilson: wilson(gains.filter((g) => g > SAME).length, gains.length),
    attrition: welchTwo(
      left,
      pairs.map(({ x }) => x),
    ),
    classGain: classGain(pairs),
    median: medianOf(gains),
    hodgesLehmann: medianOf(gains.flatMap((a, i) => gains.slice(i).map((b) => (a + b) / 2))),
  };
}

export function pairsOf(people: readonly Scored[]): Pair[] {
  return people.flatMap(({ town, before, after }) =>
    before !== null && after !== null ? [{ town, x: before, y: after }] : [],
  );
}

export function gainsByTown(people: readonly Scored[], towns: readonly string[]): number[][] {
  const pairs = pairsOf(people);
  return towns.map((town) => pairs.filter((p) => p.town === town).map(({ x, y }) => y - x));
}

function tTest(values: readonly number[]) {
  const sd = sdOrNull(values);
  if (sd === null || sd < SAME) return null;
  const error = sd / Math.sqrt(values.length);
  const df = values.length - 1;
  const half = tQuantile975(df) * error;
  const t = mean(values) / error;
  return { error, t, df, p: tTwoSided(t, df), low: mean(values) - half, high: mean(values) + half };
}

function wilson(x: number, n: number) {
  if (n === 0) return null;
  const z = 1.959963984540054;
  const centre = (x + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  return { low: centre - half, high: centre + half };
}

function welchTwo(a: readonly number[], b: readonly number[]) {
  const [sdA, sdB] = [sdOrNull(a), sdOrNull(b)];
  if (sdA === null || sdB === null || sdA + sdB < SAME) return null;
  const [u, v] = [sdA ** 2 / a.length, sdB ** 2 / b.length];
  const df = (u + v) ** 2 / (u ** 2 / (a.length - 1) + v ** 2 / (b.length - 1));
  return { difference: mean(a) - mean(b), t: (mean(a) - mean(b)) / Math.sqrt(u + v), df };
}

function classGain(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  const before = mean(pairs.map(({ x }) => x));
  if (100 - before < SAME) return null;
  return (mean(pairs.map(({ y }) => y)) - before) / (100 - before);
}

/** One-way analysis of variance from deviations. */
export function naiveAnova(groups: readonly (readonly number[])[]) {
  const present = groups.filter((group) => group.length > 0);
  const all = present.flat();
  const [df1, df2] = [present.length - 1, all.length - present.length];
  const within = sum(present.flatMap((group) => group.map((g) => (g - mean(group)) ** 2)));
  const variance = df2 > 0 ? within / df2 : null;
  if (df1 < 1 || variance === null || variance < SAME ** 2) return { variance, df2, f: null };
  const between = sum(present.map((group) => group.length * (mean(group) - mean(all)) ** 2));
  const f = between / df1 / variance;
  return { variance, df2, f: { f, df1, df2, p: fUpper(f, df1, df2) } };
}

/** τ² by trying: the maximum of the restricted likelihood on ever finer grids. */
export function naiveTauSquared(values: readonly number[], variances: readonly number[]): number {
  let [low, high] = [0, 4 * Math.max(...values.map((y) => (y - mean(values)) ** 2)) + 1];
  for (let round = 0; round < 40; round++) {
    const grid = Array.from({ length: 21 }, (_, i) => low + ((high - low) * i) / 20);
    const likelihoods = grid.map((tau) => restrictedLogLikelihood(values, variances, tau));
    const best = likelihoods.indexOf(Math.max(...likelihoods));
    [low, high] = [grid[Math.max(0, best - 1)]!, grid[Math.min(20, best + 1)]!];
  }
  return (low + high) / 2;
}

export function restrictedLogLikelihood(
  values: readonly number[],
  variances: readonly number[],
  tauSquared: number,
): number {
  const weights = variances.map((v) => 1 / (v + tauSquared));
  const centre = sum(values.map((y, i) => weights[i]! * y)) / sum(weights);
  const squares = sum(values.map((y, i) => weights[i]! * (y - centre) ** 2));
  return -sum(weights.map((w) => Math.log(1 / w))) / 2 - Math.log(sum(weights)) / 2 - squares / 2;
}

/** Ordinary least squares of after on town dummies and before, by solving the normal equations. */
export function naiveAncova(pairs: readonly Pair[], towns: readonly string[]) {
  const rows = pairs.map(({ town, x }) => [...towns.map((t) => (t === town ? 1 : 0)), x]);
  const y = pairs.map((pair) => pair.y);
  const coefficients = leastSquares(rows, y);
  if (!coefficients) return null;
  const slope = coefficients.at(-1)!;
  const centre = mean(pairs.map(({ x }) => x));
  const residuals = y.map((value, i) => value - dot(rows[i]!, coefficients));
  return {
    slope,
    adjusted: towns.map((_, i) => coefficients[i]! + slope * centre),
    residual: sum(residuals.map((r) => r * r)) / (pairs.length - towns.length - 1),
  };
}

/** Exact two-sided p of a signed sum, by going through all 2^n signs. */
export function signsByEnumeration(weights: readonly number[], observed: number): number {
  let [less, greater] = [0, 0];
  for (let signs = 0; signs < 2 ** weights.length; signs++) {
    const total = sum(weights.filter((_, i) => Math.floor(signs / 2 ** i) % 2 === 1));
    if (total <= observed + SAME) less++;
    if (total >= observed - SAME) greater++;
  }
  return Math.min(1, (2 * Math.min(less, greater)) / 2 ** weights.length);
}

/** Mid-ranks of the sizes of gains, zeros ranked with the others (Pratt). */
export function prattRanks(gains: readonly number[]): number[] {
  return gains.map((gain) => {
    const smaller = gains.filter((g) => Math.abs(g) < Math.abs(gain) - SAME).length;
    const equal = gains.filter((g) => Math.abs(Math.abs(g) - Math.abs(gain)) <= SAME).length;
    return smaller + (equal + 1) / 2;
  });
}

/** Cronbach's alpha of complete rows. */
export function naiveAlpha(rows: readonly (readonly number[])[]): number | null {
  const k = rows[0]?.length ?? 0;
  const total = sdOrNull(rows.map((row) => sum(row)));
  if (k < 2 || total === null || total < SAME) return null;
  const items = Array.from({ length: k }, (_, i) => sdOrNull(rows.map((row) => row[i]!))! ** 2);
  return (k / (k - 1)) * (1 - sum(items) / total ** 2);
}

const mean = (values: readonly number[]) => sum(values) / values.length;
const meanOrNull = (values: readonly number[]) => (values.length === 0 ? null : mean(values));
const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * b[i]!));

function sdOrNull(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  return Math.sqrt(sum(values.map((v) => (v - mean(values)) ** 2)) / (values.length - 1));
}

function correlation(pairs: readonly Pair[]): number | null {
  const [sdX, sdY] = [sdOrNull(pairs.map(({ x }) => x)), sdOrNull(pairs.map(({ y }) => y))];
  if (sdX === null || sdY === null || sdX < SAME || sdY < SAME) return null;
  const [meanX, meanY] = [mean(pairs.map(({ x }) => x)), mean(pairs.map(({ y }) => y))];
  const joint = sum(pairs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return joint / (pairs.length - 1) / (sdX * sdY);
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
