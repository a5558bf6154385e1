import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "../../support/database.ts";
import {
  agreed,
  anApp,
  aScene,
  inDays,
  now,
  type Scene,
  seenIn,
  storedResponses,
} from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;
let cookies: string[];

beforeEach(async () => {
  scene = await aScene(db());
  const link = await anApp(db()).request(`/l/${scene.card.token}`);
  cookies = link.headers.getSetCookie();
  await post("/a", agreed);
});

const part = "/a/parts/INOV";
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

/** Each request comes to a server that was started anew: what it held in memory is gone too. */
async function post(
  path: string,
  form: Record<string, string>,
  { at = now, accept = "text/html" } = {},
) {
  return await anApp(db(), { now: () => at }).request(path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { host: "localhost", origin: "http://localhost", cookie: cookieHeader(), accept },
  });
}

function cookieHeader(): string {
  return cookies.map((line) => line.split(";")[0]).join("; ");
}

async function openPart(): Promise<string> {
  const reply = await anApp(db()).request(part, { headers: { cookie: cookieHeader() } });
  return seenIn(await reply.text());
}

async function closeAt(closesAt: Date): Promise<void> {
  await sql`
    insert into wave_window (programme_id, wave_id, locality_id, opens_at, closes_at)
    select wave.programme_id, wave.id, locality.id, ${inDays(-30)}, ${closesAt}
    from wave join locality on locality.programme_id = wave.programme_id and locality.key = 'silute'
    where wave.kind = 'before'
  `.execute(db());
}

const graceMinutes = async () => {
  const waves = await db().selectFrom("wave").select("grace_minutes").execute();
  return waves[0]!.grace_minutes;
};

describe("a page that was left open", () => {
  it.each([25, 24 * 7, 24 * 60])(
    "for %i hours is saved and sent as if no time had passed",
    async (count) => {
      await post(part, { INOV1: "4", _go: "save" });
      const seen = await openPart();
      const at = hours(count);
      const saved = await post(part, { INOV1: "4", INOV2: "2", _seen: seen, _go: "next" }, { at });
      expect([saved.status, saved.headers.get("location")]).toEqual([303, "/a/parts/SKLD"]);
      const sent = await post("/a/response", {}, { at });
      expect(sent.headers.get("location")).toBe("/a/receipt");
      expect(await storedResponses(db())).toMatchObject([
        { status: "submitted", answers: { INOV1: 4, INOV2: 2 } },
      ]);
    },
  );

  it("is still known: by a link for ninety days, by a typed code for two", async () => {
    const ageOf = (lines: string[]) => Number(/max-age=(\d+)/i.exec(lines.join("\n"))?.[1]) / 3_600;
    expect(ageOf(cookies)).toBe(90 * 24);
    const entered = await anApp(db()).request("/k", {
      method: "POST",
      body: new URLSearchParams({ code: scene.card.code }),
      headers: { host: "localhost", origin: "http://localhost" },
    });
    expect(ageOf(entered.headers.getSetCookie())).toBe(2 * 24);
  });

  it("beside another window, which went on meanwhile, is asked and overwrites nothing", async () => {
    await post(part, { INOV1: "4", _go: "save" });
    const seen = await openPart();
    await post(part, { INOV1: "5", _seen: seen, _go: "save" }, { at: hours(20) });
    const late = { INOV1: "2", _seen: seen, _go: "next" };
    expect((await post(part, late, { at: hours(30) })).status).toBe(409);
    expect((await storedResponses(db()))[0]!.answers).toMatchObject({ INOV1: 5 });
  });

  it("while its wave closed is saved and sent within the grace", async () => {
    await closeAt(hours(26));
    const seen = await openPart();
    const at = new Date(hours(26).getTime() + ((await graceMinutes()) - 1) * 60_000);
    const saved = await post(part, { INOV1: "3", _seen: seen, _go: "next" }, { at });
    expect(saved.status).toBe(303);
    expect((await post("/a/response", {}, { at })).headers.get("location")).toBe("/a/receipt");
  });

  it("past the grace is told that the wave has closed, and what was saved before stays", async () => {
    await post(part, { INOV1: "4", _go: "save" });
    await closeAt(hours(26));
    const at = new Date(hours(26).getTime() + (await graceMinutes()) * 60_000);
    const late = { INOV1: "1", _go: "save" };
    const script = await post(part, late, { at, accept: "application/json" });
    expect([script.status, await script.json()]).toEqual([410, { outcome: "closed" }]);
    const page = await post(part, { ...late, _go: "next" }, { at });
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("Anketos pildymas baigtas");
    expect((await post("/a/response", {}, { at })).status).toBe(410);
    expect(await storedResponses(db())).toMatchObject([{ status: "draft", answers: { INOV1: 4 } }]);
  });
});
