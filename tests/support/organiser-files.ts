import type { Hono } from "hono";
import { rawWorkbook } from "../server/uploads/workbooks.ts";
import { visitorOf } from "./app.ts";

export interface ListedPerson {
  name: string;
  town: string;
}

const towns = ["Utena", "Molėtai", "Ignalina"] as const;
const firstNames = ["Rasa", "Jonas", "Ieva", "Tomas", "Žydrūnė", "Petras", "Aušra", "Česlovas"];
const lastNames = ["Kazlauskaitė", "Žukas", "Ąžuolienė", "Ūselis", "Šimkutė"];

/** Forty people of three towns, no two of one name. */
export const listedPeople: readonly ListedPerson[] = Array.from({ length: 40 }, (_, index) => ({
  name: `${firstNames[index % 8]} ${lastNames[Math.floor(index / 8)]}`,
  town: towns[index % 3]!,
}));

/** A list as a colleague sends it: a title over merged cells, missing and shared addresses, one row twice, a signature. */
export function peopleWorkbook(): Uint8Array {
  const rows = listedPeople.map(({ name, town }, index) => {
    const address = index % 9 === 4 ? "" : index % 7 === 3 ? "biblioteka" : `asmuo${index}`;
    const email = address && `${address}@example.org`;
    return [String(index + 1), name, email, town, `${town}, ${index} biblioteka`, "Savivalda"];
  });
  const heads = ["Eil. Nr.", "Vardas, pavardė", "El. paštas", "Miestas", "Įstaiga", "Sritis"];
  const all = [["Dalyvių sąrašas"], [], heads, ...rows, rows[0]!, [], ["Sudarė: R. Pavyzdė"]];
  const after = `<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A${all.length}:F${all.length}"/></mergeCells>`;
  return rawWorkbook({ sheets: [{ name: "Dalyviai 2026", data: rowsXml(all), after }] });
}

const agreement = [
  ["1", "Visiškai nesutinku", "Strongly disagree"],
  ["2", "Nesutinku", "Disagree"],
  ["3", "Nei sutinku, nei nesutinku", "Neither"],
  ["4", "Sutinku", "Agree"],
  ["5", "Visiškai sutinku", "Strongly agree"],
].map((row) => ["agree", ...row]);

/** An XLSForm with groups, two languages, a question of knowledge as a plain choice, and one that depends on another. */
export function surveyWorkbook(): Uint8Array {
  const labels = ["label::Lietuvių (lt)", "label::English (en)"];
  const survey = [
    ["type", "name", ...labels, "required", "relevant"],
    ["begin_group", "skills", "Skaitmeniniai įgūdžiai", "Digital skills"],
    ["select_one agree", "s1", "Atpažįstu patikimą informaciją.", "I know good sources.", "yes"],
    ["select_one agree", "s2", "Padedu naudotis e. paslaugomis.", "I help with e-services.", "yes"],
    ["select_one agree", "s3", "Saugiai tvarkau duomenis.", "I handle data safely.", "yes"],
    ["end_group"],
    ["begin_group", "know", "Žinios", "Knowledge"],
    ["select_one law", "k1", "Ką reiškia BDAR?", "What does GDPR stand for?"],
    ["end_group"],
    ["select_one yesno", "used", "Ar padėjote lankytojui?", "Did you help a visitor?"],
    ["text", "how", "Kuo padėjote?", "How did you help?", "", `\${used} = 'yes'`],
  ];
  const choices = [
    ["list_name", "name", ...labels],
    ...agreement,
    ["law", "a", "Bendrasis duomenų apsaugos reglamentas", "General Data Protection Regulation"],
    ["law", "b", "Bibliotekų duomenų archyvas", "Library data archive"],
    ["yesno", "yes", "Taip", "Yes"],
    ["yesno", "no", "Ne", "No"],
  ];
  const settings = [["form_title"], ["Skaitmeniniai įgūdžiai"]];
  const sheets = Object.entries({ survey, choices, settings });
  return rawWorkbook({ sheets: sheets.map(([name, rows]) => ({ name, data: rowsXml(rows) })) });
}

/** A participant at a phone of their own answers that questionnaire, every rating with the same point. */
export async function answerSurvey(app: Hono, code: string, point: number): Promise<void> {
  const phone = visitorOf(app);
  await phone.post("/k", { code });
  await phone.post("/a", { "_statement.participate": "yes", _go: "next" });
  const value = String(point);
  await phone.post("/a/parts/skills", { s1: value, s2: value, s3: value, _go: "next" });
  await phone.post("/a/parts/know", { k1: "a", _go: "next" });
  await phone.post("/a/parts/form", { used: "no", _go: "next" });
  const sent = await phone.post("/a/response", { _go: "next" });
  if (sent.headers.get("location") !== "/a/receipt") throw new Error(`${code} was not received`);
}

/** A picture for the row of logos. */
export const logo = new TextEncoder().encode(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#235"/></svg>`,
);

function rowsXml(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((text, at) => cellXml(text, at, row)).join("")}</row>`,
    )
    .join("");
}

function cellXml(text: string, column: number, row: number): string {
  if (text === "") return "";
  const place = `${String.fromCharCode(65 + column)}${row + 1}`;
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
