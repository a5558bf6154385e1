import type { FormFields } from "../../response/form-fields.ts";
import type { Direction } from "../edit-structure.ts";

/** Rows of a form (options, points, conditions): fields called `option.0.value`, `option.0.lt` and so on. */
export type FormRow = Map<string, string>;

const mostRows = 60;

/** The rows of a form in the order of their numbers. */
export function readRows(fields: FormFields, prefix: string): { number: number; row: FormRow }[] {
  const rows = new Map<number, FormRow>();
  for (const [name, values] of fields) {
    const [start, number, part] = name.split(".");
    if (start !== prefix || !part || !/^\d{1,3}$/.test(number ?? "")) continue;
    const row = rows.get(Number(number)) ?? new Map<string, string>();
    rows.set(Number(number), row.set(part, values[0] ?? ""));
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .slice(0, mostRows)
    .map(([number, row]) => ({ number, row }));
}

export function rowFields(prefix: string, rows: readonly FormRow[]): [string, string[]][] {
  return rows.flatMap((row, number) =>
    [...row].map(([part, value]): [string, string[]] => [`${prefix}.${number}.${part}`, [value]]),
  );
}

/** What the small buttons beside rows ask for: `option-up-2`, `option-remove-0`, `option-add`. */
export interface RowDeed {
  prefix: string;
  what: Direction | "remove" | "add";
  number: number;
}

export function readRowDeed(go: string): RowDeed | undefined {
  const read = /^(option|point|when|group)-(up|down|remove|add)(?:-(\d{1,3}))?$/.exec(go);
  if (!read) return undefined;
  const [, prefix, what, number] = read;
  return { prefix: prefix!, what: what as RowDeed["what"], number: Number(number ?? 0) };
}

/** The form after such a deed: everything typed is kept, and a ticked "right answer" goes with its row. */
export function afterRowDeed(fields: FormFields, deed: RowDeed): FormFields {
  const rows = readRows(fields, deed.prefix);
  const correct = Number(fields.get("correct")?.[0] ?? Number.NaN);
  const isCorrect = new Set(rows.filter(({ number }) => number === correct).map(({ row }) => row));
  const changed = changedRows(
    rows.map(({ row }) => row),
    rows.findIndex(({ number }) => number === deed.number),
    deed.what,
  );
  const others = [...fields].filter(([name]) => !name.startsWith(`${deed.prefix}.`));
  const result = new Map<string, readonly string[]>([
    ...others,
    ...rowFields(deed.prefix, changed),
  ]);
  if (deed.prefix !== "option") return result;
  result.delete("correct");
  const place = changed.findIndex((row) => isCorrect.has(row));
  return place < 0 ? result : result.set("correct", [String(place)]);
}

function changedRows(rows: FormRow[], at: number, what: RowDeed["what"]): FormRow[] {
  if (what === "add") return [...rows, new Map([["value", ""]])];
  if (at < 0) return rows;
  if (what === "remove") return rows.filter((_, index) => index !== at);
  const to = what === "up" ? at - 1 : at + 1;
  if (to < 0 || to >= rows.length) return rows;
  const moved = [...rows];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}
