import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attritionOf } from "../../../server/domain/statistics/attrition.ts";
import { exactBootstrap } from "../../../server/domain/statistics/bootstrap.ts";
import type { Cell } from "../../../server/domain/statistics/cells.ts";
import { isMostlyUnchanged } from "../../../server/domain/statistics/change.ts";
import { designEffect } from "../../../server/domain/statistics/design-effect.ts";
import { flagEdges } from "../../../server/domain/statistics/edges.ts";
import { gainHistogram, histogramOf } from "../../../server/domain/statistics/histogram.ts";
import { dependsOnOnePerson } from "../../../server/domain/statistics/influence.ts";
import { hodgesLehmann, quantile, skewness } from "../../../server/domain/statistics/location.ts";
import { groupMoments } from "../../../server/domain/statistics/moments.ts";
import {
  compareItem,
  itemDistribution,
  satisfactionOf,
} from "../../../server/domain/statistics/option-counts.ts";
import { pairedGain, testMean } from "../../../server/domain/statistics/paired-gain.ts";
import { reliableChange } from "../../../server/domain/statistics/reliable-change.ts";
import { responseShift } from "../../../server/domain/statistics/response-shift.ts";
import { signFlipTest } from "../../../server/domain/statistics/sign-flip.ts";
import { signedRankTest } from "../../../server/domain/statistics/signed-rank.ts";
import { sumHistogram, sumPairs } from "../../../server/domain/statistics/sums.ts";
import { tallyCells } from "../../../server/domain/statistics/tally.ts";

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

