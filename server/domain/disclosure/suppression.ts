/**
 * Which rows of an additive line (rows and their total) must be hidden, when fewer than `threshold`
 * people may not be shown: first the small rows; then, so that "total less shown rows" never gives
 * one small row, the smallest shown ones until at least two are hidden with `threshold` people
 * together. An empty row is shown as empty and protects nobody. Indices in ascending order.
 * Example: [18, 15, 20, 13, 4] with 5 hides the fifth row, and the fourth to protect it.
 * Idea: minimum-cell and complementary suppression, Handbook on Statistical Disclosure Control, ch. 5.
 */
export function hiddenRows(counts: readonly number[], threshold: number): number[] {
  const small = indices(counts).filter((i) => counts[i]! > 0 && counts[i]! < threshold);
  return complementRows(counts, small, (rows) => isHiddenEnough(counts, rows, threshold)) ?? small;
}

/** Nothing hidden, or at least two rows with `threshold` people together. */
export function isHiddenEnough(
  counts: readonly number[],
  hidden: readonly number[],
  threshold: number,
): boolean {
  const people = hidden.reduce((sum, row) => sum + counts[row]!, 0);
  return hidden.length === 0 || (hidden.length >= 2 && people >= threshold);
}

/**
 * The rows to withhold beside those already withheld: the smallest others first, until `isSafe`
 * says that what can be worked out of all of them together protects everybody. Undefined when even
 * all rows together do not: then the total must go. Equally large rows go in the order of the line.
 */
export function complementRows(
  counts: readonly number[],
  withheld: readonly number[],
  isSafe: (rows: readonly number[]) => boolean,
): number[] | undefined {
  const others = indices(counts)
    .filter((i) => counts[i]! > 0 && !withheld.includes(i))
    .sort((a, b) => counts[a]! - counts[b]! || a - b);
  for (let added = 0; added <= others.length; added++) {
    const rows = [...withheld, ...others.slice(0, added)];
    if (isSafe(rows)) return rows.sort((a, b) => a - b);
  }
  return undefined;
}

function indices(counts: readonly number[]): number[] {
  return counts.map((_, i) => i);
}
