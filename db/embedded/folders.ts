import fs from "node:fs";
import path from "node:path";
import type { Account } from "./account.ts";

/** Renames a folder into place; when another process was quicker, theirs stays and ours goes. */
export function renameUnlessThere(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
    writeThrough(path.dirname(to));
  } catch (error) {
    fs.rmSync(from, { recursive: true, force: true });
    if (!fs.existsSync(to)) throw error;
  }
}

/** A rename outlives a power cut only once the folder that holds the name is on disk. */
function writeThrough(folder: string): void {
  if (process.platform === "win32") return;
  const handle = fs.openSync(folder, "r");
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

/** Makes a folder with a name of its own that only the account may open. */
export function makePrivateFolder(prefix: string, account: Account | undefined): string {
  const folder = fs.mkdtempSync(prefix);
  if (account) fs.chownSync(folder, account.uid, account.gid);
  return folder;
}
