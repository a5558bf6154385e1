import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

export interface Child {
  pid: number;
  /** Every line it has written so far. */
  lines: string[];
  /** Waits for a line, counted from 0; rejects with what it wrote to stderr when it ends before. */
  line(index: number): Promise<string>;
  /** Ends its input and waits for it; rejects unless it ended well. */
  finish(): Promise<void>;
  /** Kills it without any warning, as a power cut or the system's out-of-memory killer would. */
  kill(): Promise<void>;
}

/** Runs `main(args)` of one of our TypeScript files in a process of its own. */
export function startChild(file: string, args: readonly string[] = []): Child {
  const child = spawn(process.execPath, ["server/cli/run.mjs", file, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const errors = collect(child.stderr);
  const ended = once(child, "close");

  const line = async (index: number) => {
    while (lines.length <= index) {
      const written = once(output, "line").then(() => true);
      if (!(await Promise.race([written, ended.then(() => lines.length > index)]))) {
        throw new Error(`the process ended: ${errors()}`);
      }
    }
    return lines[index]!;
  };
  return { pid: child.pid!, lines, line, ...endings(child, ended, errors) };
}

type Piped = ChildProcessByStdio<Writable, Readable, Readable>;

function endings(child: Piped, ended: Promise<unknown>, errors: () => string) {
  const finish = async () => {
    child.stdin.end();
    await ended;
    if (child.exitCode !== 0) throw new Error(`the process failed: ${errors()}`);
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { finish, kill };
}

function collect(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
