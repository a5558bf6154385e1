import type { Db } from "../../db/connect.ts";
import {
  failJob,
  finishJob,
  type HeldJob,
  type Job,
  lockJob,
  reportJob,
  returnJob,
} from "../../db/queries/jobs.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { RenderDocument } from "../documents/renderer.ts";
import { Problem } from "../domain/problem.ts";
import type { Log } from "../log.ts";
import type { JobHandler } from "./job-handler.ts";

export interface JobSurroundings {
  db: Db;
  now: () => Date;
  log: Log;
  render: RenderDocument;
  heartbeatMilliseconds: number;
  mostAttempts: number;
}

/** How long to wait before the next attempt, in milliseconds, by attempts made. */
const pauses = [5_000, 30_000];

/**
 * Runs one attempt of a job that was taken, and writes down how it ended. Never throws for what the handler did.
 * `stopping` is aborted when the server stops: the job is then put back without costing an attempt.
 */
export async function runJob(
  job: Job,
  handler: JobHandler,
  around: JobSurroundings,
  stopping: AbortSignal,
): Promise<void> {
  const held = { id: job.id, attempt: job.attempts };
  const lost = new AbortController();
  const signal = AbortSignal.any([stopping, lost.signal]);
  const pulse = startPulse(held, around, lost);
  try {
    const { programmeId, askedBy } = job;
    const { db, now, render } = around;
    const context = { db, now, programmeId, askedBy, signal, progress: pulse.progress };
    const complete = await handler(job.payload, {
      ...context,
      render: (request) => render(request, signal),
    });
    signal.throwIfAborted();
    await inTransaction(db, async (transaction) => {
      if (!(await lockJob(transaction, held))) return;
      const result = await complete(transaction);
      await finishJob(transaction, { ...held, result, now: now() });
    });
    around.log("job-ended", { kind: job.kind, job: job.id });
  } catch (error) {
    if (!lost.signal.aborted) await writeFailure(job, held, error, around, stopping);
  } finally {
    pulse.stop();
  }
}

/** Signs of life at intervals. Once one finds the job gone, the work is aborted. */
function startPulse(held: HeldJob, around: JobSurroundings, lost: AbortController) {
  let percent = 0;
  const beat = async () => {
    const { db, now } = around;
    const isHeld = await reportJob(db, { ...held, progress: percent, now: now() });
    if (!isHeld) lost.abort();
  };
  // A beat that fails is made up for by the next; a database that is gone for long makes the job stale, as it should.
  const timer = setInterval(() => void beat().catch(() => {}), around.heartbeatMilliseconds);
  return {
    progress: async (now: number) => {
      percent = Math.min(Math.max(Math.round(now), 0), 100);
      await beat();
      lost.signal.throwIfAborted();
    },
    stop: () => clearInterval(timer),
  };
}

async function writeFailure(
  job: Job,
  held: HeldJob,
  error: unknown,
  { db, now, log, mostAttempts }: JobSurroundings,
  stopping: AbortSignal,
): Promise<void> {
  if (stopping.aborted) {
    await returnJob(db, { ...held, runAfter: now(), problem: null, isAttemptCounted: false });
    return;
  }
  const problem = error instanceof Problem ? error.code : "unexpected";
  log("job-failed", {
    kind: job.kind,
    job: job.id,
    attempt: held.attempt,
    problem,
    ...told(error),
  });
  if (error instanceof Problem || held.attempt >= mostAttempts) {
    await failJob(db, { ...held, problem, now: now() });
    return;
  }
  const runAfter = new Date(now().getTime() + (pauses[held.attempt - 1] ?? 60_000));
  await returnJob(db, { ...held, runAfter, problem, isAttemptCounted: true });
}

/** The kind of error and where it arose; not its message, which may quote what people wrote. */
function told(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { reason: "unknown" };
  const place = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  return { reason: error.name, place: place?.trim() ?? "" };
}
