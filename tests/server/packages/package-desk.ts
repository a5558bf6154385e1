import { unzipSync } from "fflate";
import type { Db } from "../../../db/connect.ts";
import { findJob, takeJob } from "../../../db/queries/jobs.ts";
import { listPackageJobs } from "../../../db/queries/packages.ts";
import { seedDemo } from "../../../db/seed/demo.ts";
import { createApp } from "../../../server/app.ts";
import type { Deps } from "../../../server/deps.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import { makePackage } from "../../../server/features/packages/make-package.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { runJob } from "../../../server/jobs/run-job.ts";
import { logNothing } from "../../../server/log.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { aStaffUser } from "../../support/programme.ts";

export const now = new Date("2026-03-02T09:30:00Z");
export const reason = "Finansuotojo auditui, raštas Nr. 12";

export function depsAt(db: Db, at = now): Deps {
  return appDeps(db, { now: () => at });
}

/** Somebody of the staff at their browser. */
export async function visitorWho(db: Db, staffUserId: string, at = now): Promise<Visitor> {
  const deps = depsAt(db, at);
  return await signedIn(createApp(deps), deps, staffUserId);
}

/** Does the oldest package job as the queue would, and says how it ended. */
export async function workOff(db: Db, programmeId: string) {
  const staleBefore = new Date(now.getTime() - 60_000);
  const ask = { kinds: ["data-package"], now, staleBefore, mostAttempts: 3 };
  const job = await takeJob(db, ask);
  if (!job) throw new Error("no package was ordered");
  const render = createInlineRenderer().render;
  const around = { db, now: () => now, log: logNothing, render, heartbeatMilliseconds: 60_000 };
  const stopping = new AbortController().signal;
  await runJob(job, makePackage, { ...around, mostAttempts: 3 }, stopping);
  return await findJob(db, { id: job.id, programmeId });
}

/** Orders a package as the data role does, lets it be made, and unpacks what can then be fetched. */
export async function fetchPackage(
  {
    db,
    visitor,
    slug,
    programmeId,
  }: { db: Db; visitor: Visitor; slug: string; programmeId: string },
  form: Record<string, string> = {},
): Promise<Unpacked> {
  const ordered = await visitor.post(`/programmes/${slug}/packages`, { reason, ...form });
  if (ordered.status !== 303) throw new Error(`the order was answered with ${ordered.status}`);
  const job = await workOff(db, programmeId);
  if (job?.status !== "done") throw new Error(`the job ended as ${job?.status}, ${job?.problem}`);
  const id = (job.result as { file: string }).file;
  const response = await visitor.get(`/programmes/${slug}/packages/${id}`);
  const zip = new Uint8Array(await response.arrayBuffer());
  return {
    id,
    zip,
    files: unzipSync(zip),
    jobs: (await listPackageJobs(db, { programmeId, failedSince: now })).length,
  };
}

export interface Unpacked {
  id: string;
  zip: Uint8Array;
  files: Record<string, Uint8Array>;
  /** Orders that are still listed as waiting. */
  jobs: number;
}

export function textOf({ files }: Unpacked, name: string): string {
  return Buffer.from(files[name]!).toString("utf8");
}

export interface Demonstration {
  programme: { id: string; organisationId: string; slug: string };
  /** Of the data role. */
  visitor: Visitor;
  fetch(form?: Record<string, string>): Promise<Unpacked>;
}

/** The demonstration with its first release, and somebody who may fetch packages of it. */
export async function aReleasedDemonstration(db: Db): Promise<Demonstration> {
  const { programmeId } = await seedDemo(db, now);
  await makeRelease(db, { programmeId, madeBy: null, now, reason: "demonstration" });
  const programme = await db
    .selectFrom("programme")
    .select(["id", "organisation_id as organisationId", "slug"])
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const visitor = await visitorWho(db, await aStaffUser(db, programme, ["data"]));
  const desk = { db, visitor, slug: programme.slug, programmeId };
  return { programme, visitor, fetch: (form) => fetchPackage(desk, form) };
}
