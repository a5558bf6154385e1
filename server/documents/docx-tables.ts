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
import { ink, styleId, textWidth } from "./docx-styles.ts";
import { textRuns } from "./docx-text.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const thin = { style: BorderStyle.SINGLE, size: 3, color: "9AA6AB" };
const strong = { style: BorderStyle.SINGLE, size: 7, color: ink };

/** A table that can be edited: real rows, a head that is repeated on every page, rows that are not torn apart. */
export function docxTable(table: AnnexTable, empty: string): Table {
  const widths = columnWidths(table);
  const rows = table.rows.map((row) => bodyRow(row, table.columns, widths));
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

/** Widths in twentieths of a point: columns of numbers by their longest text, the rest as the table wants. */
export function columnWidths({ columns, rows }: AnnexTable): number[] {
  const letter = 105;
  const content = columns.map(({ title, width }, index) => {
    if (width !== "content") return 0;
    const cells = rows.map((row) => row.cells[index]?.text.length ?? 0);
    const words = title.split(/\s/).map((word) => word.length + 1);
    return 200 + letter * Math.min(Math.max(3, ...cells, ...words), 24);
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
          children: [cellParagraph(column.title, column, true)],
        }),
    ),
  });
}

function bodyRow(row: AnnexRow, columns: AnnexColumn[], widths: number[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          borders: row.isTotal ? { top: { ...strong, size: 5 } } : undefined,
          children: [cellParagraph(row.cells[index]?.text ?? "", column, row.isTotal)],
        }),
    ),
  });
}

function emptyRow(text: string, widths: number[]): TableRow {
  const column = { title: "", align: "start", width: 1 } as const;
  const children = [cellParagraph(text, column, false)];
  return new TableRow({ children: [new TableCell({ columnSpan: widths.length, children })] });
}

function cellParagraph(text: string, { align }: AnnexColumn, bold: boolean): Paragraph {
  return new Paragraph({
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
