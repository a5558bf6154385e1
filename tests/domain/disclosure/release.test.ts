import { describe, expect, it } from "vitest";
import type { ShownGain } from "../../../server/domain/disclosure/figures.ts";
import type { ReleaseInput } from "../../../server/domain/disclosure/input.ts";
import { release } from "../../../server/domain/disclosure/release.ts";
import { aProgramme, people, planning, type Scores } from "./programme.ts";

const same = (count: number, before: number, after: number): Scores =>
  Array.from({ length: count }, () => [before, after] as const);

function evaluate(input: ReleaseInput) {
  const { all, localities } = release(input, "evaluator").scales[0]!;
  return { all, localities: localities.map(({ gain }) => gain) };
}

describe("a release", () => {
  it("shows counts, means, gain and range of localities and of all, rounded by their size", () => {
    const { all, localities } = evaluate(aProgramme([people(7), people(12, 3)]));
    expect(localities[0]).toEqual({
      shown: true,
      pairs: 7,
      tier: "small",
      decimals: 0,
      meanBefore: 44,
      meanAfter: 61,
      gain: 17,
      interval: { low: 3, high: 31 },
      verdict: "clear-rise",
      change: { kind: "counts", higher: 5, same: 1, lower: 1 },
      atTopBefore: null,
      cautions: ["depends-on-one"],
    });
    expect(localities[1]).toMatchObject({ pairs: 12, decimals: 1, tier: "medium" });
    expect(all).toMatchObject({ shown: true, pairs: 19, decimals: 1, gain: 14.1 });
  });

  it("says nothing of one to four people, and hides another row to protect them", () => {
    const { all, localities } = evaluate(aProgramme([people(4), people(9), people(6), people(12)]));
    expect(localities[0]).toEqual({ shown: false, reason: "few" });
    expect(localities[2]).toEqual({ shown: false, reason: "protecting" });
    expect(localities[1]!.shown).toBe(true);
    expect(all).toMatchObject({ shown: true, pairs: 31 });
  });

  it("tells an empty row from a hidden one", () => {
    const { localities } = evaluate(aProgramme([[[6, null]], people(9)]));
    expect(localities[0]).toEqual({ shown: false, reason: "no-pairs" });
    expect(localities[1]!.shown).toBe(true);
  });

  it("leaves out localities whose wave after is still open, also of the total", () => {
    const input = aProgramme([people(8), people(9)]);
    const open = { ...input.localities[1]!, closedWaves: ["before" as const] };
    const { all, localities } = evaluate({ ...input, localities: [input.localities[0]!, open] });
    expect(localities[1]).toEqual({ shown: false, reason: "not-closed" });
    expect(all).toEqual(localities[0]);
  });

  it("shows means of pairs only, whoever else answered before", () => {
    const alone = evaluate(aProgramme([people(8)]));
    const joined = evaluate(aProgramme([[...people(8), [16, null], [null, 0]]]));
    expect(joined.localities[0]).toEqual(alone.localities[0]);
  });

  it("gives no range where all or nearly all gained alike", () => {
    const { localities } = evaluate(aProgramme([[...same(6, 8, 12), [14, 2]], people(9)]));
    expect(localities[0]).toMatchObject({
      interval: null,
      verdict: null,
      change: { kind: "nearly-all", direction: "higher" },
      cautions: ["alike"],
    });
  });

  it("gives no means where all or nearly all were at the top, nor a total that would tell them", () => {
    const top: Scores = [
      [3, 16],
      [5, 16],
      [9, 16],
      [6, 16],
      [12, 16],
      [7, 15],
    ];
    const { all, localities } = evaluate(aProgramme([top, people(9), people(12)]));
    expect(localities[0]).toMatchObject({ meanBefore: null, meanAfter: null });
    expect((localities[0] as ShownGain).cautions).toContain("at-an-end");
    expect(localities[1]).toMatchObject({ meanBefore: expect.any(Number) });
    expect(all).toMatchObject({ meanBefore: null, meanAfter: null });
    expect((all as ShownGain).cautions).toContain("means-protecting");
  });

  it("says in words that nearly all rose, and withholds the counts that would tell them", () => {
    const rising = people(20)
      .filter(([before, after]) => after! > before!)
      .slice(0, 8);
    const { all, localities } = evaluate(aProgramme([rising, people(9), people(14)]));
    expect(localities[0]).toMatchObject({ change: { kind: "nearly-all", direction: "higher" } });
    expect(localities[1]).toMatchObject({ change: { kind: "withheld" } });
    expect(localities[2]).toMatchObject({ change: { kind: "counts" } });
    expect(all).toMatchObject({ change: { kind: "counts" } });
  });

  it("shows the public nothing of fewer than ten", () => {
    const figures = release(aProgramme([people(9), people(12), people(14)]), "public");
    const gains = figures.scales[0]!.localities.map(({ gain }) => gain.shown);
    expect(gains).toEqual([false, false, true]);
    expect(figures.threshold).toBe(10);
  });

  it("counts participation exactly once waves have closed, in steps before", () => {
    const input = aProgramme([[...people(7), [5, null]], people(12)]);
    const open = { ...input.localities[1]!, closedWaves: ["before" as const] };
    const { participation } = release(
      { ...input, localities: [input.localities[0]!, open] },
      "evaluator",
    );
    expect(participation.localities[0]).toMatchObject({
      before: 8,
      after: 7,
      pairs: 7,
      beforeOnly: 1,
    });
    expect(participation.localities[0]).not.toHaveProperty("approximate");
    expect(participation.localities[1]).toMatchObject({ before: 12, after: 10, pairs: 10 });
    expect(participation.localities[1]!.approximate).toContain("after");
    expect(participation.all).toMatchObject({ before: 20, pairs: 17 });
  });

  it("counts people already at the top from twenty pairs on, and never one or two", () => {
    const many = [...people(20), ...same(4, 16, 15)];
    expect(evaluate(aProgramme([many])).all).toMatchObject({ atTopBefore: 4 });
    expect(evaluate(aProgramme([many.slice(0, 22)])).all).toMatchObject({ atTopBefore: null });
    expect(evaluate(aProgramme([many.slice(8)])).all).toMatchObject({ atTopBefore: null });
  });

  it.each([
    ["a threshold below five", { threshold: 4 }],
    ["a threshold that is missing", { threshold: Number.NaN }],
    [
      "a locality twice",
      {
        localities: [...aProgramme([people(5)]).localities, ...aProgramme([people(5)]).localities],
      },
    ],
    [
      "scores of more pairs than people",
      {
        localities: [
          { ...aProgramme([people(5)]).localities[0]!, pairs: 4, beforeOnly: 1, afterOnly: 1 },
        ],
      },
    ],
    [
      "a score outside the scale",
      {
        scales: [
          {
            ...planning,
            localities: [{ locality: "A", cells: [{ before: 49, after: 0, count: 1 }] }],
          },
        ],
      },
    ],
  ])("refuses %s", (_, changes) => {
    expect(() => release({ ...aProgramme([people(5)]), ...changes }, "evaluator")).toThrow(
      RangeError,
    );
  });
});
