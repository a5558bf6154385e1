import { execFile } from "node:child_process";
import fs from "node:fs";
import { promisify } from "node:util";
import { DatabaseRefusal } from "../refusal.ts";

const execute = promisify(execFile);

/** The account PostgreSQL runs under when it is not our own. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the owner of the data that is
 * already there, else as `postgres`, else as `nobody`; no account is created. Undefined: as ourselves.
 */
export function chooseAccount(data: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = fs.statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = findAccount("postgres") ?? findAccount("nobody");
  if (account) return account;
  throw new DatabaseRefusal(
    "folder-unusable",
    "PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account. " +
      "Start Pokytis as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
  );
}

function findAccount(name: string): Account | undefined {
  const lines = fs.readFileSync("/etc/passwd", "utf8").split("\n");
  const fields = lines.map((line) => line.split(":")).find(([login]) => login === name);
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** Runs a command to its end under the account; rejects with `stderr` when it fails. */
export function runAs(account: Account | undefined, command: string, args: readonly string[]) {
  return execute(command, args, { ...account, cwd: rootFolder, env: engineEnvironment() });
}

/** Whether the account may enter the folder: a folder below a private home is closed to it. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true;
  return runAs(account, "/bin/sh", ["-c", 'cd "$0"', folder]).then(
    () => true,
    () => false,
  );
}

/** A working directory every account may enter; our own might be private. */
export const rootFolder = process.platform === "win32" ? undefined : "/";

/** PostgreSQL gets none of our environment: it holds secrets, and PG* or LD_* variables would steer it. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: "C", TZ: "UTC" };
}
