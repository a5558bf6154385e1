import { describe, expect, it } from "vitest";
import type { Cell } from "../../../server/domain/statistics/cells.ts";
import { expertScale } from "../../../server/domain/statistics/expert-scale.ts";
import {
  type LocalityCells,
  summariseScale,
} from "../../../server/domain/statistics/scale-summary.ts";

const top = 100;

function aLocality(locality: string, ...pairs: [number, number][]): LocalityCells {
  const cells: Cell[] = pairs.map(([before, after]) => ({ before, after, count: 1 }));
  return { locality, enrolled: cells.length + 1, cells };
}

const alder = aLocality("Alder", [40, 60], [50, 55], [30, 60], [60, 70]);
const birch = aLocality("Birch", [50, 50], [40, 50], [70, 75]);
const cedar = aLocality("Cedar", [20, 60], [30, 50], [40, 70]);
const alike = aLocality("Alike", [10, 20], [30, 40], [50, 60]);
const empty = aLocality("Empty");
const leftOnly = { locality: "Left", enrolled: 3, cells: [{ before: 20, after: null, count: 3 }] };

describe("the summary of a scale", () => {
  it("keeps the localities' order, with nobody left out", () => {
    const summary = summariseScale([cedar, empty, alder, leftOnly], { top });
    expect(summary.localities.map(({ locality }) => locality)).toEqual([
      "Cedar",
      "Empty",
      "Alder",
      "Left",
    ]);
    expect(summary.all.enrolled).toBe(4 + 1 + 5 + 3);
    expect(summary.all.answered).toEqual({
      before: 10,
      after: 7,
      pairs: 7,
      beforeOnly: 3,
      afterOnly: 0,
    });
  });

  it("says nothing of a locality without pairs, and lets it disturb nobody", () => {
    const summary = summariseScale([alder, empty, birch, cedar], { top });
    const [, nothing] = summary.localities;
    expect(nothing).toMatchObject({
      pairs: 0,
      meanGain: null,
      test: null,
      higherShare: null,
      pooledInterval: null,
      steadied: null,
    });
    const without = summariseScale([alder, birch, cedar], { top });
    expect(summary.homogeneity).toEqual(without.homogeneity);
    expect(summary.typical).toEqual(without.typical);
    expect(summary.localities[2]).toEqual(without.localities[1]);
  });

  it("gives a locality where all gained alike an interval from the others only", () => {
    const summary = summariseScale([alder, alike, birch], { top });
    const [, same] = summary.localities;
    expect(same!.test).toBeNull();
    expect(same!.sdGain).toBe(0);
    expect(same!.pooledInterval!.low).toBeLessThan(10);
    expect(same!.pooledInterval!.high).toBeGreaterThan(10);
  });

  it("has no intervals at all where nobody differs from the others of the locality", () => {
    const summary = summariseScale([alike, aLocality("Also", [0, 5], [20, 25])], { top });
    expect(summary.withinVariance).toBe(0);
    expect(summary.homogeneity).toBeNull();
    expect(summary.typical).toBeNull();
    expect(summary.localities.map(({ pooledInterval }) => pooledInterval)).toEqual([null, null]);
    expect(summary.all.stratifiedInterval).toBeNull();
    expect(summary.all.test).not.toBeNull();
  });

  it("speaks of a typical locality from three on, and of a further one from five on", () => {
    expect(summariseScale([alder, birch], { top }).typical).toBeNull();
    const three = summariseScale([alder, birch, cedar], { top }).typical!;
    expect(three.prediction).toBeNull();
    const more = ["D", "E"].map((name) => aLocality(name, [10, 30], [20, 25], [30, 70]));
    const four = summariseScale([alder, birch, cedar, more[0]!], { top }).typical!;
    expect(four.prediction).toBeNull();
    const five = summariseScale([alder, birch, cedar, ...more], { top }).typical!;
    expect(five.prediction!.low).toBeLessThanOrEqual(five.test.interval.low);
  });

  it("draws localities towards the mean, and never beyond it", () => {
    const summary = summariseScale([alder, birch, cedar], { top });
    for (const { meanGain, steadied } of summary.localities) {
      const [low, high] = [meanGain!, summary.typical!.mean].sort((a, b) => a - b);
      expect(steadied!.value).toBeGreaterThanOrEqual(low! - 1e-9);
      expect(steadied!.value).toBeLessThanOrEqual(high! + 1e-9);
    }
  });

  it("of no localities is empty and not an error", () => {
    const summary = summariseScale([], { top });
    expect(summary.all).toMatchObject({ enrolled: 0, pairs: 0, meanGain: null, test: null });
    expect(summary.typical).toBeNull();
    expect(expertScale([], { top })).toMatchObject({
      ancova: null,
      hierarchical: null,
      welch: null,
    });
  });

  it.each([
    ["nobody", [empty, leftOnly]],
    ["one person", [aLocality("One", [30, 50]), empty]],
    ["everybody alike", [alike, aLocality("Also", [0, 5], [20, 25])]],
    ["everybody at the top", [aLocality("Top", [100, 100], [100, 100], [100, 100])]],
    ["one alike among others", [alder, alike, birch, cedar]],
    [
      "two people in each of three",
      [
        ["A", 0],
        ["B", 9],
        ["C", 30],
      ].map(([name, start]) =>
        aLocality(String(name), [Number(start), 40], [Number(start) + 7, 35]),
      ),
    ],
  ])("of %s has numbers or null, never NaN or Infinity", (_, localities) => {
    const bad: string[] = [];
    const figures = {
      summary: summariseScale(localities, { top }),
      expert: expertScale(localities, { top }),
    };
    JSON.stringify(figures, (key, value) => {
      if (typeof value === "number" && !Number.isFinite(value)) bad.push(`${key}: ${value}`);
      return value;
    });
    expect(bad).toEqual([]);
  });
});
