import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOwnFormat, readOwnFormat } from "../../../server/domain/exchange/own-format.ts";
import { isSurveyjs, readSurveyjs } from "../../../server/domain/exchange/read-surveyjs.ts";
import { writeSurveyjs } from "../../../server/domain/exchange/write-surveyjs.ts";
import { questionnaireDocumentSchema } from "../../../server/domain/questionnaire/document.ts";
import { taken, wish, words } from "./words.ts";

const both = (lt: string, en: string) => ({ default: lt, lt, en });
const survey = {
  title: { default: "Culture survey", lt: "Kultūros tyrimas", de: "Kulturumfrage" },
  locale: "en",
  pages: [
    {
      name: "page1",
      title: { default: "About you", lt: "Apie Jus" },
      elements: [
        {
          type: "radiogroup",
          name: "town",
          title: { default: "Where?", lt: "Kur?" },
          isRequired: true,
          hasOther: true,
          choices: ["Vilnius", { value: "kaunas", text: "Kaunas" }],
        },
        {
          type: "checkbox",
          name: "fields",
          title: "Fields",
          choices: ["art", "sport"],
          maxSelectedChoices: 2,
          choicesOrder: "random",
          visibleIf: "{town} = 'kaunas'",
        },
        {
          type: "panel",
          name: "inner",
          title: "Work",
          visibleIf: "{fields} contains 'art'",
          elements: [
            { type: "text", name: "age", title: "Age", inputType: "number", min: 16, max: 120 },
            {
              type: "text",
              name: "mail",
              title: "Mail",
              inputType: "email",
              validators: [{ type: "email" }],
            },
          ],
        },
        {
          type: "comment",
          name: "why",
          title: "Why?",
          maxLength: 300,
          visibleIf: "{age} > 17 and {town} notempty",
        },
      ],
    },
    {
      name: "page2",
      elements: [
        {
          type: "matrix",
          name: "skills",
          title: "How far do you agree?",
          columns: [
            { value: 1, text: both("Ne", "No") },
            { value: 2, text: "Yes" },
          ],
          rows: [{ value: "plan", text: "I can plan" }, "I can lead"],
          isAllRowRequired: true,
        },
        {
          type: "rating",
          name: "mood",
          title: "Mood",
          rateMin: 1,
          rateMax: 4,
          minRateDescription: "Bad",
          maxRateDescription: "Good",
        },
        {
          type: "rating",
          name: "nps",
          title: "Recommend?",
          rateMin: 0,
          rateMax: 10,
          minRateDescription: "Never",
          maxRateDescription: "Surely",
        },
        { type: "boolean", name: "driver", title: "Do you drive?" },
        {
          type: "radiogroup",
          name: "quiz",
          title: "2 + 2?",
          choices: [
            { value: 3, text: "Three" },
            { value: 4, text: "Four" },
          ],
          correctAnswer: 4,
          showDontKnowItem: true,
        },
        { type: "ranking", name: "order", title: "Order", choices: ["a", "b", "c"] },
        { type: "html", name: "note", html: "<h2>Thanks</h2><p>Bye &amp; <b>see you</b></p>" },
        { type: "text", name: "when", title: "When?", inputType: "date", min: "2020-01-01" },
        { type: "paneldynamic", name: "children", title: "Children", templateElements: [] },
        { type: "file", name: "photo", title: "Photo" },
        { type: "comment", name: "odd", title: "Odd", visibleIf: "age({birth}) > 18" },
        { type: "text", name: "row", title: "Row", visibleIf: "{skills.plan} = 2" },
      ],
    },
  ],
  calculatedValues: [{ name: "total", expression: "{a} + {b}" }],
};

