import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { readCsvRecords } from "../../../server/domain/analysis/csv-records.ts";
import { inFolder } from "../../support/judges.ts";
import { aDesk, runAnalyse } from "../cli/run-analyse.ts";
import { textOf, type Unpacked } from "./package-desk.ts";

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function rowsOf(unpacked: Unpacked, name: string): string[][] {
  return [...readCsvRecords(textOf(unpacked, name), ",")].map((record) => {
    if (!("cells" in record)) throw new Error(`${name} cannot be read`);
    return record.cells;
  });
}

export function statesOf(unpacked: Unpacked): string[] {
  return rowsOf(unpacked, "headline.csv")
    .slice(1)
    .map((row) => row[5]!);
}

/** Work with the unpacked files in a folder that is gone afterwards. */
export function inUnpacked<Result>({ files }: Unpacked, work: (folder: string) => Result): Result {
  return inFolder((folder) => {
    for (const [name, content] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), content);
    }
    return work(folder);
  });
}

/** What the command prints that the package's own README tells to type. */
export async function analyse(unpacked: Unpacked, answers: string): Promise<string> {
  const told = /npm run -s analyse -- (.+)/.exec(textOf(unpacked, "README.txt"))![1]!;
  const desk = aDesk();
  try {
    for (const [name, content] of Object.entries(unpacked.files)) desk.put(name, content);
    const words = told.trim().replace("answers.csv", answers).split(" ");
    const args = words.map((word) =>
      /\.(csv|json)$/.test(word) ? path.join(desk.folder, word) : word,
    );
    const { code, stdout, stderr } = await runAnalyse(...args);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  } finally {
    desk.clear();
  }
}

/** What the package's own script says in a folder with the package's files and nothing else. */
export function recompute(unpacked: Unpacked) {
  return inUnpacked(unpacked, (folder) => {
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    return spawnSync("Rscript", ["--vanilla", "recompute.R"], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
  });
}
