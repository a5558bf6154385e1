import { sql } from "kysely";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import type { JobStatus } from "../schema/results.ts";

/** The channel on which a committed job announces itself. */
export const jobChannel = "pokytis_job";

export interface NewJob {
  kind: string;
  /** Ids and choices; never answers or names. */
  payload: unknown;
  programmeId: string | null;
  askedBy: string | null;
  now: Date;
  /** Not before; at once if left out. */
  runAfter?: Date;
}

export interface Job {
  id: string;
  programmeId: string | null;
  kind: string;
  payload: unknown;
  status: JobStatus;
  /** Percent. */
  progress: number;
  attempts: number;
  problem: string | null;
  result: unknown;
  askedBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

/** A running job as its runner holds it: the attempt tells a runner whose job was taken by another that it has lost it. */
export interface HeldJob {
  id: string;
  attempt: number;
}

/**
 * Puts work into the queue and gives its id. Inside a transaction the job is there, and announced, only
 * if the whole is committed: nothing is ever made for a change that did not happen.
 */
export async function enqueueJob(db: Db, job: NewJob): Promise<string> {
  const { id } = await db
    .insertInto("job")
    .values({
      kind: job.kind,
      payload: json(job.payload),
      programme_id: job.programmeId,
      asked_by: job.askedBy,
      created_at: job.now,
      run_after: job.runAfter ?? job.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await sql`select pg_notify(${jobChannel}, ${id})`.execute(db);
  return id;
}

const jobColumns = [
  "id",
  "programme_id as programmeId",
  "kind",
  "payload",
  "status",
  "progress",
  "attempts",
  "problem",
  "result",
  "asked_by as askedBy",
  "created_at as createdAt",
  "finished_at as finishedAt",
] as const;

/** A programme's job; a job of no programme for null. */
export async function findJob(
  db: Db,
  key: { id: string; programmeId: string | null },
): Promise<Job | undefined> {
  return await db
    .selectFrom("job")
    .select(jobColumns)
    .where("id", "=", key.id)
    .where("programme_id", "is not distinct from", key.programmeId)
    .executeTakeFirst();
}

/**
 * Takes the oldest job that is due, or one whose runner has been silent since `staleBefore`, for one
 * attempt more. Several runners may ask at once: each job goes to one of them, and none waits for another.
 */
export async function takeJob(
  db: Db,
  ask: { kinds: string[]; now: Date; staleBefore: Date; mostAttempts: number },
): Promise<Job | undefined> {
  return await db
    .updateTable("job")
    .set(({ eb }) => ({
      status: "running",
      attempts: eb("attempts", "+", 1),
      heartbeat_at: ask.now,
      progress: 0,
      problem: null,
    }))
    .where("id", "=", ({ selectFrom }) =>
      selectFrom("job")
        .select("id")
        .where("kind", "in", ask.kinds)
        .where("run_after", "<=", ask.now)
        .where("attempts", "<", ask.mostAttempts)
        .where(({ or, and, eb }) =>
          or([
            eb("status", "=", "waiting"),
            and([eb("status", "=", "running"), eb("heartbeat_at", "<", ask.staleBefore)]),
          ]),
        )
        .orderBy("run_after")
        .orderBy("created_at")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(jobColumns)
    .executeTakeFirst();
}

/** Ends jobs that nobody will take again: silent, and their attempts are used up. Says how many. */
export async function failAbandonedJobs(
  db: Db,
  ask: { now: Date; staleBefore: Date; mostAttempts: number },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("job")
    .set({ status: "failed", problem: "interrupted", finished_at: ask.now })
    .where("status", "=", "running")
    .where("heartbeat_at", "<", ask.staleBefore)
    .where("attempts", ">=", ask.mostAttempts)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** A sign of life, with how far the work is. False when the job was cancelled or has gone to another runner. */
export async function reportJob(
  db: Db,
  { id, attempt, progress, now }: HeldJob & { progress: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await heldJob(db, { id, attempt })
    .set({ heartbeat_at: now, progress })
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** Locks a held job until the transaction ends. False when it was cancelled or has gone to another runner. */
export async function lockJob(db: Db, { id, attempt }: HeldJob): Promise<boolean> {
  const row = await db
    .selectFrom("job")
    .select("id")
    .where("id", "=", id)
    .where("attempts", "=", attempt)
    .where("status", "=", "running")
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function finishJob(
  db: Db,
  { id, attempt, result, now }: HeldJob & { result: unknown; now: Date },
): Promise<void> {
  await heldJob(db, { id, attempt })
    .set({ status: "done", progress: 100, result: json(result ?? null), finished_at: now })
    .execute();
}

/** Ends a job for good, saying why in a word; the details are in the log. */
export async function failJob(
  db: Db,
  { id, attempt, problem, now }: HeldJob & { problem: string; now: Date },
): Promise<void> {
  await heldJob(db, { id, attempt }).set({ status: "failed", problem, finished_at: now }).execute();
}

/** Puts a job back for another attempt. An attempt that was broken off by us is given back, too. */
export async function returnJob(
  db: Db,
  {
    id,
    attempt,
    runAfter,
    problem,
    isAttemptCounted,
  }: HeldJob & { runAfter: Date; problem: string | null; isAttemptCounted: boolean },
): Promise<void> {
  await heldJob(db, { id, attempt })
    .set({
      status: "waiting",
      problem,
      run_after: runAfter,
      heartbeat_at: null,
      attempts: isAttemptCounted ? attempt : attempt - 1,
    })
    .execute();
}

/** Stops a job that has not finished. False when there is nothing left to stop. */
export async function cancelJob(
  db: Db,
  key: { id: string; programmeId: string | null; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("job")
    .set({ status: "cancelled", finished_at: key.now })
    .where("id", "=", key.id)
    .where("programme_id", "is not distinct from", key.programmeId)
    .where("status", "in", ["waiting", "running"])
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** Forgets jobs that ended before a moment; what they made has its own record. */
export async function deleteEndedJobs(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("job")
    .where("finished_at", "<", before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function heldJob(db: Db, { id, attempt }: HeldJob) {
  return db
    .updateTable("job")
    .where("id", "=", id)
    .where("attempts", "=", attempt)
    .where("status", "=", "running");
}
