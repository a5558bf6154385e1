import { describe, expect, it } from "vitest";
import { Problem } from "../../../server/domain/problem.ts";
import type { Item } from "../../../server/domain/questionnaire/document.ts";
import {
  boxesOf,
  numberedItems,
  readKeyedSheet,
} from "../../../server/domain/response/keyed-answers.ts";
import { compareKeyings, correctAnswers } from "../../../server/domain/response/second-entry.ts";
import { aDocument, anItem, readyQuestionnaire } from "../questionnaire/documents.ts";

const wave = "before";

/** One item keyed alone: its answer, or the code of what is wrong. */
function keyed(item: Item, typed: string, more: Record<string, string> = {}) {
  const fields = new Map([[item.key, [typed]], ...Object.entries(more).map(inList)]);
  const read = readKeyedSheet(aDocument([item]), { wave, keyed: fields });
  return read.ok ? read.answers[item.key] : read.mistakes.map((mistake) => mistake.code).join();
}

const inList = ([name, value]: [string, string]): [string, string[]] => [name, [value]];

describe("what is keyed", () => {
  const rating = anItem("rating");
  const withOther = anItem("single", { hasOther: true });
  const several = anItem("multiple", { hasOther: true, maximum: 2 });
  const cases: [name: string, item: Item, typed: string, expected: unknown][] = [
    ["the first box of a rating", rating, "1", 1],
    ["the last point", rating, " 5 ", 5],
    ["the box after the points", rating, "6", { missing: "cannot-answer" }],
    ["the box after that", rating, "7", "no-opportunity"],
    ["a box that is not there", rating, "8", "not-an-option"],
    ["no box", rating, "0", "not-an-option"],
    ["less than none", rating, "-1", "not-an-option"],
    ["a number in disguise", rating, "1e0", "not-an-option"],
    ["two boxes of a row", rating, "2 3", "one-answer-only"],
    ["the same box twice", rating, "2 2", 2],
    ["nothing", rating, "  ", { missing: "skipped" }],
    ["the digits' row of the Lithuanian keyboard", rating, "ę", 3],
    ["the same with Caps Lock, decomposed", rating, "E\u0328", 3],
    ["a place", anItem("single"), "2", "b"],
    ["a letter", anItem("single"), "C", "c"],
    ["a letter too far", anItem("single"), "d", "not-an-option"],
    ["“other” without words", withOther, "4", { chosen: ["other"], other: "" }],
    ["several places", several, "3 1", ["a", "c"]],
    ["several places with commas", several, "1, 4", { chosen: ["a", "other"], other: "" }],
    ["more places than allowed", several, "1 2 3", "too-many"],
    ["places run together", several, "12", "not-an-option"],
    ["a knowledge option", anItem("knowledge"), "2", "b"],
    ["“I don't know”", anItem("knowledge"), "4", { missing: "dont-know" }],
    ["the lowest recommendation", anItem("recommendation"), "0", 0],
    ["the highest recommendation", anItem("recommendation"), "10", 10],
    ["the same from the digits' row", anItem("recommendation"), "ą“", 10],
    ["a recommendation too high", anItem("recommendation"), "11", "not-an-option"],
    ["a day", anItem("date"), "2017-06-30", "2017-06-30"],
    ["a day that is none", anItem("date"), "2017-02-30", "not-a-date"],
    ["a number with a comma", anItem("number", { decimals: 1 }), "12,5", 12.5],
    ["words with Lithuanian letters", anItem("short-text"), " ąčę 3 ", "ąčę 3"],
    ["ranks from the top down", anItem("ranking"), "2 3 1", ["c", "a", "b"]],
    ["too few ranks", anItem("ranking"), "1 2", "rank-missing"],
    ["too many ranks", anItem("ranking"), "1 2 3 3", "not-an-option"],
    ["a rank twice", anItem("ranking"), "1 1 2", "rank-repeated"],
    ["a ticked statement", anItem("consent"), "given", "given"],
    ["nothing where an answer was required", anItem("rating", { isRequired: true }), "", skipped()],
  ];

  it.each(cases)("%s", (_, item, typed, expected) => {
    expect(keyed(item, typed)).toEqual(expected);
  });

  it("takes a box by its place even where the points are numbered otherwise", () => {
    const points = [0, 5, 10].map((value) => ({ value, label: { lt: String(value) } }));
    const document = aDocument([rating], { answerSets: { agree: { points } } });
    const read = (typed: string) => {
      const fields = new Map([["Q", [typed]]]);
      return readKeyedSheet(document, { wave, keyed: fields }).answers.Q;
    };
    expect([read("1"), read("2"), read("3"), read("5"), read("10")]).toEqual([
      0,
      5,
      10,
      undefined,
      undefined,
    ]);
  });

  it("keeps the words after “other”, with or without its place", () => {
    const expected = { chosen: ["other"], other: "savaip" };
    expect(keyed(withOther, "4", { "Q.other": "savaip" })).toEqual(expected);
    expect(keyed(withOther, "", { "Q.other": "savaip" })).toEqual(expected);
  });

  it("is refused where the sheet has no such field", () => {
    expect(() => keyed(rating, "1", { "Q.other": "?" })).toThrow(Problem);
    expect(() => keyed(rating, "1", { Z: "?" })).toThrow(Problem);
  });

  it("leaves out what routing does not ask, whatever the pen did", () => {
    const showIf = { match: "all", conditions: [{ item: "A", is: "equal", value: "a" }] };
    const items = [anItem("single", { key: "A" }), anItem("rating", { key: "B", showIf })];
    const fields = new Map([
      ["A", ["2"]],
      ["B", ["99"]],
    ]);
    expect(readKeyedSheet(aDocument(items), { wave, keyed: fields })).toEqual({
      ok: true,
      answers: { A: "b", B: { missing: "not-asked" } },
    });
  });

  it("reaches every box of the ready questionnaire, each by a place of its own", () => {
    const document = readyQuestionnaire();
    for (const kind of ["before", "after", "followup"] as const) {
      for (const { item } of numberedItems(document, kind)) {
        const values = boxesOf(item, document).map((box) => box.value);
        expect(new Set(values).size).toBe(values.length);
        values.forEach((_, index) => {
          const fields = new Map([[item.key, [String(index + 1)]]]);
          const read = readKeyedSheet(document, { wave: kind, keyed: fields });
          expect(read.ok || `${item.key} ${index + 1}`).toBe(true);
        });
      }
    }
  });
});

