import type { BenchRow } from "./statistics.ts";

/** A plain table: what was measured, the number, its unit, a note. */
export function printRows(part: string, rows: readonly BenchRow[]): void {
  const names = Math.max(...rows.map(({ name }) => name.length));
  const units = Math.max(...rows.map(({ unit }) => unit.length));
  console.log(`\n${part}`);
  for (const { name, value, unit, note } of rows) {
    const cells = [name.padEnd(names), readable(value).padStart(9), unit.padEnd(units), note];
    console.log(`  ${cells.join("  ")}`.trimEnd());
  }
}

/** Three digits are all that a benchmark can tell. */
function readable(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toPrecision(3);
}
