import fs from "node:fs";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KeptTable } from "../../../server/uploads/read-upload.ts";
import {
  createInlineReader,
  createThreadReader,
  type ReaderLimits,
  type UploadReader,
} from "../../../server/uploads/upload-reader.ts";
import { aWorkbook } from "../../support/workbook.ts";

// The thread runs what is built; it is built here as for the server, inside the repository, where its packages are found.
const folder = path.resolve(`node_modules/.test-uploads-${process.pid}`);
const file = path.join(folder, "upload-worker.js");
const wish = { waves: ["before"], language: "lt" } as const;
const usual: ReaderLimits = { milliseconds: 60_000, megabytes: 768 };

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: true,
      outDir: folder,
      target: "node20",
      rollupOptions: { input: { "upload-worker": "server/uploads/worker.ts" } },
    },
  });
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function withReader<Result>(
  limits: ReaderLimits,
  work: (reader: UploadReader) => Promise<Result>,
): Promise<Result> {
  const reader = createThreadReader(file, limits);
  try {
    return await work(reader);
  } finally {
    await reader.stop();
  }
}

function codeOf(read: KeptTable): string {
  return read.ok ? "read" : read.fault.code;
}

const heads = Array.from({ length: 30 }, (_, index) => `Q${index + 1}`);
const row = (number: number) => heads.map((head, at) => (at < 28 ? `${at}` : `${head} ${number}`));
const large = aWorkbook({ answers: [heads, ...Array.from({ length: 8_000 }, (_, at) => row(at))] });
/** Four megabytes that become as many cells. */
const wide = new TextEncoder().encode(`${";".repeat(250)}x\n`.repeat(16_000));
const small = aWorkbook({ answers: [["Q1"], ["ačiū"]], empty: [["", ""]] });

describe("the threads that read what people send", () => {
  it("read what this thread reads, without the sheets that have no rows", async () => {
    const read = await withReader(usual, (reader) => reader.readTable(small, "a.xlsx"));
    expect(read).toEqual(await createInlineReader().readTable(small, "a.xlsx"));
    expect(read).toEqual({
      ok: true,
      rowCounts: [2],
      sheets: JSON.stringify([{ name: "answers", rows: [["Q1"], ["ačiū"]], mergedCells: 0 }]),
    });
  });

  it("read a questionnaire to the same document", async () => {
    const survey = [
      ["type", "name", "label"],
      ["text", "q1", "Kas patiko?"],
    ];
    const bytes = aWorkbook({ survey });
    const read = await withReader(usual, (reader) => reader.readQuestionnaire(bytes, "a", wish));
    expect(read).toMatchObject({ readable: true, format: "xlsform", outcome: { ok: true } });
    expect(read).toEqual(await createInlineReader().readQuestionnaire(bytes, "a", wish));
  });

  it("leave this thread free to answer", async () => {
    await withReader(usual, async (reader) => {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const read = await reader.readTable(large, "a.xlsx");
      delay.disable();
      expect(codeOf(read)).toBe("read");
      // In this thread it takes most of a second at once.
      expect(delay.max / 1e6).toBeLessThan(250);
    });
  });

  it("give up a file that takes too long, say so, and read the next", async () => {
    await withReader({ ...usual, milliseconds: 400 }, async (reader) => {
      await reader.readTable(small, "a.xlsx");
      expect(codeOf(await reader.readTable(large, "a.xlsx"))).toBe("took-too-long");
      const read = await reader.readQuestionnaire(large, "a.xlsx", wish);
      expect(read).toEqual({ readable: false, fault: { code: "took-too-long" } });
    });
  });

  it("end a file that needs too much memory, say so, and read the next", async () => {
    await withReader({ ...usual, megabytes: 24 }, async (reader) => {
      expect(codeOf(await reader.readTable(wide, "a.csv"))).toBe("too-much-inside");
      expect(codeOf(await reader.readTable(small, "a.xlsx"))).toBe("read");
    });
  });

  it("read several files side by side, each for whoever asked", async () => {
    const rows = (count: number) =>
      aWorkbook({ a: Array.from({ length: count }, (_, at) => [`${at}`]) });
    const counts = [3, 5, 2, 9, 7];
    const reads = await withReader(usual, (reader) =>
      Promise.all(counts.map((count) => reader.readTable(rows(count), "a.xlsx"))),
    );
    expect(reads.map((read) => read.ok && read.rowCounts)).toEqual(counts.map((count) => [count]));
  });
});
