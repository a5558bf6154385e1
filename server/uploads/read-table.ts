import type { TableOutcome } from "../domain/upload/table.ts";
import { openArchive } from "./archive-entries.ts";
import { cleanCell, squareRows } from "./cell-text.ts";
import { readCsvRows } from "./csv-table.ts";
import { decodeText } from "./read-text.ts";
import { outcomeOf, UploadFault } from "./upload-fault.ts";
import { readWorkbookParts } from "./workbook-parts.ts";
import { readSheet } from "./workbook-sheet.ts";

export type { TableFault, TableOutcome, UploadedSheet } from "../domain/upload/table.ts";

/**
 * Reads an uploaded table: a CSV text (separated by semicolon, comma or tab; UTF-8, UTF-16 or windows-1257) or an Excel
 * workbook (.xlsx). What the bytes are decides, never the file's name, which only gives a CSV's one sheet its name.
 */
export function readTable(bytes: Uint8Array, fileName: string): TableOutcome {
  return outcomeOf(() => {
    if (bytes.length === 0) throw new UploadFault("empty-file");
    if (beginsWith(bytes, oldExcelMark)) throw new UploadFault("old-excel");
    return beginsWith(bytes, zipMark) ? readWorkbook(bytes) : readCsv(bytes, fileName);
  });
}

/** What a service sends in place of a file once a session has ended, or calls an old Excel file. */
export function isWebPage(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|table)\b/i.test(text);
}

const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** Workbooks of before 2007 begin so, and so do those of today that are locked by a password. */
const oldExcelMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function readWorkbook(bytes: Uint8Array): TableOutcome & { ok: true } {
  const archive = openArchive(bytes);
  const parts = readWorkbookParts(archive);
  const sheets = parts.sheets.map(({ name, path }) => {
    const content = archive.read(path);
    if (!content) throw new UploadFault("broken-archive");
    const { rows, mergedCells } = readSheet(content, parts);
    return { name, rows: squareRows(rows), mergedCells };
  });
  if (sheets.every(({ rows }) => rows.length === 0)) throw new UploadFault("empty-file");
  return { ok: true, sheets, encoding: null };
}

function readCsv(bytes: Uint8Array, fileName: string): TableOutcome & { ok: true } {
  const { text, encoding } = decodeText(bytes);
  const name = cleanCell(fileName.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, ""));
  if (isWebPage(text)) throw new UploadFault("not-a-table");
  const rows = readCsvRows(text);
  if (rows.length === 0) throw new UploadFault("empty-file");
  return { ok: true, sheets: [{ name, rows, mergedCells: 0 }], encoding };
}
