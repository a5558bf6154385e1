import { describe, expect, it } from "vitest";
import { hiddenGroups } from "../../../server/domain/disclosure/breakdown.ts";
import type { ReleasedFigures } from "../../../server/domain/disclosure/figures.ts";
import type { ItemInput, ReleaseInput } from "../../../server/domain/disclosure/input.ts";
import { mergeNeighbours, mergeSmallest } from "../../../server/domain/disclosure/items.ts";
import { release } from "../../../server/domain/disclosure/release.ts";
import { aProgramme, cellsOf, people, planning, type Scores } from "./programme.ts";

const evaluate = (input: ReleaseInput) => release(input, "evaluator");

describe("items of the whole programme", () => {
  const programme = aProgramme([people(9), people(12)]);
  const item = (options: number[], changes: Partial<ItemInput> = {}): ItemInput => ({
    item: "Q1",
    wave: "after",
    options,
    isOrdered: true,
    hasTopTwo: true,
    ...changes,
  });
  const releaseOne = (one: ItemInput, changes: Partial<ReleaseInput> = {}) =>
    evaluate({ ...programme, items: [one], ...changes }).items![0]!;

  it("stand in bars of three people at least", () => {
    expect(releaseOne(item([1, 1, 4, 9, 6]))).toMatchObject({
      shown: true,
      answered: 21,
      distribution: {
        kind: "bars",
        bars: [
          { options: [0, 1, 2], people: 6 },
          { options: [3], people: 9 },
          { options: [4], people: 6 },
        ],
      },
      topTwo: { percent: 71 },
    });
  });

  it("have no share of the best two where a bar crosses its border", () => {
    expect(releaseOne(item([8, 9, 1, 1, 2]))).toMatchObject({ topTwo: null });
  });

  it("are told in words where all but two or fewer chose the same", () => {
    const told = { distribution: { kind: "nearly-all", option: 4 }, topTwo: null };
    expect(releaseOne(item([0, 0, 1, 1, 20]))).toMatchObject(told);
    expect(releaseOne(item([0, 0, 0, 0, 22]))).toMatchObject(told);
  });

  it("need twenty answers, and a wave that has closed everywhere", () => {
    expect(releaseOne(item([3, 3, 4, 4, 5]))).toMatchObject({ shown: false, reason: "few" });
    expect(releaseOne(item([5, 5, 5, 5, 5], { wave: "followup" }))).toMatchObject({
      shown: false,
      reason: "not-closed",
    });
  });

  it("stay back where people of a locality scored too much alike", () => {
    const ofScale = item([4, 4, 4, 4, 5], { scale: "planning" });
    expect(releaseOne(ofScale).shown).toBe(true);
    const alike: Scores = Array.from({ length: 9 }, (_, i) => [8, 6 + i]);
    const { items } = evaluate({ ...aProgramme([alike, people(12)]), items: [ofScale] });
    expect(items![0]).toMatchObject({ shown: false, reason: "protecting" });
  });

  it("are shown once, and repeated as they were", () => {
    const first = evaluate({ ...programme, items: [item([5, 5, 5, 5, 5])] });
    const later = { ...programme, items: [item([5, 5, 5, 5, 6])], earlier: [first] };
    expect(evaluate(later).items).toEqual(first.items);
  });

  it.each([
    [
      [0, 4, 10, 6, 0],
      [[0, 1], [2], [3, 4]],
    ],
    [
      [3, 3, 3, 3, 3],
      [[0], [1], [2], [3], [4]],
    ],
    [
      [21, 0, 0, 1, 2],
      [[0], [1, 2, 3, 4]],
    ],
    [[21, 0, 0, 0, 1], [[0, 1, 2, 3, 4]]],
  ])("merge neighbours of %j into %j", (options, expected) => {
    expect(mergeNeighbours(options).map((bar) => bar.options)).toEqual(expected);
  });

  it.each([
    [
      [9, 1, 6, 1, 8],
      [[0], [1, 2, 3], [4]],
    ],
    [
      [9, 2, 6, 1, 8],
      [[0], [1, 3], [2], [4]],
    ],
    [
      [9, 7, 6],
      [[0], [1], [2]],
    ],
  ])("merge options without order of %j into %j", (options, expected) => {
    expect(mergeSmallest(options).map((bar) => bar.options)).toEqual(expected);
  });
});

