import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseRefusal } from "../refusal.ts";
import { removeSocketFolder } from "./door.ts";
import type { Place } from "./place.ts";
import { commandLine, isRunning } from "./processes.ts";
import { isOwnerRunning, readLock, removeOwner, type ServerLock } from "./server-lock.ts";

/** A server to share, or a free folder; `deadPid` is the number an ended server left in its lock file. */
export type Predecessor =
  | { isShared: true; lock: ServerLock }
  | { isShared: false; deadPid?: number };

const pollMs = 20;
/** A new server notes its owner within milliseconds; without a note for this long it has none. */
const ownerGraceMs = 1_000;
const impatientAfterMs = 30_000;
const giveUpAfterMs = 60_000;

/**
 * Finds out what an earlier start left on this folder. A server whose owner still runs is shared.
 * An orphan, whose owner was killed, is asked to shut down, and waited for: its last transactions
 * are in its own memory and log, and it closes them properly.
 */
export async function settlePredecessor(place: Place): Promise<Predecessor> {
  const startedAt = Date.now();
  let asked: NodeJS.Signals | undefined;
  for (let last: ServerLock | undefined; ; await sleep(pollMs)) {
    const lock = readLock(place);
    if (!lock) return leave(place, last);
    if (!isServerOf(place, lock.pid))
      return { ...leave(place, lock), deadPid: lock.pid || undefined };
    last = lock;

    const hasOwner = isOwnerRunning(place, lock.pid);
    if (hasOwner && lock.isReady) return { isShared: true, lock };

    const waitedMs = Date.now() - startedAt;
    if (waitedMs > giveUpAfterMs) throw stuck(lock);
    const isOrphan = hasOwner === false || (hasOwner === undefined && waitedMs > ownerGraceMs);
    if (isOrphan) asked = askToStop(lock, asked, waitedMs);
  }
}

/** A lock file may outlive its server, and the number in it may meanwhile be some other program's. */
function isServerOf({ data }: Place, pid: number): boolean {
  return isRunning(pid) && (commandLine(pid)?.includes(`-D ${data} `) ?? true);
}

/** The folder is free; what a server that has ended could not remove is removed for it. */
function leave(place: Place, ended: ServerLock | undefined): { isShared: false } {
  if (ended) {
    removeOwner(place, ended.pid);
    removeSocketFolder(ended.socketFolder);
  }
  return { isShared: false };
}

/** First a fast shutdown (SIGINT), after a while an immediate one (SIGQUIT), which the log recovers from. */
function askToStop(lock: ServerLock, asked: NodeJS.Signals | undefined, waitedMs: number) {
  const signal = waitedMs < impatientAfterMs ? "SIGINT" : "SIGQUIT";
  if (signal === asked) return asked;
  try {
    process.kill(lock.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPERM") throw foreign(lock);
  }
  return signal;
}

function stuck({ pid }: ServerLock): DatabaseRefusal {
  return new DatabaseRefusal(
    "not-stopping",
    `A database server (process ${pid}) has held this folder for a minute without becoming ready or ` +
      "stopping. Stop that process and start again.",
  );
}

function foreign({ pid }: ServerLock): DatabaseRefusal {
  return new DatabaseRefusal(
    "not-stopping",
    `A database server of an earlier run (process ${pid}) still uses this folder, and this account ` +
      "may not stop it. Stop it from the account that started it.",
  );
}
