import { fold } from "./fold.ts";

type Rows = readonly (readonly string[])[];

/** Where the headings of a table stand. */
export interface HeadPlace {
  /** The row of the headings, counted from 1. */
  headRow: number;
  /** Whether the row below names the options or rows of the question above it, as SurveyMonkey writes. */
  optionRow?: boolean;
}

/** Under a question that has one cell alone. */
const wholeWords = new Set([
  "",
  "response",
  "open ended response",
  "atsakymas",
  "atviras atsakymas",
]);

/** The headings of a table, one for each column; of two rows they are joined to "Question [Option]". */
export function headsOf(rows: Rows, { headRow, optionRow }: HeadPlace): string[] {
  const heads = rows[headRow - 1] ?? [];
  if (!optionRow) return [...heads];
  let question = "";
  return (rows[headRow] ?? []).map((below, at) => {
    if ((heads[at] ?? "").trim() !== "") question = heads[at]!;
    const isWhole = wholeWords.has(fold(below));
    return isWhole ? (heads[at] ?? "") : `${question} [${below.trim()}]`;
  });
}

/** The first row of answers, counted from 0. */
export function firstRowOf({ headRow, optionRow }: HeadPlace): number {
  return optionRow ? headRow + 1 : headRow;
}

/**
 * Whether the row below the headings belongs to them: it begins with nothing where they name the respondent, and has
 * words under questions that stand over several columns, or "Response" under others.
 */
export function hasOptionRow(rows: Rows, headRow: number): boolean {
  const [heads = [], below = []] = [rows[headRow - 1], rows[headRow]];
  if ((heads[0] ?? "").trim() === "" || (below[0] ?? "").trim() !== "") return false;
  const isSpread = heads.some((head, at) => head.trim() === "" && (below[at] ?? "").trim() !== "");
  const isResponse = below.some((cell) => fold(cell) !== "" && wholeWords.has(fold(cell)));
  return isResponse || isSpread;
}
