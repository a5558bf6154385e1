import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item } from "../../../server/domain/questionnaire/document.ts";
import { rulesOf } from "../../../server/domain/questionnaire/kinds/all.ts";
import type { Answer } from "../../../server/domain/response/answers.ts";
import type { FormFields } from "../../../server/domain/response/form-fields.ts";
import { aDocument, anItem } from "./documents.ts";

type Sent = Record<string, string | string[]>;

function read(item: Item, sent: Sent) {
  const fields: FormFields = new Map(
    Object.entries(sent).map(([name, value]) => [name, [value].flat()]),
  );
  const reading = rulesOf(item).read(item, fields, aDocument([item]));
  if ("answer" in reading) return reading.answer;
  return [reading.mistake.code, reading.mistake.detail];
}

const rows: [Item, [Sent, Answer | undefined | [string, object]][]][] = [
  [
    anItem("rating"),
    [
      [{ Q: "4" }, 4],
      [{ Q: "cannot-answer" }, { missing: "cannot-answer" }],
      [{ Q: "no-opportunity" }, "no-opportunity"],
      [{}, undefined],
      [{ Q: "" }, undefined],
      [{ Q: "6" }, ["not-an-option", {}]],
      [{ Q: "4.0" }, ["not-an-option", {}]],
      [{ Q: " 4" }, ["not-an-option", {}]],
      [{ Q: ["4", "5"] }, ["one-answer-only", {}]],
      [{ Q: ["4", "4"] }, 4],
    ],
  ],
  [
    anItem("single", { hasOther: true }),
    [
      [{ Q: "a" }, "a"],
      [
        { Q: "other", "Q.other": " savais  žodžiais " },
        { chosen: ["other"], other: "savais  žodžiais" },
      ],
      [{ "Q.other": "vien žodžiai" }, { chosen: ["other"], other: "vien žodžiai" }],
      [
        { Q: "other", "Q.other": "" },
        { chosen: ["other"], other: "" },
      ],
      [{ Q: "a", "Q.other": "nereikalinga" }, "a"],
      [{ Q: "other", "Q.other": "x".repeat(201) }, ["too-long", { maximum: 200 }]],
      [{ Q: "z" }, ["not-an-option", {}]],
      [{ Q: ["a", "b"] }, ["one-answer-only", {}]],
      [{ "Q.other": "  " }, undefined],
    ],
  ],
  [anItem("single"), [[{ Q: "other" }, ["not-an-option", {}]]]],
  [
    anItem("multiple", { hasOther: true, maximum: 3 }),
    [
      [{ Q: ["c", "a"] }, ["a", "c"]],
      [
        { Q: ["a", "other"], "Q.other": "dar" },
        { chosen: ["a", "other"], other: "dar" },
      ],
      [
        { Q: ["a"], "Q.other": "dar" },
        { chosen: ["a", "other"], other: "dar" },
      ],
      [{ Q: ["a", "b", "c"], "Q.other": "dar" }, ["too-many", { maximum: 3 }]],
      [{ Q: ["a", "z"] }, ["not-an-option", {}]],
      [{}, undefined],
    ],
  ],
  [anItem("multiple", { minimum: 2 }), [[{ Q: ["a"] }, ["too-few", { minimum: 2 }]]]],
  [
    anItem("knowledge"),
    [
      [{ Q: "b" }, "b"],
      [{ Q: "dont-know" }, { missing: "dont-know" }],
      [{ Q: "d" }, ["not-an-option", {}]],
      [{ Q: ["a", "b"] }, ["one-answer-only", {}]],
      [{}, undefined],
    ],
  ],
  [
    anItem("recommendation"),
    [
      [{ Q: "0" }, 0],
      [{ Q: "10" }, 10],
      [{ Q: "11" }, ["not-an-option", {}]],
      [{ Q: "01" }, ["not-an-option", {}]],
      [{ Q: "-0" }, ["not-an-option", {}]],
    ],
  ],
  [
    anItem("short-text", { maximumLength: 5 }),
    [
      [{ Q: " a\r\nb " }, "a b"],
      [{ Q: "ąčęėž" }, "ąčęėž"],
      [{ Q: "e\u0307".repeat(5) }, "ė".repeat(5)],
      [{ Q: "🙂🙂🙂🙂🙂" }, "🙂🙂🙂🙂🙂"],
      [{ Q: "abcdef" }, ["too-long", { maximum: 5, length: 6 }]],
      [{ Q: "\u0000a\u0007" }, "a"],
      [{ Q: "   " }, undefined],
    ],
  ],
  [
    anItem("long-text"),
    [
      [{ Q: "viena\r\ndvi\rtrys" }, "viena\ndvi\ntrys"],
      [{ Q: "=HYPERLINK(1)" }, "=HYPERLINK(1)"],
      [{ Q: "a\ud800b" }, "a\ufffdb"],
      [{ Q: ["a", "b"] }, ["one-answer-only", {}]],
    ],
  ],
  [
    anItem("number", { minimum: -5, maximum: 10000, decimals: 1 }),
    [
      [{ Q: "12,5" }, 12.5],
      [{ Q: "12.5" }, 12.5],
      [{ Q: "1 000" }, 1000],
      [{ Q: "1\u00a0000,50" }, 1000.5],
      [{ Q: "\u22123" }, -3],
      [{ Q: "-0" }, 0],
      [{ Q: "12,55" }, ["too-many-decimals", { decimals: 1 }]],
      [{ Q: "-6" }, ["too-small", { minimum: -5 }]],
      [{ Q: "10001" }, ["too-large", { maximum: 10000 }]],
      [{ Q: "1e3" }, ["not-a-number", {}]],
      [{ Q: "0x10" }, ["not-a-number", {}]],
      [{ Q: "Infinity" }, ["not-a-number", {}]],
      [{ Q: "9".repeat(400) }, ["not-a-number", {}]],
      [{ Q: "1,2,3" }, ["not-a-number", {}]],
      [{ Q: "" }, undefined],
    ],
  ],
  [
    anItem("date", { earliest: "2017-01-02", latest: "2017-06-30" }),
    [
      [{ Q: "2017-06-30" }, "2017-06-30"],
      [{ Q: "2017 06 30" }, "2017-06-30"],
      [{ Q: "2017.6.3." }, "2017-06-03"],
      [{ Q: "2017-01-01" }, ["too-early", { earliest: "2017-01-02" }]],
      [{ Q: "2017-07-01" }, ["too-late", { latest: "2017-06-30" }]],
      [{ Q: "2017-02-29" }, ["not-a-date", {}]],
      [{ Q: "2017-13-01" }, ["not-a-date", {}]],
      [{ Q: "30/06/2017" }, ["not-a-date", {}]],
    ],
  ],
  [
    anItem("ranking"),
    [
      [{ "Q.a": "3", "Q.b": "1", "Q.c": "2" }, ["b", "c", "a"]],
      [{ "Q.a": "1", "Q.b": "1", "Q.c": "2" }, ["rank-repeated", {}]],
      [{ "Q.a": "1", "Q.b": "2", "Q.c": "" }, ["rank-missing", {}]],
      [{ "Q.a": "1", "Q.b": "2", "Q.c": "4" }, ["not-an-option", {}]],
      [{ "Q.a": "0", "Q.b": "1", "Q.c": "2" }, ["not-an-option", {}]],
      [{ "Q.a": "", "Q.b": "" }, undefined],
    ],
  ],
  [
    anItem("consent"),
    [
      [{ Q: "given" }, "given"],
      [{}, undefined],
      [{ Q: "yes" }, ["not-an-option", {}]],
    ],
  ],
  [anItem("information"), [[{ Q: "anything" }, undefined]]],
];

