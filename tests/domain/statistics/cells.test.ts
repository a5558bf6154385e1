import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Cell,
  countAnswered,
  mergeCells,
  subtractCells,
} from "../../../server/domain/statistics/cells.ts";
import { pairedMoments } from "../../../server/domain/statistics/moments.ts";
import { summariseScale } from "../../../server/domain/statistics/scale-summary.ts";
import { addPairedSums, sumPairs } from "../../../server/domain/statistics/sums.ts";
import { addTallies, tallyCells } from "../../../server/domain/statistics/tally.ts";

const top = 24;
const score = fc.option(fc.nat({ max: top }), { nil: null });
const cell: fc.Arbitrary<Cell> = fc.record({
  before: score,
  after: score,
  count: fc.integer({ min: 1, max: 40 }),
});
const table = fc.array(cell, { maxLength: 30 });

describe("tables of cells", () => {
  it("merge in any grouping and any order", () => {
    fc.assert(
      fc.property(table, table, table, (a, b, c) => {
        const all = mergeCells(a, b, c);
        expect(mergeCells(mergeCells(a, b), c)).toEqual(all);
        expect(mergeCells(a, mergeCells(b, c))).toEqual(all);
        expect(mergeCells(c, b, a)).toEqual(all);
        expect(mergeCells([...a, ...b, ...c].reverse())).toEqual(all);
      }),
    );
  });

  it("give back what was merged into them", () => {
    fc.assert(
      fc.property(table, table, (a, b) => {
        expect(subtractCells(mergeCells(a, b), b)).toEqual(mergeCells(a));
        expect(subtractCells(a, a)).toEqual([]);
      }),
    );
  });

  it("refuse to give what they do not hold", () => {
    const one = [{ before: 3, after: null, count: 1 }];
    expect(() => subtractCells(one, [{ before: 3, after: null, count: 2 }])).toThrow(RangeError);
    expect(() => subtractCells(one, [{ before: 3, after: 3, count: 1 }])).toThrow(RangeError);
  });

  it("count who answered when", () => {
    const cells = [
      { before: 1, after: 2, count: 3 },
      { before: 1, after: null, count: 4 },
      { before: null, after: 0, count: 5 },
      { before: null, after: null, count: 6 },
    ];
    const counts = { before: 7, after: 8, pairs: 3, beforeOnly: 4, afterOnly: 5 };
    expect(countAnswered(cells)).toEqual(counts);
  });
});

describe("sums and tallies", () => {
  it("of merged tables are the sums of the tables' own", () => {
    fc.assert(
      fc.property(table, table, (a, b) => {
        expect(sumPairs(mergeCells(a, b))).toEqual(addPairedSums(sumPairs(a), sumPairs(b)));
        const tallies = [tallyCells(a, top), tallyCells(b, top)];
        expect(addTallies(tallies)).toEqual(tallyCells(mergeCells(a, b), top));
      }),
    );
  });

  it("are exact where doubles are not", () => {
    const people = 123_456_789;
    const cells = [
      { before: 1_000_003, after: 1_000_007, count: people },
      { before: 999_983, after: 1_000_003, count: 1 },
    ];
    const sums = sumPairs(cells);
    expect(sums.products).toBe(BigInt(people) * 1_000_003n * 1_000_007n + 999_983n * 1_000_003n);
    expect(sumPairs([{ before: 5, after: 7, count: 3 }])).toEqual({
      count: 3n,
      before: 15n,
      after: 21n,
      beforeSquares: 75n,
      afterSquares: 147n,
      products: 105n,
    });
  });

  it("of nobody are nothing, and not an error", () => {
    expect(addTallies([]).answered.pairs).toBe(0);
    expect(pairedMoments(sumPairs([]), top)).toMatchObject({ pairs: 0, correlation: null });
  });
});

describe("what moves scores moves figures, and nothing else", () => {
  const pairs = fc.array(fc.tuple(fc.nat({ max: 10 }), fc.nat({ max: 10 })), {
    minLength: 2,
    maxLength: 20,
  });
  const cellsOf = (scores: [number, number][]): Cell[] =>
    scores.map(([before, after]) => ({ before, after, count: 1 }));
  const gainOf = (cells: Cell[], span = top) =>
    summariseScale([{ locality: "a", enrolled: 0, cells }], { top: span }).all;

  it("the order of people never matters", () => {
    fc.assert(
      fc.property(pairs, fc.integer(), (scores, seed) => {
        const turned = scores.map((pair, i) => ({ pair, key: Math.sin(seed + i) }));
        const shuffled = turned.sort((a, b) => a.key - b.key).map(({ pair }) => pair);
        expect(gainOf(cellsOf(shuffled))).toEqual(gainOf(cellsOf(scores)));
      }),
    );
  });

  it("shifting everybody shifts means and leaves gains", () => {
    fc.assert(
      fc.property(pairs, fc.nat({ max: 14 }), (scores, shift) => {
        const moved = gainOf(cellsOf(scores.map(([x, y]) => [x + shift, y + shift])));
        const still = gainOf(cellsOf(scores));
        expect(moved.meanBefore).toBeCloseTo(still.meanBefore! + (100 * shift) / top, 10);
        expect(moved.test).toEqual(still.test);
        expect(moved.sdBefore).toBe(still.sdBefore);
        expect(moved.correlation).toBe(still.correlation);
      }),
    );
  });

  it("a finer lattice changes nothing", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 2, max: 60 }), (scores, factor) => {
        const finer = cellsOf(scores.map(([x, y]) => [factor * x, factor * y]));
        expect(gainOf(finer, factor * top)).toEqual(gainOf(cellsOf(scores)));
      }),
    );
  });

  it("doubling everybody's score doubles the gain and its error", () => {
    fc.assert(
      fc.property(pairs, (scores) => {
        const doubled = gainOf(cellsOf(scores.map(([x, y]) => [2 * x, 2 * y])));
        const single = gainOf(cellsOf(scores));
        expect(doubled.meanGain).toBeCloseTo(2 * single.meanGain!, 10);
        expect(doubled.test?.t ?? 0).toBeCloseTo(single.test?.t ?? 0, 10);
        expect(doubled.test?.p ?? 1).toBeCloseTo(single.test?.p ?? 1, 10);
      }),
    );
  });

  it("exchanging before and after turns the gain around", () => {
    fc.assert(
      fc.property(pairs, (scores) => {
        const forth = gainOf(cellsOf(scores));
        const back = gainOf(cellsOf(scores.map(([x, y]) => [y, x])));
        expect(back.meanGain).toBeCloseTo(-forth.meanGain!, 12);
        expect(back.sdGain).toBe(forth.sdGain);
        expect(back.change.higher).toBe(forth.change.lower);
      }),
    );
  });

  it("pairing two people of a town wrongly leaves its means and its gain", () => {
    fc.assert(
      fc.property(pairs, (scores) => {
        const [[x1, y1], [x2, y2], ...others] = scores as [[number, number], [number, number]];
        const right = gainOf(cellsOf(scores));
        const wrong = gainOf(cellsOf([[x1, y2], [x2, y1], ...others]));
        expect(wrong.meanBefore).toBe(right.meanBefore);
        expect(wrong.meanAfter).toBe(right.meanAfter);
        expect(wrong.meanGain).toBe(right.meanGain);
      }),
    );
  });
});
