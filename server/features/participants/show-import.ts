import type { UploadedList } from "../../../db/queries/uploaded-lists.ts";
import { type ColumnsMistake, importPage } from "../../../web/pages/participants/import.tsx";
import { uploadTexts } from "../../../web/texts/uploads.ts";
import type { Deps } from "../../deps.ts";
import type { Decisions } from "../../domain/participant/import-plan.ts";
import type { ListField } from "../../domain/participant/list-columns.ts";
import { buildPreview, letterOf } from "./build-preview.ts";
import { type Desk, listPlaces } from "./desk.ts";
import { choicesOf, type ListChoices, mistakesIn, mostColumns } from "./list-choices.ts";
import { planList } from "./plan-list.ts";

const exampleLetters = 40;

/** What is shown besides the list itself: mistakes in a form, and decisions that were made. */
export interface ImportView {
  mistakes?: readonly ColumnsMistake[];
  headRow?: string;
  decisions?: Decisions;
  isChangedMeanwhile?: boolean;
}

export async function showImport(
  deps: Deps,
  desk: Desk,
  list: UploadedList,
  view: ImportView = {},
): Promise<string> {
  const places = await listPlaces(deps, desk);
  const choices = choicesOf(list);
  const unsaid = mistakesIn(choices, places.localities);
  const sheet = list.sheets[choices.sheet];
  const merged = sheet?.mergedCells ?? 0;
  const uploads = uploadTexts[desk.language];
  const preview = async () => {
    // Decisions stand beside the rows: one that was decided stays in sight, to be decided otherwise.
    const { programme, within, language } = desk;
    const about = { programmeId: programme.id, within, list, choices, places };
    const plan = await planList(deps.db, { ...about, decisions: new Map() });
    return buildPreview({ plan, language, places, choices, decisions: view.decisions });
  };
  return importPage({
    ...desk,
    id: list.id,
    fileName: list.fileName,
    sheets: list.sheets.map(({ name }) => name),
    sheet: choices.sheet,
    headRow: view.headRow ?? String(choices.headRow + 1),
    columns: columnsOf(sheet?.rows ?? [], choices),
    locality: choices.locality,
    role: choices.role,
    isFilledDown: choices.isFilledDown,
    mergedCells: merged > 0 ? uploads.mergedCells(merged) : undefined,
    localities: places.localities,
    mistakes: [...unsaid, ...(view.mistakes ?? [])],
    preview: unsaid.length > 0 ? undefined : await preview(),
    isChangedMeanwhile: view.isChangedMeanwhile ?? false,
  });
}

/** The columns that have a head or anything below it. */
function columnsOf(rows: readonly (readonly string[])[], { headRow, columns }: ListChoices) {
  const heads = (rows[headRow] ?? []).slice(0, mostColumns);
  const below = rows.slice(headRow + 1, headRow + 100);
  const fields = new Map(Object.entries(columns).map(([field, index]) => [index, field]));
  return heads.map((head, index) => ({
    letter: letterOf(index),
    head: head.trim(),
    example: (below.find((row) => row[index]?.trim())?.[index] ?? "").slice(0, exampleLetters),
    field: (fields.get(index) ?? "") as ListField | "",
  }));
}
