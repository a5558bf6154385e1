import { nearestRatio } from "./exact.ts";
import { type ItemTable, scatterOf } from "./item-table.ts";
import { correlationMatrix } from "./reliability.ts";

/** One common factor behind a scale's items, fitted to their correlations. */
export interface OneFactor {
  loadings: number[];
  uniquenesses: number[];
}

export interface Omega {
  /** McDonald's omega (total) of the items as answered, and of standardised items. */
  raw: number;
  standardised: number;
  /** The same by least squares: far from it, one factor does not describe the items. */
  standardisedByMinres: number;
  factor: OneFactor;
}

/** Three items fit a factor whatever they are; fewer people make it fit chance. */
const fewestItems = 4;
const fewestPeople = 100;

const MOST_ROUNDS = 20_000;
const STEADY = 1e-12;
/** No item is without error of its own: the usual guard against Heywood cases. */
const LEAST_UNIQUENESS = 0.005;

/**
 * McDonald's omega: the share of the score's variance that one common factor explains, by maximum
 * likelihood. An expert's figure beside alpha. Null with fewer than four items or a hundred people,
 * and where an item does not vary.
 */
export function omegaOf(table: ItemTable): Omega | null {
  const scatter = scatterOf(table);
  if (scatter.length < fewestItems || table.people < fewestPeople) return null;
  const correlations = correlationMatrix(scatter);
  if (!correlations) return null;
  const factor = maximumLikelihoodFactor(correlations);
  const first = scatter[0]![0]!;
  const sds = scatter.map((row, i) => Math.sqrt(nearestRatio(row[i]!, first)));
  const alike = sds.map(() => 1);
  return {
    raw: omega(factor, sds),
    standardised: omega(factor, alike),
    standardisedByMinres: omega(minimumResidualFactor(correlations), alike),
    factor,
  };
}

/** (Σλ)² / ((Σλ)² + Σψ), each item weighted by its standard deviation. */
function omega({ loadings, uniquenesses }: OneFactor, sds: readonly number[]): number {
  const common = loadings.reduce((sum, loading, i) => sum + loading * sds[i]!, 0) ** 2;
  const unique = uniquenesses.reduce((sum, psi, i) => sum + psi * sds[i]! ** 2, 0);
  return common / (common + unique);
}

type Matrix = readonly (readonly number[])[];

/** One factor by maximum likelihood with the EM algorithm (Rubin & Thayer 1982). */
function maximumLikelihoodFactor(correlations: Matrix): OneFactor {
  let loadings = firstGuess(correlations);
  let uniquenesses = uniquenessesOf(loadings);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = improve(correlations, loadings, uniquenesses);
    const moved = Math.max(...next.loadings.map((loading, i) => Math.abs(loading - loadings[i]!)));
    ({ loadings, uniquenesses } = next);
    if (moved < STEADY) break;
  }
  return { loadings, uniquenesses };
}

/** One factor by least squares of the correlations off the diagonal (minres; Harman & Jones 1966). */
function minimumResidualFactor(correlations: Matrix): OneFactor {
  const loadings = firstGuess(correlations);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    loadings.forEach((loading, i) => {
      const others = loadings.map((other, j) => (j === i ? 0 : other));
      const next = dot(correlations[i]!, others) / dot(others, others);
      moved = Math.max(moved, Math.abs(next - loading));
      loadings[i] = next;
    });
    if (moved < STEADY) break;
  }
  return { loadings, uniquenesses: uniquenessesOf(loadings) };
}

/** One EM step: expected factor scores given the model, then the regression of the items on them. */
function improve(correlations: Matrix, loadings: number[], uniquenesses: number[]): OneFactor {
  const scaled = loadings.map((loading, i) => loading / uniquenesses[i]!);
  const beta = scaled.map((value) => value / (1 + dot(scaled, loadings)));
  const joint = correlations.map((row) => dot(row, beta));
  const factorVariance = dot(beta, joint) + 1 - dot(beta, loadings);
  const next = joint.map((value) => value / factorVariance);
  const left = next.map((loading, i) => 1 - loading * joint[i]!);
  return { loadings: next, uniquenesses: left.map((psi) => Math.max(LEAST_UNIQUENESS, psi)) };
}

/** Each item's mean correlation with the others, as a share of the root of the overall mean. */
function firstGuess(correlations: Matrix): number[] {
  const k = correlations.length;
  const means = correlations.map((row) => (row.reduce((a, b) => a + b, 0) - 1) / (k - 1));
  const overall = Math.sqrt(Math.max(0.01, means.reduce((a, b) => a + b, 0) / k));
  return means.map((mean) => Math.max(-0.9, Math.min(0.9, mean / overall)));
}

function uniquenessesOf(loadings: readonly number[]): number[] {
  return loadings.map((loading) => Math.max(LEAST_UNIQUENESS, 1 - loading ** 2));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
