import type { AnnexPart } from "./choices.ts";
import type { AnnexDocument, AnnexTable } from "./document.ts";

/** One number as an annex printed it, and where it stood. */
export interface PrintedNumber {
  table: string;
  row: string;
  column: string;
  text: string;
}

/** What an annex was made of, as far as another revision of it is compared with it. */
export interface AnnexRecord {
  release: number;
  parts: readonly AnnexPart[];
  annexedTo: string;
  preparedBy: string;
  signatoryPosition: string;
  signatoryName: string;
  printed: readonly PrintedNumber[];
}

/** What one revision of an annex has otherwise than the one before it. */
export type AnnexChange =
  | { kind: "release"; from: number; to: number }
  | { kind: "parts-added" | "parts-removed"; parts: AnnexPart[] }
  | { kind: "order" }
  | { kind: ChangedLine; from: string; to: string }
  | { kind: "number"; table: string; row: string; column: string; from: string; to: string }
  | { kind: "rows-added" | "rows-removed"; table: string; count: number };

const lines = ["annexedTo", "preparedBy", "signatoryPosition", "signatoryName"] as const;
type ChangedLine = (typeof lines)[number];

/** Tables about people by name: their cells are never kept beside the annex. */
const tablesOfPeople: readonly string[] = ["participant-list", "certificates"];

/** The numbers of an annex by table, row and column. A row is named by its first cell; of equal names, by their turn. */
export function printedNumbers({ blocks }: Pick<AnnexDocument, "blocks">): PrintedNumber[] {
  const tables = blocks.filter((block) => block.kind === "table");
  return tables.filter(({ key }) => !tablesOfPeople.includes(key)).flatMap(numbersOf);
}

function numbersOf({ caption, columns, rows }: AnnexTable): PrintedNumber[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ cells }) => {
    const name = cells[0]?.text ?? "";
    const turn = (seen.get(name) ?? 0) + 1;
    seen.set(name, turn);
    const row = turn === 1 ? name : `${name} (${turn})`;
    return cells.slice(1).flatMap(({ text, number }, index) => {
      const column = columns[index + 1]?.title ?? "";
      return number === null ? [] : [{ table: caption, row, column, text }];
    });
  });
}

/** What changed from one revision to the next, numbers last, in the order in which the later one prints them. */
export function compareAnnexes(earlier: AnnexRecord, later: AnnexRecord): AnnexChange[] {
  const added = later.parts.filter((part) => !earlier.parts.includes(part));
  const removed = earlier.parts.filter((part) => !later.parts.includes(part));
  return [
    ...(earlier.release === later.release
      ? []
      : [{ kind: "release" as const, from: earlier.release, to: later.release }]),
    ...(added.length > 0 ? [{ kind: "parts-added" as const, parts: added }] : []),
    ...(removed.length > 0 ? [{ kind: "parts-removed" as const, parts: removed }] : []),
    ...(isReordered(earlier.parts, later.parts) ? [{ kind: "order" as const }] : []),
    ...lines
      .filter((line) => earlier[line] !== later[line])
      .map((line) => ({ kind: line, from: earlier[line], to: later[line] })),
    ...compareNumbers(earlier.printed, later.printed),
  ];
}

function isReordered(earlier: readonly AnnexPart[], later: readonly AnnexPart[]): boolean {
  const kept = later.filter((part) => earlier.includes(part));
  return earlier.filter((part) => later.includes(part)).some((part, i) => part !== kept[i]);
}

function compareNumbers(
  earlier: readonly PrintedNumber[],
  later: readonly PrintedNumber[],
): AnnexChange[] {
  const before = new Map(earlier.map((one) => [placeOf(one), one]));
  const after = new Map(later.map((one) => [placeOf(one), one]));
  const changed = later.flatMap((one) => {
    const old = before.get(placeOf(one));
    if (!old || old.text === one.text) return [];
    const { text: to, ...place } = one;
    return [{ kind: "number" as const, ...place, from: old.text, to }];
  });
  const come = later.filter((one) => !before.has(placeOf(one)));
  const gone = earlier.filter((one) => !after.has(placeOf(one)));
  return [...changed, ...rowsOf("rows-added", come), ...rowsOf("rows-removed", gone)];
}

/** Numbers that stand in one annex alone, told by table: how many rows of it. */
function rowsOf(
  kind: "rows-added" | "rows-removed",
  numbers: readonly PrintedNumber[],
): AnnexChange[] {
  const rows = new Map<string, Set<string>>();
  for (const { table, row } of numbers) rows.set(table, (rows.get(table) ?? new Set()).add(row));
  return [...rows].map(([table, { size }]) => ({ kind, table, count: size }));
}

function placeOf({ table, row, column }: PrintedNumber): string {
  return JSON.stringify([table, row, column]);
}
