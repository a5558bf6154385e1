import { cleanCell, tableLimits } from "./cell-text.ts";
import { scanXml } from "./read-xml.ts";
import { UploadFault } from "./upload-fault.ts";
import { createTextReader, type WorkbookParts } from "./workbook-parts.ts";
import { readEscapes, writeNumber } from "./workbook-values.ts";

export interface SheetRead {
  rows: string[][];
  mergedCells: number;
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
}

/**
 * The cells of a sheet as texts at their places (ECMA-376 part 1, 18.3). Formulas count by the result that was saved.
 * A sheet has a million elements, so one object stands for every cell in turn.
 * @throws UploadFault
 */
export function readSheet(content: Uint8Array, parts: WorkbookParts): SheetRead {
  const grid = createGrid();
  const inline = createTextReader();
  const cell: OpenCell = { row: -1, column: -1, type: "n", style: 0, value: "", inline: "" };
  let isValue = false;
  let mergedCells = 0;
  scanXml(content, {
    open: (name, attributes) => {
      if (name === "c") openCell(cell, attributes);
      else if (name === "v") isValue = true;
      else if (name === "row") openRow(cell, attributes.r);
      else if (name === "mergeCell") mergedCells += 1;
      else if (name === "is") inline.begin();
      else inline.open(name);
    },
    text: (text) => {
      if (isValue) cell.value += text;
      else inline.text(text);
    },
    close: (name) => {
      if (name === "v") isValue = false;
      else if (name === "c") grid.put(cell, cellText(cell, parts));
      else if (name === "is") cell.inline = inline.take();
      else inline.close(name);
    },
  });
  return { rows: grid.rows, mergedCells };
}

/** Rows and cells may say where they stand, or else stand after the one before. */
function openRow(cell: OpenCell, given: string | undefined): void {
  cell.row = given === undefined ? cell.row + 1 : Number(given) - 1;
  cell.column = -1;
}

function openCell(cell: OpenCell, attributes: Readonly<Record<string, string>>): void {
  const given = attributes.r;
  if (given === undefined) cell.column += 1;
  else placeCell(cell, given);
  if (!Number.isInteger(cell.row) || cell.row < 0) throw new UploadFault("broken-xml");
  cell.type = attributes.t ?? "n";
  cell.style = Number(attributes.s ?? 0);
  cell.value = "";
  cell.inline = "";
}

function placeCell(cell: OpenCell, given: string): void {
  const named = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(given);
  if (!named) throw new UploadFault("broken-xml");
  cell.column = columnIndex(named[1]!);
  cell.row = Number(named[2]) - 1;
}

/** 0 for "A", 26 for "AA". */
function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Only what is filled counts: a sheet may be coloured down to its last row without becoming larger. */
function createGrid() {
  const rows: string[][] = [];
  let width = 0;
  return {
    rows,
    put: ({ row, column }: OpenCell, text: string) => {
      if (text === "") return;
      width = Math.max(width, column + 1);
      refuseTooLarge(row, column, width);
      while (rows.length <= row) rows.push([]);
      const cells = rows[row]!;
      while (cells.length < column) cells.push("");
      cells[column] = text;
    },
  };
}

function refuseTooLarge(row: number, column: number, width: number): void {
  const { rows, columns, cells } = tableLimits;
  if (column >= columns) throw new UploadFault("too-many-columns", { limit: columns });
  if (row >= rows) throw new UploadFault("too-many-rows", { limit: rows });
  const limit = Math.floor(cells / width);
  if (row >= limit) throw new UploadFault("too-many-rows", { limit });
}

function cellText({ type, value, inline, style }: OpenCell, parts: WorkbookParts): string {
  switch (type) {
    case "s":
      return parts.strings[Number(value)] ?? "";
    case "inlineStr":
      return inline;
    case "b":
      return value === "" ? "" : value.trim() === "1" || value === "true" ? "TRUE" : "FALSE";
    case "n":
      return writeNumber(value, parts.meanings[style] ?? "number", parts.is1904);
    default:
      return cleanCell(readEscapes(value));
  }
}