describe.each(rows.map(([item, cases]) => [item.kind, item, cases] as const))(
  "a %s item",
  (_kind, item, cases) => {
    it.each(cases)("reads %j as %j", (sent, expected) => {
      expect(read(item, sent)).toEqual(expected);
    });

    it("fills a form so that reading it again gives the same answer", () => {
      for (const [, answer] of cases) {
        if (answer === undefined || (Array.isArray(answer) && typeof answer[1] === "object"))
          continue;
        const sent: Sent = {};
        for (const [name, value] of rulesOf(item).fill(item, answer as Answer)) {
          sent[name] = [...[sent[name] ?? []].flat(), value];
        }
        expect(read(item, sent)).toEqual(answer);
      }
    });

    it("stores nothing that a page could not show again, whatever is sent", () => {
      const names = rulesOf(item).fieldsOf(item);
      const values = fc.array(
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("1", "2", "3", "a", "b", "other")),
        { maxLength: 3 },
      );
      const sent = fc.record(Object.fromEntries(names.map((name) => [name, values])));
      fc.assert(
        fc.property(sent, (fields) => {
          const reading = rulesOf(item).read(
            item,
            new Map(Object.entries(fields)),
            aDocument([item]),
          );
          if (!("answer" in reading) || reading.answer === undefined) return;
          const again = new Map<string, string[]>();
          for (const [name, value] of rulesOf(item).fill(item, reading.answer)) {
            again.set(name, [...(again.get(name) ?? []), value]);
          }
          expect(rulesOf(item).read(item, again, aDocument([item]))).toEqual(reading);
          expect(JSON.stringify(reading.answer)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        }),
        { numRuns: 60 },
      );
    });
  },
);
