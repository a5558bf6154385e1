// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm writes references so
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dialect } from "../../../server/domain/exchange/condition-tokens.ts";
import { bothRules, readCondition } from "../../../server/domain/exchange/read-condition.ts";

const one = (item: string, is: string, value?: string | number) => ({
  match: "all",
  conditions: [value === undefined ? { item, is } : { item, is, value }],
});

const cases: [Dialect, string, unknown][] = [
  ["xpath", "${a} = 'yes'", one("a", "equal", "yes")],
  ["xpath", "${a}='yes'", one("a", "equal", "yes")],
  ["xpath", "selected(${a}, 'x')", one("a", "includes", "x")],
  ["xpath", "not(selected(${a}, 'x'))", one("a", "excludes", "x")],
  ["xpath", "${age} > 17", one("age", "above", 17)],
  ["xpath", "18 <= ${age}", one("age", "at-least", 18)],
  ["xpath", "${a} != ''", one("a", "answered")],
  ["xpath", "string-length(${a}) > 0", one("a", "answered")],
  [
    "xpath",
    ". >= 0 and . <= 120",
    {
      match: "all",
      conditions: [
        { item: ".", is: "at-least", value: 0 },
        { item: ".", is: "at-most", value: 120 },
      ],
    },
  ],
  [
    "xpath",
    "${a} = 'x' or (${b} = 1)",
    {
      match: "any",
      conditions: [
        { item: "a", is: "equal", value: "x" },
        { item: "b", is: "equal", value: 1 },
      ],
    },
  ],
  [
    "xpath",
    "not(${a} = 'x' or ${b} = 'y')",
    {
      match: "all",
      conditions: [
        { item: "a", is: "not-equal", value: "x" },
        { item: "b", is: "not-equal", value: "y" },
      ],
    },
  ],
  ["expression-script", '((Q1.NAOK == "A1"))', one("Q1", "equal", "A1")],
  ["expression-script", 'Q1_SQ001.NAOK eq "Y" and 1', one("Q1_SQ001", "equal", "Y")],
  ["expression-script", "!is_empty(Q1.NAOK)", one("Q1", "answered")],
  [
    "expression-script",
    "Q1.NAOK >= 3 && Q2 < 5",
    {
      match: "all",
      conditions: [
        { item: "Q1", is: "at-least", value: 3 },
        { item: "Q2", is: "below", value: 5 },
      ],
    },
  ],
  ["surveyjs", "{a} = 'x'", one("a", "equal", "x")],
  ["surveyjs", "{a} contains 'x'", one("a", "includes", "x")],
  ["surveyjs", "{a} notempty", one("a", "answered")],
  [
    "surveyjs",
    "{a} anyof ['x', 'y']",
    {
      match: "any",
      conditions: [
        { item: "a", is: "includes", value: "x" },
        { item: "a", is: "includes", value: "y" },
      ],
    },
  ],
  ["surveyjs", "{m.row 1} = 3", one("m.row 1", "equal", 3)],
  ["surveyjs", "{a} = true", one("a", "equal", "true")],
];

describe("a condition of another system", () => {
  it.each(cases)("in %s: %s", (dialect, text, rule) => {
    expect(readCondition(text, dialect)).toEqual({ is: "rule", rule });
  });

  it.each(["", "1", " 1 ", "true()"])("%j always holds", (text) => {
    expect(readCondition(text, "expression-script")).toEqual({ is: "always" });
  });

  it.each<[Dialect, string]>([
    ["xpath", "${a} = 'x' and ${b} = 'y' or ${c} = 'z'"],
    ["xpath", "${a} + 1 = 3"],
    ["xpath", "count(${repeat}) > 2"],
    ["xpath", "${a} = ${b}"],
    ["xpath", "selected(${a}"],
    ["expression-script", "sum(Q1, Q2) > 3"],
    ["expression-script", 'regexMatch("/^a/", Q1)'],
    ["surveyjs", "age({birthday}) > 18"],
    ["surveyjs", "{a} = "],
    ["surveyjs", "{a}".repeat(2000)],
    ["surveyjs", Array.from({ length: 11 }, (_, i) => `{a${i}} = 1`).join(" and ")],
  ])("in %s that ours cannot say is foreign: %s", (dialect, text) => {
    expect(readCondition(text, dialect)).toEqual({ is: "foreign" });
  });

  it("is read or foreign, whatever stands in it", () => {
    const piece = fc.constantFrom(
      "${a}",
      "{a}",
      "a",
      "=",
      "!=",
      "and",
      "or",
      "not",
      "(",
      ")",
      "'x'",
      "1",
      ",",
      "[",
      "]",
      "anyof",
      "selected(",
      "is_empty(",
      ".",
      "-",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.constantFrom<Dialect>("xpath", "surveyjs", "expression-script"),
        (pieces, dialect) => {
          expect(["rule", "always", "foreign"]).toContain(
            readCondition(pieces.join(" "), dialect).is,
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("joins with another where both must hold", () => {
    const any = {
      match: "any" as const,
      conditions: [
        { item: "a", is: "answered" as const },
        { item: "b", is: "answered" as const },
      ],
    };
    const single = { match: "all" as const, conditions: [{ item: "c", is: "answered" as const }] };
    expect(bothRules(undefined, any)).toBe(any);
    expect(bothRules(any, single)).toBe("foreign");
    expect(bothRules(single, single)).toMatchObject({
      match: "all",
      conditions: [{ item: "c" }, { item: "c" }],
    });
  });
});