describe("ends of the scale", () => {
  it("are flagged above 15 %", () => {
    const edges = { ceilingBefore: 4, floorBefore: 3, ceilingAfter: 20, floorAfter: 0 };
    const flags = {
      ceilingBefore: true,
      floorBefore: false,
      ceilingAfter: true,
      floorAfter: false,
    };
    expect(flagEdges(edges, 20)).toEqual(flags);
    expect(flagEdges({ ...edges, ceilingBefore: 0, ceilingAfter: 0, floorBefore: 0 }, 0)).toEqual({
      ceilingBefore: false,
      floorBefore: false,
      ceilingAfter: false,
      floorAfter: false,
    });
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

describe("exact tests and their limits", () => {
  it("are normal above 200 changes", () => {
    const many = histogramOf([
      [1, 150],
      [-1, 51],
      [2, 10],
    ]);
    const test = signedRankTest(many)!;
    expect(test.exact).toBeNull();
    expect(test.p).toBe(test.normal.pCorrected);
    expect(signedRankTest(gainsOf(0, 0))).toBeNull();
  });

  it("are near the normal law just below 200", () => {
    const gains = histogramOf(
      Array.from({ length: 190 }, (_, i) => [i % 7 === 0 ? -i - 1 : i + 1, 1]),
    );
    const balanced = histogramOf(
      Array.from({ length: 190 }, (_, i) => [(i % 9 < 4 ? -1 : 1) * (i + 1), 1]),
    );
    expect(signedRankTest(gains)!.exact!.p).toBeLessThan(1e-8);
    const test = signedRankTest(balanced)!;
    expect(test.exact!.p / test.normal.pCorrected).toBeCloseTo(1, 2);
  });

  it("give up on flipping signs where it would take too long, and say so with null", () => {
    const many = histogramOf(Array.from({ length: 600 }, (_, i) => [i + 1, 1]));
    expect(signFlipTest(many)).toBeNull();
    expect(signFlipTest(gainsOf(0))).toBeNull();
    expect(signFlipTest(gainsOf(60, 60, 120))?.p).toBe(0.25);
  });

  it("bootstrap neither one person, nor people who all gained alike, nor thousands", () => {
    expect(exactBootstrap(gainsOf(4), 100)).toBeNull();
    expect(exactBootstrap(gainsOf(4, 4, 4), 100)).toBeNull();
    const thousand = histogramOf([
      [0, 500],
      [1, 500],
    ]);
    expect(exactBootstrap(thousand, 100)).toBeNull();
  });

  it("bootstrap as counting all resamples does", () => {
    const gains = [0, 0, 3, 7];
    const sums = gains.flatMap((a) =>
      gains.flatMap((b) => gains.flatMap((c) => gains.map((d) => a + b + c + d))),
    );
    const share = (isIn: (sum: number) => boolean) => sums.filter(isIn).length / 256;
    const bootstrap = exactBootstrap(gainsOf(...gains), 100)!;
    expect(bootstrap.massBelow).toBeCloseTo(
      share((sum) => sum < 10),
      14,
    );
    expect(bootstrap.massAt).toBeCloseTo(
      share((sum) => sum === 10),
      14,
    );
    const sorted = sums.sort((a, b) => a - b);
    const reaching = (level: number) => sorted[Math.ceil(level * 256) - 1]! / 4;
    expect(bootstrap.percentile).toEqual({ low: reaching(0.025), high: reaching(0.975) });
  });
});

describe("attrition", () => {
  const cells: Cell[] = [
    { before: 60, after: 80, count: 6 },
    { before: 40, after: 40, count: 2 },
    { before: 10, after: null, count: 3 },
    { before: 20, after: null, count: 1 },
    { before: null, after: 90, count: 2 },
  ];

  it("compares those who left with those who stayed, and bounds the gain", () => {
    const attrition = attritionOf(tallyCells(cells, 100), 100);
    expect(attrition).toMatchObject({
      stayed: 8,
      left: 4,
      meanBeforeStayed: 55,
      meanBeforeLeft: 12.5,
      gainOfPairs: 15,
      gainIfOthersUnchanged: 10,
      isNotable: true,
    });
    expect(attrition.comparison?.difference).toBe(-42.5);
  });

  it("is not notable when four in five came back, and nothing without anybody", () => {
    const stayed = [
      { before: 1, after: 1, count: 8 },
      { before: 1, after: null, count: 2 },
    ];
    expect(attritionOf(tallyCells(stayed, 10), 10).isNotable).toBe(false);
    expect(attritionOf(tallyCells([], 10), 10)).toEqual({
      stayed: 0,
      left: 0,
      meanBeforeStayed: null,
      meanBeforeLeft: null,
      comparison: null,
      gainOfPairs: null,
      gainIfOthersUnchanged: null,
      isNotable: false,
    });
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

describe("sessions within a locality", () => {
  const session = (...values: number[]) => sumHistogram(gainsOf(...values));

  it("warn from two on, with the effect of being taught together", () => {
    const effect = designEffect([session(10, 12, 14), session(30, 32, 34)]);
    expect(effect).toMatchObject({ sessions: 2, isWarning: true });
    // Mean squares 600 between and 4 within, three in each: ρ = 596 / 608.
    expect(effect.intraclassCorrelation).toBeCloseTo(596 / 608, 12);
    expect(effect.designEffect).toBeCloseTo(1 + (2 * 596) / 608, 12);
  });

  it("do not pretend that differences smaller than chance are agreement", () => {
    const effect = designEffect([session(1, 9), session(2, 8)]);
    expect(effect.intraclassCorrelation).toBe(0);
    expect(effect.designEffect).toBe(1);
  });

  it("say nothing where there is one, or nobody varies", () => {
    expect(designEffect([session(1, 2), session()])).toMatchObject({
      sessions: 1,
      designEffect: null,
      isWarning: false,
    });
    expect(designEffect([session(3, 3), session(3, 3)]).designEffect).toBeNull();
    expect(designEffect([])).toMatchObject({ sessions: 0, isWarning: false });
  });
});

describe("answers to one item", () => {
  it("are shares of those who answered, and a mean position", () => {
    expect(itemDistribution({ options: [1, 0, 1, 2, 6], missing: 3 })).toEqual({
      answered: 10,
      missing: 3,
      shares: [0.1, 0, 0.1, 0.2, 0.6],
      mean: 80,
    });
    expect(itemDistribution({ options: [0, 0], missing: 4 })).toEqual({
      answered: 0,
      missing: 4,
      shares: null,
      mean: null,
    });
  });

  it("shift from before to after", () => {
    const before = { options: [5, 5], missing: 0 };
    expect(compareItem(before, { options: [2, 6], missing: 2 }).shifts).toEqual([-0.25, 0.25]);
    expect(compareItem(before, { options: [0, 0], missing: 9 }).shifts).toBeNull();
  });

  it("of satisfaction count the two best options", () => {
    const satisfaction = satisfactionOf({ options: [0, 1, 3, 8, 8], missing: 1 });
    expect(satisfaction).toMatchObject({ answered: 20, topTwo: 16, topTwoShare: 0.8 });
    expect(satisfaction.topTwoInterval?.low).toBeCloseTo(0.584, 3);
    expect(satisfactionOf({ options: [0, 0], missing: 0 })).toMatchObject({
      topTwoShare: null,
      topTwoInterval: null,
    });
  });
});

describe("response shift", () => {
  it("sets the change against the first rating beside the felt one", () => {
    const people = [
      [60, 40, 65],
      [70, 45, 70],
      [55, 50, 75],
      [80, 60, 70],
    ] as const;
    const cells = (pick: (p: (typeof people)[number]) => [number, number]) =>
      people.map((p) => ({ before: pick(p)[0], after: pick(p)[1], count: 1 }));
    const shown = responseShift(
      {
        beforeAfter: cells(([b, , a]) => [b, a]),
        beforeThen: cells(([b, t]) => [b, t]),
        thenAfter: cells(([, t, a]) => [t, a]),
      },
      100,
    );
    expect(shown.gain.meanGain).toBe(3.75);
    expect(shown.shift.meanGain).toBe(-17.5);
    expect(shown.feltGain.meanGain).toBe(21.25);
    expect(shown.shift.test?.interval.high).toBeLessThan(0);
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
