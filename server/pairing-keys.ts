import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import type { PairingKeys } from "./deps.ts";

/** Keys as files of a folder that only the application reads. Several processes share them by sharing the folder. */
export function pairingKeysIn(folder: string): PairingKeys {
  const fileOf = (programmeId: string) => path.join(folder, `${nameOf(programmeId)}.key`);
  const find = (programmeId: string) => fs.readFile(fileOf(programmeId)).catch(unlessMissing);
  return {
    find,
    async make(programmeId) {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const isOurs = await writeOnce(fileOf(programmeId), randomBytes(32));
      const key = await find(programmeId);
      if (!key) throw new Error(`the key just ${isOurs ? "written" : "found"} is gone`);
      return key;
    },
    destroy: (programmeId) => fs.rm(fileOf(programmeId), { force: true }),
  };
}

/** Written whole under another name and then linked, so that nobody ever reads half a key. */
async function writeOnce(file: string, key: Buffer): Promise<boolean> {
  const unfinished = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = await fs.open(unfinished, "wx", 0o600);
  try {
    await handle.writeFile(key);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await fs.link(unfinished, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    await fs.rm(unfinished, { force: true });
  }
}

function nameOf(programmeId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(programmeId)) throw new Error("that is no programme");
  return programmeId;
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
