import type { ChildProcess } from "node:child_process";

const patience = 3_000;

/** Ends a process that a test started: asked first, and forced where that does not help. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(force);
}

/** The first match in what a process says on one of its outputs; rejects when it ends without. */
export function readFrom(
  child: ChildProcess,
  stream: NodeJS.ReadableStream,
  pattern: RegExp,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    stream.on("data", (bytes) => {
      said = (said + String(bytes)).slice(-10_000);
      const found = pattern.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said.slice(-500)}`)));
  });
}
