import { z } from "zod";
import type { EarlierUpload } from "../../../db/queries/earlier-answers.ts";
import { type EarlierChoices, fieldsOf } from "../../domain/earlier/choices.ts";
import { optionsOfItem } from "../../domain/earlier/earlier-cell.ts";
import { hasOptionRow, headsOf } from "../../domain/earlier/heads.ts";
import { itemKeyOf, tickMeanings } from "../../domain/earlier/option-columns.ts";
import { proposeColumns } from "../../domain/earlier/propose-columns.ts";
import { isPlaceField } from "../../domain/earlier/rank-columns.ts";
import type { Item, QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { waveKinds } from "../../domain/words.ts";

const choicesSchema = z.object({
  sheet: z.number(),
  headRow: z.number(),
  optionRow: z.boolean().optional(),
  columns: z.array(z.string()),
  wave: z.enum([...waveKinds, ""]),
  locality: z.string(),
  day: z.string(),
  values: z.record(z.string(), z.record(z.string(), z.string())),
});

/** What was chosen for a file so far, or else what its headings propose. */
export function choicesOf(
  upload: EarlierUpload,
  { items, today }: { items: readonly Item[]; today: string },
): EarlierChoices {
  const read = choicesSchema.safeParse(upload.choices);
  if (read.success) return read.data;
  const sheet = Math.max(
    0,
    upload.sheets.findIndex(({ rows }) => rows.length > 1),
  );
  return proposed(upload, { sheet, headRow: 1, items, today });
}

function proposed(
  { sheets }: EarlierUpload,
  {
    sheet,
    headRow,
    items,
    today,
    ...said
  }: {
    sheet: number;
    headRow: number;
    items: readonly Item[];
    today: string;
    optionRow?: boolean;
  },
): EarlierChoices {
  const rows = sheets[sheet]?.rows ?? [];
  const optionRow = said.optionRow ?? hasOptionRow(rows, headRow);
  const columns = proposeColumns(headsOf(rows, { headRow, optionRow }), items);
  return { sheet, headRow, optionRow, columns, wave: "", locality: "", day: today, values: {} };
}

type Sent = Record<string, unknown>;

/** The form about a file: another sheet or heading row proposes anew; else what was chosen for each column. */
export function readChoicesForm(
  upload: EarlierUpload,
  sent: Sent,
  given: {
    before: EarlierChoices;
    items: readonly Item[];
    today: string;
    documents: readonly QuestionnaireDocument[];
  },
): EarlierChoices {
  const { before, items, today } = given;
  const text = (name: string) => (typeof sent[name] === "string" ? sent[name].trim() : "");
  const sheet = within(Number(text("sheet")), 0, upload.sheets.length - 1);
  const rows = upload.sheets[sheet]?.rows.length ?? 1;
  const headRow = within(Number(text("headRow")), 1, rows);
  if (sheet !== before.sheet || headRow !== before.headRow) {
    return { ...proposed(upload, { sheet, headRow, items, today }), day: text("day") || today };
  }
  const optionRow = sent.optionRow === "yes";
  if (optionRow !== (before.optionRow ?? false)) {
    const anew = proposed(upload, { sheet, headRow, optionRow, items, today });
    return { ...anew, day: text("day") || today };
  }
  const allowed = new Set(fieldsOf(items));
  const columns = before.columns.map((_, index) => {
    const field = text(`column-${index}`);
    return allowed.has(field) ? field : "";
  });
  return {
    sheet,
    headRow,
    optionRow,
    columns,
    wave: waveKinds.find((kind) => kind === text("wave")) ?? "",
    locality: text("locality"),
    day: text("day"),
    values: { ...before.values, ...readValues(sent, items, given.documents) },
  };
}

function within(value: number, least: number, most: number): number {
  return Number.isInteger(value) ? Math.min(Math.max(value, least), Math.max(least, most)) : least;
}

/** Fields come in pairs: `cell-N` with what is written, `value-N` with the item and what it was said to mean. */
function readValues(
  sent: Sent,
  items: readonly Item[],
  documents: readonly QuestionnaireDocument[],
): EarlierChoices["values"] {
  const values: EarlierChoices["values"] = {};
  const fields = new Set(fieldsOf(items));
  for (const [name, meant] of Object.entries(sent)) {
    const number = /^value-(\d{1,4})$/.exec(name)?.[1];
    const [field, cell] = [sent[`item-${number}`], sent[`cell-${number}`]];
    if (number === undefined || typeof field !== "string" || !fields.has(field)) continue;
    if (typeof cell !== "string" || typeof meant !== "string" || cell in {}) continue;
    const item = items.find(({ key }) => key === itemKeyOf(field))!;
    if (offeredFor(field, item, documents).includes(meant))
      values[field] = { ...values[field], [cell]: meant };
  }
  return values;
}

function offeredFor(
  field: string,
  item: Item,
  documents: readonly QuestionnaireDocument[],
): readonly string[] {
  const isRanked = item.kind === "ranking";
  if (isRanked && field.includes(":") && !isPlaceField(field)) return ["~skipped"];
  if (field.includes(":") && !isRanked) return tickMeanings;
  const options = documents.flatMap((document) => optionsOfItem(document, item));
  return ["~skipped", ...options.map(({ value }) => value)];
}
