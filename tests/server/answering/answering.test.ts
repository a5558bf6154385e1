import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aScene, begin, inDays, locationOf, now, type Scene, storedResponses } from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;
let visitor: Visitor;

beforeEach(async () => {
  scene = await aScene(db());
  visitor = scene.visit();
});

describe("a participant", () => {
  it("walks from the card's link to the receipt", async () => {
    const link = await visitor.get(`/l/${scene.card.token}`);
    expect([link.status, locationOf(link)]).toEqual([303, "/a"]);
    const notice = await (await visitor.get("/a")).text();
    expect(notice).toContain("Anketa prieš mokymus");
    expect(notice).toContain("Kodėl klausiame.");
    expect(notice).not.toMatch(/<input[^>]*checked/);
    expect(locationOf(await visitor.post("/a", { "_statement.participate": "yes" }))).toBe("/a");
    expect(locationOf(await visitor.get("/a"))).toBe("/a/parts/background");

    const form = { BG2: "education", BG3: "y6-15" };
    expect(locationOf(await visitor.post("/a/parts/background", form))).toBe("/a/parts/INOV");
    expect(await storedResponses(db())).toMatchObject([{ status: "draft", answers: form }]);

    await visitor.post("/a/parts/INOV", { INOV1: "4", INOV2: "cannot-answer" });
    const review = await (await visitor.get("/a/review")).text();
    expect(review).toContain("Neatsakėte į 36\u00a0klausimus.");
    expect(locationOf(await visitor.post("/a/response"))).toBe("/a/receipt");
    expect(await (await visitor.get("/a/receipt")).text()).toContain("Atsakymai gauti. Ačiū!");

    const [response] = await storedResponses(db());
    expect(response).toMatchObject({ status: "submitted", submitted_on: "2026-11-23" });
    expect(response!.consents).toEqual({
      participate: true,
      "quote-open": false,
    });
    expect(response!.answers).toMatchObject({
      INOV1: 4,
      INOV2: { missing: "cannot-answer" },
      INOV3: { missing: "skipped" },
      SKLD1: { missing: "not-reached" },
    });
  });

  it("agrees before the first question, and to nothing that is not ticked", async () => {
    await visitor.get(`/l/${scene.card.token}`);
    const refused = await visitor.post("/a", { "_statement.quote-open": "yes" });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('href="#_statement.participate"');
    expect(page).toMatch(/name="_statement.quote-open"[^>]*checked/);
    expect(await storedResponses(db())).toEqual([]);
    expect((await visitor.post("/a", { "_statement.everything": "yes" })).status).toBe(400);
  });

  it("goes back and on without losing or skipping anything on the way", async () => {
    await begin(visitor, scene);
    await visitor.post("/a/parts/background", { BG2: "business" });
    const back = await visitor.post("/a/parts/INOV", { INOV1: "2", _go: "back" });
    expect(locationOf(back)).toBe("/a/parts/background");
    expect(await (await visitor.get("/a/parts/background")).text()).toMatch(
      /value="business"[^>]*checked/,
    );
    const [draft] = await storedResponses(db());
    expect(draft!.answers).toMatchObject({ INOV1: 2, BG3: { missing: "skipped" } });
    expect(draft!.answers).not.toHaveProperty("INOV2");
  });

  it("comes back to the place that was reached, on any device that holds the link", async () => {
    await begin(visitor, scene);
    await visitor.post("/a/parts/background", { BG2: "artist" });
    await visitor.post("/a/parts/INOV", { INOV1: "5" });
    const other = scene.visit();
    await other.get(`/l/${scene.card.token}`);
    expect(locationOf(await other.get("/a"))).toBe("/a/parts/SKLD");
    expect(await (await other.get("/a/parts/INOV")).text()).toMatch(
      /name="INOV1" value="5" checked/,
    );
  });

  it("sees a mistake next to its field, with everything typed still there", async () => {
    const long = "ž".repeat(1501);
    await visitor.get(`/l/${scene.card.token}`);
    await openWave("after");
    await visitor.post("/a", { "_statement.participate": "yes" });
    const refused = await visitor.post("/a/parts/open", { ATV1: long, ATV2: "liko" });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toMatch(/Sutrumpinkite tekstą: telpa 1\s500\sženklų\./);
    expect(page).toContain('href="#q-ATV1"');
    expect(page).toContain(long);
    expect(page).toContain("liko");
    expect(page).toContain("<title>Klaida: ");
  });

  it("switches the language in the middle of a part and loses nothing", async () => {
    await begin(visitor, scene);
    const switched = await visitor.post("/a/parts/INOV", { INOV1: "3", _go: "language-en" });
    expect(locationOf(switched)).toBe("/a/parts/INOV");
    const page = await (await visitor.get("/a/parts/INOV")).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("Part 2 of 9");
    expect(page).toMatch(/name="INOV1" value="3" checked/);
    expect(await storedResponses(db())).toMatchObject([{ language: "en" }]);
    const other = scene.visit();
    await other.get(`/l/${scene.card.token}`);
    expect(await (await other.get("/a/parts/INOV")).text()).toContain('<html lang="en">');
  });

  it("keeps ticks on the notice when its language is switched, and stores nothing yet", async () => {
    await visitor.get(`/l/${scene.card.token}`);
    const ticked = { "_statement.participate": "yes", _go: "language-en" };
    const page = await (await visitor.post("/a", ticked)).text();
    expect(page).toContain("Why we ask.");
    expect(page).toMatch(/name="_statement.participate"[^>]*checked/);
    expect(await storedResponses(db())).toEqual([]);
  });

  it("is asked for background only as a newcomer", async () => {
    await begin(visitor, scene);
    await visitor.post("/a/response");
    await openWave("after");
    await visitor.post("/a", { "_statement.participate": "yes" });
    expect(locationOf(await visitor.get("/a"))).toBe("/a/parts/INOV");
    await visitor.post("/a/response");
    const responses = await storedResponses(db());
    expect(responses[1]!.answers.BG2).toEqual({ missing: "not-asked" });
  });

  it("hands the device over with nothing left on it", async () => {
    await begin(visitor, scene);
    const left = await visitor.post("/a/parts/INOV", { INOV1: "1", _go: "leave" });
    expect(locationOf(left)).toBe("/k");
    expect(locationOf(await visitor.get("/a/parts/INOV"))).toBe("/k");
    expect(await storedResponses(db())).toMatchObject([{ answers: { INOV1: 1 } }]);
  });
});

