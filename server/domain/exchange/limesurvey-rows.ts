import type { Text } from "../text.ts";
import { type NamedRow, namedRows } from "./foreign-table.ts";
import type { LimeAnswer, LimeGroup, LimeQuestion, LimeSurvey } from "./limesurvey.ts";

/** Whether a table has the columns that LimeSurvey's tab separated file has. */
export function isLimeSurveyTable(rows: readonly (readonly string[])[]): boolean {
  const columns = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  return ["class", "type/scale", "name", "text"].every((name) => columns.includes(name));
}

/** Columns that are the question itself; all others are attributes. */
const ownColumns = new Set(
  "id,related_id,class,type/scale,name,relevance,text,help,language,validation,mandatory,encrypted,other,default,same_default,same_script".split(
    ",",
  ),
);

/**
 * The survey in LimeSurvey's tab separated file. The whole structure stands there once a language, one after the other;
 * what belongs together has the same place in each. Questions belong to the group before them, answers to the question.
 */
export function readLimeSurveyRows(rows: readonly (readonly string[])[]): LimeSurvey {
  const attributeColumns = (rows[0] ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== "" && !ownColumns.has(name.toLowerCase()));
  const named = namedRows(rows);
  const setting = (name: string) =>
    cell(
      named.find((row) => row.get("class") === "S" && row.get("name") === name),
      "text",
    );
  const base =
    setting("language") || named.find((row) => row.get("class") === "G")?.get("language");
  const survey: LimeSurvey = {
    languages: [base ?? "", ...setting("additional_languages").split(" ")].filter(
      (one) => one !== "",
    ),
    title: {},
    welcome: {},
    groups: [],
  };
  const place = { survey, group: -1, question: -1, answer: -1, subquestion: -1, language: "" };
  for (const row of named) readRow(row, place, attributeColumns);
  return survey;
}

interface Place {
  survey: LimeSurvey;
  language: string;
  group: number;
  question: number;
  subquestion: number;
  answer: number;
}

function readRow(row: NamedRow, place: Place, attributeColumns: string[]): void {
  const kind = row.get("class").toUpperCase();
  const language = row.get("language") || place.survey.languages[0] || "";
  if (kind === "SL") readLanguageSetting(row, place.survey, language);
  if (kind === "G") readGroup(row, place, language);
  const group = place.survey.groups[place.group];
  if (!group) return;
  if (kind === "Q") readQuestion(row, { place, group, language, attributeColumns });
  const question = group.questions[place.question];
  if (!question) return;
  if (kind === "SQ")
    place.subquestion = readAnswer(row, question.subquestions, place.subquestion, language);
  if (kind === "A") place.answer = readAnswer(row, question.answers, place.answer, language);
}

function readLanguageSetting(row: NamedRow, survey: LimeSurvey, language: string): void {
  if (row.get("name") === "surveyls_title") survey.title[language] = cell(row, "text");
  if (row.get("name") === "surveyls_welcometext") survey.welcome[language] = cell(row, "text");
}

/** A group in another language than the last begins the structure anew. */
function readGroup(row: NamedRow, place: Place, language: string): void {
  place.group = language === place.language || place.language === "" ? place.group + 1 : 0;
  place.language = language;
  place.question = -1;
  const group = atPlace<LimeGroup>(place.survey.groups, place.group, () => ({
    name: {},
    description: {},
    relevance: cell(row, "relevance"),
    questions: [],
  }));
  group.name[language] = cell(row, "name");
  group.description[language] = cell(row, "text");
}

function readQuestion(
  row: NamedRow,
  given: { place: Place; group: LimeGroup; language: string; attributeColumns: string[] },
): void {
  const { place, group, language } = given;
  place.question += 1;
  place.answer = -1;
  place.subquestion = -1;
  const question = atPlace<LimeQuestion>(group.questions, place.question, () =>
    newQuestion(row, given.attributeColumns),
  );
  question.text[language] = cell(row, "text");
  question.help[language] = cell(row, "help");
  for (const name of given.attributeColumns) {
    const wording = cell(row, name);
    if (wording !== "")
      question.wordings[name] = { ...question.wordings[name], [language]: wording };
  }
}

