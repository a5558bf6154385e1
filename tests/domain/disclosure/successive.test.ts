import { describe, expect, it } from "vitest";
import type { ReleasedFigures, ReleasedScale } from "../../../server/domain/disclosure/figures.ts";
import type { ReleaseInput } from "../../../server/domain/disclosure/input.ts";
import { release } from "../../../server/domain/disclosure/release.ts";
import { settleCells, type ToldCells } from "../../../server/domain/disclosure/settle.ts";
import { aProgramme, people, type Scores } from "./programme.ts";

/** Only the first so many localities have closed. */
function closing(input: ReleaseInput, closed: number): ReleaseInput {
  const localities = input.localities.map((locality, i) =>
    i < closed ? locality : { ...locality, closedWaves: ["before" as const] },
  );
  return { ...input, localities };
}

/** Releases one locality after the other, each knowing what was told before. */
function releaseOneByOne(places: readonly Scores[]): ReleasedScale[] {
  const input = aProgramme(places);
  const earlier: ReleasedFigures[] = [];
  places.forEach((_, i) => {
    earlier.push(release({ ...closing(input, i + 1), earlier: [...earlier] }, "evaluator"));
  });
  return earlier.map(({ scales }) => scales[0]!);
}

/** Releases the same programme again and again, each time settled with everything told before. */
function releaseAll(inputs: readonly ReleaseInput[]): ReleasedScale[] {
  const told: ToldCells[] = [];
  for (const now of inputs) {
    const scales = settleCells(now.scales, told, 5);
    const earlier = told.map(({ figures }) => figures);
    const figures = release({ ...now, scales, earlier }, "evaluator");
    told.push({ cells: scales, figures });
  }
  return told.map(({ figures }) => figures.scales[0]!);
}

const shownIn = ({ localities }: ReleasedScale) => localities.map(({ gain }) => gain.shown);

describe("localities that close one after the other", () => {
  it("join the total as they close", () => {
    const [first, second, third] = releaseOneByOne([people(8), people(9), people(12)]);
    expect(first!.allLocalities).toEqual(["A"]);
    expect(second!.all).toMatchObject({ shown: true, pairs: 17 });
    expect(third!.all).toMatchObject({ shown: true, pairs: 29 });
    expect(shownIn(third!)).toEqual([true, true, true]);
  });

  it("wait outside the total while they are too small to hide in it", () => {
    const [, second, third, fourth] = releaseOneByOne([people(8), people(3), people(4), people(9)]);
    expect(second!.allLocalities).toEqual(["A"]);
    expect(second!.all).toMatchObject({ pairs: 8 });
    expect(third!.allLocalities).toEqual(["A", "B", "C"]);
    expect(third!.all).toMatchObject({ pairs: 15 });
    expect(fourth!.all).toMatchObject({ pairs: 24 });
    expect(shownIn(fourth!)).toEqual([true, false, false, true]);
  });

  it("stay hidden where an earlier total would tell their small neighbour", () => {
    const [first, second] = releaseOneByOne([[...people(4)], people(6)]);
    expect(first!.all.shown).toBe(false);
    expect(shownIn(second!)).toEqual([false, false]);
    expect(second!.all).toMatchObject({ shown: true, pairs: 10 });
    const third = releaseOneByOne([people(4), people(6), people(5), people(12)])[3]!;
    expect(shownIn(third)).toEqual([false, false, true, true]);
  });

  it("keep back counts of the total that would tell those said in words", () => {
    const rising = people(20)
      .filter(([before, after]) => after! > before!)
      .slice(0, 8);
    const [first, second, third] = releaseOneByOne([people(9), rising, people(12)]);
    expect(first!.all).toMatchObject({ change: { kind: "counts" } });
    expect(second!.all).toMatchObject({ change: { kind: "withheld" } });
    expect(third!.all).toMatchObject({ change: { kind: "counts" } });
    expect(third!.localities[2]!.gain).toMatchObject({ change: { kind: "withheld" } });
  });
});

describe("a locality that was released before", () => {
  const before = aProgramme([people(9), people(12)]);
  const last = { cells: before.scales, figures: release(before, "evaluator") };
  const revise = (scores: Scores) => {
    const now = aProgramme([scores, people(12)]);
    const scales = settleCells(now.scales, [last], 5);
    return release({ ...now, scales, earlier: [last.figures] }, "evaluator").scales[0]!;
  };

  it.each([
    ["one joined", [...people(9), [2, 3]]],
    ["four joined", [...people(9), [2, 3], [3, 3], [4, 9], [1, 1]]],
    ["one withdrew", people(8)],
    ["one corrected an answer", [...people(8), [1, 1]]],
  ] as [string, Scores][])("keeps its figures when %s", (_, scores) => {
    const scale = revise(scores);
    expect(scale.localities).toEqual(last.figures.scales[0]!.localities);
    expect(scale.all).toEqual(last.figures.scales[0]!.all);
  });

  it("gets new figures when as many joined as the threshold", () => {
    const joined: Scores = [
      [2, 3],
      [3, 3],
      [4, 9],
      [1, 1],
      [0, 8],
    ];
    const { all, localities } = revise([...people(9), ...joined]);
    expect(localities[0]).toMatchObject({ revision: 2, gain: { shown: true, pairs: 14 } });
    expect(all).toMatchObject({ pairs: 26 });
  });
});