describe("a breakdown", () => {
  it.each([
    [
      "is shown whole where every crossing is large",
      [
        [9, 8],
        [7, 6],
      ],
      [],
    ],
    [
      "hides a group that is small in one locality, and one to protect it",
      [
        [9, 8],
        [3, 9],
        [20, 20],
      ],
      [0, 1],
    ],
    [
      "counts empty crossings as harmless",
      [
        [9, 0],
        [7, 6],
      ],
      [],
    ],
    [
      "is hidden where small groups are everywhere",
      [
        [3, 2],
        [4, 4],
        [2, 3],
      ],
      [0, 1, 2],
    ],
    [
      "hides more until the hidden together are small nowhere",
      [
        [1, 0],
        [1, 6],
        [9, 9],
        [20, 30],
      ],
      [0, 1, 2],
    ],
  ])("%s", (_, crossings, expected) => {
    expect(hiddenGroups(crossings, 5)).toEqual(expected);
  });

  const withGroups = (sizes: readonly (readonly [number, number])[]): ReleaseInput => {
    const tables = sizes.map(([inA, inB], i) => [people(inA, i), people(inB, 2 * i)] as const);
    const join = (which: 0 | 1) => tables.flatMap((table) => table[which]);
    const programme = aProgramme([join(0), join(1)]);
    const groups = tables.map((table, i) => ({
      group: `g${i}`,
      localities: table.map((scores, j) => ({ locality: "AB"[j]!, cells: cellsOf(scores) })),
    }));
    const scales = programme.scales.map((scale) => ({
      ...scale,
      breakdowns: [
        { key: "sector", groups },
        { key: "experience", groups },
      ],
    }));
    return { ...programme, scales };
  };

  it("shows gains in whole points with the programme's spread, and no second breakdown", () => {
    const { all, breakdowns } = evaluate(
      withGroups([
        [8, 9],
        [7, 12],
      ]),
    ).scales[0]!;
    expect(breakdowns![0]).toMatchObject({
      shown: true,
      groups: [
        { group: "g0", shown: true, pairs: 17 },
        { group: "g1", shown: true, pairs: 19 },
      ],
    });
    expect(breakdowns![1]).toMatchObject({ shown: false, reason: "protecting" });
    expect(all).toMatchObject({ shown: true, pairs: 36 });
  });

  it("is withheld where somebody is alone of a group in a locality", () => {
    const { breakdowns } = evaluate(
      withGroups([
        [8, 9],
        [1, 12],
      ]),
    ).scales[0]!;
    expect(breakdowns![0]).toMatchObject({ shown: false });
  });

  it("waits for the last locality to close", () => {
    const input = withGroups([
      [8, 9],
      [7, 12],
    ]);
    const open = { ...input.localities[1]!, closedWaves: ["before" as const] };
    const { breakdowns } = evaluate({ ...input, localities: [input.localities[0]!, open] })
      .scales[0]!;
    expect(breakdowns![0]).toEqual({ key: "sector", shown: false, reason: "not-closed" });
  });
});

describe("figures for experts", () => {
  const expertOf = (places: Scores[]) => evaluate(aProgramme(places)).scales[0]!.expert!;

  it("begin at ten pairs, deviations at twenty", () => {
    const { all, localities } = expertOf([people(9), people(10), people(20)]);
    expect(localities.map(({ figures }) => figures !== null)).toEqual([false, true, true]);
    expect(localities[1]!.figures!.deviations).toBeNull();
    expect(localities[2]!.figures!.deviations).toMatchObject({ gain: expect.any(Number) });
    expect(all!.deviations).not.toBeNull();
  });

  it("stay back where people answered alike, of the total too", () => {
    const sameStart: Scores = Array.from({ length: 12 }, (_, i) => [8, 4 + i]);
    const { all, localities } = expertOf([sameStart, people(12)]);
    expect(localities[0]!.figures).toBeNull();
    expect(localities[1]!.figures).not.toBeNull();
    expect(all).toBeNull();
  });

  it("are not for the public", () => {
    const figures = release(aProgramme([people(12), people(20)]), "public");
    expect(figures.scales[0]).not.toHaveProperty("expert");
    expect(figures.scales[0]).not.toHaveProperty("comparison");
  });

  it("compare three localities with a typical one, and steady each", () => {
    const { comparison } = evaluate(aProgramme([people(9), people(12, 2), people(14, 5)]))
      .scales[0]!;
    expect(comparison!.typical).toMatchObject({ prediction: null });
    expect(comparison!.steadied.map(({ locality }) => locality)).toEqual(["A", "B", "C"]);
    expect(comparison!.adjusted).toHaveLength(3);
  });
});

describe("those who did not come back", () => {
  const withLeft = (left: Scores) =>
    evaluate(aProgramme([[...people(20), ...left], people(12)])).scales[0]!.attrition;
  const leaving = (...starts: number[]): Scores => starts.map((before) => [before, null] as const);

  it("are compared with the pairs, from the threshold on", () => {
    expect(withLeft(leaving(1, 5, 2, 8))).toBeNull();
    expect(withLeft(leaving(1, 5, 2, 8, 3))).toMatchObject({
      stayed: 32,
      left: 5,
      meanBeforeLeft: 24,
      interval: { low: expect.any(Number), high: expect.any(Number) },
    });
  });

  it("are not where nearly all of them started alike", () => {
    expect(withLeft(leaving(4, 4, 4, 4, 4, 12))).toBeNull();
  });
});

describe("looking back", () => {
  const scores = people(20);
  const then = scores.map(([before, after], i) => [before! - ((i * 3) % 5), after] as const);
  const shift = {
    key: "overall",
    top: planning.top,
    answerStep: planning.answerStep,
    beforeAfter: cellsOf(scores),
    beforeThen: cellsOf(scores.map(([before], i) => [before, then[i]![0]])),
    thenAfter: cellsOf(then),
  };
  const releaseShift = (changes: object, scored: Scores = scores): ReleasedFigures["shifts"] =>
    evaluate({ ...aProgramme([scored]), shifts: [{ ...shift, ...changes }] }).shifts;

  it("shows before, then and after of the same people", () => {
    const [released] = releaseShift({ scale: "planning" })!;
    expect(released).toMatchObject({ shown: true, people: 20, meanBefore: 48.1 });
    if (released!.shown) {
      const { gain, shift: moved, feltGain } = released!;
      expect(moved.points + feltGain.points).toBeCloseTo(gain.points, 0);
    }
  });

  it("is withheld where one more or two counted for the scale", () => {
    const more: Scores = [...scores, [2, 9]];
    expect(releaseShift({ scale: "planning" }, more)![0]).toMatchObject({ reason: "protecting" });
    expect(releaseShift({}, more)![0]).toMatchObject({ shown: true });
  });

  it("is withheld where nearly all judged themselves alike", () => {
    const flat = scores.map(([before]) => [before, 8] as const);
    const changes = {
      beforeThen: cellsOf(flat),
      thenAfter: cellsOf(scores.map(([, after]) => [8, after])),
    };
    expect(releaseShift(changes)![0]).toMatchObject({ reason: "protecting" });
  });
});
