import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { AnnexColumn, AnnexRow, AnnexTable } from "../domain/annex/document.ts";
import { ink, styleId } from "./docx-styles.ts";
import { textRuns } from "./docx-text.ts";
import { columnWidths, isHeldTogether, textWidth } from "./table-shape.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const thin = { style: BorderStyle.SINGLE, size: 3, color: "9AA6AB" };
const strong = { style: BorderStyle.SINGLE, size: 7, color: ink };

/**
 * A table that can be edited: real rows, a head that is repeated on every page, rows that are not torn apart. A short
 * one stays on one page, of a long one never the head alone; the last row stays with the note.
 */
export function docxTable(table: AnnexTable, empty: string): Table {
  const widths = columnWidths(table);
  const isShort = isHeldTogether(table);
  const last = table.rows.length - 1;
  const rows = table.rows.map((row, index) => {
    const keepNext = index === last ? table.note !== null : isShort || index === 0;
    return bodyRow(row, table.columns, { widths, keepNext });
  });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: strong,
      bottom: strong,
      left: none,
      right: none,
      insideVertical: none,
      insideHorizontal: thin,
    },
    margins: { left: 80, right: 80 },
    rows: [headRow(table.columns, widths), ...(rows.length > 0 ? rows : [emptyRow(empty, widths)])],
  });
}

function headRow(columns: AnnexColumn[], widths: number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.BOTTOM,
          borders: { bottom: { ...strong, size: 5 } },
          children: [cellParagraph(column.title, column, { bold: true, keepNext: true })],
        }),
    ),
  });
}

function bodyRow(
  row: AnnexRow,
  columns: AnnexColumn[],
  { widths, keepNext }: { widths: number[]; keepNext: boolean },
): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          borders: row.isTotal ? { top: { ...strong, size: 5 } } : undefined,
          children: [
            cellParagraph(row.cells[index]?.text ?? "", column, { bold: row.isTotal, keepNext }),
          ],
        }),
    ),
  });
}

function emptyRow(text: string, widths: number[]): TableRow {
  const column = { title: "", align: "start", width: 1 } as const;
  const children = [cellParagraph(text, column, { bold: false, keepNext: false })];
  return new TableRow({ children: [new TableCell({ columnSpan: widths.length, children })] });
}

function cellParagraph(
  text: string,
  { align }: AnnexColumn,
  { bold, keepNext }: { bold: boolean; keepNext: boolean },
): Paragraph {
  return new Paragraph({
    keepNext,
    style: styleId("Table text"),
    alignment: align === "end" ? AlignmentType.END : AlignmentType.START,
    children: textRuns(text, { bold }),
  });
}

/** Cells side by side without lines: for what only stands in a row. Widths are shares of the text's. */
export function plainRow(cells: { share: number; children: Paragraph[] }[]): Table {
  const total = cells.reduce((sum, cell) => sum + cell.share, 0);
  const widths = cells.map((cell) => Math.round((textWidth * cell.share) / total));
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ children }, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              verticalAlign: VerticalAlign.CENTER,
              children,
            }),
        ),
      }),
    ],
  });
}
