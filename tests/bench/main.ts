import { parseArgs } from "node:util";
import { benchAnswering } from "./answering.ts";
import { benchBesideDocuments } from "./beside-documents.ts";
import { benchDashboard } from "./dashboard.ts";
import { benchDocuments } from "./documents.ts";
import { benchFirstPaint } from "./first-paint.ts";
import { printRows } from "./print-rows.ts";
import { type BenchRow, benchStatistics } from "./statistics.ts";

interface Options {
  /** Of one measured round of load. */
  seconds: number;
  /** Answered before and after, in the larger of the dashboard's programmes. */
  people: number;
  /** Folder for a CPU profile of the product while it takes answers. */
  profile: string | undefined;
}

const parts: Record<string, (options: Options) => Promise<BenchRow[]>> = {
  statistics: benchStatistics,
  answering: benchAnswering,
  "first-paint": benchFirstPaint,
  dashboard: benchDashboard,
  documents: benchDocuments,
  "documents-beside-answering": benchBesideDocuments,
};

const usage = `npm run bench -- [${Object.keys(parts).join(" | ")}] [--seconds=2] [--people=20000] [--profile=FOLDER] [--json]`;

/** Measures the parts that are named, or all of them, and prints a table, or JSON. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      seconds: { type: "string", default: "2" },
      people: { type: "string", default: "20000" },
      profile: { type: "string" },
    },
  });
  const options = { ...values, seconds: Number(values.seconds), people: Number(values.people) };
  const isKnown = positionals.every((name) => Object.hasOwn(parts, name));
  if (!isKnown || !(options.seconds > 0) || !(options.people >= 1)) {
    console.error(usage);
    return 2;
  }
  const rows: Record<string, BenchRow[]> = {};
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    rows[name] = await parts[name]!({ ...options, profile: values.profile });
    if (!values.json) printRows(name, rows[name]);
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  return 0;
}
