import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { appDeps, signedIn, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";

const hour = 3_600_000;

describe("signing in by a one-time link", () => {
  const { db } = useDatabase();

  async function given() {
    let now = new Date("2026-03-02T09:00:00Z");
    const deps = appDeps(db(), { now: () => now });
    const programme = await aProgramme(db(), now);
    const staffUserId = await aStaffUser(db(), programme, ["evaluator"]);
    const app = createApp(deps);
    const link = () => makeSignInLink(db(), { staffUserId, now });
    return {
      app,
      deps,
      programme,
      staffUserId,
      link,
      later: (ms: number) => (now = new Date(now.getTime() + ms)),
    };
  }

  it("shows a button first, so that a mail scanner that opens the link uses nothing up", async () => {
    const { app, link } = await given();
    const path = await link();
    for (let opened = 0; opened < 20; opened++) {
      expect((await app.request(path)).status).toBe(200);
    }
    const visitor = visitorOf(app);
    const response = await visitor.post(path);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/programmes"]);
    expect(await (await visitor.get("/programmes")).text()).toContain("Bandomoji programa");
  });

  it("works once", async () => {
    const { app, link } = await given();
    const path = await link();
    expect((await visitorOf(app).post(path)).status).toBe(303);
    expect((await visitorOf(app).post(path)).status).toBe(410);
    expect((await app.request(path)).status).toBe(410);
  });

  it("works for a day", async () => {
    const { app, link, later } = await given();
    const path = await link();
    later(24 * hour);
    expect((await visitorOf(app).post(path)).status).toBe(410);
  });

  it("gives a session that ends at sign-out, on the server as well", async () => {
    const { app, deps, staffUserId } = await given();
    const visitor = await signedIn(app, deps, staffUserId);
    const copy = await signedIn(app, deps, staffUserId);
    await visitor.post("/sign-out");
    expect((await visitor.get("/programmes")).status).toBe(401);
    expect((await copy.get("/programmes")).status).toBe(200);
    const sessions = await db().selectFrom("staff_session").select("token_hash").execute();
    expect(sessions).toHaveLength(1);
  });

  it("gives a session that ends after twelve hours of use, after three without, and when the user is disabled", async () => {
    const { app, deps, staffUserId, later } = await given();
    const visitor = await signedIn(app, deps, staffUserId);
    for (const pause of [2.5, 2.5, 2.5, 2.5, 1.9]) {
      later(pause * hour);
      expect((await visitor.get("/programmes")).status).toBe(200);
    }
    later(0.2 * hour);
    expect((await visitor.get("/programmes")).status).toBe(401);
    const left = await signedIn(app, deps, staffUserId);
    later(2.9 * hour);
    expect((await left.get("/programmes")).status).toBe(200);
    later(3.1 * hour);
    expect((await left.get("/programmes")).status).toBe(401);
    const again = await signedIn(app, deps, staffUserId);
    await db().updateTable("staff_user").set({ disabled_at: deps.now() }).execute();
    expect((await again.get("/programmes")).status).toBe(401);
  });

  it("keeps only hashes of links and sessions", async () => {
    const { link } = await given();
    const token = (await link()).split("/").at(-1)!;
    const rows = await db().selectFrom("sign_in_link").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]!.token_hash).toHaveLength(32);
  });

  it("refuses a form posted from another site", async () => {
    const { app, link } = await given();
    const response = await app.request(await link(), {
      method: "POST",
      headers: {
        origin: "https://evil.example",
        "sec-fetch-site": "cross-site",
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    expect(response.status).toBe(403);
    const sessions = await db().selectFrom("staff_session").selectAll().execute();
    expect(sessions).toEqual([]);
  });
});

describe("a programme's pages", () => {
  const { db } = useDatabase();
  const now = new Date("2026-03-02T09:00:00Z");

  it("are like missing ones to staff without a role there, and closed to evaluators where only organisers work", async () => {
    const deps = appDeps(db(), { now: () => now });
    const app = createApp(deps);
    const own = await aProgramme(db(), now, { slug: "sava" });
    const other = await aProgramme(db(), now, { slug: "svetima" });
    const visitor = await signedIn(app, deps, await aStaffUser(db(), own, ["evaluator"]));
    expect((await visitor.get("/programmes/sava")).status).toBe(200);
    expect((await visitor.get("/programmes/sava/annexes")).status).toBe(403);
    const closing = "/programmes/sava/waves/before/localities/all/closure";
    expect((await visitor.post(closing)).status).toBe(403);
    const foreign = await visitor.get(`/programmes/${other.slug}`);
    const missing = await visitor.get("/programmes/nera");
    expect([foreign.status, await foreign.text()]).toEqual([404, await missing.text()]);
    expect(await db().selectFrom("wave_window").selectAll().execute()).toEqual([]);
  });

  it("never show a code, a card or a person to an evaluator", async () => {
    const deps = appDeps(db(), { now: () => now });
    const app = createApp(deps);
    const programme = await aProgramme(db(), now, { enrolled: { silute: 6 } });
    const visitor = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
    const people = await db().selectFrom("identity.person").select("full_name").execute();
    const pages = await Promise.all(
      ["/programmes", "/programmes/bandymas", "/programmes/bandymas/results"].map(async (path) =>
        (await visitor.get(path)).text(),
      ),
    );
    expect(people).toHaveLength(6);
    for (const { full_name } of people) expect(pages.join("")).not.toContain(full_name);
  });
});
