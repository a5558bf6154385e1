import { type CsvRecord, readCsvRecords, type Separator } from "../domain/analysis/csv-records.ts";
import { cleanCell, squareRows, tableLimits } from "./cell-text.ts";
import { findSeparator } from "./find-separator.ts";
import { UploadFault } from "./upload-fault.ts";

/**
 * The rows of a CSV text with whichever separator it uses; Excel's own first line "sep=;" is obeyed.
 * @throws UploadFault
 */
export function readCsvRows(text: string): string[][] {
  const told = /^sep=([;,\t])\r?\n/i.exec(text);
  const rest = told ? text.slice(told[0].length) : text;
  const separator = (told?.[1] as Separator | undefined) ?? findSeparator(rest);
  return squareRows(readRows(rest, separator));
}

function readRows(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let nextLine = 1;
  for (const record of readCsvRecords(text, separator)) {
    if ("code" in record) throw asFault(record);
    while (nextLine < record.line && rows.length <= tableLimits.rows) {
      rows.push([]);
      nextLine += 1;
    }
    rows.push(record.cells.map(cleanCell));
    nextLine = record.line + linesOf(record);
    refuseTooMany(rows);
  }
  return rows;
}

function refuseTooMany(rows: string[][]): void {
  if (rows.length > tableLimits.rows)
    throw new UploadFault("too-many-rows", { limit: tableLimits.rows });
  if (rows.at(-1)!.length > tableLimits.columns)
    throw new UploadFault("too-many-columns", { limit: tableLimits.columns });
}

/** A cell may hold line breaks of its own, and its record takes as many lines more. */
function linesOf({ cells }: CsvRecord): number {
  return cells.reduce((lines, cell) => lines + cell.split("\n").length - 1, 1);
}

function asFault({ code, line }: { code: string; line?: number }): UploadFault {
  const known = code === "text-after-quote" ? code : "quote-not-closed";
  return new UploadFault(known, line === undefined ? {} : { line });
}
