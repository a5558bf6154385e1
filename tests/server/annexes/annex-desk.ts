import type { Db } from "../../../db/connect.ts";
import { takeJob } from "../../../db/queries/jobs.ts";
import { seedDemo } from "../../../db/seed/demo.ts";
import { createApp } from "../../../server/app.ts";
import { createInlineRenderer } from "../../../server/documents/renderer.ts";
import {
  type AnnexAudience,
  type AnnexChoices,
  type AnnexPart,
  annexParts,
} from "../../../server/domain/annex/choices.ts";
import { buildAnnex } from "../../../server/features/annexes/build-annex.ts";
import { gatherAnnexSource } from "../../../server/features/annexes/gather-source.ts";
import { makeAnnex } from "../../../server/features/annexes/make-annex.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { runJob } from "../../../server/jobs/run-job.ts";
import { logNothing } from "../../../server/log.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";

export const now = new Date("2026-03-02T09:30:00Z");

export interface Demonstration {
  id: string;
  organisationId: string;
  slug: string;
}

/** The demonstration with its first release. */
export async function aReleasedDemonstration(db: Db): Promise<Demonstration> {
  const { programmeId } = await seedDemo(db, now);
  await makeRelease(db, { programmeId, madeBy: null, now, reason: "demonstration" });
  return await db
    .selectFrom("programme")
    .select(["id", "organisation_id as organisationId", "slug"])
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
}

/** Somebody of the staff at their browser. */
export async function visitorWho(db: Db, staffUserId: string): Promise<Visitor> {
  const deps = appDeps(db, { now: () => now });
  return await signedIn(createApp(deps), deps, staffUserId);
}

export function someChoices(choices: Partial<AnnexChoices> = {}): AnnexChoices {
  return {
    number: 1,
    language: "lt",
    audience: "funder",
    parts: [...annexParts],
    annexedTo: "",
    preparedBy: "",
    signatoryPosition: "",
    signatoryName: "",
    ...choices,
  };
}

/** The annex as data, as the newest release makes it. */
export async function annexOf(
  db: Db,
  programmeId: string,
  choices: Partial<AnnexChoices> = {},
  tables: "narrow" | "wide" = "narrow",
) {
  const chosen = someChoices(choices);
  const audience: AnnexAudience = chosen.audience;
  const source = await gatherAnnexSource(db, { programmeId, releaseNumber: 1, audience });
  return buildAnnex(source, { choices: chosen, revision: 1, madeOnDay: "2026-03-02", tables });
}

/** The desk's form as a browser sends it. */
export function deskForm(
  fields: Record<string, string> = {},
  parts: readonly AnnexPart[] = ["summary", "indicators"],
): Record<string, string | string[]> {
  return {
    number: "1",
    audience: "funder",
    document: "lt",
    annexedTo: "",
    preparedBy: "",
    signatoryPosition: "",
    signatoryName: "",
    ...fields,
    order: [...parts],
    part: [...parts],
  };
}

/** Makes the annex that was ordered first, as the queue would, and says how the job ended. */
export async function workOff(db: Db): Promise<string> {
  const staleBefore = new Date(now.getTime() - 60_000);
  const job = await takeJob(db, { kinds: ["annex"], now, staleBefore, mostAttempts: 3 });
  if (!job) throw new Error("no annex was ordered");
  const render = createInlineRenderer().render;
  const around = { db, now: () => now, log: logNothing, render, heartbeatMilliseconds: 60_000 };
  await runJob(job, makeAnnex, { ...around, mostAttempts: 1 }, new AbortController().signal);
  const { status } = await db
    .selectFrom("job")
    .select("status")
    .where("id", "=", job.id)
    .executeTakeFirstOrThrow();
  return status;
}
