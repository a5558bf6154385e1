import fs from "node:fs";
import type { DataTable } from "../../../server/documents/csv.ts";
import { writeDataXlsx } from "../../../server/documents/xlsx.ts";

/** In megabytes. */
export interface TableMemory {
  before: number;
  peak: number;
}

/** Writes a table as XLSX and prints what memory the process had and took: nothing else is loaded into it. */
export async function main([rows, columns]: string[]): Promise<void> {
  const before = peakMegabytes();
  const about = { title: "Duomenys", author: "", day: "2017-07-14", demonstration: null };
  const bytes = writeDataXlsx(inventTable(Number(rows), Number(columns)), about);
  if (bytes.length === 0) throw new Error("nothing was written");
  const memory: TableMemory = { before, peak: peakMegabytes() };
  process.stdout.write(`${JSON.stringify(memory)}\n`);
}

/** Not `maxRSS`: that begins with the peak of the process which started this one. Linux alone tells the process's own. */
function peakMegabytes(): number {
  const status = fs.readFileSync("/proc/self/status", "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** Answers from 1 to 5. */
export function inventTable(rows: number, width: number): DataTable {
  const columns = Array.from({ length: width }, (_, column) => `k${column + 1}`);
  return { columns, rows: inventRows(rows, columns) };
}

function* inventRows(rows: number, columns: readonly string[]) {
  for (let row = 0; row < rows; row++) {
    yield columns.map((_, column) => ((row * 7 + column * 3) % 5) + 1);
  }
}
