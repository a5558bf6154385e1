import { wrapText } from "../../web/figures/configuration-wrapping.ts";
import type { AnnexDocument, AnnexRow, AnnexTable } from "../domain/annex/document.ts";
import type { DataTable } from "./csv.ts";
import { readPrintedNumber } from "./printed-number.ts";
import { type Sheet, type Workbook, writeWorkbook } from "./spreadsheet.ts";
import { columnName, type SheetCell, type SheetRow } from "./spreadsheet-cells.ts";
import { type DocumentWording, documentWording, tableLabel } from "./wording.ts";

/**
 * The tables of an annex as a workbook: a first sheet that says what it is and leads to the others, then a sheet a
 * table, numbered as in the document. Numbers are numbers, as exact as they are printed.
 */
export function writeAnnexXlsx(annex: AnnexDocument): Uint8Array {
  const words = documentWording(annex.language);
  const tables = annex.blocks.filter((block) => block.kind === "table");
  return writeWorkbook({
    title: annex.title,
    author: annex.organisation,
    day: annex.madeOnDay,
    sheets: [
      coverSheet(annex, tables, words),
      ...tables.map((table, index) => tableSheet(table, index + 1, annex.demonstration, words)),
    ],
  });
}

/** A table of data as a workbook of one sheet. `demonstration` stands above it where the data is invented. */
export function writeDataXlsx(
  table: DataTable,
  about: Omit<Workbook, "sheets"> & { demonstration: string | null },
): Uint8Array {
  const { demonstration, ...workbook } = about;
  const head = table.columns.map((value): SheetCell => ({ value, look: "head" }));
  const top = [...markRows(demonstration), { cells: head }];
  return writeWorkbook({
    ...workbook,
    sheets: [
      {
        name: about.title,
        columnWidths: table.columns.map((title) => Math.min(Math.max(title.length + 2, 10), 40)),
        headRows: top.length,
        header: demonstration,
        rows: dataRows(top, table),
      },
    ],
  });
}

function* dataRows(top: SheetRow[], { rows }: DataTable): Generator<SheetRow> {
  yield* top;
  for (const row of rows) yield { cells: row.map((value) => ({ value })) };
}

function markRows(demonstration: string | null): SheetRow[] {
  return demonstration === null ? [] : [{ cells: [{ value: demonstration, look: "mark" }] }];
}

const coverWidths = [30, 90];
const empty: SheetRow = { cells: [] };

function coverSheet(annex: AnnexDocument, tables: AnnexTable[], words: DocumentWording): Sheet {
  const width = coverWidths.reduce((sum, one) => sum + one);
  const top: SheetRow[] = [
    // The title's letters are larger than those that widths are counted in.
    { cells: [{ value: annex.title, look: "title" }], lines: linesOf(annex.title, width / 1.4) },
    { cells: [{ value: annex.subtitle, look: "wrapped" }], lines: linesOf(annex.subtitle, width) },
    ...markRows(annex.demonstration),
    empty,
    ...annex.titleLines.map((line) => pairRow(line.label, line.text)),
    pairRow(annex.organisation, annex.madeOn),
    empty,
  ];
  const contents = tables.map((table, index) =>
    pairRow(tableLabel(words, index + 1), table.caption),
  );
  const provenance = annex.provenance.map((line) => pairRow(line.label, line.text));
  return {
    name: words.contents,
    columnWidths: coverWidths,
    headRows: 0,
    header: annex.demonstration,
    rows: [...top, ...contents, empty, ...provenance],
    merged: ["A1:B1", "A2:B2"],
    links: tables.map((_, index) => ({ cell: `A${top.length + index + 1}`, sheet: index + 1 })),
  };
}

function pairRow(label: string, text: string): SheetRow {
  const [labelWidth = 0, textWidth = 0] = coverWidths;
  return {
    cells: [
      { value: label, look: "label" },
      { value: text, look: "wrapped" },
    ],
    lines: Math.max(linesOf(label, labelWidth), linesOf(text, textWidth)),
  };
}

function tableSheet(
  table: AnnexTable,
  number: number,
  demonstration: string | null,
  words: DocumentWording,
): Sheet {
  const widths = table.columns.map((_, column) => widthOf(table, column));
  const label = tableLabel(words, number);
  const top = [
    wideRow({ value: `${label}. ${table.caption}`, look: "title" }, widths),
    ...markRows(demonstration),
    headRow(table, widths),
  ];
  const body = table.rows.map((row) => bodyRow(row, table));
  const nothing = wideRow({ value: words.empty, look: "note" }, widths);
  const note = table.note === null ? [] : [wideRow({ value: table.note, look: "note" }, widths)];
  const rows = [...top, ...(body.length > 0 ? body : [nothing]), ...note];
  const lastColumn = columnName(Math.max(widths.length - 1, 0));
  const isMerged = (row: SheetRow) => row.cells.length === 1 && widths.length > 1;
  return {
    name: label,
    columnWidths: widths,
    headRows: top.length,
    header: demonstration,
    rows,
    merged: rows.flatMap((row, index) =>
      isMerged(row) ? [`A${index + 1}:${lastColumn}${index + 1}`] : [],
    ),
  };
}

/** A text over the whole width of a table. */
function wideRow(cell: SheetCell & { value: string }, widths: number[]): SheetRow {
  const width = widths.reduce((sum, one) => sum + one, 0);
  return { cells: [cell], lines: linesOf(cell.value, cell.look === "title" ? width / 1.4 : width) };
}

function headRow({ columns }: AnnexTable, widths: number[]): SheetRow {
  return {
    cells: columns.map(({ title, align }) => ({ value: title, look: "head", align })),
    lines: Math.max(1, ...columns.map(({ title }, index) => linesOf(title, widths[index] ?? 0))),
  };
}

function bodyRow({ cells, isTotal }: AnnexRow, { columns }: AnnexTable): SheetRow {
  const look = isTotal ? "total" : "plain";
  return {
    cells: cells.map((cell, column) => {
      const number = readPrintedNumber(cell);
      if (number !== undefined) return { ...number, look, align: "end" };
      return { value: cell.text, look, align: columns[column]?.align };
    }),
  };
}

/** Wide enough for the cells and for the longest word of the title, within reason. */
function widthOf(table: AnnexTable, column: number): number {
  const cells = table.rows.map((row) => row.cells[column]?.text.length ?? 0);
  const words = (table.columns[column]?.title ?? "").split(/\s/).map((word) => word.length + 2);
  return Math.min(Math.max(10, ...cells, ...words) + 3, 60);
}

/** How many lines a text takes in a column of that many characters. */
function linesOf(text: string, width: number): number {
  const lines = text.split("\n").map((line) => wrapText(line, width, (part) => part.length).length);
  return lines.reduce((sum, count) => sum + Math.max(count, 1), 0);
}
