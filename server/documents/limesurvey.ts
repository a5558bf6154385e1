import type { LimeAnswer, LimeQuestion, LimeSurvey } from "../domain/exchange/limesurvey.ts";
import { writeLimeSurveyRows } from "../domain/exchange/limesurvey-rows.ts";

/** A survey as LimeSurvey's tab separated file: UTF-8 with its mark, by which LimeSurvey knows it. */
export function writeLimeSurveyText(survey: LimeSurvey): Uint8Array {
  const lines = writeLimeSurveyRows(survey).map((row) => row.map(tabbedCell).join("\t"));
  return new TextEncoder().encode(`\ufeff${lines.join("\n")}\n`);
}

/** What a spreadsheet would compute gets the apostrophe that LimeSurvey's own writer gives it. */
function tabbedCell(text: string): string {
  const masked = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /["\t\n\r]/.test(masked) ? `"${masked.replaceAll('"', '""')}"` : masked;
}

type Row = Record<string, string | number>;

interface Tables {
  groups: Row[];
  group_l10ns: Row[];
  questions: Row[];
  subquestions: Row[];
  question_l10ns: Row[];
  question_attributes: Row[];
  answers: Row[];
  answer_l10ns: Row[];
}

const surveyId = 100_000;
/** The layout since LimeSurvey 4: texts stand in tables of their own. */
const layoutVersion = 480;

/** A survey as an .lss file: LimeSurvey's own tables as XML, in the layout of version 4 and later. */
export function writeLimeSurveyXml(survey: LimeSurvey): Uint8Array {
  const [base = "lt", ...others] = survey.languages;
  const tables = tablesOf(survey);
  const settings = survey.languages.map((language) => ({
    surveyls_survey_id: surveyId,
    surveyls_language: language,
    surveyls_title: survey.title[language] ?? "",
    surveyls_welcometext: survey.welcome[language] ?? "",
  }));
  const about = {
    sid: surveyId,
    language: base,
    additional_languages: others.join(" "),
    format: "G",
    anonymized: "Y",
  };
  const languages = survey.languages.map((language) => `<language>${cdata(language)}</language>`);
  const parts = [
    "<LimeSurveyDocType>Survey</LimeSurveyDocType>",
    `<DBVersion>${layoutVersion}</DBVersion>`,
    `<languages>${languages.join("")}</languages>`,
    ...Object.entries(tables).map(([name, rows]) => tableXml(name, rows)),
    tableXml("surveys", [about]),
    tableXml("surveys_languagesettings", settings),
  ];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<document>\n${parts.join("\n")}\n</document>\n`;
  return new TextEncoder().encode(xml);
}

function tableXml(name: string, rows: Row[]): string {
  if (rows.length === 0) return "";
  const fields = Object.keys(rows[0]!).map((field) => `<fieldname>${field}</fieldname>`);
  const written = rows.map((row) => {
    const cells = Object.entries(row).map(
      ([field, value]) => `<${field}>${cdata(String(value))}</${field}>`,
    );
    return `<row>${cells.join("")}</row>`;
  });
  return `<${name}><fields>${fields.join("")}</fields><rows>\n${written.join("\n")}\n</rows></${name}>`;
}

/** Text as it stands; its end mark is cut in two, and what XML cannot hold is left out. */
function cdata(text: string): string {
  const storable = text.replace(unstorable, "");
  return storable === "" ? "" : `<![CDATA[${storable.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

const unstorable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function tablesOf(survey: LimeSurvey): Tables {
  const tables: Tables = {
    groups: [],
    group_l10ns: [],
    questions: [],
    subquestions: [],
    question_l10ns: [],
    question_attributes: [],
    answers: [],
    answer_l10ns: [],
  };
  const numbers = { question: 0, answer: 0 };
  survey.groups.forEach((group, index) => {
    const gid = index + 1;
    tables.groups.push({
      gid,
      sid: surveyId,
      group_order: gid,
      randomization_group: "",
      grelevance: group.relevance,
    });
    for (const language of survey.languages) {
      const [group_name, description] = [
        group.name[language] ?? "",
        group.description[language] ?? "",
      ];
      tables.group_l10ns.push({
        id: tables.group_l10ns.length + 1,
        gid,
        group_name,
        description,
        language,
      });
    }
    group.questions.forEach((question, order) => {
      addQuestion(tables, question, {
        gid,
        order: order + 1,
        numbers,
        languages: survey.languages,
      });
    });
  });
  return tables;
}

interface Place {
  gid: number;
  order: number;
  numbers: { question: number; answer: number };
  languages: string[];
}

function addQuestion(tables: Tables, question: LimeQuestion, place: Place): void {
  const { gid, order, numbers, languages } = place;
  numbers.question += 1;
  const qid = numbers.question;
  tables.questions.push({
    qid,
    parent_qid: 0,
    sid: surveyId,
    gid,
    type: question.type,
    title: question.code,
    other: question.hasOther ? "Y" : "N",
    mandatory: question.isMandatory ? "Y" : "N",
    question_order: order,
    scale_id: 0,
    relevance: question.relevance,
  });
  for (const language of languages) addWording(tables, qid, question, language);
  for (const [attribute, value] of Object.entries(question.attributes)) {
    tables.question_attributes.push({ qid, attribute, value, language: "" });
  }
  question.subquestions.forEach((row, at) => {
    addSubquestion(tables, row, { ...place, qid, at: at + 1 });
  });
  question.answers.forEach((row, at) => {
    addAnswer(tables, row, { ...place, qid, at: at + 1 });
  });
}

function addWording(
  tables: Tables,
  qid: number,
  { text, help }: Pick<LimeQuestion, "text" | "help">,
  language: string,
): void {
  const id = tables.question_l10ns.length + 1;
  const [question, advice] = [text[language] ?? "", help[language] ?? ""];
  tables.question_l10ns.push({ id, qid, question, help: advice, language });
}

function addSubquestion(
  tables: Tables,
  { code, scale, text }: LimeAnswer,
  { gid, numbers, languages, qid: parent, at }: Place & { qid: number; at: number },
): void {
  numbers.question += 1;
  const qid = numbers.question;
  tables.subquestions.push({
    qid,
    parent_qid: parent,
    sid: surveyId,
    gid,
    type: "T",
    title: code,
    question_order: at,
    scale_id: scale,
    relevance: "1",
  });
  for (const language of languages) addWording(tables, qid, { text, help: {} }, language);
}

function addAnswer(
  tables: Tables,
  { code, scale, text }: LimeAnswer,
  { numbers, languages, qid, at }: Place & { qid: number; at: number },
): void {
  numbers.answer += 1;
  const aid = numbers.answer;
  tables.answers.push({ aid, qid, code, sortorder: at, assessment_value: 0, scale_id: scale });
  for (const language of languages) {
    const id = tables.answer_l10ns.length + 1;
    tables.answer_l10ns.push({ id, aid, answer: text[language] ?? "", language });
  }
}