describe("a wave", () => {
  it("that is ahead says from when it can be answered", async () => {
    const early = scene.visit({ now: () => inDays(-2) });
    await early.get(`/l/${scene.card.token}`);
    const page = await early.get("/a");
    expect(page.status).toBe(409);
    expect(await page.text()).toContain("nuo 2026\u00a0m. lapkričio 22\u00a0d. 12.00\u00a0val.");
  });

  it("that has closed takes nothing more, through whatever door", async () => {
    await begin(visitor, scene);
    await db().updateTable("wave").set({ grace_minutes: 0 }).execute();
    const late = scene.visit({ now: () => inDays(95) });
    await late.get(`/l/${scene.card.token}`);
    const tries = [
      late.get("/a"),
      late.post("/a", { "_statement.participate": "yes" }),
      late.post("/a/parts/INOV", { INOV1: "5" }),
      late.post("/a/all", { "_statement.participate": "yes", INOV1: "5" }),
      late.post("/a/response"),
    ];
    for (const reply of await Promise.all(tries)) expect([409, 410]).toContain(reply.status);
    expect(await storedResponses(db())).toMatchObject([{ status: "draft", answers: {} }]);
  });

  it("may be finished within its grace by those who had begun", async () => {
    await begin(visitor, scene);
    const closesAt = new Date(now.getTime() - 30 * 60_000);
    await setWindow("before", { closesAt });
    const other = scene.visit();
    await other.get(`/l/${scene.card.token}`);
    expect(locationOf(await other.post("/a/parts/INOV", { INOV1: "5" }))).toBe("/a/parts/SKLD");
    expect(locationOf(await other.post("/a/response"))).toBe("/a/receipt");
  });

  it("closed in one locality is still open in the others", async () => {
    await setWindow("before", { closesAt: inDays(-1), localityOf: "trakai" });
    await begin(visitor, scene);
    expect(await storedResponses(db())).toHaveLength(1);
  });
});

/** Moves a wave's own window in a locality; by default that of the card. */
async function setWindow(
  kind: "before" | "after",
  {
    opensAt = inDays(-30),
    closesAt,
    localityOf = "silute",
  }: { opensAt?: Date; closesAt: Date; localityOf?: string },
): Promise<void> {
  await sql`
    insert into wave_window (programme_id, wave_id, locality_id, opens_at, closes_at)
    select wave.programme_id, wave.id, locality.id, ${opensAt}, ${closesAt}
    from wave join locality on locality.programme_id = wave.programme_id and locality.key = ${localityOf}
    where wave.kind = ${kind}
  `.execute(db());
}

async function openWave(kind: "before" | "after"): Promise<void> {
  await setWindow(kind, { opensAt: new Date(now.getTime() - 1000), closesAt: inDays(10) });
}