describe("a locality whose people came, stayed and left in groups that everybody knows", () => {
  const varied: Scores = [
    [2, 3],
    [3, 3],
    [4, 9],
    [1, 1],
    [0, 8],
  ];
  const alike: Scores = varied.map(() => [7, 10]);
  const settleAll = (tables: readonly Scores[]) =>
    releaseAll(tables.map((scores) => aProgramme([scores, people(12)]))).map(
      ({ localities }) => localities[0]!,
    );

  it.each([
    ["those who joined are alike", people(9), [...people(9), ...alike]],
    ["all but one of those who joined are alike", people(9), [...people(9), ...alike, [0, 8]]],
    ["those who were there are alike", [...alike, ...alike], [...alike, ...alike, ...varied]],
    ["those who left were alike", [...people(9), ...alike], people(9)],
    ["those who stay are alike", [...alike, ...people(9)], alike],
  ] as [string, Scores, Scores][])("keeps its figures when %s", (_, before, now) => {
    const [first, second] = settleAll([before, now]);
    expect(first!.gain.shown).toBe(true);
    expect(second).toEqual(first);
  });

  it("is told anew when those who joined differ, and so do those who left", () => {
    const [, joined] = settleAll([people(9), [...people(9), ...varied]]);
    expect(joined).toMatchObject({ revision: 2, gain: { shown: true, pairs: 14 } });
    const [, left] = settleAll([[...people(9), ...varied], people(9)]);
    expect(left).toMatchObject({ revision: 2, gain: { shown: true, pairs: 9 } });
  });

  it("keeps its figures when all but one of those who had joined leave again", () => {
    const newcomer: Scores = [[12, 5]];
    const joined: Scores = [...people(9), ...varied, ...newcomer];
    const [, second, third] = settleAll([people(9), joined, [...people(9), ...newcomer]]);
    expect(second).toMatchObject({ revision: 2, gain: { pairs: 15 } });
    expect(third).toEqual(second);
  });

  it("is told anew when nobody of those it told of is left", () => {
    const others: Scores = people(9).map(([before, after]) => [before! + 1, after! + 1]);
    const [, second] = settleAll([people(9), others]);
    expect(second).toMatchObject({ revision: 2, gain: { pairs: 9 } });
  });

  it("may grow from few of whom nothing was told, whoever they are", () => {
    const few = aProgramme([people(12), alike.slice(2)]);
    const grown = aProgramme([people(12), [...alike.slice(2), ...varied]]);
    const [, second, third] = releaseAll([closing(few, 1), few, grown]);
    expect(second).toMatchObject({ allLocalities: ["A"], all: { pairs: 12 } });
    expect(third!.localities[1]).toMatchObject({ revision: 2, gain: { shown: true, pairs: 8 } });
  });

  it("keeps figures of few whom an earlier total held, unless they differ", () => {
    const few = aProgramme([people(12), alike.slice(2)]);
    const grown = aProgramme([people(12), [...alike.slice(2), ...varied]]);
    const [first, second] = releaseAll([few, grown]);
    expect(first).toMatchObject({ allLocalities: ["A", "B"], all: { shown: true, pairs: 15 } });
    expect(second!.localities).toEqual(first!.localities);
    expect(second!.all).toEqual(first!.all);
  });
});

describe("a locality that covered another of few, told only together with it", () => {
  const covering: Scores = people(11);
  const rising: Scores = [
    [2, 3],
    [3, 6],
    [4, 9],
    [1, 9],
    [0, 12],
  ];
  const unchanged: Scores = [
    [5, 5],
    [9, 9],
    [3, 3],
  ];
  const different: Scores = [
    [1, 9],
    [6, 6],
    [11, 16],
  ];
  const releaseBoth = (few: Scores, now: Scores) =>
    releaseAll([
      aProgramme([few, covering, people(12)]),
      aProgramme([few, [...covering, ...now], people(12)]),
    ]);

  it("keeps its figures where those it covers are alike, though all who joined differ", () => {
    // Five more would be told to have risen than before, of whom five joined: nobody of the three did.
    const [first, second] = releaseBoth(unchanged, rising);
    expect(shownIn(first!)).toEqual([false, false, true]);
    expect(first!.all).toMatchObject({ shown: true, pairs: 26, change: { kind: "counts" } });
    expect(second!.localities).toEqual(first!.localities);
    expect(second!.all).toEqual(first!.all);
  });

  it("is told anew where those it covers differ", () => {
    const [first, second] = releaseBoth(different, rising);
    expect(shownIn(first!)).toEqual([false, false, true]);
    expect(second!.localities[1]).toMatchObject({ revision: 2, gain: { shown: true, pairs: 16 } });
  });

  it("is never told without them as it was when it covered them", () => {
    const [first, second, third] = releaseAll(
      [covering, [...covering, ...rising], covering].map((now) =>
        aProgramme([different, now, people(12)]),
      ),
    );
    expect(shownIn(first!)).toEqual([false, false, true]);
    expect(second!.localities[1]).toMatchObject({ revision: 2 });
    expect(third!.localities).toEqual(second!.localities);
  });

  it("may be told once nobody who covered them is left", () => {
    const others: Scores = covering.map(([before, after]) => [before! + 1, after! + 1]);
    const [, second] = releaseAll([
      aProgramme([unchanged, covering, people(12)]),
      aProgramme([unchanged, others, people(12)]),
    ]);
    expect(second!.localities[1]).toMatchObject({ revision: 2 });
  });
});

describe("the public", () => {
  it("never gets a total of other people than the evaluators", () => {
    const input = aProgramme([people(12), people(7), people(14)]);
    const first = closing(input, 1);
    const earlier = [release(first, "evaluator"), release(first, "public")];
    const second = { ...closing(input, 2), earlier };
    expect(release(second, "evaluator").scales[0]!.all).toMatchObject({ pairs: 19 });
    expect(release(second, "public").scales[0]!.all.shown).toBe(false);
  });
});
