import { setTimeout as sleep } from "node:timers/promises";
import { type Server, type ServerSettings, startServer } from "./server.ts";
import { removeOwner } from "./server-lock.ts";

/** The longest pause between two tries to bring the server back. */
const longestPauseMs = 5_000;

/**
 * Keeps the server running: when it ends although nobody asked it to (out of memory, killed), it is
 * started again on the same door, so the pool finds it again by itself. Returns what stops it for good.
 */
export function superviseServer(first: Server, settings: ServerSettings): () => Promise<void> {
  const stopping = new AbortController();
  let server = first;
  const askAtExit = () => {
    server.askToStop();
    removeOwner(settings.place, server.pid);
    settings.door.close();
  };
  process.once("exit", askAtExit);

  const watching = (async () => {
    for (;;) {
      await server.ended;
      if (stopping.signal.aborted) return;
      settings.log("the built-in PostgreSQL has ended unexpectedly and is started again");
      server = (await restart(server, settings, stopping.signal)) ?? server;
      if (stopping.signal.aborted) return server.stop();
    }
  })();

  return async () => {
    stopping.abort();
    await server.stop();
    await watching;
    process.off("exit", askAtExit);
  };
}

/** Tries until it succeeds or is not wanted any more; the pauses grow from a tenth of a second. */
async function restart(
  ended: Server,
  settings: ServerSettings,
  notWanted: AbortSignal,
): Promise<Server | undefined> {
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    await sleep(pauseMs, undefined, { signal: notWanted }).catch(() => {});
    if (notWanted.aborted) return undefined;
    try {
      return await startServer(settings, ended.pid);
    } catch (error) {
      settings.log(error instanceof Error ? error.message : String(error));
    }
  }
}
