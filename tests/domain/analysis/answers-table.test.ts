import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvVariant, writeCsv } from "../../../server/documents/csv.ts";
import { type FiledResponse, readResponses } from "../../../server/domain/analysis/answers-file.ts";
import { buildAnswersTable } from "../../../server/domain/analysis/answers-table.ts";
import type { Answer } from "../../../server/domain/response/answers.ts";
import { aDocument, anItem } from "../questionnaire/documents.ts";

/** One item of every kind, each asked before; the text is asked after too. */
const document = aDocument([
  anItem("rating", { key: "RATE" }),
  anItem("single", { key: "ONE", hasOther: true }),
  anItem("multiple", { key: "MANY", hasOther: true }),
  anItem("knowledge", { key: "KNOW" }),
  anItem("recommendation", { key: "TELL" }),
  anItem("short-text", { key: "LINE" }),
  anItem("long-text", { key: "WORDS", waves: ["before", "after"] }),
  anItem("number", { key: "COUNT", decimals: 2, minimum: -1000 }),
  anItem("date", { key: "DAY" }),
  anItem("ranking", { key: "RANK" }),
  anItem("consent", { key: "AGREE" }),
  anItem("information", { key: "NOTE" }),
]);

const missing = (...codes: string[]) =>
  fc.constantFrom(...codes.map((code) => ({ missing: code })));
const anyMissing = missing("skipped", "not-reached", "not-asked");
const option = fc.constantFrom("a", "b", "c");
const words = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom("~skipped", "~~", "=1+1", "a|b; c"),
  )
  .map((text) =>
    text
      .replace(/[^\P{Cc}\n]/gu, "")
      .normalize("NFC")
      .trim(),
  )
  // Empty is skipped; an apostrophe of one's own may be taken for Excel's.
  .filter((text) => text !== "" && !text.startsWith("'"));
const line = words.map((text) => text.replaceAll("\n", " "));
const several = fc.subarray(["a", "b", "c"], { minLength: 1 });

const answers: Record<string, fc.Arbitrary<unknown>> = {
  RATE: fc.oneof(
    fc.integer({ min: 1, max: 5 }),
    fc.constant("no-opportunity"),
    missing("cannot-answer"),
  ),
  ONE: fc.oneof(option, fc.record({ chosen: fc.constant(["other"]), other: line })),
  MANY: fc.oneof(
    several,
    fc.record({ chosen: several.map((all) => [...all, "other"]), other: line }),
  ),
  KNOW: fc.oneof(option, missing("dont-know")),
  TELL: fc.integer({ min: 0, max: 10 }),
  LINE: line,
  WORDS: words,
  COUNT: fc.integer({ min: -99_999, max: 99_999 }).map((hundredths) => hundredths / 100),
  DAY: fc.constantFrom("2017-06-30", "2016-02-29"),
  RANK: fc.shuffledSubarray(["a", "b", "c"], { minLength: 3 }),
  AGREE: fc.constant("given"),
};

const someAnswers = fc.record(
  Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key, fc.oneof(answer, anyMissing)]),
  ) as Record<string, fc.Arbitrary<Answer>>,
);

const responses = fc.array(someAnswers, { minLength: 1, maxLength: 4 }).map((all) =>
  all.map((each, index): FiledResponse => {
    const complete = { ...each, NOTE: { missing: "not-asked" as const } };
    return { pair: `-P${index}`, locality: "Šiauliai; Žagarė", wave: "before", answers: complete };
  }),
);

const read = (bytes: Uint8Array) => [...readResponses(document, new TextDecoder().decode(bytes))];

describe("the answers' table", () => {
  it.each<CsvVariant>(["raw", "excel"])(
    "reads back every kind of answer as it was (%s)",
    (form) => {
      fc.assert(
        fc.property(responses, (given) => {
          expect(read(writeCsv(buildAnswersTable(document, given), form))).toEqual(given);
        }),
        { numRuns: 400 },
      );
    },
  );

  const reading = (heading: string, ...rows: string[]) => [
    ...readResponses(document, [heading, ...rows].join("\n")),
  ];
  const answerTo = (key: string, cell: string) => {
    const [one] = reading(`pair,locality,wave,${key}`, `P,L,before,"${cell}"`);
    return one && "answers" in one ? one.answers[key] : one;
  };

  it.each([
    ["RATE", "", { missing: "skipped" }],
    ["RATE", " 4 ", 4],
    ["RATE", "~not-reached", { missing: "not-reached" }],
    ["COUNT", "3,5", 3.5],
    ["COUNT", "−3.50", -3.5],
    ["MANY", "c | a", ["a", "c"]],
    ["RANK", "c|a|b", ["c", "a", "b"]],
    ["LINE", "~~skipped", "~skipped"],
    ["DAY", "2017.6.5", "2017-06-05"],
  ])("%s: a cell %j is %j", (key, cell, answer) => {
    expect(answerTo(key, cell)).toEqual(answer);
  });

  it.each([
    ["RATE", "6", "not-an-option"],
    ["RATE", "4.0", "not-an-option"],
    ["RATE", "~dont-know", "missing-code-not-offered"],
    ["ONE", "a|b", "not-an-option"],
    ["MANY", "a|d", "not-an-option"],
    ["KNOW", "~cannot-answer", "missing-code-not-offered"],
    ["TELL", "11", "not-an-option"],
    ["COUNT", "1e3", "not-a-number"],
    ["COUNT", "0.125", "too-many-decimals"],
    ["COUNT", "-1001", "too-small"],
    ["DAY", "2017-02-30", "not-a-date"],
    ["RANK", "a|b", "rank-missing"],
    ["RANK", "a|b|d", "not-an-option"],
    ["LINE", "~secret", "missing-code-unknown"],
    ["AGREE", "yes", "not-an-option"],
  ])("%s: a cell %j is refused as %s", (key, cell, code) => {
    expect(answerTo(key, cell)).toMatchObject({ code, line: 2, column: 4, at: key });
  });

  it("passes over columns that begin with x_, and takes items without a column as not asked", () => {
    const [one] = reading("x_row,pair,locality,wave,TELL", "17,P,L,before,9");
    expect(one).toMatchObject({ pair: "P", answers: { TELL: 9, RATE: { missing: "not-asked" } } });
  });

  it("has nothing to say where a wave does not ask", () => {
    const heading = "pair,locality,wave,TELL,WORDS";
    expect(reading(heading, "P,L,after,,ačiū")[0]).toMatchObject({
      answers: { TELL: { missing: "not-asked" }, WORDS: "ačiū" },
    });
    expect(reading(heading, "P,L,after,9,ačiū")).toMatchObject([
      { code: "not-asked-in-wave", column: 4 },
    ]);
  });

  it("refuses words for “other” beside a missing code, or without the item", () => {
    expect(reading("pair,locality,wave,ONE,ONE.other", "P,L,before,~skipped,x")).toMatchObject([
      { code: "words-beside-missing", at: "ONE" },
    ]);
    expect(reading("pair,locality,wave,ONE.other", "P,L,before,x")).toMatchObject([
      { code: "column-missing", at: "ONE" },
    ]);
    expect(reading("pair,locality,wave,NOTE", "P,L,before,x")).toMatchObject([
      { code: "column-unknown", at: "NOTE" },
    ]);
  });
});
