import type { Text } from "../text.ts";
import type { XmlElement } from "../upload/element.ts";
import type { LimeAnswer, LimeQuestion, LimeSurvey } from "./limesurvey.ts";

type Row = Readonly<Record<string, string>>;

/** The tables of an .lss file by their names. */
type Tables = (name: string) => Row[];

/** Whether a document is a LimeSurvey survey, rather than one of its groups or questions. */
export function isLimeSurveyDocument(root: XmlElement): boolean {
  const kind = root.children.find(({ name }) => name === "LimeSurveyDocType")?.text.trim();
  return root.name === "document" && kind === "Survey";
}

/**
 * The survey in an .lss file: tables as XML. Up to version 3 a row stands there once a language with its texts; from 4
 * on texts stand in tables of their own, such as `question_l10ns`.
 */
export function readLimeSurveyTables(root: XmlElement): LimeSurvey {
  const tables = tablesOf(root);
  const settings = tables("surveys_languagesettings");
  const [survey = {}] = tables("surveys");
  const additional = (survey.additional_languages ?? "").split(" ");
  const listed = root.children.find(({ name }) => name === "languages")?.children ?? [];
  const languages = [survey.language, ...additional, ...listed.map(({ text }) => text.trim())];
  const known = languages.flatMap((language) => (language ? [language] : []));
  const base = known[0] ?? "";
  return {
    languages: [...new Set(known)],
    title: textBy(settings, "surveyls_language", "surveyls_title", base),
    welcome: textBy(settings, "surveyls_language", "surveyls_welcometext", base),
    groups: readGroups(tables, base),
  };
}

function tablesOf(root: XmlElement): Tables {
  const found = new Map<string, Row[]>();
  for (const table of root.children) {
    const rows = table.children.find(({ name }) => name === "rows")?.children ?? [];
    found.set(
      table.name,
      rows.map((row) =>
        Object.fromEntries(row.children.map(({ name, text }) => [name, text.trim()])),
      ),
    );
  }
  return (name) => found.get(name) ?? [];
}

function textBy(rows: Row[], languageField: string, field: string, base: string): Text {
  const wordings = rows.map((row) => [row[languageField] || base, row[field] ?? ""] as const);
  return Object.fromEntries(wordings.filter(([, wording]) => wording !== ""));
}

/** Rows that are one thing in several languages, in the order that the file gives them. */
function distinct(rows: Row[], idField: string, orderField: string): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(row[idField] ?? "")) first.set(row[idField] ?? "", row);
  const order = (row: Row) => Number(row[orderField] ?? 0) || 0;
  return [...first.values()].sort((a, b) => order(a) - order(b));
}

/** The texts of a thing: in its own rows, or in the table beside them. */
function textsOf(own: Row[], beside: Row[], key: { field: string; id: string }) {
  const ofThis = (row: Row) => row[key.field] === key.id;
  const rows = [...own.filter(ofThis), ...beside.filter(ofThis)];
  return (field: string, base: string) => textBy(rows, "language", field, base);
}

function readGroups(tables: Tables, base: string): LimeSurvey["groups"] {
  const groups = tables("groups");
  const questions = distinct(tables("questions"), "qid", "question_order");
  return distinct(groups, "gid", "group_order").map((row) => {
    const gid = row.gid ?? "";
    const texts = textsOf(groups, tables("group_l10ns"), { field: "gid", id: gid });
    return {
      name: texts("group_name", base),
      description: texts("description", base),
      relevance: row.grelevance ?? "",
      questions: questions
        .filter((question) => question.gid === gid && !isInner(question))
        .map((question) => readQuestion(question, tables, base)),
    };
  });
}

function isInner({ parent_qid }: Row): boolean {
  return parent_qid !== undefined && parent_qid !== "" && parent_qid !== "0";
}

function readQuestion(row: Row, tables: Tables, base: string): LimeQuestion {
  const qid = row.qid ?? "";
  const texts = textsOf(tables("questions"), tables("question_l10ns"), { field: "qid", id: qid });
  const attributes = tables("question_attributes").filter((one) => one.qid === qid && one.value);
  const isOfOther = ({ language }: Row) => Boolean(language) && language !== base;
  return {
    code: row.title ?? "",
    type: row.type ?? "",
    text: texts("question", base),
    help: texts("help", base),
    isMandatory: /^[YS]$/.test(row.mandatory ?? ""),
    validation: row.preg ?? "",
    hasDefault: tables("defaultvalues").some((one) => one.qid === qid),
    hasOther: row.other === "Y",
    relevance: row.relevance || conditionsOf(qid, tables),
    attributes: Object.fromEntries(
      [...attributes.filter(isOfOther), ...attributes.filter((one) => !isOfOther(one))].map(
        ({ attribute = "", value = "" }) => [attribute, value],
      ),
    ),
    wordings: wordingsOf(attributes, base),
    subquestions: readSubquestions(qid, tables, base),
    answers: readAnswers(qid, tables, base),
  };
}

function wordingsOf(attributes: readonly Row[], base: string): Record<string, Text> {
  const wordings: Record<string, Text> = {};
  for (const { attribute = "", language, value = "" } of attributes) {
    wordings[attribute] = { ...wordings[attribute], [language || base]: value };
  }
  return wordings;
}

/** Before relevance there were conditions on fields named by numbers, which only the survey itself could resolve. */
function conditionsOf(qid: string, tables: Tables): string {
  const own = tables("conditions").filter((row) => row.qid === qid);
  return own
    .map(({ cfieldname = "", method = "", value = "" }) => `${cfieldname} ${method} ${value}`)
    .join("; ");
}

function readSubquestions(qid: string, tables: Tables, base: string): LimeAnswer[] {
  const all = [...tables("subquestions"), ...tables("questions").filter(isInner)];
  const own = distinct(
    all.filter((row) => row.parent_qid === qid),
    "qid",
    "question_order",
  );
  return own.map((row) => {
    const key = { field: "qid", id: row.qid ?? "" };
    const text = textsOf(all, tables("question_l10ns"), key)("question", base);
    const relevance = row.relevance ?? "";
    return { code: row.title ?? "", scale: row.scale_id || "0", text, assessment: 0, relevance };
  });
}

/** Older answers are known by question, scale and code; newer ones have a number. */
function readAnswers(qid: string, tables: Tables, base: string): LimeAnswer[] {
  const own = tables("answers").filter((row) => row.qid === qid);
  const named = own.map((row) => ({ ...row, of: `${row.scale_id || "0"} ${row.code ?? ""}` }));
  return distinct(named, "of", "sortorder").map((row) => {
    const same = named.filter(({ of }) => of === row.of);
    const beside = tables("answer_l10ns").filter(
      (one) => (row.aid && one.aid === row.aid) || (one.qid === qid && one.code === row.code),
    );
    const text = textBy([...same, ...beside], "language", "answer", base);
    const assessment = Number(row.assessment_value) || 0;
    return { code: row.code ?? "", scale: row.scale_id || "0", text, assessment, relevance: "" };
  });
}
