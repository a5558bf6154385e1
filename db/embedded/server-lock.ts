import fs from "node:fs";
import path from "node:path";
import { DatabaseRefusal } from "../refusal.ts";
import type { Place } from "./place.ts";
import { isSameProcessRunning, processIdentity } from "./processes.ts";

/** What a server writes about itself into `postmaster.pid` (miscinit.c, pidfile.h). */
export interface ServerLock {
  pid: number;
  port: number;
  /** Empty when the server listens on TCP. */
  socketFolder: string;
  isReady: boolean;
}

/** Undefined when there is no such file; a file still being written counts as not ready. */
export function readLock({ data }: Place): ServerLock | undefined {
  const text = readIfThere(path.join(data, "postmaster.pid"));
  if (text === undefined) return undefined;
  const [pid, , , port, socketFolder, , , status] = text.split("\n");
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder ?? "",
    isReady: status?.trim() === "ready",
  };
}

/**
 * Notes which process started a server, under the server's number: a start that loses a race never
 * overwrites the note of the one that won. The server itself knows nothing of its owner, and lives
 * on when the owner is killed.
 */
export function writeOwner(place: Place, serverPid: number): void {
  const file = ownerFile(place, serverPid);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, processIdentity(process.pid));
}

export function removeOwner(place: Place, serverPid: number): void {
  fs.rmSync(ownerFile(place, serverPid), { force: true });
}

/** Whether the process that started the server still runs; undefined when no process has noted itself. */
export function isOwnerRunning(place: Place, serverPid: number): boolean | undefined {
  const identity = readIfThere(ownerFile(place, serverPid));
  return identity === undefined ? undefined : isSameProcessRunning(identity);
}

function ownerFile({ base }: Place, serverPid: number): string {
  return path.join(base, "owners", String(serverPid));
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new DatabaseRefusal(
      "folder-unusable",
      `${file} cannot be read: the database belongs to another account. Start Pokytis as that account.`,
      { cause: error },
    );
  }
}
