import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { readForeignFile } from "../../../server/uploads/read-questionnaire.ts";
import { taken, wish } from "./words.ts";

function fromJson(survey: unknown) {
  const read = readForeignFile(new TextEncoder().encode(JSON.stringify(survey)), "a.json", wish);
  if (!read.readable) throw new Error(read.fault.code);
  return taken(read.outcome);
}

describe("a quiz of SurveyJS with nearly all that its Creator offers", () => {
  const file = fs.readFileSync("tests/golden/elsewhere/surveyjs-quiz.json", "utf8");
  const read = fromJson(JSON.parse(file));
  const of = (code: string) =>
    read.losses.filter((loss) => loss.code === code).map(({ name, detail }) => [name, detail]);

  it("has its right answers, where one is right", () => {
    expect(read.item("capital")).toMatchObject({
      kind: "knowledge",
      correct: "vilnius",
      dontKnow: { en: "Don't know" },
    });
    expect(read.item("isTrue")).toMatchObject({ kind: "knowledge", correct: "true" });
    expect(of("scores-left-out")).toEqual([["baltic", "LT, LV"]]);
  });

  it("has every scale as what it can be here", () => {
    const kinds = ["rate1", "rate2", "nps", "wide", "slide"].map((key) => read.item(key)?.kind);
    expect(kinds).toEqual(["rating", "rating", "recommendation", "number", "number"]);
    expect(read.item("wide")).toMatchObject({ minimum: 0, maximum: 100, decimals: 0 });
    expect(of("taken-as-number")).toEqual([["wide", "0–100"]]);
  });

  it("has its tables row by row and cell by cell", () => {
    const keys = read.document.items.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["mx_text", "mx_I_plan", "mx_lead", "mt_text"]));
    expect(read.item("md_Excel_used")).toMatchObject({
      kind: "single",
      text: { en: "Excel – Used" },
      options: [{ value: "1" }, { value: "2" }, { value: "3" }],
    });
    expect(read.item("md_Word_why")?.kind).toBe("short-text");
    expect(read.item("multi_r2")).toMatchObject({ kind: "multiple", text: { en: "r2" } });
    expect(read.item("row")).toMatchObject({
      showIf: {
        conditions: expect.arrayContaining([{ item: "mx_lead", is: "at-least", value: 4 }]),
      },
    });
  });

  it("tells what nobody can be asked here", () => {
    expect(of("repeat-refused").map(([name]) => name)).toEqual(["mdyn", "pd"]);
    expect(of("hidden-left-out").map(([name]) => name)).toEqual(["hiddenOne"]);
    expect(of("media-left-out").map(([name]) => name)).toEqual(["pics", "img", "h"]);
    expect(of("type-not-known")).toEqual([
      ["f", "file"],
      ["sig", "signaturepad"],
      ["untyped", ""],
    ]);
    expect(of("list-not-found")).toEqual([
      ["remote", "https://example.org/c.json"],
      ["copied", "capital"],
    ]);
    expect(of("check-left-out")).toEqual([
      ["deepText", "{isTrue} = true"],
      ["when", "today()"],
    ]);
    expect(of("choices-not-filtered")).toEqual([["filtered", "{item} > 0"]]);
    expect(of("condition-not-expressible").map(([name]) => name)).toEqual(["long", "calc"]);
    expect(of("insertion-left-in")).toEqual([["long", "{capital}"]]);
  });
});

describe("a survey of SurveyJS", () => {
  it("may list the numbers of its choices by their ends alone", () => {
    const { item } = fromJson({
      elements: [{ type: "dropdown", name: "year", choicesMin: 2000, choicesMax: 2003 }],
    });
    const values = ["2000", "2001", "2002", "2003"].map((value) =>
      expect.objectContaining({ value }),
    );
    expect(item("year")).toMatchObject({ kind: "single", options: values });
  });

  it("keeps a choice whose right answer is none of its choices, and says so", () => {
    const { item, codes } = fromJson({
      elements: [{ type: "radiogroup", name: "q", choices: ["a", "b"], correctAnswer: "c" }],
    });
    expect(item("q")?.kind).toBe("single");
    expect(codes).toContain("scores-left-out q");
  });
});
