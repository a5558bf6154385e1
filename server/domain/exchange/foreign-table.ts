/** A table whose first row names its columns. */
export interface NamedRow {
  /** The row's number in its sheet. */
  number: number;
  get(column: string): string;
}

/** The rows of a sheet by the names of its columns, which are told apart without regard to case and blanks. */
export function namedRows(rows: readonly (readonly string[])[]): NamedRow[] {
  const columns = columnsOf(rows);
  return rows.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const get = (column: string) => (cells[columns.get(foldColumn(column)) ?? -1] ?? "").trim();
    return [{ number: index + 2, get }];
  });
}

/** The names of a sheet's columns as they are written. */
export function columnNames(rows: readonly (readonly string[])[]): string[] {
  return (rows[0] ?? []).map((name) => name.trim()).filter((name) => name !== "");
}

function columnsOf(rows: readonly (readonly string[])[]): Map<string, number> {
  const columns = new Map<string, number>();
  (rows[0] ?? []).forEach((name, index) => {
    const folded = foldColumn(name);
    if (!columns.has(folded)) columns.set(folded, index);
  });
  return columns;
}

function foldColumn(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}
