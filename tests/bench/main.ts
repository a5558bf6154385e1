import { parseArgs } from "node:util";
import { benchAnswering } from "./answering.ts";
import { benchDocuments } from "./documents.ts";
import { printRows } from "./print-rows.ts";
import { type BenchRow, benchStatistics } from "./statistics.ts";

interface Options {
  /** Of one measured round of load. */
  seconds: number;
}

const parts: Record<string, (options: Options) => Promise<BenchRow[]>> = {
  statistics: benchStatistics,
  answering: benchAnswering,
  documents: benchDocuments,
};

const usage = `npm run bench -- [${Object.keys(parts).join(" | ")}] [--seconds=2] [--json]`;

/** Measures the parts that are named, or all of them, and prints a table, or JSON. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, seconds: { type: "string", default: "2" } },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
  const seconds = Number(values.seconds);
  if (unknown.length > 0 || !(seconds > 0)) {
    console.error(usage);
    return 2;
  }
  const rows: Record<string, BenchRow[]> = {};
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    rows[name] = await parts[name]!({ seconds });
    if (!values.json) printRows(name, rows[name]);
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  return 0;
}
