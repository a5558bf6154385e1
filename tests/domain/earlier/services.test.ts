import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { type EarlierChoices, fieldsOf } from "../../../server/domain/earlier/choices.ts";
import { readEarlierRows } from "../../../server/domain/earlier/earlier-rows.ts";
import { hasOptionRow, headsOf } from "../../../server/domain/earlier/heads.ts";
import { personalColumns } from "../../../server/domain/earlier/personal-columns.ts";
import { proposeColumns } from "../../../server/domain/earlier/propose-columns.ts";
import { readTable } from "../../../server/uploads/read-table.ts";
import { aDocument, anItem } from "../questionnaire/documents.ts";

const items = [
  anItem("multiple", {
    key: "HELP_1",
    text: { lt: "Kas padėjo?", en: "What helped?" },
    options: [
      { value: "sq001", label: { lt: "Mokytojai", en: "Teachers" } },
      { value: "sq002", label: { lt: "Grupė", en: "The group" } },
      { value: "sq003", label: { lt: "Laikas, vieta", en: "Time and place" } },
    ],
    hasOther: true,
  }),
  anItem("rating", { key: "R1", text: { lt: "Moku planuoti", en: "I can plan" } }),
  anItem("rating", { key: "R2", text: { lt: "Moku vadovauti", en: "I can lead" } }),
  anItem("ranking", {
    key: "ORDER",
    text: { lt: "Surikiuokite sritis", en: "Put in order" },
    options: [
      { value: "a1", label: { lt: "Menas", en: "Art" } },
      { value: "a2", label: { lt: "Sportas", en: "Sport" } },
      { value: "a3", label: { lt: "Mokslas", en: "Science" } },
    ],
  }),
];
const document = {
  ...aDocument(items),
  answerSets: {
    agree: {
      points: [
        { value: 1, label: { lt: "Nesutinku", en: "Disagree" } },
        { value: 2, label: { lt: "Sutinku", en: "Agree" } },
      ],
    },
  },
};
for (const item of document.items) if (item.kind === "rating") item.answerSet = "agree";
const place = (key: string, nominative: string) => {
  return { id: key, key, nominative, genitive: nominative, locative: nominative };
};

function fromFile(name: string, more: Partial<EarlierChoices> = {}) {
  const table = readTable(new Uint8Array(fs.readFileSync(`tests/golden/elsewhere/${name}`)), name);
  if (!table.ok) throw new Error(table.fault.code);
  const { rows } = table.sheets[0]!;
  const optionRow = hasOptionRow(rows, 1);
  const heads = headsOf(rows, { headRow: 1, optionRow });
  const columns = proposeColumns(heads, document.items);
  const choices: EarlierChoices = {
    ...{ sheet: 0, headRow: 1, optionRow, columns, wave: "before", locality: "" },
    ...{ day: "2025-03-02", values: {} },
    ...more,
  };
  const localities = [place("utena", "Utena"), place("moletai", "Molėtai")];
  const readings = readEarlierRows({ rows, choices, documents: { before: document }, localities });
  const personal = personalColumns(heads, rows.slice(optionRow ? 2 : 1)).map((at) => heads[at]);
  const named = Object.fromEntries(heads.map((head, at) => [head, columns[at]]));
  return { heads, columns, named, readings, personal, optionRow };
}

describe("answers that SurveyMonkey exported", () => {
  const { named, readings, personal, optionRow } = fromFile("surveymonkey.csv");

  it("have their headings in two rows", () => {
    expect(optionRow).toBe(true);
    expect(named).toMatchObject({
      "Kas padėjo? [Mokytojai]": "HELP_1:sq001",
      "Kas padėjo? [Laikas, vieta]": "HELP_1:sq003",
      "Kas padėjo? [Other (please specify)]": "HELP_1.other",
      "Kiek sutinkate? [Moku vadovauti]": "R2",
      "Surikiuokite sritis [Sportas]": "ORDER:a2",
      Vietovė: "locality",
      "Respondent ID": "",
    });
  });

  it("are read from the third row, with choices and ranks", () => {
    expect(readings.faults).toEqual([]);
    expect(readings.responses.map(({ row, localityId }) => [row, localityId])).toEqual([
      [3, "utena"],
      [4, "moletai"],
    ]);
    const [first] = readings.responses;
    expect(first?.answers.ORDER).toEqual(["a2", "a1", "a3"]);
    expect(first?.answers.R1).toEqual(2);
  });

  it("tell which columns say who answered", () => {
    expect(personal).toEqual(["IP Address"]);
  });
});

