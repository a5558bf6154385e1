/** Each row's column in the cheapest one-to-one assignment, and what it costs. */
export interface Assignment {
  columns: number[];
  total: number;
}

/**
 * The assignment of rows to columns (at least as many) with the smallest sum of costs, by shortest
 * augmenting paths (Kuhn 1955; Jonker & Volgenant 1987), in time n³. It pairs everybody with
 * somebody, so it may propose how self-made codes belong together and must not decide it.
 */
export function cheapestAssignment(costs: readonly (readonly number[])[]): Assignment {
  const width = costs[0]?.length ?? 0;
  const rowOf = new Array<number | null>(width).fill(null);
  const prices = { rows: costs.map(() => 0), columns: rowOf.map(() => 0) };
  costs.forEach((_, row) => {
    assignRow(costs, row, rowOf, prices);
  });
  const columns = costs.map((_, row) => rowOf.indexOf(row));
  return { columns, total: columns.reduce((sum, column, row) => sum + costs[row]![column]!, 0) };
}

interface Prices {
  rows: number[];
  columns: number[];
}

/** Finds the cheapest way to a free column, moving rows along the way, and adjusts the prices. */
function assignRow(
  costs: readonly (readonly number[])[],
  start: number,
  rowOf: (number | null)[],
  prices: Prices,
): void {
  const distance = rowOf.map(() => Number.POSITIVE_INFINITY);
  const cameFrom = rowOf.map(() => -1);
  const isDone = rowOf.map(() => false);
  let row: number | null = start;
  let reached = 0;
  let column = -1;
  while (row !== null) {
    const from: number = row;
    distance.forEach((known, next) => {
      const reduced = costs[from]![next]! - prices.rows[from]! - prices.columns[next]!;
      if (isDone[next] || reached + reduced >= known) return;
      distance[next] = reached + reduced;
      cameFrom[next] = column;
    });
    column = nearest(distance, isDone);
    reached = distance[column]!;
    isDone[column] = true;
    row = rowOf[column]!;
  }
  adjustPrices(prices, { start, reached, distance, isDone, rowOf });
  moveRows(rowOf, cameFrom, column, start);
}

function nearest(distance: readonly number[], isDone: readonly boolean[]): number {
  let best = -1;
  distance.forEach((value, column) => {
    if (!isDone[column] && (best < 0 || value < distance[best]!)) best = column;
  });
  return best;
}

/** Keeps every reduced cost at 0 or above, and at 0 where a row is assigned. */
function adjustPrices(
  prices: Prices,
  path: {
    start: number;
    reached: number;
    distance: readonly number[];
    isDone: readonly boolean[];
    rowOf: readonly (number | null)[];
  },
): void {
  prices.rows[path.start]! += path.reached;
  path.isDone.forEach((done, column) => {
    if (!done) return;
    const slack = path.reached - path.distance[column]!;
    prices.columns[column]! -= slack;
    const row = path.rowOf[column];
    if (row !== null && row !== undefined) prices.rows[row]! += slack;
  });
}

function moveRows(
  rowOf: (number | null)[],
  cameFrom: readonly number[],
  free: number,
  start: number,
): void {
  let column = free;
  while (cameFrom[column]! >= 0) {
    const previous = cameFrom[column]!;
    rowOf[column] = rowOf[previous]!;
    column = previous;
  }
  rowOf[column] = start;
}
