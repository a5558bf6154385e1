import { wrapText } from "../../web/figures/configuration-wrapping.ts";
import type { AnnexColumn, AnnexTable } from "../domain/annex/document.ts";

/** Between the margins of A4, 30 mm and 15 mm, in twentieths of a point. */
export const textWidth = Math.round((165 / 25.4) * 1440);

/** What an average letter of 9.5 pt takes, in twentieths of a point, and the margins of a cell. */
const letter = 95;
const cellMargins = 165;

/**
 * Widths in twentieths of a point: columns of numbers by their longest text, the rest as the table wants; but where the
 * longest text of every column fits, no column is so narrow that it would break.
 */
export function columnWidths(table: AnnexTable): number[] {
  const { columns } = table;
  const longest = columns.map((_, index) => longestOf(table, index));
  const needed = columns.map(({ width }, index) => {
    const letters = longest[index] ?? 0;
    return cellMargins + letter * (width === "content" ? Math.min(letters, 24) : letters);
  });
  const parts = sum(columns.map(({ width }) => (width === "content" ? 0 : width)));
  const spare = textWidth - sum(needed);
  if (spare >= 0 && parts > 0)
    return columns.map((one, index) => Math.round(needed[index]! + shareOf(one, spare, parts)));
  const taken = sum(needed.filter((_, index) => columns[index]?.width === "content"));
  const rest = Math.max(textWidth - taken, textWidth * 0.35);
  const natural = columns.map((one, index) =>
    one.width === "content" ? needed[index]! : shareOf(one, rest, parts),
  );
  return natural.map((width) => Math.round((width * textWidth) / sum(natural)));
}

/** Letters of the longest text, or of the longest word of the title. */
function longestOf({ columns, rows }: AnnexTable, index: number): number {
  const words = (columns[index]?.title ?? "").split(/\s/).map((word) => word.length + 1);
  return rows.reduce(
    (most, { cells }) => Math.max(most, cells[index]?.text.length ?? 0),
    Math.max(3, ...words),
  );
}

function shareOf({ width }: AnnexColumn, room: number, parts: number): number {
  return width === "content" ? 0 : (room * width) / parts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** In millimetres: a line of 9.5 pt, and what stands above and below the lines of a row. */
const lineHeight = 4.2;
const rowMargins = 3.3;
/** More than a third of a page: what is moved to the next one whole leaves no more than that empty. */
const mostHeldTogether = 95;

/** Whether a table is so short that it should stand on one page. What it takes is estimated; a long one runs on. */
export function isHeldTogether(table: AnnexTable): boolean {
  const least = table.rows.length * (lineHeight + rowMargins);
  return least <= mostHeldTogether && tableHeight(table) <= mostHeldTogether;
}

function tableHeight(table: AnnexTable): number {
  const widths = columnWidths(table);
  const heads = table.columns.map(({ title }) => title);
  const rows = [heads, ...table.rows.map((row) => row.cells.map(({ text }) => text))];
  const heightOf = (cells: string[]) => {
    const lines = cells.map((text, index) => linesOf(text, widths[index] ?? textWidth));
    return rowMargins + lineHeight * Math.max(1, ...lines);
  };
  const note = table.note === null ? 0 : linesOf(table.note, textWidth) * lineHeight;
  return note + sum(rows.map(heightOf));
}

function linesOf(text: string, width: number): number {
  const letters = Math.max(4, Math.floor((width - cellMargins) / letter));
  const lines = text
    .split("\n")
    .map((line) => wrapText(line, letters, (part) => part.length).length);
  return sum(lines);
}
