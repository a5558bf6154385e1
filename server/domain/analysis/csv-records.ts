import type { Fault } from "./fault.ts";

/** One record of a table, and the line of the file on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Either of our CSV forms, or tabs: the heading tells. */
export type Separator = "," | ";" | "\t";

/** The separator that stands most often in the heading. */
export function separatorOf(text: string): Separator {
  const heading = /^[^\r\n]*/.exec(text)![0];
  const count = (separator: Separator) => heading.split(separator).length;
  const ranked: Separator[] = [",", ";", "\t"];
  return ranked.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/**
 * The records of a CSV text (RFC 4180; any line ends), one after the other, so that a long file never stands in memory
 * twice. Empty records are left out. After a broken quotation nothing can be told apart any more: a fault is the last.
 */
export function* readCsvRecords(text: string, separator: Separator): Generator<CsvRecord | Fault> {
  const lines = text.includes("\n") ? text : text.replaceAll("\r", "\n");
  let [at, line] = [0, 1];
  while (at < lines.length) {
    const place = { at, line };
    const read = readRecord(lines, place, separator);
    if ("code" in read) return yield read;
    if (read.cells.some((cell) => cell !== ""))
      yield { line, cells: unguarded(read.cells, separator) };
    at = read.end + 1;
    line += read.lines;
  }
}

type RecordRead = { cells: string[]; end: number; lines: number };

function readRecord(
  text: string,
  { at, line }: { at: number; line: number },
  separator: Separator,
): RecordRead | Fault {
  const end = lineEnd(text, at);
  const whole = text.slice(at, end);
  if (whole.includes('"')) return readQuotedRecord(text, { at, line }, separator);
  return { cells: withoutReturn(whole).split(separator), end, lines: 1 };
}

function readQuotedRecord(
  text: string,
  start: { at: number; line: number },
  separator: Separator,
): RecordRead | Fault {
  const cells: string[] = [];
  let at = start.at;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator);
    const isEnd = cell.end >= text.length || text[cell.end] === "\n";
    if (cell.fault || (text[cell.end] !== separator && !isEnd)) {
      const line = start.line + countLines(text.slice(start.at, at));
      return { code: cell.fault ?? "text-after-quote", line, column: cells.length + 1 };
    }
    cells.push(cell.text);
    if (isEnd) {
      return { cells, end: cell.end, lines: countLines(text.slice(start.at, cell.end)) + 1 };
    }
    at = cell.end + 1;
  }
}

interface CellRead {
  text: string;
  /** Where its separator or line break stands. */
  end: number;
  fault?: "quote-not-closed";
}

function readQuoted(text: string, open: number): CellRead {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return { text: "", end: text.length, fault: "quote-not-closed" };
  const end = text.startsWith("\r\n", close + 1) ? close + 2 : close + 1;
  return { text: text.slice(open + 1, close).replaceAll('""', '"'), end };
}

function readPlain(text: string, start: number, separator: Separator): CellRead {
  const next = text.indexOf(separator, start);
  const line = lineEnd(text, start);
  if (next !== -1 && next < line) return { text: text.slice(start, next), end: next };
  return { text: withoutReturn(text.slice(start, line)), end: line };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

/** What a spreadsheet would run as a formula got an apostrophe when it was written for one; it is taken off again. */
const guarded = /^'(?:[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

function unguarded(cells: string[], separator: Separator): string[] {
  if (separator !== ";") return cells;
  return cells.map((cell) => (cell.startsWith("'") && guarded.test(cell) ? cell.slice(1) : cell));
}
