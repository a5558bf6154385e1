import fs from "node:fs";

/** Linux counts in hundredths of a second (USER_HZ), whatever the kernel's own clock. */
const millisecondsPerTick = 10;

/** CPU time that a process has taken so far, all threads, in user and system mode; undefined where the system does not tell. */
export function cpuMillisecondsOf(pid: number): number | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields 14 and 15 of proc(5); the name in field 2 may hold blanks and brackets, so it is cut off first.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
  } catch {
    return undefined;
  }
}