function newQuestion(row: NamedRow, attributeColumns: string[]): LimeQuestion {
  const attributes = attributeColumns.map((name) => [name, cell(row, name)] as const);
  return {
    code: cell(row, "name"),
    type: row.get("type/scale"),
    text: {},
    help: {},
    isMandatory: /^[YS]$/.test(row.get("mandatory")),
    validation: cell(row, "validation"),
    hasDefault: row.get("default") !== "",
    hasOther: row.get("other") === "Y",
    relevance: cell(row, "relevance"),
    attributes: Object.fromEntries(attributes.filter(([, value]) => value !== "")),
    wordings: {},
    subquestions: [],
    answers: [],
  };
}

/** An answer's value in an assessment stands where others have their relevance; some files name a column for it. */
function readAnswer(row: NamedRow, list: LimeAnswer[], last: number, language: string): number {
  const at = last + 1;
  const isAnswer = row.get("class").toUpperCase() === "A";
  const answer = atPlace<LimeAnswer>(list, at, () => ({
    code: cell(row, "name"),
    text: {},
    scale: row.get("type/scale") || "0",
    ...(isAnswer
      ? {
          assessment: Number(row.get("assessment_value") || row.get("relevance")) || 0,
          relevance: "",
        }
      : { assessment: 0, relevance: cell(row, "relevance") }),
  }));
  answer.text[language] = cell(row, "text");
  return at;
}

function atPlace<T>(list: T[], at: number, make: () => T): T {
  if (at >= list.length) list.push(make());
  return list[Math.min(at, list.length - 1)]!;
}

/** Its writer puts an apostrophe before what a spreadsheet would compute. */
function cell(row: NamedRow | undefined, column: string): string {
  return (row?.get(column) ?? "").replace(/^'(?=[=+\-@])/, "");
}

/** The table that LimeSurvey reads back; codes and texts are made fit by whoever made the survey. */
export function writeLimeSurveyRows(survey: LimeSurvey): string[][] {
  const attributeColumns = [
    ...new Set(
      survey.groups.flatMap(({ questions }) =>
        questions.flatMap(({ attributes }) => Object.keys(attributes)),
      ),
    ),
  ].sort();
  const columns = [...ownColumns, ...attributeColumns];
  const [base = "lt", ...others] = survey.languages;
  const lines: Record<string, string>[] = [
    { class: "S", name: "language", text: base },
    ...(others.length > 0
      ? [{ class: "S", name: "additional_languages", text: others.join(" ") }]
      : []),
    { class: "S", name: "format", text: "G" },
    { class: "S", name: "anonymized", text: "Y" },
    ...survey.languages.flatMap((language) => languageRows(survey, language)),
    ...survey.languages.flatMap((language) => structureRows(survey, language, language === base)),
  ];
  return [columns, ...lines.map((line) => columns.map((column) => oneLine(line[column] ?? "")))];
}

function languageRows(survey: LimeSurvey, language: string): Record<string, string>[] {
  const row = (name: string, text: Text) => ({
    class: "SL",
    name,
    text: text[language] ?? "",
    language,
  });
  return [row("surveyls_title", survey.title), row("surveyls_welcometext", survey.welcome)];
}

/** Attributes belong to the first language alone: LimeSurvey would store them once for each. */
function structureRows(
  survey: LimeSurvey,
  language: string,
  isBase: boolean,
): Record<string, string>[] {
  return survey.groups.flatMap((group, index) => [
    {
      class: "G",
      "type/scale": String(index + 1),
      name: group.name[language] ?? "",
      text: group.description[language] ?? "",
      relevance: group.relevance,
      language,
    },
    ...group.questions.flatMap((question) => questionRows(question, language, isBase)),
  ]);
}

function questionRows(
  question: LimeQuestion,
  language: string,
  isBase: boolean,
): Record<string, string>[] {
  const answerRow = (kind: "SQ" | "A") => (answer: LimeAnswer) => ({
    class: kind,
    "type/scale": answer.scale,
    name: answer.code,
    text: answer.text[language] ?? "",
    language,
  });
  return [
    {
      ...(isBase ? question.attributes : {}),
      class: "Q",
      "type/scale": question.type,
      name: question.code,
      relevance: question.relevance,
      text: question.text[language] ?? "",
      help: question.help[language] ?? "",
      mandatory: question.isMandatory ? "Y" : "N",
      other: question.hasOther ? "Y" : "N",
      language,
    },
    ...question.subquestions.map(answerRow("SQ")),
    ...question.answers.map(answerRow("A")),
  ];
}

/** Its reader takes the file line by line. */
function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ");
}
