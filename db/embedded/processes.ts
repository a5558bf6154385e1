import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** A process that has ended but was not yet collected by its parent (a zombie) does not count as running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return processStat(pid)?.state !== "Z";
}

/**
 * Tells a process from a later one that was given the same number: containers hand out the same
 * small numbers at every start. Where the start time cannot be known, the number alone has to do.
 */
export function processIdentity(pid: number): string {
  const stat = processStat(pid);
  return stat ? `${pid}@${stat.startTicks}` : String(pid);
}

/** Whether the very process that this identity was taken from still runs. */
export function isSameProcessRunning(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && isRunning(pid) && processIdentity(pid) === identity;
}

/** The command line of a process, its arguments joined by blanks; undefined where the system does not tell. */
export function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === "linux") {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    if (process.platform === "win32") return undefined;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return undefined;
  }
}

/** Fields 3 and 22 of proc(5) `stat`; the name in field 2 may hold blanks and brackets, so it is cut off first. */
function processStat(pid: number): { state: string; startTicks: string } | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0]!, startTicks: fields[19]! };
  } catch {
    return undefined;
  }
}
