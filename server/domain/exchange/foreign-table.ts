/** A table whose first row names its columns. */
export interface NamedRow {
  /** The row's number in its sheet. */
  number: number;
  get(column: string): string;
}

type Rows = readonly (readonly string[])[];

const mostAbove = 20;

/**
 * Where the row stands that names the columns, counted from 0: the first with all of these names, for people write
 * titles above their tables; -1 where there is none.
 */
export function headRowOf(rows: Rows, wanted: readonly string[]): number {
  return rows.slice(0, mostAbove).findIndex((cells) => {
    const names = cells.map(foldColumn);
    return wanted.every((name) => names.includes(name));
  });
}

/** The rows of a sheet by the names of its columns, which are told apart without regard to case and blanks. */
export function namedRows(rows: Rows, headAt = 0): NamedRow[] {
  const columns = columnsOf(rows[headAt] ?? []);
  return rows.slice(headAt + 1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const get = (column: string) => (cells[columns.get(foldColumn(column)) ?? -1] ?? "").trim();
    return [{ number: headAt + index + 2, get }];
  });
}

/** The names of a sheet's columns as they are written. */
export function columnNames(heads: readonly string[]): string[] {
  return heads.map((name) => name.trim()).filter((name) => name !== "");
}

function columnsOf(heads: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  heads.forEach((name, index) => {
    const folded = foldColumn(name);
    if (!columns.has(folded)) columns.set(folded, index);
  });
  return columns;
}

/** "List Name" and "list_name" are one column, and so are "media::image" and "media:image". */
function foldColumn(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .replace(/::/g, ":");
}
