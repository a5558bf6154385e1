import { type Cell, isPair } from "./cells.ts";
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
  return fitDoubles(cells) ? sumPairsAsNumbers(cells) : sumPairsAsBigInts(cells);
}

/** The sums of one variable, in units. */
export function sumHistogram(histogram: Histogram): GroupSums {
  let [people, largest] = [0, 1];
  for (const { value, count } of histogram) {
    people += count;
    largest = Math.max(largest, Math.abs(value));
  }
  return isExactInDoubles(people, largest)
    ? sumHistogramAsNumbers(histogram)
    : sumHistogramAsBigInts(histogram);
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
function isExactInDoubles(people: number, largest: number): boolean {
  return people * largest * largest <= Number.MAX_SAFE_INTEGER;
}

function fitDoubles(cells: readonly Cell[]): boolean {
  let [people, largest] = [0, 1];
  for (const { before, after, count } of cells) {
    people += count;
    largest = Math.max(largest, Math.abs(before ?? 0), Math.abs(after ?? 0));
  }
  return isExactInDoubles(people, largest);
}

function sumPairsAsNumbers(cells: readonly Cell[]): PairedSums {
  let [count, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0];
  for (const cell of cells) {
    if (!isPair(cell)) continue;
    const { before: x, after: y, count: c } = cell;
    count += c;
    sumX += c * x;
    sumY += c * y;
    sumXX += c * x * x;
    sumYY += c * y * y;
    sumXY += c * x * y;
  }
  return pairedSums([count, sumX, sumY, sumXX, sumYY, sumXY]);
}

function sumPairsAsBigInts(cells: readonly Cell[]): PairedSums {
  return cells
    .filter(isPair)
    .map(({ before, after, count }) => {
      const [x, y, c] = [BigInt(before), BigInt(after), BigInt(count)];
      return pairedSums([c, c * x, c * y, c * x * x, c * y * y, c * x * y]);
    })
    .reduce(addPairedSums, pairedSums([0, 0, 0, 0, 0, 0]));
}

type Six<Whole> = [Whole, Whole, Whole, Whole, Whole, Whole];

function pairedSums(six: Six<number> | Six<bigint>): PairedSums {
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

function sumHistogramAsNumbers(histogram: Histogram): GroupSums {
  let [count, sum, squares] = [0, 0, 0];
  for (const bin of histogram) {
    count += bin.count;
    sum += bin.count * bin.value;
    squares += bin.count * bin.value * bin.value;
  }
  return { count: BigInt(count), sum: BigInt(sum), squares: BigInt(squares) };
}

function sumHistogramAsBigInts(histogram: Histogram): GroupSums {
  const sums = { count: 0n, sum: 0n, squares: 0n };
  for (const bin of histogram) {
    const [value, count] = [BigInt(bin.value), BigInt(bin.count)];
    sums.count += count;
    sums.sum += count * value;
    sums.squares += count * value * value;
  }
  return sums;
}
