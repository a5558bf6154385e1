import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMostlyUnchanged } from "../../../server/domain/statistics/change.ts";
import {
  gainHistogram,
  histogramOf,
  scoreHistogram,
} from "../../../server/domain/statistics/histogram.ts";
import { dependsOnOnePerson } from "../../../server/domain/statistics/influence.ts";
import { hodgesLehmann, quantile, skewness } from "../../../server/domain/statistics/location.ts";
import { groupMoments } from "../../../server/domain/statistics/moments.ts";
import { pairedGain, testMean } from "../../../server/domain/statistics/paired-gain.ts";
import { reliableChange } from "../../../server/domain/statistics/reliable-change.ts";
import { sumHistogram, sumPairs } from "../../../server/domain/statistics/sums.ts";

const gainsOf = (...values: number[]) => histogramOf(values.map((value) => [value, 1]));
const testOf = (...values: number[]) =>
  testMean(groupMoments(sumHistogram(gainsOf(...values)), 100));

describe("a result that depends on one person", () => {
  it("is one whose interval crosses 0 when somebody is left out", () => {
    const lucky = [10, 12, 9, 11, 10, -14];
    expect(dependsOnOnePerson(gainsOf(...lucky), testOf(...lucky))).toBe(true);
    const steady = [10, 12, 9, 11, 10, 8];
    expect(dependsOnOnePerson(gainsOf(...steady), testOf(...steady))).toBe(false);
  });

  it("is one where all others gained exactly alike", () => {
    const odd = [4, 4, 4, 4, -20];
    expect(dependsOnOnePerson(gainsOf(...odd), testOf(...odd))).toBe(true);
    const onlyOneMoved = [0, 0, 0, 0, 7];
    expect(dependsOnOnePerson(gainsOf(...onlyOneMoved), testOf(...onlyOneMoved))).toBe(false);
  });

  it("does not arise with two people, or without an interval", () => {
    expect(dependsOnOnePerson(gainsOf(3, 4), testOf(3, 4))).toBe(false);
    expect(dependsOnOnePerson(gainsOf(3, 3, 3), testOf(3, 3, 3))).toBe(false);
  });

  it("is found as by computing anew without each", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 12 }),
        (values) => {
          const test = testOf(...values);
          fc.pre(test !== null);
          const isClear = (one: ReturnType<typeof testOf>, others: number[]) =>
            one ? one.interval.low > 0 || one.interval.high < 0 : others[0] !== 0;
          const moves = values.some((_, i) => {
            const others = values.filter((__, j) => j !== i);
            return isClear(testOf(...others), others) !== isClear(test, values);
          });
          expect(dependsOnOnePerson(gainsOf(...values), test)).toBe(moves);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("few who changed a lot", () => {
  it.each([
    [1, 9, 0, true],
    [2, 3, 0, false],
    [1, 2, 1, false],
    [0, 9, 0, false],
    [3, 61, 36, true],
    [4, 60, 36, false],
  ])("%d higher, %d same, %d lower: %s", (higher, same, lower, expected) => {
    expect(isMostlyUnchanged({ higher, same, lower })).toBe(expected);
  });
});

describe("middles and shapes", () => {
  it("has quantiles between neighbours (R's type 7)", () => {
    const values = gainsOf(1, 2, 3, 4);
    expect([0, 0.25, 0.5, 1].map((p) => quantile(values, p))).toEqual([1, 1.75, 2.5, 4]);
    expect(quantile([], 0.5)).toBeNull();
  });

  it("has Hodges and Lehmann's middle of all means of two", () => {
    expect(hodgesLehmann(gainsOf(0, 0, 10))).toBe(2.5);
    expect(hodgesLehmann([])).toBeNull();
  });

  it("is skewed where a few gain a lot", () => {
    expect(skewness(gainsOf(0, 0, 0, 0, 5))).toBeCloseTo(1.5, 12);
    expect(skewness(gainsOf(1, 2, 3))).toBeCloseTo(0, 12);
    expect(skewness(gainsOf(2, 2, 2))).toBeNull();
    expect(skewness([])).toBeNull();
  });
});

describe("reliable change", () => {
  const gains = gainsOf(-30, -10, 0, 20, 21, 40);

  it("is beyond 1.96 standard errors of a difference", () => {
    const change = reliableChange(gains, { top: 100, sdBefore: 20, alpha: 0.86 });
    expect(change?.thresholdPoints).toBeCloseTo(1.96 * 20 * Math.sqrt(0.28), 12);
    expect(change).toMatchObject({ higher: 2, lower: 1 });
  });

  it("is unknown without a reliability that means something", () => {
    expect(reliableChange(gains, { top: 100, sdBefore: 20, alpha: -0.2 })).toBeNull();
    expect(reliableChange(gains, { top: 100, sdBefore: 20, alpha: null })).toBeNull();
    expect(reliableChange(gains, { top: 100, sdBefore: null, alpha: 0.8 })).toBeNull();
  });
});

describe("histograms", () => {
  it("are in order, and have no empty bins", () => {
    const bins = histogramOf([
      [5, 1],
      [-2, 3],
      [5, 2],
      [0, 0],
    ]);
    expect(bins).toEqual([
      { value: -2, count: 3 },
      { value: 5, count: 3 },
    ]);
    const cells = [
      { before: 4, after: 2, count: 3 },
      { before: 1, after: 1, count: 0 },
      { before: 1, after: null, count: 7 },
    ];
    expect(gainHistogram(cells)).toEqual([{ value: -2, count: 3 }]);
    expect(scoreHistogram(cells, "before")).toEqual([{ value: 4, count: 3 }]);
    expect(scoreHistogram(cells, "after")).toEqual([{ value: 2, count: 3 }]);
  });
});

describe("paired gain of cells", () => {
  it("is the card's numbers", () => {
    const cells = [
      { before: 40, after: 60, count: 2 },
      { before: 50, after: 50, count: 1 },
      { before: 70, after: 60, count: 1 },
      { before: 30, after: null, count: 5 },
    ];
    const gain = pairedGain(sumPairs(cells), gainHistogram(cells), 100);
    expect(gain).toMatchObject({ pairs: 4, meanBefore: 50, meanAfter: 57.5, meanGain: 7.5 });
    expect(gain.change).toEqual({ higher: 2, same: 1, lower: 1 });
    expect(gain.test).toMatchObject({ standardError: 7.5, t: 1, df: 3 });
  });
});
