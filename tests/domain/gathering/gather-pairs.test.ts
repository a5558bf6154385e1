import { describe, expect, it } from "vitest";
import {
  addPair,
  type PersonSheets,
  pairAnswersOf,
  startPairs,
} from "../../../server/domain/gathering/gather-pairs.ts";
import type { Answers } from "../../../server/domain/response/answers.ts";
import { scoreResponse } from "../../../server/domain/scoring/score-response.ts";
import { readyQuestionnaire } from "../questionnaire/documents.ts";

const document = readyQuestionnaire();

/** A sheet scored as a real one; answers in the order of the scale's items, null for skipped. */
function sheet(values: readonly (number | null)[], more: Answers = {}, locality = "silute") {
  const answers: Answers = { ...more };
  values.forEach((value, i) => {
    answers[`BEND${i + 1}`] = value ?? { missing: "skipped" };
  });
  const scores = scoreResponse(document, answers);
  return {
    locality,
    answers,
    scores: Object.fromEntries(scores.map(({ scaleKey, units }) => [scaleKey, units])),
  };
}

function gather(people: readonly PersonSheets[], locality = "silute") {
  const gathering = startPairs(document);
  for (const person of people) addPair(gathering, person);
  return pairAnswersOf(gathering, { scale: "BEND", locality });
}

const counts = (answers: ReturnType<typeof gather>, item: string, wave: string) =>
  answers.items.find((one) => one.item === item && one.wave === wave)!.options;

describe("answers of pairs", () => {
  const people: PersonSheets[] = [
    { before: sheet([1, 2, 3, 4]), after: sheet([2, 3, 4, 5]) },
    { before: sheet([1, 2, 3, null]), after: sheet([5, 5, null, 5]) },
  ];

  it("are counted by item, wave and option, as they were given", () => {
    const answers = gather(people);
    expect(counts(answers, "BEND1", "before")).toEqual([2, 0, 0, 0, 0]);
    expect(counts(answers, "BEND4", "before")).toEqual([0, 0, 0, 1, 0]);
    expect(counts(answers, "BEND3", "after")).toEqual([0, 0, 0, 1, 0]);
    expect(counts(answers, "BEND4", "after")).toEqual([0, 0, 0, 0, 2]);
  });

  it("are those of people with both scores, in one place, alone", () => {
    const without: PersonSheets[] = [
      { before: sheet([1, 1, 1, 1]) },
      { after: sheet([1, 1, 1, 1]) },
      { before: sheet([1, null, null, null]), after: sheet([1, 1, 1, 1]) },
      { before: sheet([1, 1, 1, 1]), after: sheet([1, 1, 1, 1], {}, "trakai") },
    ];
    expect(gather([...people, ...without])).toEqual(gather(people));
    expect(counts(gather([...people, ...without], "trakai"), "BEND1", "after")).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  it("make reliability of complete sheets, reversed items in the scale's direction", () => {
    const { people: complete, sums, products } = gather(people).itemTable;
    expect(complete).toBe(1n);
    expect(sums).toEqual([0n, 1n, 2n, 1n]);
    expect(products[1]).toEqual([0n, 1n, 2n, 1n]);
  });

  it("stand in the group of the first answer to a breakdown's question, or with those who gave none", () => {
    const background = { BG2: "municipality" };
    const newcomer = { before: sheet([1, 2, 3, 4]), after: sheet([2, 3, 4, 5], background) };
    const { breakdowns } = gather([...people, newcomer]);
    const sector = breakdowns.find(({ key }) => key === "sector")!;
    const size = ({ cells }: { cells: readonly { count: number }[] }) =>
      cells.reduce((sum, { count }) => sum + count, 0);
    expect(sector.groups.map((one) => [one.group, size(one)])).toEqual([
      ["unanswered", 2],
      ["public", 1],
    ]);
  });

  it("of nobody are zeros", () => {
    const { items, breakdowns, itemTable } = gather([]);
    expect(items.every(({ options }) => options.every((people) => people === 0))).toBe(true);
    expect(breakdowns.every(({ groups }) => groups.length === 0)).toBe(true);
    expect(itemTable).toMatchObject({ people: 0n, sums: [0n, 0n, 0n, 0n] });
  });
});
