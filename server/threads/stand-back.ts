import os from "node:os";

/** A tenth of the weight of a usual thread: where both want one processor, this gets a tenth of it. */
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