describe("answers of Google Forms", () => {
  const { named, readings, personal } = fromFile("google-forms.csv");

  it("are found by their long headings, without the moment and the address", () => {
    expect(named).toMatchObject({
      "Laiko žyma": "",
      "El. pašto adresas": "",
      "Kiek sutinkate? [Moku planuoti]": "R1",
    });
    expect(personal).toEqual(["El. pašto adresas"]);
  });

  it("are told apart though their labels hold commas; what is no choice is told", () => {
    expect(readings.responses[0]?.answers.HELP_1).toEqual(["sq001", "sq003"]);
    expect(readings.faults).toEqual([
      { row: 3, code: "value-unknown", cell: "Grupė, Kavos pertraukos", about: "HELP_1" },
    ]);
  });
});

describe("answers of Microsoft Forms", () => {
  const { named, readings, personal } = fromFile("ms-forms.csv");

  it("never pair by the number that the service gives each response", () => {
    expect(named).toMatchObject({ ID: "", Email: "", Name: "" });
    expect(readings.withoutCode).toBe(2);
    expect(proposeColumns(["ID", "R1"], document.items)).toEqual(["code", "R1"]);
  });

  it("have their choices and places in one cell, each with a semicolon", () => {
    const second = readings.responses.find(({ localityId }) => localityId === "moletai");
    expect(second?.answers.HELP_1).toEqual(["sq001", "sq002"]);
    expect(second?.answers.ORDER).toEqual(["a2", "a1", "a3"]);
  });

  it("tell which columns say who answered", () => {
    expect(personal).toEqual(["Email", "Name"]);
  });
});

describe("answers of KoboToolbox", () => {
  it("are taken from the joined column, and not from its parts beside it", () => {
    const { named, readings } = fromFile("kobo-answers.csv");
    expect(named).toMatchObject({
      HELP_1: "HELP_1",
      "HELP_1/sq001": "",
      "skills/R2": "R2",
      "vieta/vietove": "locality",
      _id: "",
      _uuid: "",
    });
    expect(readings.responses[0]?.answers.HELP_1).toEqual(["sq001", "sq003"]);
  });
});

describe("answers of LimeSurvey", () => {
  const codes = { A1: "1", A2: "2" };
  const values = { R1: codes, R2: codes, ORDER: { a3: "~skipped" } };
  const { named, readings, personal } = fromFile("limesurvey-answers.csv", { values });

  it("have a column for each place of a ranking, and the token for a code", () => {
    expect(named).toMatchObject({
      id: "",
      token: "code",
      "ORDER[1]": "ORDER:#1",
      "ORDER[3]": "ORDER:#3",
      "T1[R2]": "R2",
    });
    expect(personal).toEqual(["ipaddr"]);
  });

  it("are read in the order of the places, with codes as they were said to be meant", () => {
    expect(readings.faults).toEqual([]);
    const [first, second] = readings.responses;
    expect(first?.answers).toMatchObject({ ORDER: ["a2", "a1", "a3"], R1: 2, R2: 1 });
    expect(second?.answers).toMatchObject({ ORDER: { missing: "skipped" }, R1: 1 });
  });

  it("of which only some places are filled are told", () => {
    const { readings } = fromFile("limesurvey-answers.csv", { values: { R1: codes, R2: codes } });
    const fault = { row: 3, code: "value-unknown", cell: "a3", about: "ORDER" };
    expect(readings.faults).toEqual([fault]);
  });

  it("offer every field that a column may be", () => {
    expect(fieldsOf(document.items)).toEqual(
      expect.arrayContaining(["ORDER", "ORDER:#1", "ORDER:#2", "ORDER:#3", "ORDER:a1"]),
    );
  });
});

describe("a table with headings in one row", () => {
  it.each([
    [
      "with all its headings",
      [
        ["kodas", "R1"],
        ["K1", "1"],
      ],
    ],
    [
      "with a column that has none",
      [
        ["kodas", "", "R1"],
        ["K1", "x", "1"],
      ],
    ],
    ["alone", [["kodas", "R1"]]],
  ])("is not taken for two, %s", (_, rows) => {
    expect(hasOptionRow(rows, 1)).toBe(false);
  });
});
