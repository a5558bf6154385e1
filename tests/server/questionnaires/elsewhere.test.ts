import fs from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { createApp } from "../../../server/app.ts";
import { appDeps, signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { aWorkbook } from "../../support/workbook.ts";

const now = new Date("2026-03-02T10:00:00Z");
const home = "/programmes/bandymas/questionnaires";
const golden = (name: string) => new Uint8Array(fs.readFileSync(`tests/golden/elsewhere/${name}`));
const forms = JSON.parse(strOf(golden("xlsforms.json")));
const lss = golden("limesurvey-3.lss");
const survey = (rows: string[][], more: Record<string, string[][]> = {}) =>
  aWorkbook({ survey: rows, ...more });
const json = (value: unknown) => strToU8(JSON.stringify(value));

function strOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Text of UTF-16 with its mark, as Excel saves "Unicode text". */
function wide(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
}

/** Files that strangers may bring, and a word of what they find on the page; each is read whole. */
const taken: [string, Uint8Array, string][] = [
  ["LimeSurvey's table", golden("limesurvey-all-kinds.txt"), "Visi klausimų tipai"],
  ["LimeSurvey's table as Excel saves it", wide(strOf(golden("limesurvey-all-kinds.txt"))), "Vis"],
  ["a survey of LimeSurvey 3", lss, "File Upload"],
  ["a survey of LimeSurvey 6", golden("limesurvey-6.lss"), "File Upload"],
  ["an archive of LimeSurvey", zipSync({ "survey_5.lss": lss }), "Kompetencijos"],
  ["a form of KoboToolbox", aWorkbook(forms.kobo), "nuotrauka (22\u00a0eilutė)"],
  ["a form for ODK", aWorkbook(forms.odk), "kids (13\u00a0eilutė)"],
  ["a form of SurveyCTO", aWorkbook(forms.surveyCto), "Moku planuoti"],
  ["a form with a title above", aWorkbook(forms.titled), "Kas patiko?"],
  ["a quiz of SurveyJS", golden("surveyjs-quiz.json"), "Žinių viktorina"],
  ["a survey of one question", json({ elements: [{ type: "text", name: "q" }] }), "Perskaityta"],
  [
    "JSON with a mark before it",
    strToU8(`\ufeff${strOf(golden("surveyjs-quiz.json"))}`),
    "viktorina",
  ],
  [
    "names that are words of the language",
    json({
      elements: [
        { type: "text", name: "__proto__" },
        { type: "text", name: "constructor" },
      ],
    }),
    "Perskaityta",
  ],
  [
    "two questions of one name",
    survey([
      ["type", "name", "label"],
      ["text", "a", "Pirmas"],
      ["text", "a", "Antras"],
    ]),
    "Antras",
  ],
  [
    "groups that are never closed",
    survey([
      ["type", "name", "label"],
      ["begin group", "g", "Dalis"],
      ["text", "a", "Kas?"],
    ]),
    "Dalis",
  ],
  [
    "ends without beginnings",
    survey([
      ["type", "name", "label"],
      ["end group"],
      ["end_repeat"],
      ["text", "a", "Kas?"],
      ["end score"],
    ]),
    "Kas?",
  ],
  [
    "a condition on what comes later",
    survey([
      ["type", "name", "label", "relevant"],
      ["text", "a", "Kas?", `\${b} = 1`],
      ["integer", "b", "Kiek?", ""],
    ]),
    "Rodymo sąlygos",
  ],
  [
    "a language of others",
    survey([
      ["type", "name", "label::Polski (pl)"],
      ["text", "a", "Dlaczego?"],
    ]),
    "kitos kalbos tekstai",
  ],
  [
    "a list that is not there",
    survey([
      ["type", "name", "label"],
      ["select_one nera", "a", "Kas?"],
      ["text", "b", "Kodėl?"],
    ]),
    "sąrašo faile nėra",
  ],
  [
    "questions without words",
    survey([
      ["type", "name"],
      ["text", "a"],
      ["note", "n"],
    ]),
    "Perskaityta",
  ],
];

/** Files that are refused, and the reason that is given. */
const refused: [string, Uint8Array, string][] = [
  ["a list of people", aWorkbook(forms.people), "nėra lapo „survey“"],
  [
    "a form without columns",
    survey([["klausimas"], ["Kas patiko?"]]),
    "stulpelių „type“ ir „name“",
  ],
  [
    "a form of unknown questions alone",
    survey([
      ["type", "name", "label"],
      ["geopoint", "g", "Kur?"],
    ]),
    "nė vieno klausimo",
  ],
  ["a group of LimeSurvey", strToU8(strOf(lss).replace(">Survey<", ">Group<")), "neatpažinome"],
  ["half a survey of LimeSurvey", lss.slice(0, 9_000), "sugadintas"],
  ["answers instead of questions", golden("surveymonkey.csv"), "neatpažinome"],
  ["a survey of Qualtrics", json({ SurveyEntry: {}, SurveyElements: [] }), "neatpažinome"],
  ["half a JSON", golden("surveyjs-quiz.json").slice(0, 900), "rašybos klaida"],
  ["JSON nested beyond reason", strToU8(`{"pages":${"[".repeat(200_000)}`), "rašybos klaida"],
  ["a list in JSON", json([{ type: "text" }]), "neatpažinome"],
  ["SurveyJS without questions", json({ pages: [{ elements: [] }] }), "nė vieno klausimo"],
  ["a page of the web", strToU8("<!doctype html><html><body>404</body></html>"), "neatpažinome"],
  ["a page of the web without a type", strToU8("<html><body>404</body></html>"), "neatpažinome"],
  ["a PDF", strToU8("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj<<>>\0\0endobj"), "nei lentelė, nei tekstas"],
  [
    "a table of LibreOffice",
    zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "content.xml": strToU8("<a/>"),
      "META-INF/manifest.xml": strToU8("<a/>"),
    }),
    "įrašykite kaip .xlsx",
  ],
  [
    "a letter of Word",
    zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") }),
    "lentelės jame nėra",
  ],
  [
    "an old Excel file",
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
    "senojo „Excel“",
  ],
  ["blanks alone", strToU8("\n \n"), "tuščias"],
];

async function aDesk(db: Db) {
  const deps = appDeps(db, { now: () => now });
  const programme = await aProgramme(db, now);
  const staff = await aStaffUser(db, programme, ["organiser"]);
  const visitor = await signedIn(createApp(deps), deps, staff);
  return async (bytes: Uint8Array, language = "lt") => {
    const file = new File([new Uint8Array(bytes)], "anketa");
    const fields = { waves: "before", language };
    return {
      visitor,
      response: await visitor.upload(`${home}/import/upload`, "file", file, fields),
    };
  };
}

describe("a file that a stranger brings", () => {
  const { db } = useDatabase();

  it.each(taken)("is read, shown and kept as a draft: %s", async (_, bytes, word) => {
    const { response, visitor } = await (await aDesk(db()))(bytes);
    expect(response.status).toBe(303);
    const address = response.headers.get("location")!;
    const page = await visitor.get(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(word);
    const kept = await visitor.post(address);
    expect(kept.status).toBe(303);
    expect((await visitor.get(kept.headers.get("location")!)).status).toBe(200);
  });

  it.each(refused)(
    "is refused with its reason, and nothing is kept: %s",
    async (_, bytes, word) => {
      const { response } = await (await aDesk(db()))(bytes);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(word);
      expect(await db().selectFrom("questionnaire_import").select("id").execute()).toEqual([]);
    },
  );
});
