import { describe, expect, it } from "vitest";
import type { EarlierChoices } from "../../../server/domain/earlier/choices.ts";
import { checkChoices, fieldsOf } from "../../../server/domain/earlier/choices.ts";
import { readEarlierRows } from "../../../server/domain/earlier/earlier-rows.ts";
import { isTicked, joinTicks } from "../../../server/domain/earlier/option-columns.ts";
import { proposeColumns } from "../../../server/domain/earlier/propose-columns.ts";
import { aDocument, anItem } from "../questionnaire/documents.ts";

const help = anItem("multiple", {
  key: "HELP_1",
  text: { lt: "Kas padėjo?", en: "What helped?" },
  options: [
    { value: "sq001", label: { lt: "Mokytojai", en: "Teachers" } },
    { value: "sq002", label: { lt: "Grupė", en: "The group" } },
    { value: "sq003", label: { lt: "Laikas, vieta", en: "Time and place" } },
  ],
  hasOther: true,
});
const rating = anItem("rating", { key: "R1", text: { lt: "Moku planuoti", en: "I can plan" } });
const items = [help, rating];
const document = aDocument(items);

const options = ["HELP_1:sq001", "HELP_1:sq002", "HELP_1:sq003"];
const given = { lt: ["Mokytojai", "Grupė", "Laikas, vieta"], codes: ["SQ001", "SQ002", "SQ003"] };

describe("headings", () => {
  it.each([
    ["LimeSurvey's codes", given.codes.map((code) => `HELP1[${code}]`)],
    [
      "LimeSurvey's codes and texts",
      given.codes.map((c, i) => `HELP1[${c}]. Kas padėjo? [${given.lt[i]}]`),
    ],
    ["LimeSurvey's texts", given.lt.map((label) => `Kas padėjo? [${label}]`)],
    ["LimeSurvey's codes of our own keys", given.codes.map((code) => `HELP_1[${code}]`)],
    ["SurveyMonkey's question and option", given.lt.map((label) => `Kas padėjo? - ${label}`)],
    [
      "the other language",
      ["Teachers", "The group", "Time and place"].map((l) => `What helped? - ${l}`),
    ],
    ["KoboToolbox's paths", ["sq001", "sq002", "sq003"].map((value) => `HELP_1/${value}`)],
    ["KoboToolbox's groups", ["sq001", "sq002", "sq003"].map((v) => `after/skills/HELP_1/${v}`)],
    ["KoboToolbox's labels", given.lt.map((label) => `Kas padėjo?/${label}`)],
    ["underscores", ["sq001", "sq002", "sq003"].map((value) => `help_1_${value}`)],
  ])("in the form of %s name options", (_, heads) => {
    expect(proposeColumns(heads, items)).toEqual(options);
  });

  it.each([
    ["R1", "R1"],
    ["R1. Moku planuoti", "R1"],
    ["R1. Kitaip pasakyta", "R1"],
    ["G01Q01[R1]", "R1"],
    ["G01Q01[R1]. Kaip sekasi? [Kitaip]", "R1"],
    ["G01Q01[SQ4]. Kaip sekasi? [Moku planuoti]", "R1"],
    ["Kaip sekasi? [Moku planuoti]", "R1"],
    ["skills/R1", "R1"],
    ["HELP1[other]", "HELP_1.other"],
    ["HELP1[other]. Kas padėjo? [Kita]", "HELP_1.other"],
    ["HELP_1/other", "HELP_1:other"],
    ["token. Prieigos raktas", "code"],
    ["Q7[time]", ""],
    ["Q7[SQ001]. Kada? [Etapas]", ""],
    ["R2. Moku planuoti daug", ""],
    ["submitdate. Pateikta", ""],
    ["Kas padėjo? [Oras]", ""],
  ])("%s are taken for %s", (head, field) => {
    expect(proposeColumns([head], items)).toEqual([field]);
  });

  it("number people by a token sooner than by a service's response number", () => {
    expect(proposeColumns(["id", "token", "R1"], items)).toEqual(["", "code", "R1"]);
    expect(proposeColumns(["id", "R1"], items)).toEqual(["code", "R1"]);
  });

  it("of a question that has its own column name no options besides", () => {
    const heads = ["HELP_1", "HELP_1/sq001", "HELP_1/sq002", "HELP_1"];
    expect(proposeColumns(heads, items)).toEqual(["HELP_1", "", "", ""]);
  });

  it("propose nothing that may not be chosen", () => {
    expect(new Set(fieldsOf(items))).toEqual(
      new Set([
        "code",
        "locality",
        "wave",
        "HELP_1",
        "HELP_1.other",
        "R1",
        ...options,
        "HELP_1:other",
      ]),
    );
  });
});

