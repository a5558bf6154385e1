import { type Cell, isPair, type PairCell } from "./cells.ts";
import type { Histogram } from "./histogram.ts";

/** What a mean and a variance need of one variable, exact. */
export interface GroupSums {
  count: bigint;
  sum: bigint;
  squares: bigint;
}

/** The six sums from which means, deviations, correlation, gains and regressions of pairs follow, exact. */
export interface PairedSums {
  count: bigint;
  before: bigint;
  after: bigint;
  beforeSquares: bigint;
  afterSquares: bigint;
  products: bigint;
}

/** The six sums of the pairs among some cells, in units. */
export function sumPairs(cells: readonly Cell[]): PairedSums {
  const pairs = cells.filter(isPair);
  return fitsDoubles(pairs) ? sumAsNumbers(pairs) : sumAsBigInts(pairs);
}

/** The sums of one variable, in units. */
export function sumHistogram(histogram: Histogram): GroupSums {
  const sums = { count: 0n, sum: 0n, squares: 0n };
  for (const bin of histogram) {
    const [value, count] = [BigInt(bin.value), BigInt(bin.count)];
    sums.count += count;
    sums.sum += count * value;
    sums.squares += count * value * value;
  }
  return sums;
}

/** The gains of the pairs as one variable. */
export function gainSums(sums: PairedSums): GroupSums {
  return {
    count: sums.count,
    sum: sums.after - sums.before,
    squares: sums.beforeSquares + sums.afterSquares - 2n * sums.products,
  };
}

export function beforeSums(sums: PairedSums): GroupSums {
  return { count: sums.count, sum: sums.before, squares: sums.beforeSquares };
}

export function afterSums(sums: PairedSums): GroupSums {
  return { count: sums.count, sum: sums.after, squares: sums.afterSquares };
}

export function addGroupSums(a: GroupSums, b: GroupSums): GroupSums {
  return { count: a.count + b.count, sum: a.sum + b.sum, squares: a.squares + b.squares };
}

export function addPairedSums(a: PairedSums, b: PairedSums): PairedSums {
  return {
    count: a.count + b.count,
    before: a.before + b.before,
    after: a.after + b.after,
    beforeSquares: a.beforeSquares + b.beforeSquares,
    afterSquares: a.afterSquares + b.afterSquares,
    products: a.products + b.products,
  };
}

/** n(Σx² ) - (Σx)²: n times the sum of squared deviations, and zero exactly where all are equal. */
export function spread({ count, sum, squares }: GroupSums): bigint {
  return count * squares - sum * sum;
}

/** Below 2^53 sums of whole numbers are exact in doubles too, and a hundred times faster. */
function fitsDoubles(pairs: readonly PairCell[]): boolean {
  let [people, largest] = [0, 1];
  for (const { before, after, count } of pairs) {
    people += count;
    largest = Math.max(largest, Math.abs(before), Math.abs(after));
  }
  return people * largest * largest <= Number.MAX_SAFE_INTEGER;
}

function sumAsNumbers(pairs: readonly PairCell[]): PairedSums {
  let [count, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0];
  for (const { before: x, after: y, count: c } of pairs) {
    count += c;
    sumX += c * x;
    sumY += c * y;
    sumXX += c * x * x;
    sumYY += c * y * y;
    sumXY += c * x * y;
  }
  return pairedSums([count, sumX, sumY, sumXX, sumYY, sumXY]);
}

function sumAsBigInts(pairs: readonly PairCell[]): PairedSums {
  return pairs
    .map(({ before, after, count }) => {
      const [x, y, c] = [BigInt(before), BigInt(after), BigInt(count)];
      return pairedSums([c, c * x, c * y, c * x * x, c * y * y, c * x * y]);
    })
    .reduce(addPairedSums, pairedSums([0, 0, 0, 0, 0, 0]));
}

function pairedSums(
  six:
    | [number, number, number, number, number, number]
    | [bigint, bigint, bigint, bigint, bigint, bigint],
): PairedSums {
  const [count, before, after, beforeSquares, afterSquares, products] = six;
  return {
    count: BigInt(count),
    before: BigInt(before),
    after: BigInt(after),
    beforeSquares: BigInt(beforeSquares),
    afterSquares: BigInt(afterSquares),
    products: BigInt(products),
  };
}
