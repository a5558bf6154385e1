/**
 * Which pairs (sum, sum of squares) so many whole numbers can have, each from `low` to `high`:
 * dynamic programming over the numbers, one bit for each sum of squares.
 */
export interface Reachable {
  /** By sum: the sums of squares that occur with it, as bits. */
  bySum: ReadonlyMap<number, bigint>;
}

const kept = new Map<string, Reachable[]>();

/** For 0, 1, ... `most` numbers from `low` to `high`, both at least 0. */
export function reachableSums(most: number, low: number, high: number): Reachable[] {
  const key = `${low} ${high}`;
  const tables = kept.get(key) ?? [{ bySum: new Map([[0, 1n]]) }];
  kept.set(key, tables);
  while (tables.length <= most) tables.push(withOneMore(tables.at(-1)!, low, high));
  return tables.slice(0, most + 1);
}

function withOneMore({ bySum }: Reachable, low: number, high: number): Reachable {
  const next = new Map<number, bigint>();
  for (const [sum, squares] of bySum) {
    for (let value = low; value <= high; value++) {
      const moved = squares << BigInt(value * value);
      next.set(sum + value, (next.get(sum + value) ?? 0n) | moved);
    }
  }
  return { bySum: next };
}

/** The positions of the bits that are set from `from` to `to`, in ascending order. */
export function* bitsBetween(bits: bigint, from: number, to: number): Generator<number> {
  const start = Math.max(0, from);
  if (to < start) return;
  const window = (bits >> BigInt(start)) & ((1n << BigInt(to - start + 1)) - 1n);
  if (window === 0n) return;
  const text = window.toString(2);
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === "1") yield start + text.length - 1 - i;
  }
}
