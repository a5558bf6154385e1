import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { readForeignFile } from "../../../server/uploads/read-questionnaire.ts";
import { aWorkbook } from "../../support/workbook.ts";
import { taken, wish } from "./words.ts";

type Sheets = Record<string, string[][]>;
const forms: Record<string, Sheets> = JSON.parse(
  fs.readFileSync("tests/golden/elsewhere/xlsforms.json", "utf8"),
);

function outcomeOf(sheets: Sheets) {
  const read = readForeignFile(aWorkbook(sheets), "form.xlsx", wish);
  if (!read.readable) throw new Error(read.fault.code);
  return read.outcome;
}

const fromForm = (name: string) => taken(outcomeOf(forms[name]!));
const told = ({ losses }: ReturnType<typeof taken>) =>
  losses.map(({ code, name, row }) => [code, name, row]);

describe("a form as KoboToolbox downloads it", () => {
  const read = fromForm("kobo");

  it("has its tables of ratings and its rankings", () => {
    expect(read.document.items.map(({ key, kind }) => [key, kind])).toEqual([
      ["lytis", "single"],
      ["sritys", "multiple"],
      ["mokejimas", "information"],
      ["planuoju", "rating"],
      ["vadovauju", "rating"],
      ["svarba", "ranking"],
      ["eile", "ranking"],
      ["balas", "recommendation"],
      ["kodel", "short-text"],
    ]);
    expect(read.item("planuoju")).toMatchObject({ isRequired: true });
  });

  it("has words without the marks that make them bold", () => {
    expect(read.item("lytis")).toMatchObject({
      text: { lt: "Lytis", en: "Gender" },
      help: { lt: "Nebūtina" },
    });
  });

  it("tells by row what could not be taken over, and leaves no part of a table alone", () => {
    expect(told(read)).toEqual([
      ["type-not-known", "lentele", 17],
      ["type-not-known", "nuotrauka", 22],
      ["type-not-known", "failas", 23],
      ["calculation-left-out", "suma", 24],
      ["condition-not-expressible", "kodel", 25],
      ["insertion-left-in", "kodel", undefined],
      ["scale-proposed", "form", undefined],
    ]);
  });
});

describe("a form written by hand for ODK", () => {
  const read = fromForm("odk");

  it("is read whichever order and case its columns have, with empty rows between", () => {
    expect(read.item("amzius")).toMatchObject({
      kind: "number",
      text: { lt: "Amžius" },
      help: { lt: "metais" },
      minimum: 16,
      maximum: 99,
      isRequired: true,
    });
    expect(read.item("town")).toMatchObject({ options: [{ value: "1" }, { value: "2" }] });
    expect(read.item("learnt")).toMatchObject({
      showIf: { conditions: [{ item: "amzius", is: "at-least", value: 18 }] },
    });
  });

  it("tells by row what could not be taken over", () => {
    expect(told(read)).toEqual([
      ["choices-not-filtered", "ward", 6],
      ["taken-as-text", "when", 10],
      ["type-not-known", "where", 11],
      ["repeat-refused", "kids", 13],
      ["check-left-out", "phone", 16],
      ["default-left-out", "yn", 17],
      ["list-not-found", "ext", 18],
      ["list-not-found", "lost", 20],
    ]);
  });
});

describe("a form of SurveyCTO", () => {
  const read = fromForm("surveyCto");

  it("says without naming it which language its plain columns have", () => {
    expect(read.document.languages).toEqual(["lt", "en"]);
    expect(read.item("a1")?.text).toEqual({ lt: "Moku planuoti", en: "I can plan" });
  });

  it("leaves out what is disabled and the heads of tables, which ask nothing", () => {
    expect(read.document.items.map(({ key }) => key)).toEqual(["a1", "a2", "quick", "thanks"]);
  });

  it("knows a condition by its other name, and a scale by how it is shown", () => {
    expect(read.item("quick")).toMatchObject({
      kind: "rating",
      showIf: { conditions: [{ item: "a1", is: "at-least", value: 2 }] },
    });
    expect(read.codes).toContain("media-left-out quick");
  });
});

describe("a workbook", () => {
  it("may have a title above its columns", () => {
    expect(fromForm("titled").item("q1")?.text).toEqual({ lt: "Kas patiko?" });
  });

  it("is refused with what it lacks", () => {
    expect(outcomeOf(forms.people!)).toEqual({ ok: false, fault: { code: "no-survey-sheet" } });
    const untyped = { survey: [["klausimas"], ["Kas patiko?"]] };
    expect(outcomeOf(untyped)).toEqual({ ok: false, fault: { code: "no-type-column" } });
  });

  it("may be LimeSurvey's table, saved by a spreadsheet", () => {
    const text = fs.readFileSync("tests/golden/elsewhere/limesurvey-all-kinds.txt", "utf8");
    const lines = text.replace("\ufeff", "").trimEnd().split("\n");
    const rows = lines.map((line) =>
      line.split("\t").map((cell) => cell.replace(/^"|"$/g, "").replaceAll('""', '"')),
    );
    expect(taken(outcomeOf({ survey_981763: rows })).document.items).toHaveLength(63);
  });
});
