import { beforeEach, describe, expect, it } from "vitest";
import { findProgrammeBySlug, type Programme } from "../../../db/queries/programmes.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { addCompanions } from "../../../server/features/programmes/add-companions.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import type { ProgressMessage } from "../../../web/figures/progress-message.ts";
import { useDatabase } from "../../support/database.ts";
import { dashboardApp, now, signInAs } from "./dashboard-app.ts";

const { db } = useDatabase();
let programme: Programme;

beforeEach(async () => {
  await loadDemo(db(), now);
  const { slug } = await db()
    .selectFrom("programme")
    .select("slug")
    .where("kind", "=", "try-out")
    .executeTakeFirstOrThrow();
  programme = (await findProgrammeBySlug(db(), slug))!;
});

/** Opens the stream; `next` waits for the next message, `close` hangs up like a browser that leaves. */
async function listen(cookie: string) {
  const hangUp = new AbortController();
  const app = dashboardApp(db(), { progressMilliseconds: 20 });
  const response = await app.request(`/programmes/${programme.slug}/progress?language=en`, {
    headers: { cookie },
    signal: hangUp.signal,
  });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const next = async (): Promise<ProgressMessage> => {
    for (;;) {
      const found = /^event: progress\ndata: (.*)\n\n/m.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1]!) as ProgressMessage;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error("The stream has ended");
      text += decoder.decode(value);
    }
  };
  const close = async () => {
    await reader.cancel();
    hangUp.abort();
  };
  return { response, next, close };
}

describe("progress while answering goes on", () => {
  it("tells at once, and again only when something may be told", async () => {
    const cookie = await signInAs(db(), { slug: programme.slug, role: "evaluator" });
    const stream = await listen(cookie);
    expect(stream.response.headers.get("content-type")).toBe("text/event-stream");
    const first = await stream.next();
    expect(first.release).toBe(0);
    await addCompanions(db(), { programme, madeBy: "system", now });
    const second = await stream.next();
    expect(second.rows).not.toEqual(first.rows);
    expect(second.rows[0]![2]).toMatch(/^\d+–\d+$/);
    await makeRelease(db(), { programmeId: programme.id, madeBy: null, now, reason: "test" });
    const third = await stream.next();
    expect(third).toEqual({ ...second, release: 1 });
    await stream.close();
  });

  it("is not for everybody", async () => {
    const path = `/programmes/${programme.slug}/progress`;
    expect((await dashboardApp(db()).request(path)).status).toBe(401);
    const cookie = await signInAs(db(), { slug: programme.slug, role: "data-entry" });
    expect((await dashboardApp(db()).request(path, { headers: { cookie } })).status).toBe(403);
  });
});
