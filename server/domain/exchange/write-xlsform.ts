import type { AnswerSet, Item, QuestionnaireDocument, Rule } from "../questionnaire/document.ts";
import type { Text } from "../text.ts";
import { commonLosses, sectionsWithItems, wayOutNames } from "./export-losses.ts";
import type { Exported, Loss } from "./loss.ts";

export interface XlsformSheet {
  name: "survey" | "choices" | "settings";
  rows: string[][];
}

interface Choice {
  name: string;
  label: Text;
}

interface Writing {
  document: QuestionnaireDocument;
  lists: Map<string, Choice[]>;
  losses: Loss[];
}

/** What stands in the columns after "type" and "name" of a row. */
interface Row {
  type: string;
  name: string;
  label?: Text;
  hint?: Text;
  required?: boolean;
  relevant?: string;
  appearance?: string;
  constraint?: string;
  parameters?: string;
}

const languageNames: Record<string, string> = { lt: "Lietuvių (lt)", en: "English (en)" };

/** A questionnaire as the three sheets of an XLSForm (xlsform.org), with every language in columns of its own. */
export function writeXlsform(document: QuestionnaireDocument): Exported<XlsformSheet[]> {
  const writing: Writing = { document, lists: new Map(), losses: commonLosses(document) };
  const rows = sectionsWithItems(document).flatMap(({ section, items }) => [
    { type: "begin_group", name: section.key, label: section.title },
    ...(section.stem ? [{ type: "note", name: `${section.key}_stem`, label: section.stem }] : []),
    ...items.map((item) => itemRow(item, writing)),
    { type: "end_group", name: "" },
  ]);
  const [first = "lt"] = document.languages;
  const content: XlsformSheet[] = [
    { name: "survey", rows: surveyRows(rows, document.languages) },
    { name: "choices", rows: choiceRows(writing) },
    {
      name: "settings",
      rows: [
        ["form_title", "form_id", "default_language"],
        [document.title[first] ?? "", document.key.replace(/-/g, "_"), nameOf(first)],
      ],
    },
  ];
  return { content, losses: writing.losses };
}

function nameOf(language: string): string {
  return languageNames[language] ?? `${language} (${language})`;
}

function surveyRows(rows: Row[], languages: string[]): string[][] {
  const wording = (text: Text | undefined) => languages.map((language) => text?.[language] ?? "");
  return [
    [
      "type",
      "name",
      ...languages.map((language) => `label::${nameOf(language)}`),
      ...languages.map((language) => `hint::${nameOf(language)}`),
      "required",
      "relevant",
      "appearance",
      "constraint",
      "parameters",
    ],
    ...rows.map((row) => [
      row.type,
      row.name,
      ...wording(row.label),
      ...wording(row.hint),
      row.required ? "yes" : "",
      row.relevant ?? "",
      row.appearance ?? "",
      row.constraint ?? "",
      row.parameters ?? "",
    ]),
  ];
}

function choiceRows({ lists, document: { languages } }: Writing): string[][] {
  const rows = [...lists].flatMap(([list, choices]) =>
    choices.map(({ name, label }) => [
      list,
      name,
      ...languages.map((language) => label[language] ?? ""),
    ]),
  );
  return [["list_name", "name", ...languages.map((one) => `label::${nameOf(one)}`)], ...rows];
}

function itemRow(item: Item, writing: Writing): Row {
  const common: Row = {
    ...typeOf(item, writing),
    name: item.key,
    label: item.text,
    required: item.isRequired,
  };
  if (item.help) common.hint = item.help;
  if (item.showIf) common.relevant = relevantOf(item.showIf, writing);
  return common;
}

function typeOf(
  item: Item,
  writing: Writing,
): Pick<Row, "type" | "appearance" | "constraint" | "parameters"> {
  switch (item.kind) {
    case "rating":
      return { type: `select_one ${ratingList(item.answerSet, writing)}`, appearance: "likert" };
    case "single":
      return {
        type: `select_one ${optionList(item, writing)}${item.hasOther ? " or_other" : ""}`,
        ...order(item),
      };
    case "multiple":
      if (item.minimum !== undefined || item.maximum !== undefined) {
        writing.losses.push({ code: "limits-left-out", name: item.key });
      }
      return {
        type: `select_multiple ${optionList(item, writing)}${item.hasOther ? " or_other" : ""}`,
        ...order(item),
      };
    case "knowledge":
      return { type: `select_one ${knowledgeList(item, writing)}`, ...order(item) };
    case "recommendation":
      return { type: `select_one ${recommendationList(item, writing)}` };
    case "ranking":
      return { type: `rank ${optionList(item, writing)}`, ...order(item) };
    case "number":
      if (item.unit) writing.losses.push({ code: "unit-left-out", name: item.key });
      return { type: item.decimals === 0 ? "integer" : "decimal", ...limitsOf(item) };
    default:
      return { ...plainTypes[item.kind] };
  }
}