describe("a cell in the column of one option", () => {
  it.each([
    ["Y", true],
    ["1", true],
    ["1.0", true],
    ["yes", true],
    ["Taip", true],
    ["TRUE", true],
    ["x", true],
    ["✓", true],
    ["grupė", true],
    ["The group", true],
    ["", false],
    ["N", false],
    ["0", false],
    ["0,0", false],
    ["No", false],
    ["ne", false],
    ["FALSE", false],
    ["N/A", false],
    ["Not selected", false],
    ["2", undefined],
    ["Mokytojai", undefined],
  ])("saying %j is understood as %s", (cell, isChosen) => {
    expect(isTicked(help, "sq002", cell)).toBe(isChosen);
  });

  it("is asked about where the option itself is a word for no", () => {
    const honest = anItem("multiple", {
      options: ["no", "maybe"].map((value) => ({ value, label: { lt: value, en: value } })),
    });
    expect(isTicked(honest, "no", "no")).toBeUndefined();
    expect(isTicked(honest, "maybe", "no")).toBe(false);
  });
});

const localities = [
  { id: "L", key: "prienai", nominative: "Prienai", genitive: "Prienų", locative: "Prienuose" },
];

function read(heads: string[], rows: string[][], more: Partial<EarlierChoices> = {}) {
  const choices: EarlierChoices = {
    sheet: 0,
    headRow: 1,
    columns: proposeColumns(heads, items),
    wave: "before",
    locality: "prienai",
    day: "2024-05-01",
    values: {},
    ...more,
  };
  expect(checkChoices(choices)).toEqual([]);
  return readEarlierRows({
    rows: [heads, ...rows],
    choices,
    documents: { before: document },
    localities,
  });
}

describe("columns of options", () => {
  it("of a LimeSurvey file are one answer, with the words for other", () => {
    const heads = [
      "id",
      "token",
      "submitdate",
      "R1",
      ...given.codes.map((code) => `HELP1[${code}]`),
      "HELP1[other]",
    ];
    const { responses, faults } = read(heads, [
      ["1", "T1", "2024-05-01", "4", "Y", "N", "Y", ""],
      ["2", "T2", "2024-05-01", "5", "N", "N", "N", "Kaimynai"],
      ["3", "T3", "2024-05-01", "3", "", "", "", ""],
    ]);
    expect(faults).toEqual([]);
    expect(responses.map(({ code }) => code)).toEqual(["T1", "T2", "T3"]);
    expect(responses.map(({ answers }) => answers.HELP_1)).toEqual([
      ["sq001", "sq003"],
      { chosen: ["other"], other: "Kaimynai" },
      { missing: "skipped" },
    ]);
  });

  it("of a SurveyMonkey file hold the options' own words", () => {
    const heads = ["Kodas", ...given.lt.map((label) => `Kas padėjo? - ${label}`)];
    const { responses, faults } = read(heads, [["A", "", "Grupė", "Laikas, vieta"]]);
    expect(faults).toEqual([]);
    expect(responses[0]?.answers.HELP_1).toEqual(["sq002", "sq003"]);
  });

  it("of a KoboToolbox file give way to the question's own, whose values blanks part", () => {
    const heads = ["Kodas", "g/HELP_1", "g/HELP_1/sq001", "g/HELP_1/sq002", "g/HELP_1/sq003"];
    const { responses, faults } = read(heads, [["A", "sq003 sq001", "1", "0", "1"]]);
    expect(faults).toEqual([]);
    expect(responses[0]?.answers.HELP_1).toEqual(["sq001", "sq003"]);
  });

  it("leave out a row with a cell that says neither, until somebody says what it means", () => {
    const heads = ["Kodas", "HELP_1/sq001", "HELP_1/sq002"];
    const rows = [
      ["A", "2", "1"],
      ["B", "1", "2"],
      ["C", "1", "1"],
    ];
    const before = read(heads, rows);
    expect(before.responses.map(({ code }) => code)).toEqual(["C"]);
    expect(before.faults).toMatchObject([
      { row: 2, code: "value-unknown", cell: "2", about: "HELP_1:sq001" },
      { row: 3, code: "value-unknown", cell: "2", about: "HELP_1:sq002" },
    ]);
    expect([...before.unknownValues.keys()]).toEqual(["HELP_1:sq001", "HELP_1:sq002"]);
    const values = { "HELP_1:sq001": { "2": "~skipped" }, "HELP_1:sq002": { "2": "~chosen" } };
    const after = read(heads, rows, { values });
    expect(after.responses.map(({ answers }) => answers.HELP_1)).toEqual([
      ["sq002"],
      ["sq001", "sq002"],
      ["sq001", "sq002"],
    ]);
  });

  it("cannot stand beside the question's own column", () => {
    const columns = ["code", "HELP_1", "HELP_1:sq001"];
    const choices: EarlierChoices = {
      sheet: 0,
      headRow: 1,
      columns,
      wave: "before",
      locality: "prienai",
      day: "2024-05-01",
      values: {},
    };
    expect(checkChoices(choices)).toEqual(["whole-and-parts"]);
    expect(checkChoices({ ...choices, columns: ["code", "HELP_1:sq001", "HELP_1:sq001"] })).toEqual(
      ["twice"],
    );
  });

  it("of an item that is asked otherwise are nothing", () => {
    expect(
      joinTicks({ item: rating, own: -1, other: -1, options: [], places: [] }, ["1"], {}),
    ).toEqual({
      own: "",
    });
  });
});
