import { describe, expect, it } from "vitest";
import type { ItemInput, ReleaseInput } from "../../../server/domain/disclosure/input.ts";
import { release } from "../../../server/domain/disclosure/release.ts";
import { settleCells } from "../../../server/domain/disclosure/settle.ts";
import { aProgramme, cellsOf, people, type Scores } from "./programme.ts";

const evaluate = (input: ReleaseInput) => release(input, "evaluator");

describe("an item of which several options may be chosen", () => {
  const told = (options: number[], answered: number) => {
    const item: ItemInput = {
      item: "Q",
      wave: "after",
      options,
      isOrdered: false,
      hasTopTwo: false,
      isMultiple: true,
      answered,
    };
    return evaluate({ ...aProgramme([people(9), people(12)]), items: [item] }).items![0]!;
  };

  it("tells each option by itself, in words where it is rare or nearly everybody's", () => {
    expect(told([3, 2, 0, 18, 19], 21)).toMatchObject({
      answered: 21,
      distribution: {
        kind: "choices",
        choices: [
          { option: 0, people: 3 },
          { option: 1, said: "few" },
          { option: 2, said: "few" },
          { option: 3, people: 18 },
          { option: 4, said: "nearly-all" },
        ],
      },
    });
  });

  it("needs twenty people, however many options they chose", () => {
    expect(told([15, 15, 15], 19)).toMatchObject({ shown: false, reason: "few" });
  });

  it("cannot be chosen by more people than answered", () => {
    expect(() => told([22], 21)).toThrow(RangeError);
  });
});

describe("change by where people started", () => {
  const levelsOf = (places: readonly Scores[], changes: Partial<ReleaseInput> = {}) =>
    evaluate(aProgramme(places, changes)).scales[0]!.startLevels;
  /** Twelve low starters who gain much and twelve high ones who gain little, in steps of 0 ... 16. */
  const low: Scores = Array.from({ length: 12 }, (_, i) => [1 + (i % 5), 6 + (i % 7)] as const);
  const high: Scores = Array.from({ length: 12 }, (_, i) => [12 + (i % 4), 11 + (i % 6)] as const);

  it("is told in thirds of the scale, joined where few started", () => {
    const levels = levelsOf([[...low, ...high]])!;
    expect(levels.bands.map(({ from, to, people: n }) => [from, to, n])).toEqual([
      [0, 33, 12],
      [34, 100, 12],
    ]);
    expect(levels.bands[0]!.gain).toBeGreaterThan(levels.bands[1]!.gain);
    const middle: Scores = Array.from(
      { length: 10 },
      (_, i) => [6 + (i % 5), 7 + (i % 7)] as const,
    );
    expect(levelsOf([[...low, ...high, ...middle]])!.bands).toHaveLength(3);
  });

  it("has means and ranges of its own people, in whole points", () => {
    const [band] = levelsOf([[...low, ...high]])!.bands;
    const gains = low.map(([before, after]) => (100 * (after! - before!)) / 16);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    expect(band!.gain).toBe(Math.round(mean));
    expect(band!.interval.low).toBeLessThan(mean);
    expect(Number.isInteger(band!.interval.high)).toBe(true);
  });

  it("is withheld where all started alike enough for one band", () => {
    expect(levelsOf([people(30)])).toBeNull();
  });

  it("is withheld where the people of a band changed alike", () => {
    const still: Scores = high.map(([before]) => [before, before] as const);
    expect(levelsOf([[...low, ...still]])).toBeNull();
  });

  it("waits for the last town, and for towns whose people differ", () => {
    const both = [
      [...low, ...high],
      [...low, ...high],
    ];
    const input = aProgramme(both);
    expect(evaluate(input).scales[0]!.startLevels).not.toBeNull();
    const open = input.localities.map((one, i) =>
      i === 0 ? one : { ...one, closedWaves: ["before" as const] },
    );
    expect(evaluate({ ...input, localities: open }).scales[0]!.startLevels).toBeNull();
    const alike: Scores = Array.from({ length: 9 }, () => [3, 9] as const);
    expect(levelsOf([[...low, ...high], alike])).toBeNull();
  });

  it("is told once, and never to the public", () => {
    const input = aProgramme([[...low, ...high]]);
    const first = evaluate(input);
    const changed = aProgramme([[...low.slice(2), ...high]], { earlier: [first] });
    expect(evaluate(changed).scales[0]!.startLevels).toEqual(first.scales[0]!.startLevels);
    expect(release(input, "public").scales[0]).not.toHaveProperty("startLevels");
  });
});

describe("a scale whose questions changed between the waves", () => {
  it("shows nothing to anybody, and says why", () => {
    const input = aProgramme([people(12), people(15)]);
    const scales = input.scales.map((scale) => ({ ...scale, hasChanged: true }));
    for (const audience of ["evaluator", "public"] as const) {
      const [scale] = release({ ...input, scales }, audience).scales;
      const withheld = { shown: false, reason: "changed" };
      expect(scale!.all).toEqual(withheld);
      expect(scale!.localities.map(({ gain }) => gain)).toEqual([withheld, withheld]);
      expect(scale).not.toHaveProperty("expert");
    }
  });
});

describe("answers that belong to settled cells", () => {
  const counted = (people: number) => ({
    items: [{ item: "Q", wave: "before" as const, options: [people] }],
    breakdowns: [],
    itemTable: { people: BigInt(people), sums: [], products: [] },
  });
  const settle = (scores: Scores, nowScores: Scores) => {
    const before = aProgramme([scores]);
    const figures = evaluate(before);
    const withAnswers = (input: ReleaseInput, people: number) =>
      input.scales.map((scale) => ({
        ...scale,
        localities: scale.localities.map((one) => ({ ...one, answers: counted(people) })),
      }));
    const now = withAnswers(aProgramme([nowScores]), 2);
    const last = { cells: withAnswers(before, 1), figures };
    return settleCells(now, [last], 5)[0]!.localities[0]!;
  };

  it("stay as they were while too few people make a difference", () => {
    const corrected: Scores = [[2, 9], ...people(12).slice(1)];
    const { cells, answers } = settle(people(12), corrected);
    expect(cells).toEqual(cellsOf(people(12)));
    expect(answers).toEqual(counted(1));
  });

  it("stay as they were while the cells look the same: answers may differ behind equal scores", () => {
    expect(settle(people(12), people(12)).answers).toEqual(counted(1));
  });

  it("change with the cells once enough people came", () => {
    const { answers, revision } = settle(people(12), [...people(12), ...people(5)]);
    expect([answers, revision]).toEqual([counted(2), 2]);
  });
});