const plainTypes = {
  "short-text": { type: "text" },
  "long-text": { type: "text", appearance: "multiline" },
  date: { type: "date" },
  consent: { type: "acknowledge" },
  information: { type: "note" },
} as const;

function order({ isShuffled }: { isShuffled: boolean }): { parameters?: string } {
  return isShuffled ? { parameters: "randomize=true" } : {};
}

function limitsOf({ minimum, maximum }: { minimum?: number; maximum?: number }) {
  const parts = [
    ...(minimum === undefined ? [] : [`. >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`. <= ${maximum}`]),
  ];
  return parts.length === 0 ? {} : { constraint: parts.join(" and ") };
}

function ratingList(key: string, { document, lists, losses }: Writing): string {
  const set: AnswerSet | undefined = document.answerSets[key];
  if (!lists.has(key) && set) {
    const waysOut = [
      ...(set.noOpportunity ? [{ name: wayOutNames.noOpportunity, label: set.noOpportunity }] : []),
      ...(set.cannotAnswer ? [{ name: wayOutNames.cannotAnswer, label: set.cannotAnswer }] : []),
    ];
    for (const { name } of waysOut)
      losses.push({ code: "way-out-as-option", name: key, detail: name });
    const points = set.points.map(({ value, label }) => ({ name: String(value), label }));
    lists.set(key, [...points, ...waysOut]);
  }
  return key;
}

function optionList(
  { key, options }: { key: string; options: { value: string; label: Text }[] },
  { lists }: Writing,
): string {
  lists.set(
    `${key}_options`,
    options.map(({ value, label }) => ({ name: value, label })),
  );
  return `${key}_options`;
}

function knowledgeList(item: Extract<Item, { kind: "knowledge" }>, writing: Writing): string {
  const list = optionList(item, writing);
  writing.losses.push({ code: "knowledge-key-left-out", name: item.key, detail: item.correct });
  if (item.dontKnow) {
    const way = { name: wayOutNames.dontKnow, label: item.dontKnow };
    writing.lists.get(list)!.push(way);
    writing.losses.push({ code: "way-out-as-option", name: item.key, detail: way.name });
  }
  return list;
}

function recommendationList(
  { key, lowLabel, highLabel }: Extract<Item, { kind: "recommendation" }>,
  { lists, document }: Writing,
): string {
  const numbered = (number: number) =>
    Object.fromEntries(document.languages.map((language) => [language, String(number)]));
  const label = (number: number) =>
    number === 0 ? lowLabel : number === 10 ? highLabel : numbered(number);
  lists.set(
    `${key}_options`,
    Array.from({ length: 11 }, (_, number) => ({ name: String(number), label: label(number) })),
  );
  return `${key}_options`;
}

function relevantOf({ match, conditions }: Rule, { document }: Writing): string {
  const kinds = new Map(document.items.map(({ key, kind }) => [key, kind]));
  const parts = conditions.map((one) => relevantPart(one, kinds.get(one.item) === "number"));
  return parts.join(match === "all" ? " and " : " or ");
}

function relevantPart({ item, is, value }: Rule["conditions"][number], isNumber: boolean): string {
  const reference = `\${${item}}`;
  const quote = String(value).includes("'") ? '"' : "'";
  const quoted = isNumber ? String(value) : `${quote}${value}${quote}`;
  switch (is) {
    case "answered":
      return `${reference} != ''`;
    case "equal":
      return `${reference} = ${quoted}`;
    case "not-equal":
      return `${reference} != ${quoted}`;
    case "includes":
      return `selected(${reference}, ${quoted})`;
    case "at-least":
      return `${reference} >= ${value}`;
    case "at-most":
      return `${reference} <= ${value}`;
  }
}
