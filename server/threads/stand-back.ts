import os from "node:os";

/** The processor goes to this thread when nobody else wants it, and a little besides. */
const niceness = 10;

/**
 * Lets this thread give way to those that answer people. On Linux niceness belongs to a thread (setpriority(2), "C
 * library/kernel differences"); elsewhere it would slow down the whole process, so nothing is done there.
 */
export function standBack(): void {
  if (process.platform !== "linux") return;
  try {
    os.setPriority(niceness);
  } catch {
    // A container may forbid it; documents are made all the same.
  }
}
