import { describe, expect, it } from "vitest";
import { ancova } from "../../../server/domain/statistics/ancova.ts";
import { sumPairs } from "../../../server/domain/statistics/sums.ts";
import { cellsOf } from "./decimals.ts";
import { leastSquares, sum } from "./naive-numerics.ts";

type Pairs = [before: number, after: number][];

const rising: Pairs = [
  [10, 20],
  [20, 45],
  [30, 50],
  [40, 90],
];
const flat: Pairs = [
  [10, 30],
  [25, 38],
  [30, 33],
  [45, 41],
];
const sameStart: Pairs = [
  [20, 30],
  [20, 50],
  [20, 40],
];
const groups = [rising, flat, sameStart];
const sumsOf = (pairs: Pairs) =>
  sumPairs(
    cellsOf(
      pairs.map(([x]) => x),
      pairs.map(([, y]) => y),
    ),
  );

/** What is left of the squares when after is fitted by some columns. */
function residualOf(column: (group: number, before: number) => number[]): number {
  const all = groups.flatMap((pairs, group) =>
    pairs.map(([x, y]) => ({ row: column(group, x), y })),
  );
  const coefficients = leastSquares(
    all.map(({ row }) => row),
    all.map(({ y }) => y),
  )!;
  return sum(all.map(({ row, y }) => (y - sum(row.map((v, i) => v * coefficients[i]!))) ** 2));
}

describe("covariance analysis", () => {
  const adjusted = ancova(groups.map(sumsOf), 100)!;
  const dummies = (group: number) => groups.map((_, i) => (i === group ? 1 : 0));
  const parallel = residualOf((group, x) => [...dummies(group), x]);

  it("tests groups against one line for all", () => {
    const one = residualOf((_, x) => [1, x]);
    expect(adjusted.groups).toMatchObject({ df1: 2, df2: 7 });
    expect(adjusted.groups!.f).toBeCloseTo((one - parallel) / 2 / (parallel / 7), 10);
  });

  it("gives no slope of its own to a group that started all alike", () => {
    const own = residualOf((group, x) => [
      ...dummies(group),
      group === 0 ? x : 0,
      group === 1 ? x : 0,
    ]);
    expect(adjusted.slopes).toMatchObject({ df1: 1, df2: 6 });
    expect(adjusted.slopes!.f).toBeCloseTo((parallel - own) / (own / 6), 10);
  });

  it("compares at another starting level when asked", () => {
    const at = ancova(groups.map(sumsOf), 100, 10)!;
    const shift = adjusted.slope * (adjusted.meanBefore - 10);
    at.adjusted.forEach(({ mean }, i) => {
      expect(mean).toBeCloseTo(adjusted.adjusted[i]!.mean - shift, 10);
    });
  });

  it("does not exist without variation before, and has no test of one group", () => {
    expect(ancova([sumsOf(sameStart)], 100)).toBeNull();
    expect(ancova([], 100)).toBeNull();
    expect(ancova([sumsOf(rising)], 100)).toMatchObject({ groups: null, slopes: null });
  });
});
