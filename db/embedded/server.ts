import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseRefusal } from "../refusal.ts";
import { engineEnvironment, rootFolder } from "./account.ts";
import type { Door } from "./door.ts";
import type { Engine } from "./engine.ts";
import type { Place } from "./place.ts";
import { readLock, removeOwner, writeOwner } from "./server-lock.ts";

export interface ServerSettings {
  place: Place;
  engine: Engine;
  door: Door;
  /** Further arguments for the server. */
  flags: readonly string[];
  log: (line: string) => void;
}

/** A server that is ready, and how its process ends. */
export interface Server {
  pid: number;
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<unknown>;
  /** Asks and does not wait: all that can be done while our own process ends. */
  askToStop(): void;
  stop(): Promise<void>;
}

const pollMs = 10;
const impatientAfterMs = 30_000;
/** Backends that outlive their killed server keep its log open, so the end of it may be late. */
const lastWordsMs = 500;

/**
 * Settings of ours: all times in UTC; and a log without the values of rows, because answers and
 * names do not belong into a log: neither the statement that failed nor the key that was duplicate.
 */
const ownSettings = [
  "timezone=UTC",
  "log_timezone=UTC",
  "log_line_prefix=",
  "log_checkpoints=off",
  "log_error_verbosity=terse",
  "log_min_error_statement=panic",
];

/**
 * Starts the server and waits until it is ready; rejects when it ends before. `deadPid` is the
 * number in a lock file whose server is known to have ended: should another program have that
 * number now, PostgreSQL would take it for a rival. It ignores the number it is told to be its
 * grandparent (as pg_ctl does), and still checks by itself that nobody is using the data.
 */
export async function startServer(settings: ServerSettings, deadPid?: number): Promise<Server> {
  const { place, log } = settings;
  const child = spawnServer(settings, deadPid);
  if (child.pid === undefined) throw startFailed(String((await once(child, "error"))[0]));
  const pid = child.pid;
  writeOwner(place, pid);
  const ended = once(child, "exit").finally(() => removeOwner(place, pid));
  const lastLines = followLog(child.stderr, log);
  while (!isReady(place, pid)) {
    const hasEnded = await Promise.race([ended.then(() => true), sleep(pollMs, false)]);
    if (hasEnded) throw startFailed(await lastLines());
  }
  const askToStop = () => signal(settings.engine, child, "INT");
  return { pid, ended, askToStop, stop: () => stopServer(settings.engine, child, ended) };
}

type Child = ChildProcessByStdio<null, null, Readable>;

/**
 * Detached, so that Ctrl-C in a terminal reaches us alone: we finish our work first, then stop it.
 * It does not keep our process alive either: one that fails ends, and asks the server to stop.
 */
function spawnServer({ place, engine, door, flags }: ServerSettings, deadPid?: number): Child {
  const settings = ownSettings.flatMap((setting) => ["-c", setting]);
  const args = ["-D", place.data, ...door.serverFlags, ...settings, ...flags];
  const child = spawn(path.join(engine.bin, "postgres"), args, {
    ...place.account,
    cwd: rootFolder,
    env: { ...engineEnvironment(), PG_GRANDPARENT_PID: deadPid ? String(deadPid) : undefined },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
    windowsHide: true,
  });
  child.unref();
  // The pipe is a socket in Node, though declared as a plain stream.
  (child.stderr as Socket).unref();
  return child;
}

function isReady(place: Place, pid: number): boolean {
  const lock = readLock(place);
  return lock?.pid === pid && lock.isReady;
}

/** Passes every line on; the result gives the last few, for the message of a start that fails. */
function followLog(stderr: Readable, log: (line: string) => void): () => Promise<string> {
  const last: string[] = [];
  const lines = createInterface({ input: stderr }).on("line", (line) => {
    last.push(line);
    if (last.length > 20) last.shift();
    log(line);
  });
  const closed = once(lines, "close");
  return async () => {
    await Promise.race([closed, sleep(lastWordsMs)]);
    return last.join("\n");
  };
}

/** A fast shutdown: connections are closed, everything is written. Immediate if that takes too long. */
async function stopServer(engine: Engine, child: Child, ended: Promise<unknown>): Promise<void> {
  child.ref();
  signal(engine, child, "INT");
  const impatient = setTimeout(() => signal(engine, child, "QUIT"), impatientAfterMs);
  await ended;
  clearTimeout(impatient);
}

/**
 * Windows knows no signals between programs; pg_ctl speaks to the server by other means there.
 * Elsewhere `kill` does nothing once the process has ended, so it never reaches a stranger.
 */
function signal({ bin }: Engine, child: Child, name: "INT" | "QUIT"): void {
  if (process.platform !== "win32") child.kill(`SIG${name}`);
  else if (child.exitCode === null) {
    spawnSync(path.join(bin, "pg_ctl"), ["kill", name, String(child.pid)], { windowsHide: true });
  }
}

function startFailed(lines: string): DatabaseRefusal {
  return new DatabaseRefusal("start-failed", `The built-in PostgreSQL did not start:\n${lines}`);
}
