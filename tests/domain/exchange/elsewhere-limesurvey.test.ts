import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { readForeignFile } from "../../../server/uploads/read-questionnaire.ts";
import { taken, wish } from "./words.ts";

function fromFile(name: string) {
  const bytes = new Uint8Array(fs.readFileSync(`tests/golden/elsewhere/${name}`));
  const read = readForeignFile(bytes, name, wish);
  if (!read.readable) throw new Error(read.fault.code);
  return taken(read.outcome);
}

type Read = ReturnType<typeof fromFile>;

function pointsOf({ document, item }: Read, key: string): [number, string | undefined][] {
  const asked = item(key);
  if (asked?.kind !== "rating") throw new Error(`${key} is no rating`);
  return document.answerSets[asked.answerSet]!.points.map(({ value, label }) => [value, label.en]);
}

describe("every kind of question that LimeSurvey has, in its tab separated file", () => {
  const read = fromFile("limesurvey-all-kinds.txt");
  const kindsOf = (...keys: string[]) => keys.map((key) => read.item(key)?.kind);

  it("is taken over", () => {
    const { items, title, languages } = read.document;
    expect(title).toEqual({ lt: "Visi klausimų tipai", en: "All kinds of questions" });
    expect(languages).toEqual(["lt", "en"]);
    expect(
      kindsOf("F1_SQ001", "A5p_SQ001", "B10_SQ002", "C1_SQ001", "E1_SQ001", "H1_SQ001"),
    ).toEqual(Array(6).fill("rating"));
    expect(kindsOf("M1", "P1", "R1", "L1", "L2", "O1", "P5", "S1", "Y1", "G1")).toEqual([
      "multiple",
      "multiple",
      "ranking",
      "knowledge",
      "single",
      "single",
      "rating",
      "rating",
      "single",
      "single",
    ]);
    expect(kindsOf("N2", "DT", "SH", "LT", "HT", "vardas", "MN_SQ001", "X1")).toEqual([
      "number",
      "date",
      "short-text",
      "long-text",
      "long-text",
      "short-text",
      "number",
      "information",
    ]);
    expect(items).toHaveLength(63);
  });

  it("or its reason told", () => {
    expect(read.losses.map(({ code, name, detail }) => [name, code, detail])).toEqual([
      ["M1", "check-left-out", "SQ003"],
      ["P1", "comment-left-out", undefined],
      ["O1", "comment-left-out", undefined],
      ["S1", "taken-as-rating", "0, 1, 2, 3"],
      ["N2", "check-left-out", "{AGE_MAX}"],
      ["SH", "check-left-out", "/^[A-Z]+$/"],
      ["I1", "type-not-known", "Language Switch"],
      ["U1", "type-not-known", "File Upload"],
      ["EQ", "calculation-left-out", ""],
      ["C2", "condition-not-expressible", expect.stringContaining("M1_SQ002.NAOK")],
      ["C4", "condition-not-expressible", expect.stringContaining("count(")],
      ["C2", "insertion-left-in", "{N2.shown}"],
      ["ONE", "choices-too-few", "1"],
    ]);
  });

  it("counts by the values of an assessment, so that agreeing counts most", () => {
    expect(pointsOf(read, "F1_SQ001").map(([value]) => value)).toEqual([5, 4, 3, 2, 1]);
    expect(pointsOf(read, "F1_SQ001")[0]).toEqual([5, "Strongly agree"]);
    expect(pointsOf(read, "S1").map(([value]) => value)).toEqual([0, 1, 2, 3]);
  });

  it("takes the one answer that counts for the right one, and keeps not knowing apart", () => {
    expect(read.item("L1")).toMatchObject({
      correct: "ao02",
      points: 2,
      dontKnow: { lt: "Nežinau", en: "I do not know" },
      options: [{ value: "ao01" }, { value: "ao02" }],
    });
  });

  it("says yes last, where points count in their order", () => {
    expect(pointsOf(read, "C1_SQ001").map(([, label]) => label)).toEqual([
      "No",
      "Uncertain",
      "Yes",
    ]);
  });

  it("asks a table with two scales once by each, and a table of cells cell by cell", () => {
    expect(pointsOf(read, "D1_SQ002_A").map(([, label]) => label)).toEqual([
      "Low",
      "Middle",
      "High",
    ]);
    expect(pointsOf(read, "D1_SQ002_B").map(([, label]) => label)).toEqual([
      "Bad",
      "Good",
      "Great",
    ]);
    expect(read.item("D1_1_text")?.text.lt).toBe("Svarba ir pasitenkinimas – Pasitenkinimas");
    expect(read.item("N1_SQ002_K1")).toMatchObject({
      kind: "number",
      text: { lt: "Vadovauju – Sausis", en: "I lead – January" },
    });
    expect(read.item("T1_SQ001_K2")?.kind).toBe("short-text");
  });

  it("asks a row, and what depends on any other answer, under its condition", () => {
    const ruleOf = (key: string) => {
      const item = read.item(key);
      return item && "showIf" in item ? item.showIf?.conditions : undefined;
    };
    expect(ruleOf("F2_SQ001")).toBeUndefined();
    expect(ruleOf("F2_SQ002")).toEqual([{ item: "F1_SQ001", is: "equal", value: 5 }]);
    expect(ruleOf("C5")).toEqual([{ item: "L2", is: "equal", value: "other" }]);
  });
});

describe("one survey as two LimeSurveys write it", () => {
  const [three, six] = [fromFile("limesurvey-3.lss"), fromFile("limesurvey-6.lss")];

  it("is the same questionnaire with the same losses", () => {
    expect(six.document).toEqual(three.document);
    expect(six.losses).toEqual(three.losses);
  });

  it("has both languages, both scales and its conditions", () => {
    expect(three.document.items.map(({ key, kind }) => [key, kind])).toEqual([
      ["SKILL_text", "information"],
      ["SKILL_SQ001", "rating"],
      ["SKILL_SQ002", "rating"],
      ["DUAL_text", "information"],
      ["DUAL_SQ001_A", "rating"],
      ["DUAL_1_text", "information"],
      ["DUAL_SQ001_B", "rating"],
      ["NUMS_text", "information"],
      ["NUMS_SQ001_M1", "number"],
      ["NUMS_SQ001_M2", "number"],
      ["RANK", "ranking"],
      ["AREAS", "multiple"],
      ["CAP", "knowledge"],
      ["WHY", "short-text"],
    ]);
    expect(three.item("DUAL_1_text")?.text).toEqual({
      lt: "Svarba – Kokybė",
      en: "Importance – Quality",
    });
    expect(three.item("CAP")).toMatchObject({ correct: "ao02", dontKnow: { en: "I don’t know" } });
    expect(three.item("SKILL_SQ002")).toMatchObject({
      showIf: { conditions: [{ item: "SKILL_SQ001", is: "not-equal", value: 4 }] },
    });
    expect(three.codes).toEqual([
      "media-left-out CAP",
      "default-left-out WHY",
      "type-not-known FILE",
      "insertion-left-in WHY",
    ]);
  });
});
