import type { ImportWish } from "../domain/exchange/outline.ts";
import type { TableFault } from "../domain/upload/table.ts";
import { type ForeignFile, readForeignFile } from "./read-questionnaire.ts";
import { readTable } from "./read-table.ts";

/** A file that somebody sent, and what it is to be read as. */
export type UploadQuestion =
  | { kind: "table"; bytes: Uint8Array; fileName: string }
  | { kind: "questionnaire"; bytes: Uint8Array; fileName: string; wish: ImportWish };

/** The sheets of a table that have rows, as JSON: whoever keeps them writes it as it is, however long it is. */
export type KeptTable =
  | { ok: true; rowCounts: number[]; sheets: string }
  | { ok: false; fault: TableFault };

export type UploadAnswer = KeptTable | ForeignFile;

/** Reads a file to its end, which may take seconds: where others wait, ask an `UploadReader` instead. */
export function readUpload(question: UploadQuestion): UploadAnswer {
  const { bytes, fileName } = question;
  return question.kind === "table"
    ? keepTable(bytes, fileName)
    : readForeignFile(bytes, fileName, question.wish);
}

function keepTable(bytes: Uint8Array, fileName: string): KeptTable {
  const table = readTable(bytes, fileName);
  if (!table.ok) return table;
  const filled = table.sheets.filter(({ rows }) => rows.length > 0);
  return {
    ok: true,
    rowCounts: filled.map(({ rows }) => rows.length),
    sheets: JSON.stringify(filled),
  };
}
