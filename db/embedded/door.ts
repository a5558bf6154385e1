import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import type { Place } from "./place.ts";
import type { ServerLock } from "./server-lock.ts";

/** How clients reach the server: a Unix socket in a private folder, or TCP on this machine alone. */
export interface Door {
  serverFlags: string[];
  config: Address;
  close(): void;
}

/** Never encrypted, as it never leaves the machine; said aloud, since PGSSLMODE might demand it. */
export interface Address {
  host: string;
  port: number;
  password?: string;
  ssl: false;
}

export type DoorKind = "socket" | "tcp";

const socketFolderPrefix = "pokytis-";
const socketPort = 5432;

/** Node opens no Unix sockets on Windows, so there it is TCP with a password of its own. */
export const usualDoor: DoorKind = process.platform === "win32" ? "tcp" : "socket";

/** How a new data folder is told to let people in. A socket needs no password: its folder is closed to others. */
export function authentication(place: Place, kind: DoorKind): string[] {
  if (kind === "socket") return ["--auth-local=trust", "--auth-host=reject"];
  const file = passwordFile(place.base);
  if (!fs.existsSync(file)) writePassword(file, place);
  return ["--auth-local=reject", "--auth-host=scram-sha-256", `--pwfile=${file}`];
}

/** Prepares the way in; only just before the start, as a kill would leave the socket's folder behind. */
export async function openDoor(place: Place, kind: DoorKind): Promise<Door> {
  return kind === "socket" ? openSocketDoor(place) : openTcpDoor(place);
}

function openSocketDoor({ account }: Place): Door {
  const host = fs.mkdtempSync(path.join(temporaryFolder(), socketFolderPrefix));
  if (account) fs.chownSync(host, account.uid, account.gid);
  return {
    serverFlags: flags({ listen_addresses: "", unix_socket_directories: host, port: socketPort }),
    config: { host, port: socketPort, ssl: false },
    close: () => removeSocketFolder(host),
  };
}

/** A socket's whole path is limited to 103 bytes on some systems. */
function temporaryFolder(): string {
  return os.tmpdir().length < 70 ? os.tmpdir() : "/tmp";
}

async function openTcpDoor({ base }: Place): Promise<Door> {
  const host = "127.0.0.1";
  const port = await findFreePort(host);
  return {
    serverFlags: flags({ listen_addresses: host, unix_socket_directories: "", port }),
    config: { host, port, password: readPassword(base), ssl: false },
    close: () => {},
  };
}

/** The way into a server that another process of ours started. */
export function knownDoor({ base }: Place, lock: ServerLock): Address {
  if (lock.socketFolder) return { host: lock.socketFolder, port: lock.port, ssl: false };
  return { host: "127.0.0.1", port: lock.port, password: readPassword(base), ssl: false };
}

/** Removes the socket's folder, of our server or of one that was killed, and never anything else. */
export function removeSocketFolder(folder: string): void {
  if (!path.basename(folder).startsWith(socketFolderPrefix)) return;
  for (const name of [`.s.PGSQL.${socketPort}`, `.s.PGSQL.${socketPort}.lock`]) {
    fs.rmSync(path.join(folder, name), { force: true });
  }
  try {
    fs.rmdirSync(folder);
  } catch {
    // Gone already, or somebody keeps something of theirs in it: either way not ours to remove.
  }
}

function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}

function passwordFile(base: string): string {
  return path.join(base, "password");
}

function writePassword(file: string, { account }: Place): void {
  fs.writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (account) fs.chownSync(file, account.uid, account.gid);
}

function readPassword(base: string): string {
  return fs.readFileSync(passwordFile(base), "utf8").trim();
}

function flags(settings: Record<string, string | number>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
