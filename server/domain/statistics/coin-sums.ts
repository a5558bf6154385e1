/**
 * The law of the sum of given whole numbers, each counted or not by the toss of a fair coin: the
 * exact null distribution behind signed ranks and sign flips. `law[s]` is P(sum = s).
 */
export function coinSums(weights: readonly { weight: number; count: number }[]): Float64Array {
  const total = weights.reduce((sum, { weight, count }) => sum + weight * count, 0);
  const law = new Float64Array(total + 1);
  law[0] = 1;
  let reached = 0;
  for (const { weight, count } of weights) {
    for (let i = 0; i < count; i++) {
      addOneToss(law, reached, weight);
      reached += weight;
    }
  }
  return law;
}

/** How many steps `coinSums` takes. */
export function coinSumsWork(weights: readonly { weight: number; count: number }[]): number {
  const tosses = weights.reduce((sum, { count }) => sum + count, 0);
  const total = weights.reduce((sum, { weight, count }) => sum + weight * count, 0);
  return (tosses * total) / 2;
}

/** In place, from the top down, so that no sum is counted twice. */
function addOneToss(law: Float64Array, reached: number, weight: number): void {
  for (let sum = reached; sum >= 0; sum--) {
    const half = law[sum]! / 2;
    law[sum] = half;
    law[sum + weight]! += half;
  }
}

/** P(sum <= observed), P(sum >= observed), and the two-sided p: twice the smaller, at most 1. */
export function tailsOf(law: Float64Array, observed: number): ExactTails {
  let [less, greater] = [0, 0];
  for (let sum = 0; sum <= observed; sum++) less += law[sum]!;
  for (let sum = law.length - 1; sum >= observed; sum--) greater += law[sum]!;
  return { less, greater, p: Math.min(1, 2 * Math.min(less, greater)) };
}

export interface ExactTails {
  less: number;
  greater: number;
  p: number;
}