describe("a SurveyJS survey", () => {
  const read = taken(readSurveyjs(survey, wish, words));

  it("becomes sections by page and panel, in the languages it has", () => {
    expect(isSurveyjs(survey)).toBe(true);
    expect(read.document.languages).toEqual(["lt", "en"]);
    expect(read.document.title).toEqual({ lt: "Kultūros tyrimas", en: "Culture survey" });
    expect(read.document.sections.map(({ title, items }) => [title.en, items])).toEqual([
      ["About you", ["town", "fields"]],
      ["Work", ["age", "mail"]],
      ["About you", ["why"]],
      [
        "Questions",
        [
          "skills_text",
          "skills_plan",
          "skills_I_can_lead",
          "mood",
          "nps",
          "driver",
          "quiz",
          "order",
          "note",
          "when",
          "odd",
          "row",
        ],
      ],
    ]);
  });

  it("keeps types, limits, keys and tables", () => {
    expect(read.item("town")).toMatchObject({
      kind: "single",
      hasOther: true,
      isRequired: true,
      options: [{ value: "vilnius" }, { value: "kaunas" }],
    });
    expect(read.item("fields")).toMatchObject({ kind: "multiple", maximum: 2, isShuffled: true });
    expect(read.item("age")).toMatchObject({
      kind: "number",
      minimum: 16,
      maximum: 120,
      decimals: 0,
    });
    expect(read.item("why")).toMatchObject({ kind: "long-text", maximumLength: 300 });
    expect(read.item("skills_plan")).toMatchObject({
      kind: "rating",
      answerSet: "set1",
      isRequired: true,
      text: { en: "I can plan" },
    });
    expect(read.document.answerSets.set1!.points[0]).toEqual({
      value: 1,
      label: { lt: "Ne", en: "No" },
    });
    expect(read.document.answerSets.set2!.points.map(({ label }) => label.en)).toEqual([
      "Bad",
      "2",
      "3",
      "Good",
    ]);
    expect(read.item("nps")).toMatchObject({
      kind: "recommendation",
      lowLabel: { en: "Never" },
      highLabel: { en: "Surely" },
    });
    expect(read.item("driver")).toMatchObject({
      kind: "single",
      options: [{ value: "true", label: { en: "Yes" } }, { value: "false" }],
    });
    expect(read.item("quiz")).toMatchObject({
      kind: "knowledge",
      correct: "4",
      dontKnow: { en: "Don't know" },
    });
    expect(read.item("note")).toMatchObject({
      kind: "information",
      text: { en: "Thanks\nBye & see you" },
    });
    expect(read.item("when")).toMatchObject({ kind: "date", earliest: "2020-01-01" });
  });

  it("keeps conditions, those of panels and on rows too", () => {
    expect(read.item("age")!.showIf).toEqual({
      match: "all",
      conditions: [{ item: "fields", is: "includes", value: "art" }],
    });
    expect(read.item("why")!.showIf).toEqual({
      match: "all",
      conditions: [
        { item: "age", is: "at-least", value: 18 },
        { item: "town", is: "answered" },
      ],
    });
    expect(read.item("row")!.showIf).toEqual({
      match: "all",
      conditions: [{ item: "skills_plan", is: "equal", value: 2 }],
    });
  });

  it("tells what could not be taken over", () => {
    expect(read.losses).toContainEqual({ code: "language-left-out", detail: "de" });
    expect(read.codes).toEqual(
      expect.arrayContaining([
        "repeat-refused children",
        "type-not-known photo",
        "taken-as-text mail",
        "check-left-out mail",
        "condition-not-expressible odd",
        "calculation-left-out total",
      ]),
    );
  });

  it("is a document or a fault, whatever stands in it", () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant("radiogroup"),
      fc.constant({ default: 1, lt: [] }),
    );
    const element = fc.dictionary(
      fc.constantFrom(
        "type",
        "name",
        "title",
        "choices",
        "rows",
        "columns",
        "elements",
        "visibleIf",
        "rateMin",
        "rateMax",
        "rateStep",
        "correctAnswer",
        "min",
        "html",
        "items",
        "__proto__",
      ),
      fc.oneof(
        value,
        fc.array(value, { maxLength: 4 }),
        fc.constantFrom("matrix", "rating", "text", "panel", "checkbox", "multipletext", "boolean"),
      ),
    );
    fc.assert(
      fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
        const outcome = readSurveyjs({ pages: [{ elements }] }, wish, words);
        if (outcome.ok) questionnaireDocumentSchema.parse(outcome.document);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("our questionnaire", () => {
  const text = fs.readFileSync("db/seed/culture-identity.questionnaire.json", "utf8");
  const document = questionnaireDocumentSchema.parse(JSON.parse(text));

  it("as a SurveyJS survey comes back with the same items", () => {
    const { content, losses } = writeSurveyjs(document);
    const again = taken(readSurveyjs(JSON.parse(JSON.stringify(content)), wish, words));
    const plain = ({ document: of }: { document: typeof document }) =>
      of.items.map((item) => ({
        ...item,
        waves: [],
        points: item.kind === "rating" ? of.answerSets[item.answerSet] : 1,
        answerSet: "",
        looksBackAt: undefined,
      }));
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    expect(plain(again).sort(byKey)).toEqual(plain({ document }).sort(byKey));
    expect(new Set(losses.map(({ code }) => code))).toContain("scale-left-out");
  });

  it("in its own format needs no translation", () => {
    expect(isOwnFormat(JSON.parse(text))).toBe(true);
    expect(readOwnFormat(JSON.parse(text))).toEqual({ ok: true, document, losses: [] });
    expect(
      readOwnFormat({ ...document, items: [{ ...document.items[0], kind: "dance" }] }),
    ).toEqual({
      ok: false,
      fault: { code: "own-format", places: ["items.0.kind"] },
    });
    expect(isOwnFormat({ format: "other/1" })).toBe(false);
  });
});
