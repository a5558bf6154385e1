import {
  type CsvRecord,
  readCsvRecords,
  type Separator,
  separatorOf,
} from "../domain/analysis/csv-records.ts";
import { cleanCell, squareRows, tableLimits } from "./cell-text.ts";
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

/** The separator that cuts the first rows into the most columns equally; the heading decides between equals. */
function findSeparator(text: string): Separator {
  const beginning = text.slice(0, 64 * 1024);
  const heading = separatorOf(beginning.replace(/"[^"]*"/g, ""));
  const widths = ([";", ",", "\t"] as const).map((separator) => ({
    separator,
    width: evenWidth(beginning, separator),
  }));
  const best = Math.max(...widths.map(({ width }) => width));
  const isBest = widths.filter(({ width }) => width === best).map(({ separator }) => separator);
  return best < 2 || isBest.includes(heading) ? heading : isBest[0]!;
}

/** How many cells each of the first rows has, or 1 where they differ. */
function evenWidth(text: string, separator: Separator): number {
  let width = 0;
  let count = 0;
  for (const record of readCsvRecords(text, separator)) {
    if ("code" in record || count === 20) break;
    if (width !== 0 && record.cells.length !== width) return 1;
    width = record.cells.length;
    count += 1;
  }
  return width;
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
