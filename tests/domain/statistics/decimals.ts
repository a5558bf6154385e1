import type { Cell } from "../../../server/domain/statistics/cells.ts";

/**
 * Published decimals as whole numbers of a lattice, so that 1.3 and 1.3 tie. With `top` a hundred
 * times the units of 1, points of 100 are the published numbers themselves.
 */
export function toLattice(...columns: readonly number[][]) {
  const decimals = Math.max(...columns.flat().map(decimalsOf));
  const one = 10 ** decimals;
  const inUnits = (column: readonly number[]) => column.map((x) => Math.round(x * one));
  return { one, top: 100 * one, columns: columns.map(inUnits) };
}

/** One cell for each pair of numbers. */
export function cellsOf(before: readonly number[], after: readonly number[]): Cell[] {
  return before.map((units, i) => ({ before: units, after: after[i]!, count: 1 }));
}

function decimalsOf(x: number): number {
  const [, fraction = ""] = String(x).split(".");
  return fraction.length;
}
