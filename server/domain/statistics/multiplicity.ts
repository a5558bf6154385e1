/**
 * Holm's (1979) adjustment of several p values: with it the chance of even one false alarm stays at
 * the level. For the family of homogeneity tests over scales. In the order given.
 */
export function holm(pValues: readonly number[]): number[] {
  const m = pValues.length;
  let largest = 0;
  return inOrder(pValues, ascending(pValues), (p, rank) => {
    largest = Math.max(largest, Math.min(1, p * (m - rank)));
    return largest;
  });
}

/**
 * Benjamini & Hochberg's (1995) adjustment: of the results below the level, at most that share is
 * false on average. For the annex table of all localities and scales. In the order given.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const m = pValues.length;
  let smallest = 1;
  return inOrder(pValues, ascending(pValues).reverse(), (p, fromTop) => {
    smallest = Math.min(smallest, (p * m) / (m - fromTop));
    return smallest;
  });
}

function ascending(pValues: readonly number[]): number[] {
  return pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
}

function inOrder(
  pValues: readonly number[],
  order: readonly number[],
  adjust: (p: number, rank: number) => number,
): number[] {
  const adjusted = new Array<number>(pValues.length);
  order.forEach((index, rank) => {
    adjusted[index] = adjust(pValues[index]!, rank);
  });
  return adjusted;
}
