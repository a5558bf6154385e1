import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { listenTo } from "../../../db/notifications.ts";
import { findExportFile, insertExportFile } from "../../../db/queries/export-files.ts";
import {
  cancelJob,
  enqueueJob,
  findJob,
  type Job,
  jobChannel,
  type NewJob,
  takeJob,
} from "../../../db/queries/jobs.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import { Problem } from "../../../server/domain/problem.ts";
import type { JobHandlers } from "../../../server/jobs/job-handler.ts";
import { type Jobs, type JobTimes, startJobs } from "../../../server/jobs/start-jobs.ts";
import { anAnnex } from "../../support/annex.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";

const { db, config } = useOwnDatabase();
const started: Jobs[] = [];
const logged: { event: string; fields: unknown }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
  await db().deleteFrom("job").execute();
  logged.splice(0);
});

function start(
  handlers: JobHandlers,
  options: { times?: Partial<JobTimes>; now?: () => Date } = {},
) {
  const jobs = startJobs({
    db: db(),
    now: options.now ?? (() => new Date()),
    log: (event, fields) => logged.push({ event, fields }),
    handlers,
    renderer: createInlineRenderer(),
    times: { poll: 20, heartbeat: 20, ...options.times },
  });
  started.push(jobs);
  return jobs;
}

async function enqueue(job: Partial<NewJob> = {}): Promise<string> {
  const usual = { kind: "test", payload: {}, programmeId: null, askedBy: null, now: new Date() };
  return await enqueueJob(db(), { ...usual, ...job });
}

async function find(id: string): Promise<Job> {
  const { programmeId } = await db()
    .selectFrom("job")
    .select("programme_id as programmeId")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return (await findJob(db(), { id, programmeId }))!;
}

/** The job once it is as wanted; fails the test when that takes longer than ten seconds. */
async function once(id: string, isWanted: (job: Job) => boolean): Promise<Job> {
  const until = Date.now() + 10_000;
  for (;;) {
    const job = await find(id);
    if (isWanted(job)) return job;
    if (Date.now() > until) throw new Error(`the job stayed ${job.status}`);
    await pause(10);
  }
}

const ended = (job: Job) => !["waiting", "running"].includes(job.status);

describe("a job", () => {
  test("is done, and what its handler handed back is its result", async () => {
    start({ test: async (payload) => async () => ({ echoed: payload }) });
    const id = await enqueue({ payload: { word: "ąžuolas" } });
    expect(await once(id, ended)).toMatchObject({
      status: "done",
      result: { echoed: { word: "ąžuolas" } },
    });
  });

  test("writes its file and marks itself as done in one transaction", async () => {
    const programme = await aProgramme(db(), new Date());
    start({
      annex: async (_, { render, now, askedBy }) => {
        const content = await render({ kind: "annex-pdf", annex: anAnnex() });
        return async (transaction) =>
          await insertExportFile(transaction, {
            programmeId: programme.id,
            kind: "annex-pdf",
            fileName: "1-priedas.pdf",
            mediaType: "application/pdf",
            content,
            rowCount: null,
            releaseId: null,
            madeBy: askedBy,
            reason: "",
            madeAt: now(),
            expiresAt: null,
          });
      },
    });
    const job = await once(await enqueue({ kind: "annex", programmeId: programme.id }), ended);
    const { id } = job.result as { id: string };
    const key = { programmeId: programme.id, id, now: new Date() };
    const file = await findExportFile(db(), key);
    expect(file?.content.subarray(0, 5).toString()).toBe("%PDF-");
    expect(file).toMatchObject({ sizeBytes: file?.content.length, fileName: "1-priedas.pdf" });
  });

  test("tells how far it is", async () => {
    let goOn = () => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    start({
      test: async (_, { progress }) => {
        await progress(42.4);
        await waiting;
        return async () => null;
      },
    });
    const id = await enqueue();
    expect(await once(id, (job) => job.progress > 0)).toMatchObject({
      status: "running",
      progress: 42,
    });
    goOn();
    expect(await once(id, ended)).toMatchObject({ status: "done", progress: 100 });
  });

  test("that is refused ends at once, with the refusal's name", async () => {
    start({
      test: async () => {
        throw new Problem("release-not-possible");
      },
    });
    expect(await once(await enqueue(), ended)).toMatchObject({
      status: "failed",
      problem: "release-not-possible",
      attempts: 1,
    });
  });

  test("that fails is tried three times with pauses, and the log quotes nobody", async () => {
    let now = new Date();
    const attempts: number[] = [];
    start(
      {
        test: async () => {
          attempts.push(now.getTime());
          throw new TypeError("Jonas wrote: slapta");
        },
      },
      { now: () => now },
    );
    const id = await enqueue({ now });
    const begin = now.getTime();
    for (const seconds of [5, 35]) {
      await once(id, (job) => job.status === "waiting" && job.attempts > 0 && job.problem !== null);
      now = new Date(begin + seconds * 1000);
      await once(id, (job) => job.status !== "waiting" || job.attempts > (seconds === 5 ? 1 : 2));
    }
    expect(await once(id, ended)).toMatchObject({ status: "failed", problem: "unexpected" });
    expect(attempts.map((at) => (at - begin) / 1000)).toEqual([0, 5, 35]);
    expect(JSON.stringify(logged)).toContain("TypeError");
    expect(JSON.stringify(logged)).not.toContain("slapta");
  });

  test("whose writing fails leaves nothing written", async () => {
    const other = await enqueue({ kind: "left-alone" });
    start({
      test: async () => async (transaction) => {
        await cancelJob(transaction, { id: other, programmeId: null, now: new Date() });
        throw new Problem("conflict");
      },
    });
    expect(await once(await enqueue(), ended)).toMatchObject({ status: "failed" });
    expect(await find(other)).toMatchObject({ status: "waiting" });
  });

  test("that is cancelled is told, and nothing of it is written", async () => {
    let told = false;
    let written = false;
    start({
      test: async (_, { signal }) => {
        await new Promise<void>((resolve) => {
          signal.addEventListener("abort", () => resolve());
        });
        told = true;
        return async () => {
          written = true;
        };
      },
    });
    const id = await enqueue();
    await once(id, (job) => job.status === "running");
    await cancelJob(db(), { id, programmeId: null, now: new Date() });
    await expect.poll(() => told, { timeout: 5_000 }).toBe(true);
    await pause(50);
    expect(await find(id)).toMatchObject({ status: "cancelled" });
    expect(written).toBe(false);
  });
});

