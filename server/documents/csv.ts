/** A table as every data writer takes it: a missing value is null, which is not the same as an empty text. */
export interface DataTable {
  columns: string[];
  rows: Iterable<(string | number | null)[]>;
}

/** `excel` opens with a double click in a Lithuanian Excel or LibreOffice; `raw` is for programmes and holds the data untouched. */
export type CsvVariant = "excel" | "raw";

interface Dialect {
  start: string;
  separator: string;
  writeNumber(value: number): string;
  writeText(text: string): string;
}

const dialects: Record<CsvVariant, Dialect> = {
  // The mark at the start tells the encoding; a "sep=" line would undo it.
  excel: {
    start: "\ufeff",
    separator: ";",
    writeNumber: (value) => plainNumber(value).replace(".", ","),
    writeText: (text) =>
      quoteIfNeeded(guardFormula(text.replace(/\r\n?/g, "\n")), /[;"\n]|^\s|\s$/),
  },
  raw: {
    start: "",
    separator: ",",
    writeNumber: plainNumber,
    writeText: (text) => (text === "" ? '""' : quoteIfNeeded(text, /[,"\r\n]/)),
  },
};

/**
 * A table as CSV in UTF-8 with CRLF (RFC 4180). `excel`: byte order mark, semicolons, decimal comma with an
 * ASCII minus, and texts that a spreadsheet would run as a formula made harmless. `raw`: commas and decimal
 * points; nothing is an empty field and an empty text is `""`.
 */
export function writeCsv(table: DataTable, variant: CsvVariant): Uint8Array {
  const dialect = dialects[variant];
  const lineOf = (row: readonly (string | number | null)[]) =>
    `${row.map((value) => writeValue(value, dialect)).join(dialect.separator)}\r\n`;
  const pieces: Buffer[] = [];
  let text = dialect.start + lineOf(table.columns);
  for (const row of table.rows) {
    text += lineOf(row);
    if (text.length < pieceLength) continue;
    pieces.push(Buffer.from(text, "utf8"));
    text = "";
  }
  return Buffer.concat([...pieces, Buffer.from(text, "utf8")]);
}

/** Characters that are turned to bytes at a time: a large table is never in memory as one text. */
const pieceLength = 1 << 16;

function writeValue(value: string | number | null, dialect: Dialect): string {
  if (value === null) return "";
  return typeof value === "number" ? dialect.writeNumber(value) : dialect.writeText(value);
}

/** Infinity and "not a number" stand for nothing that was observed. */
function plainNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : "";
}

function quoteIfNeeded(text: string, needed: RegExp): string {
  return needed.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** What begins a formula: also after blanks or invisible signs, and in the wide forms that spreadsheets narrow. */
const formula = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** An apostrophe in front makes it text; a spreadsheet shows it, which is better than running it. */
function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
