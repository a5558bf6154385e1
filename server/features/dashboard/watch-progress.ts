import type { Db } from "../../../db/connect.ts";
import { listReleases } from "../../../db/queries/releases.ts";
import type { Log } from "../../log.ts";
import type { Progress, ReadProgress } from "./read-progress.ts";

/** How far a programme is: what everybody who watches may know, in steps while waves are open. */
export interface ProgressState {
  /** The newest release's number; 0 while there is none. */
  release: number;
  participation: Progress;
}

export type Listener = (state: ProgressState) => void;

export interface ProgressWatch {
  /** Calls the listener at once and whenever something changes, until the returned function is called. */
  subscribe(programmeId: string, listener: Listener): () => void;
}

interface Watched {
  listeners: Set<Listener>;
  timer: NodeJS.Timeout;
  last: { state: ProgressState; text: string } | undefined;
}

/**
 * Looks at each watched programme every few seconds, once for all who watch it, and not at all while nobody does.
 * It asks instead of being told, so that a participant's sending does no work for onlookers.
 */
export function watchProgress(
  { db, log, readProgress }: { db: Db; log: Log; readProgress: ReadProgress },
  milliseconds: number,
): ProgressWatch {
  const watched = new Map<string, Watched>();

  const look = async (programmeId: string) => {
    try {
      const state = await readState({ db, readProgress }, programmeId);
      const text = JSON.stringify(state);
      const programme = watched.get(programmeId);
      if (!programme || programme.last?.text === text) return;
      programme.last = { state, text };
      for (const listener of programme.listeners) listener(state);
    } catch (error) {
      log("progress-not-read", { reason: error instanceof Error ? error.name : "unknown" });
    }
  };

  const begin = (programmeId: string): Watched => {
    const timer = setInterval(() => void look(programmeId), milliseconds);
    timer.unref();
    const programme: Watched = { listeners: new Set(), timer, last: undefined };
    watched.set(programmeId, programme);
    void look(programmeId);
    return programme;
  };

  return {
    subscribe: (programmeId, listener) => {
      const programme = watched.get(programmeId) ?? begin(programmeId);
      programme.listeners.add(listener);
      if (programme.last) listener(programme.last.state);
      return () => {
        programme.listeners.delete(listener);
        if (programme.listeners.size > 0) return;
        clearInterval(programme.timer);
        watched.delete(programmeId);
      };
    },
  };
}

async function readState(
  { db, readProgress }: { db: Db; readProgress: ReadProgress },
  programmeId: string,
): Promise<ProgressState> {
  const [newest] = await listReleases(db, programmeId);
  return { release: newest?.number ?? 0, participation: await readProgress(programmeId) };
}