describe("the runners", () => {
  test("take up a job that a server left behind when it died", async () => {
    const now = new Date();
    const id = await enqueue({ now: new Date(now.getTime() - 120_000) });
    const diedAt = new Date(now.getTime() - 90_000);
    await takeJob(db(), { kinds: ["test"], now: diedAt, staleBefore: diedAt, mostAttempts: 3 });
    start({ test: async () => async () => "done after all" });
    expect(await once(id, ended)).toMatchObject({ result: "done after all", attempts: 2 });
  });

  test("stopped in the middle of a job put it back at no cost", async () => {
    const jobs = start({
      test: async (_, { signal }) => {
        await pause(30_000, undefined, { signal });
        return async () => null;
      },
    });
    const id = await enqueue();
    await once(id, (job) => job.status === "running");
    await jobs.stop();
    expect(await find(id)).toMatchObject({ status: "waiting", attempts: 0 });
  });

  test("go on after a job that failed", async () => {
    start({
      test: async (payload) => {
        if (payload === "bad") throw new Problem("unexpected");
        return async () => "good";
      },
    });
    const [bad, good] = [await enqueue({ payload: "bad" }), await enqueue({ payload: "good" })];
    expect(await once(bad, ended)).toMatchObject({ status: "failed" });
    expect(await once(good, ended)).toMatchObject({ status: "done" });
  });

  test("hear of a job when it is committed, without looking", async () => {
    const jobs = startJobs({
      db: db(),
      now: () => new Date(),
      log: () => {},
      handlers: { test: async () => async () => "heard" },
      renderer: createInlineRenderer(),
      listen: (wake) => listenTo(config(), jobChannel, wake),
      times: { poll: 60_000 },
    });
    started.push(jobs);
    await pause(300);
    let id = "";
    await inTransaction(db(), async (transaction) => {
      const now = new Date();
      const job = { kind: "test", payload: null, programmeId: null, askedBy: null, now };
      id = await enqueueJob(transaction, job);
      await pause(200);
    });
    expect(await once(id, ended)).toMatchObject({ status: "done", result: "heard" });
  });

  test("side by side do each of 200 jobs once", async () => {
    const done: string[] = [];
    const handlers: JobHandlers = {
      test: async (payload) => async () => {
        done.push(String(payload));
      },
    };
    const ids = await Promise.all(
      Array.from({ length: 200 }, (_, index) => enqueue({ payload: String(index) })),
    );
    start(handlers);
    start(handlers);
    for (const id of ids) await once(id, ended);
    expect(done.toSorted()).toEqual(ids.map((_, index) => String(index)).toSorted());
  });
});
