import { describe, expect, test } from "vitest";
import type { Db } from "../../../db/connect.ts";
import {
  cancelJob,
  deleteEndedJobs,
  enqueueJob,
  failAbandonedJobs,
  failJob,
  findJob,
  finishJob,
  lockJob,
  type NewJob,
  reportJob,
  returnJob,
  takeJob,
} from "../../../db/queries/jobs.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { useDatabase, useOwnDatabase } from "../../support/database.ts";

const noon = new Date("2026-03-02T12:00:00Z");

function later(seconds: number): Date {
  return new Date(noon.getTime() + seconds * 1000);
}

async function aJob(db: Db, job: Partial<NewJob> = {}): Promise<string> {
  const usual = { kind: "annex", payload: {}, programmeId: null, askedBy: null, now: noon };
  return await enqueueJob(db, { ...usual, ...job });
}

/** Takes as a runner does that knows annexes, with a silence of a minute counting as death. */
async function take(db: Db, now = noon, kinds = ["annex"]) {
  const staleBefore = new Date(now.getTime() - 60_000);
  return await takeJob(db, { kinds, now, staleBefore, mostAttempts: 3 });
}

async function statusOf(db: Db, id: string) {
  const job = await findJob(db, { id, programmeId: null });
  return job && [job.status, job.attempts, job.problem];
}

describe("the queue", () => {
  const { db } = useDatabase();

  test("gives the oldest job first, with what it was asked", async () => {
    const first = await aJob(db(), { payload: { annexId: "a" }, now: later(-10) });
    const second = await aJob(db());
    expect(await take(db())).toMatchObject({ id: first, payload: { annexId: "a" }, attempts: 1 });
    expect(await take(db())).toMatchObject({ id: second, status: "running" });
    expect(await take(db())).toBeUndefined();
  });

  test("keeps a job until its time", async () => {
    const id = await aJob(db(), { runAfter: later(60) });
    expect(await take(db(), later(59))).toBeUndefined();
    expect(await take(db(), later(60))).toMatchObject({ id });
  });

  test("leaves kinds that the runner does not know", async () => {
    await aJob(db(), { kind: "unheard-of" });
    expect(await take(db())).toBeUndefined();
  });

  test("gives a job again when its runner has fallen silent, three times at most", async () => {
    const id = await aJob(db());
    for (const attempt of [1, 2, 3]) {
      const now = later(attempt * 120);
      expect(await take(db(), now)).toMatchObject({ id, attempts: attempt });
      expect(await take(db(), new Date(now.getTime() + 30_000))).toBeUndefined();
    }
    const now = later(1_000);
    expect(await take(db(), now)).toBeUndefined();
    expect(await failAbandonedJobs(db(), { now, staleBefore: later(900), mostAttempts: 3 })).toBe(
      1,
    );
    expect(await statusOf(db(), id)).toEqual(["failed", 3, "interrupted"]);
  });

  test("a sign of life keeps the job, and says when it is lost", async () => {
    const id = await aJob(db());
    const first = { id, attempt: (await take(db()))?.attempts ?? 0 };
    expect(await reportJob(db(), { ...first, progress: 40, now: later(50) })).toBe(true);
    expect(await take(db(), later(100))).toBeUndefined();
    await take(db(), later(200));
    expect(await reportJob(db(), { ...first, progress: 50, now: later(201) })).toBe(false);
  });

  test("a runner that lost its job can neither finish nor fail it", async () => {
    const id = await aJob(db());
    const lost = { id, attempt: (await take(db()))?.attempts ?? 0 };
    await take(db(), later(200));
    expect(await lockJob(db(), lost)).toBe(false);
    await finishJob(db(), { ...lost, result: "late", now: later(201) });
    await failJob(db(), { ...lost, problem: "unexpected", now: later(201) });
    expect(await statusOf(db(), id)).toEqual(["running", 2, null]);
  });

  test("keeps the result of a finished job", async () => {
    const id = await aJob(db());
    const held = { id, attempt: (await take(db()))?.attempts ?? 0 };
    expect(await lockJob(db(), held)).toBe(true);
    await finishJob(db(), { ...held, result: { fileId: "f" }, now: later(5) });
    expect(await findJob(db(), { id, programmeId: null })).toMatchObject({
      status: "done",
      progress: 100,
      result: { fileId: "f" },
      finishedAt: later(5),
    });
  });

  test.each([
    [true, 1],
    [false, 0],
  ])("a job put back with the attempt counted: %s", async (isAttemptCounted, attempts) => {
    const id = await aJob(db());
    await take(db());
    const back = { id, attempt: 1, runAfter: later(5), problem: "unexpected" };
    await returnJob(db(), { ...back, isAttemptCounted });
    expect(await statusOf(db(), id)).toEqual(["waiting", attempts, "unexpected"]);
    expect(await take(db(), later(4))).toBeUndefined();
    expect(await take(db(), later(5))).toMatchObject({ id });
  });

  test("a job can be cancelled until it has ended", async () => {
    const id = await aJob(db());
    await take(db());
    const key = { id, programmeId: null, now: later(1) };
    expect(await cancelJob(db(), key)).toBe(true);
    expect(await cancelJob(db(), key)).toBe(false);
    expect(await reportJob(db(), { id, attempt: 1, progress: 10, now: later(2) })).toBe(false);
    expect(await statusOf(db(), id)).toEqual(["cancelled", 1, null]);
  });

  test("one programme neither sees nor stops another's job", async () => {
    const id = await aJob(db());
    const programmeId = "00000000-0000-4000-8000-000000000001";
    expect(await findJob(db(), { id, programmeId })).toBeUndefined();
    expect(await cancelJob(db(), { id, programmeId, now: noon })).toBe(false);
  });

  test("forgets jobs that ended long ago, and no others", async () => {
    const ended = await aJob(db());
    await take(db());
    await failJob(db(), { id: ended, attempt: 1, problem: "unexpected", now: later(10) });
    const waiting = await aJob(db());
    expect(await deleteEndedJobs(db(), later(10))).toBe(0);
    expect(await deleteEndedJobs(db(), later(11))).toBe(1);
    expect(await findJob(db(), { id: waiting, programmeId: null })).toBeDefined();
  });

  test("a job of work that failed is not in the queue", async () => {
    const failing = inTransaction(db(), async (transaction) => {
      await aJob(transaction);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await take(db())).toBeUndefined();
  });
});

describe("several runners", () => {
  const { db } = useOwnDatabase();

  test("never get the same job", async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => aJob(db())));
    const taken = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const mine: string[] = [];
        for (let job = await take(db()); job; job = await take(db())) mine.push(job.id);
        return mine;
      }),
    );
    expect(taken.flat().sort()).toEqual([...ids].sort());
  });
});
