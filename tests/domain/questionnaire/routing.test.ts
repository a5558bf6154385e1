import { describe, expect, it } from "vitest";
import type { Rule } from "../../../server/domain/questionnaire/document.ts";
import { askedItems, holds } from "../../../server/domain/questionnaire/routing.ts";
import type { Answer } from "../../../server/domain/response/answers.ts";
import { anItem } from "./documents.ts";

type Is = Rule["conditions"][number]["is"];

const rule = (is: Is, value?: string | number, item = "A"): Rule => ({
  match: "all",
  conditions: [{ item, is, value }],
});

describe("a rule", () => {
  it.each<[Answer | undefined, Is, string | number | undefined, boolean]>([
    [undefined, "answered", undefined, false],
    [{ missing: "skipped" }, "answered", undefined, false],
    [{ missing: "cannot-answer" }, "answered", undefined, false],
    ["a", "answered", undefined, true],
    [0, "answered", undefined, true],
    ["a", "equal", "a", true],
    ["a", "equal", "b", false],
    [1, "equal", 1, true],
    [1, "equal", "1", false],
    [10, "equal", 1, false],
    ["a", "not-equal", "b", true],
    [undefined, "not-equal", "b", false],
    [["a", "b"], "includes", "b", true],
    [["a", "b"], "includes", "c", false],
    [["a"], "equal", "a", true],
    [["a", "b"], "equal", "a", false],
    ["a", "includes", "a", true],
    [{ chosen: ["other"], other: "own words" }, "equal", "other", true],
    [{ chosen: ["a", "other"], other: "" }, "includes", "other", true],
    [3, "at-least", 3, true],
    [2, "at-least", 3, false],
    [3, "at-most", 3, true],
    [10, "at-most", 9, false],
    ["2017-10-01", "at-least", "2017-09-30", true],
    ["10", "at-least", 9, false],
  ])("on answer %j that is %s %j holds: %s", (answer, is, value, expected) => {
    expect(holds(rule(is, value), answer === undefined ? {} : { A: answer })).toBe(expected);
  });

  it("asks for all of its conditions, or for any", () => {
    const conditions = [rule("equal", 1).conditions[0]!, rule("equal", 2, "B").conditions[0]!];
    expect(holds({ match: "all", conditions }, { A: 1, B: 3 })).toBe(false);
    expect(holds({ match: "any", conditions }, { A: 1, B: 3 })).toBe(true);
    expect(holds({ match: "any", conditions }, { A: 0, B: 3 })).toBe(false);
  });
});

describe("asked items", () => {
  const chain = [
    anItem("single", { key: "A" }),
    anItem("single", { key: "B", showIf: rule("equal", "a") }),
    anItem("single", { key: "C", showIf: rule("equal", "a", "B") }),
  ];

  it("follow a chain of rules", () => {
    expect([...askedItems(chain, { A: "a", B: "a" })]).toEqual(["A", "B", "C"]);
    expect([...askedItems(chain, { A: "a", B: "b" })]).toEqual(["A", "B"]);
  });

  it("close a chain at its first link, whatever was answered further on", () => {
    expect([...askedItems(chain, { A: "b", B: "a", C: "a" })]).toEqual(["A"]);
  });
});
