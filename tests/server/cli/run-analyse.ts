import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { main } from "../../../server/cli/analyse.ts";
import { goldenQuestionnaire } from "../../domain/analysis/golden-files.ts";

/** A folder for files that the command reads. */
export interface Desk {
  folder: string;
  put(name: string, content: string | Uint8Array): string;
  clear(): void;
}

export function aDesk(): Desk {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "analyse-"));
  const put = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content);
    return file;
  };
  return { folder, put, clear: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** Indented, so that its lines can be told apart. */
export function putQuestionnaire({ put }: Desk): string {
  return put("q.json", JSON.stringify(goldenQuestionnaire(), null, 2));
}

/** Runs the command in this process. */
export async function runAnalyse(...args: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await main(args, {
    write: (text) => {
      stdout += text;
    },
    complain: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}
