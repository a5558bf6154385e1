/** A table somebody uploaded, as plain texts: nothing in it has a meaning yet. */
export interface UploadedSheet {
  name: string;
  /**
   * The rows as they stand in the file, empty ones between included, so that `rows[4]` is row 5 of the spreadsheet.
   * All are equally long; columns and rows that are empty to the end are left out.
   */
  rows: string[][];
  /** How many groups of joined cells there were: the value stands in the first, the others are empty. */
  mergedCells: number;
}

export type TableOutcome =
  | { ok: true; sheets: UploadedSheet[]; encoding: TextEncodingName | null }
  | { ok: false; fault: TableFault };

/** How the letters of a text file were written; a workbook has none to find out. */
export type TextEncodingName = "utf-8" | "utf-16" | "windows-1257";

/** What may stop a file from being read. */
export type TableFaultCode =
  | "empty-file"
  | "not-a-table"
  | "old-excel"
  | "not-a-workbook"
  | "open-document"
  | "broken-archive"
  | "unsafe-archive"
  | "locked-archive"
  | "too-much-inside"
  | "took-too-long"
  | "broken-xml"
  | "doctype"
  | "unknown-encoding"
  | "quote-not-closed"
  | "text-after-quote"
  | "too-many-rows"
  | "too-many-columns";

export interface TableFault {
  code: TableFaultCode;
  /** Where in a text file it stands, counted from one. */
  line?: number;
  /** How many there may be, where there are too many. */
  limit?: number;
}
