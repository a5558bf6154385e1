import { writeWorkbook } from "../../server/documents/spreadsheet.ts";

/** An Excel workbook of these sheets, as the product itself writes them: shared texts, a bold heading. */
export function aWorkbook(rowsBySheet: Record<string, readonly (readonly string[])[]>): Uint8Array {
  const sheets = Object.entries(rowsBySheet).map(([name, rows]) => ({
    name,
    columnWidths: (rows[0] ?? []).map(() => 10),
    headRows: 1,
    header: null,
    rows: rows.map((row) => ({ cells: row.map((value) => ({ value })) })),
  }));
  return writeWorkbook({ title: "x", author: "y", day: "2026-01-01", sheets });
}
