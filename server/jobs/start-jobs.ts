import type { Db } from "../../db/connect.ts";
import { dropExpiredContent } from "../../db/queries/export-files.ts";
import { deleteEndedJobs, failAbandonedJobs, takeJob } from "../../db/queries/jobs.ts";
import { createRenderer, type Renderer } from "../documents/renderer.ts";
import type { Log } from "../log.ts";
import type { JobHandlers } from "./job-handler.ts";
import { type JobSurroundings, runJob } from "./run-job.ts";

export interface JobsDeps {
  db: Db;
  now: () => Date;
  log: Log;
  handlers: JobHandlers;
  /** Calls back when a job is announced; without it jobs are found by looking, a little later. */
  listen?: (wake: () => void) => { stop(): Promise<void> };
  /** Makes documents; a worker thread where the server is built, this very thread where it is not. */
  renderer?: Renderer;
  times?: Partial<JobTimes>;
}

/** All in milliseconds. */
export interface JobTimes {
  /** How often to look for jobs that were not announced. */
  poll: number;
  heartbeat: number;
  /** A runner silent for so long is taken for dead. */
  stale: number;
  /** How long stopping waits for the work under way. */
  grace: number;
  housekeeping: number;
}

export interface Jobs {
  /** Takes no more jobs, puts the one under way back if it does not end in time, and resolves. */
  stop(): Promise<void>;
}

const mostAttempts = 3;
const keepEndedMilliseconds = 30 * 24 * 3_600_000;
const usualTimes: JobTimes = {
  poll: 2_000,
  heartbeat: 5_000,
  stale: 60_000,
  grace: 5_000,
  housekeeping: 600_000,
};

/** Begins to work off the queue, one job at a time; several processes may do so side by side. */
export function startJobs(deps: JobsDeps): Jobs {
  const times = { ...usualTimes, ...deps.times };
  const renderer = deps.renderer ?? createRenderer();
  const stopping = new AbortController();
  const around = { ...deps, times, renderer };
  const bell = createBell();
  const listener = deps.listen?.(bell.ring);
  const looping = workOff(around, bell, stopping.signal);
  const housekeeping = setInterval(() => void keepHouse(deps), times.housekeeping);
  return {
    stop: async () => {
      clearInterval(housekeeping);
      stopping.abort();
      bell.ring();
      await Promise.all([listener?.stop(), Promise.race([looping, pause(times.grace)])]);
      await renderer.stop();
    },
  };
}

type Around = JobsDeps & { times: JobTimes; renderer: Renderer };

async function workOff(around: Around, bell: Bell, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const isBusy = await takeAndRun(around, stopping).catch((error: unknown) => {
      around.log("jobs-broke", { reason: error instanceof Error ? error.name : "unknown" });
      return false;
    });
    if (!isBusy && !stopping.aborted) await bell.rung(around.times.poll);
  }
}

/** True when there was a job, and so perhaps another. */
async function takeAndRun(around: Around, stopping: AbortSignal): Promise<boolean> {
  const { db, now, log, handlers, times, renderer } = around;
  const kinds = Object.keys(handlers);
  if (kinds.length === 0) return false;
  const staleBefore = new Date(now().getTime() - times.stale);
  const job = await takeJob(db, { kinds, now: now(), staleBefore, mostAttempts });
  const handler = job && handlers[job.kind];
  if (!job || !handler) {
    await failAbandonedJobs(db, { now: now(), staleBefore, mostAttempts });
    return false;
  }
  const { render } = renderer;
  const heartbeatMilliseconds = times.heartbeat;
  const surroundings: JobSurroundings = {
    db,
    now,
    log,
    render,
    heartbeatMilliseconds,
    mostAttempts,
  };
  await runJob(job, handler, surroundings, stopping);
  return true;
}

async function keepHouse({ db, now, log }: JobsDeps): Promise<void> {
  try {
    await dropExpiredContent(db, now());
    await deleteEndedJobs(db, new Date(now().getTime() - keepEndedMilliseconds));
  } catch (error) {
    log("housekeeping-failed", { reason: error instanceof Error ? error.name : "unknown" });
  }
}

/** Lets one loop sleep until it is called or time is up; a call while it is awake is not forgotten. */
interface Bell {
  ring(): void;
  rung(mostMilliseconds: number): Promise<void>;
}

function createBell(): Bell {
  let wake: (() => void) | undefined;
  let isRung = false;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    rung: async (mostMilliseconds) => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, mostMilliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      isRung = false;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