function skipped() {
  return { missing: "skipped" } as const;
}

describe("a second keying", () => {
  const showIf = { match: "all", conditions: [{ item: "A", is: "equal", value: "a" }] };
  const document = aDocument([
    anItem("information", { key: "I" }),
    anItem("single", { key: "A", hasOther: true }),
    anItem("rating", { key: "B", showIf }),
    anItem("short-text", { key: "C" }),
  ]);
  const stored = { A: "a", B: 3, C: "Gerai  pavyko" };
  const differing = (second: Parameters<typeof compareKeyings>[1]["keyed"]) =>
    compareKeyings(document, { wave, stored, keyed: second }).differences.map((one) => one.number);

  it("agrees where only capitals, blanks and the reason for no answer differ", () => {
    expect(compareKeyings(document, { wave, stored, keyed: stored })).toEqual({
      compared: 3,
      differences: [],
    });
    expect(differing({ ...stored, C: "gerai pavyko " })).toEqual([]);
    const empty = { A: "b", B: { missing: "not-asked" }, C: skipped() } as const;
    const same = { ...empty, B: skipped() };
    expect(compareKeyings(document, { wave, stored: empty, keyed: same }).differences).toEqual([]);
  });

  it("differs by the numbers on the sheet", () => {
    expect(differing({ ...stored, B: 4 })).toEqual([2]);
    expect(differing({ ...stored, B: { missing: "cannot-answer" } })).toEqual([2]);
    expect(differing({ A: { chosen: ["other"], other: "x" }, B: skipped(), C: "y" })).toEqual([
      1, 2, 3,
    ]);
  });

  it("corrects the chosen answers alone, and applies routing anew", () => {
    const second = { A: "b", B: 4, C: "kita" };
    const correct = (chosen: string[]) =>
      correctAnswers(document, { wave, stored, keyed: second, chosen: new Set(chosen) });
    expect(correct(["B"])).toEqual({ ...stored, B: 4 });
    expect(correct(["A"])).toEqual({ ...stored, A: "b", B: { missing: "not-asked" } });
    const closed = { A: "b", B: { missing: "not-asked" }, C: skipped() } as const;
    const opened = { wave, stored: closed, keyed: { A: "a", B: 2 } } as const;
    expect(correctAnswers(document, { ...opened, chosen: new Set(["A"]) })).toEqual({
      A: "a",
      B: skipped(),
      C: skipped(),
    });
  });
});
