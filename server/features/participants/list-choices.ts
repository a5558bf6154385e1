import { z } from "zod";
import type { UploadedList } from "../../../db/queries/uploaded-lists.ts";
import type { ColumnsMistake } from "../../../web/pages/participants/import.tsx";
import {
  findHeadRow,
  type ListColumns,
  type ListField,
  listFields,
  namesPeople,
  proposeColumns,
} from "../../domain/participant/list-columns.ts";
import { participantRoles } from "../../domain/participant/list-row.ts";
import { type SentFields, typed } from "./participant-form.ts";

/** How a list is to be read: which sheet, where its heads are, what its columns hold. */
const choicesSchema = z.object({
  sheet: z.number().int().min(0),
  /** Counted from 0. */
  headRow: z.number().int().min(0),
  columns: z.partialRecord(z.enum(listFields), z.number().int().min(0)),
  /** A locality's key, or nothing. */
  locality: z.string(),
  role: z.enum(participantRoles),
  isFilledDown: z.boolean(),
  /** A field was given to two columns. */
  isTwice: z.boolean(),
});
export type ListChoices = z.infer<typeof choicesSchema>;

/** Columns beyond are not offered; nobody keeps people in so many. */
export const mostColumns = 60;

/** What was chosen, else what the heads say. */
export function choicesOf(list: UploadedList): ListChoices {
  const read = choicesSchema.safeParse(list.choices);
  if (read.success && read.data.sheet < list.sheets.length) return read.data;
  const [fullest = 0] = list.sheets
    .map((_, index) => index)
    .sort((a, b) => columnCount(list, b) - columnCount(list, a));
  return proposedChoices(list, { sheet: fullest });
}

function columnCount(list: UploadedList, sheet: number): number {
  const rows = list.sheets[sheet]?.rows ?? [];
  return Object.keys(proposeColumns(rows[findHeadRow(rows)] ?? [])).length;
}

/** Of one sheet, the choices that its heads propose. */
export function proposedChoices(
  list: UploadedList,
  { sheet, headRow }: { sheet: number; headRow?: number },
): ListChoices {
  const { rows = [], mergedCells = 0 } = list.sheets[sheet] ?? {};
  const heads = headRow ?? findHeadRow(rows);
  return {
    sheet,
    headRow: heads,
    columns: proposeColumns((rows[heads] ?? []).slice(0, mostColumns)),
    locality: "",
    role: "cycle-participant",
    isFilledDown: mergedCells > 0,
    isTwice: false,
  };
}

/** The sheet form: which sheet, and the row of heads counted from 1; undefined where that is no row. */
export function readSheetForm(list: UploadedList, sent: SentFields): ListChoices | undefined {
  const sheet = Number(typed(sent, "sheet"));
  const headRow = typed(sent, "headRow").trim();
  const rows = list.sheets[sheet]?.rows;
  if (!rows) return undefined;
  const isOtherSheet = sheet !== choicesOf(list).sheet;
  if (isOtherSheet) return proposedChoices(list, { sheet });
  const isRow = /^[1-9]\d{0,4}$/.test(headRow) && Number(headRow) <= rows.length;
  return isRow ? proposedChoices(list, { sheet, headRow: Number(headRow) - 1 }) : undefined;
}

/** The columns form; sheet and heads stay as they were chosen. */
export function readColumnsForm(list: UploadedList, sent: SentFields): ListChoices {
  const before = choicesOf(list);
  const columns: ListColumns = {};
  let isTwice = false;
  for (let index = 0; index < mostColumns; index++) {
    const field = fieldOf(typed(sent, `column-${index}`));
    if (!field) continue;
    isTwice ||= columns[field] !== undefined;
    columns[field] ??= index;
  }
  const role = participantRoles.find((one) => one === typed(sent, "role")) ?? before.role;
  const isFilledDown = typed(sent, "isFilledDown") === "yes";
  return { ...before, columns, isTwice, role, isFilledDown, locality: typed(sent, "locality") };
}

function fieldOf(text: string): ListField | undefined {
  return listFields.find((field) => field === text);
}

/** What is still to be said before the list can be read. */
export function mistakesIn(
  choices: ListChoices,
  localities: readonly { key: string }[],
): ColumnsMistake[] {
  const isLocalityKnown =
    choices.columns.locality !== undefined ||
    localities.some(({ key }) => key === choices.locality);
  const mistakes: ColumnsMistake[] = [];
  if (!namesPeople(choices.columns)) mistakes.push("name");
  else if (choices.isTwice) mistakes.push("twice");
  if (!isLocalityKnown) mistakes.push("locality");
  return mistakes;
}
