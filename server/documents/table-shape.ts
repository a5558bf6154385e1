import { wrapText } from "../../web/figures/configuration-wrapping.ts";
import type { AnnexTable } from "../domain/annex/document.ts";

/** Between the margins of A4, 30 mm and 15 mm, in twentieths of a point. */
export const textWidth = Math.round((165 / 25.4) * 1440);

/** What an average letter of 9.5 pt takes, in twentieths of a point, and the margins of a cell. */
const letter = 97;
const cellMargins = 170;

/** Widths in twentieths of a point: columns of numbers by their longest text, the rest as the table wants. */
export function columnWidths({ columns, rows }: AnnexTable): number[] {
  const content = columns.map(({ title, width }, index) => {
    if (width !== "content") return 0;
    const cells = rows.map((row) => row.cells[index]?.text.length ?? 0);
    const words = title.split(/\s/).map((word) => word.length + 1);
    return cellMargins + letter * Math.min(Math.max(3, ...cells, ...words), 24);
  });
  const taken = content.reduce((sum, width) => sum + width, 0);
  const parts = columns.reduce((sum, { width }) => sum + (width === "content" ? 0 : width), 0);
  const rest = Math.max(textWidth - taken, textWidth * 0.35);
  const natural = columns.map(({ width }, index) =>
    width === "content" ? (content[index] ?? 0) : (rest * width) / parts,
  );
  const total = natural.reduce((sum, width) => sum + width, 0);
  return natural.map((width) => Math.round((width * textWidth) / total));
}

/** In millimetres: a line of 9.5 pt, and what stands above and below the lines of a row. */
const lineHeight = 4.2;
const rowMargins = 3.3;
/** A third of a page: what is moved to the next one whole leaves no more than that empty. */
const mostHeldTogether = 90;

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
  return rows.reduce((sum, cells) => sum + heightOf(cells), note);
}

function linesOf(text: string, width: number): number {
  const letters = Math.max(4, Math.floor((width - cellMargins) / letter));
  const lines = text
    .split("\n")
    .map((line) => wrapText(line, letters, (part) => part.length).length);
  return lines.reduce((sum, count) => sum + count, 0);
}
