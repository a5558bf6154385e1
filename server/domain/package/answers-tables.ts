import { answerCell, otherCell } from "../analysis/answer-cell.ts";
import { headingsOf, responseColumns } from "../analysis/answer-columns.ts";
import { buildAnswersTable } from "../analysis/answers-table.ts";
import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import { type Answer, isMissing } from "../response/answers.ts";
import type { PackageForm, PackageResponse } from "./package-response.ts";

type Cell = string | number | null;

export interface Table {
  columns: string[];
  rows: Cell[][];
}

const wordKinds: readonly Item["kind"][] = ["short-text", "long-text"];

/** Whether people answer this item wholly in their own words. */
export function isOpenText(item: Item): boolean {
  return wordKinds.includes(item.kind);
}

/** The columns about a response that are no answers; the analysis passes over what begins with `x_`. */
export function factColumns({ consentKeys }: PackageForm): string[] {
  const consents = consentKeys.map((key) => `x_consent_${key}`);
  return ["x_day", "x_channel", "x_language", "x_version", ...consents];
}

function factsOf(response: PackageResponse, { consentKeys }: PackageForm): Cell[] {
  const { day, channel, language, version, consents } = response;
  return [day, channel, language, version, ...consentKeys.map((key) => yesOrNo(consents[key]))];
}

function yesOrNo(isGiven: boolean | undefined): Cell {
  return isGiven === undefined ? null : isGiven ? "yes" : "no";
}

/**
 * One row a response: the table that `readResponses` reads (docs/DATA.md), and behind it what is known of each response
 * besides. Without open texts their columns are left out, as of questions that nobody was asked.
 */
export function buildWideTable(
  document: QuestionnaireDocument,
  responses: readonly PackageResponse[],
  form: PackageForm,
): Table {
  const { columns, rows } = buildAnswersTable(document, responses);
  const open = new Set(form.hasOpenTexts ? [] : document.items.flatMap(openHeadings));
  const isKept = (_: unknown, index: number) => !open.has(columns[index]!);
  return {
    columns: [...columns.filter(isKept), ...factColumns(form)],
    rows: rows.map((row, index) => [...row.filter(isKept), ...factsOf(responses[index]!, form)]),
  };
}

/** The headings of an item under which people's own words stand. */
function openHeadings(item: Item): string[] {
  if (isOpenText(item)) return headingsOf(item);
  return headingsOf(item).filter((heading) => heading !== item.key);
}

/** The same for responses that no figure counts, each with the reason. */
export function buildExcludedTable(
  document: QuestionnaireDocument,
  responses: readonly PackageResponse[],
  form: PackageForm,
): Table {
  const { columns, rows } = buildWideTable(document, responses, form);
  return {
    columns: ["x_excluded_because", ...columns],
    rows: rows.map((row, index) => [responses[index]!.excludedBecause, ...row]),
  };
}

/**
 * One row an answer, of the items that the response's wave asks: what was answered, or why nothing was. Rows come while
 * they are read, and once: all of them together would take many times the memory of the answers.
 */
export function buildLongTable(
  document: QuestionnaireDocument,
  responses: readonly PackageResponse[],
  form: PackageForm,
): { columns: string[]; rows: Iterable<Cell[]> } {
  return {
    columns: [...responseColumns, "x_day", "item", "answer", "missing"],
    rows: allLongRows(document, responses, form),
  };
}

function* allLongRows(
  document: QuestionnaireDocument,
  responses: readonly PackageResponse[],
  form: PackageForm,
): Generator<Cell[]> {
  for (const response of responses) yield* longRows(document, response, form);
}

function longRows(
  document: QuestionnaireDocument,
  { pair, locality, wave, day, answers }: PackageResponse,
  { hasOpenTexts }: PackageForm,
): Cell[][] {
  const asked = document.items.filter(
    (item) => headingsOf(item).length > 0 && item.waves.includes(wave),
  );
  return asked.flatMap((item) => {
    const answer = answers[item.key] ?? { missing: "not-asked" };
    const own = hasOpenTexts || !isOpenText(item) ? [ownCells(item, answer)] : [];
    const words = hasOpenTexts ? otherCell(answer) : null;
    const other = words === null ? [] : [[subFieldOf(item.key, otherValue), words, null]];
    return [...own, ...other].map((cells) => [pair, locality, wave, day, ...cells]);
  });
}

function ownCells(item: Item, answer: Answer): Cell[] {
  if (isMissing(answer)) return [item.key, null, answer.missing];
  return [item.key, answerCell(item, answer), null];
}
