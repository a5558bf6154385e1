import { describe, expect, it } from "vitest";
import { attritionOf } from "../../../server/domain/statistics/attrition.ts";
import type { Cell } from "../../../server/domain/statistics/cells.ts";
import { designEffect } from "../../../server/domain/statistics/design-effect.ts";
import { flagEdges } from "../../../server/domain/statistics/edges.ts";
import { histogramOf } from "../../../server/domain/statistics/histogram.ts";
import {
  compareItem,
  itemDistribution,
  satisfactionOf,
} from "../../../server/domain/statistics/option-counts.ts";
import { responseShift } from "../../../server/domain/statistics/response-shift.ts";
import { sumHistogram } from "../../../server/domain/statistics/sums.ts";
import { tallyCells } from "../../../server/domain/statistics/tally.ts";

const gainsOf = (...values: number[]) => histogramOf(values.map((value) => [value, 1]));

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

  it("is notable from the first person below four in five", () => {
    const back = (pairs: number) => [
      { before: 1, after: 1, count: pairs },
      { before: 1, after: null, count: 100 - pairs },
    ];
    expect(attritionOf(tallyCells(back(79), 10), 10).isNotable).toBe(true);
    expect(attritionOf(tallyCells(back(80), 10), 10).isNotable).toBe(false);
  });

  it("is nothing without anybody", () => {
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
