import { describe, expect, it } from "vitest";
import { createPasswords } from "../../../server/sign-in/passwords.ts";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aScene, enter, password, someone } from "./someone.ts";

describe("signing in by password", () => {
  const { db } = useDatabase();

  it("lets in whoever has it, however the address is written", async () => {
    const scene = await aScene(db());
    await someone(db(), scene);
    const { visitor, response } = await enter(scene.app, { email: " Rasa@Example.org " });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/programmes"]);
    expect(await (await visitor.get("/programmes")).text()).toContain("Rasa Rasaitė");
  });

  it("says one and the same of unknown people, wrong passwords, disabled accounts and those without one", async () => {
    const scene = await aScene(db());
    await someone(db(), scene);
    await someone(db(), scene, { email: "be@example.org", hasPassword: false });
    const off = await someone(db(), scene, { email: "off@example.org" });
    await db()
      .updateTable("staff_user")
      .set({ disabled_at: scene.clock.now })
      .where("id", "=", off.id)
      .execute();
    const pages = [];
    for (const [email, typed] of [
      ["nobody@example.org", password],
      ["rasa@example.org", "wrong but long enough"],
      ["be@example.org", password],
      ["off@example.org", password],
    ] as const) {
      const { response } = await enter(scene.app, { email, typed });
      pages.push([response.status, (await response.text()).replaceAll(email, "…")]);
    }
    expect(pages[0]?.[0]).toBe(422);
    expect(new Set(pages.map(String)).size).toBe(1);
    expect(await db().selectFrom("staff_session").selectAll().execute()).toEqual([]);
  });

  it("takes as long for people who are not there: a decoy is hashed", async () => {
    const passwords = createPasswords();
    const stored = await passwords.hash(password);
    await passwords.verify("warm up", null);
    const took = async (hash: string | null) => {
      const times = [];
      for (let round = 0; round < 5; round++) {
        const begun = performance.now();
        await passwords.verify("wrong but long enough", hash);
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    const [there, missing] = [await took(stored), await took(null)];
    expect(missing).toBeGreaterThan(there / 2);
    expect(missing).toBeLessThan(there * 2);
  });

  it("refuses what nobody types, before hashing anything", async () => {
    const scene = await aScene(db());
    await someone(db(), scene);
    const huge = await enter(scene.app, {
      email: "rasa@example.org",
      typed: "a".repeat(1_000_000),
    });
    expect([413, 400]).toContain(huge.response.status);
    const long = await enter(scene.app, { email: "rasa@example.org", typed: "a".repeat(129) });
    expect(long.response.status).toBe(422);
    expect(await db().selectFrom("rate_limit").select("key").execute()).toEqual([]);
  });

  it("ends a session that the browser held before, and gives a token of its own", async () => {
    const scene = await aScene(db());
    await someone(db(), scene);
    const { visitor } = await enter(scene.app, { email: "rasa@example.org" });
    const before = await db().selectFrom("staff_session").select("token_hash").execute();
    await visitor.post("/sign-in", { email: "rasa@example.org", password });
    const after = await db().selectFrom("staff_session").select("token_hash").execute();
    expect(after).toHaveLength(1);
    expect(after[0]?.token_hash.equals(before[0]!.token_hash)).toBe(false);
  });

  it("never takes over a session that was planted in the browser", async () => {
    const scene = await aScene(db());
    await someone(db(), scene);
    const planted = "p".repeat(43);
    const response = await scene.app.request("http://localhost/sign-in", {
      method: "POST",
      body: new URLSearchParams({ email: "rasa@example.org", password }),
      headers: { host: "localhost", origin: "http://localhost", cookie: `staff=${planted}` },
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("set-cookie")).not.toContain(planted);
    const with_ = { headers: { host: "localhost", cookie: `staff=${planted}` } };
    expect((await scene.app.request("http://localhost/programmes", with_)).status).toBe(401);
  });

  it("stops guessing after ten wrong passwords, but not the person in their own browser", async () => {
    const scene = await aScene(db());
    await someone(db(), scene);
    const { visitor: own } = await enter(scene.app, { email: "rasa@example.org" });
    await own.post("/sign-out");
    for (let tried = 0; tried < 10; tried++) {
      const { response } = await enter(scene.app, {
        email: "rasa@example.org",
        typed: `wrong no ${tried}`,
      });
      expect(response.status).toBe(422);
    }
    const { response } = await enter(scene.app, { email: "rasa@example.org" });
    expect(response.status).toBe(429);
    expect((await own.post("/sign-in", { email: "rasa@example.org", password })).status).toBe(303);
    scene.clock.pass(15 * 60_000);
    expect((await enter(scene.app, { email: "rasa@example.org" })).response.status).toBe(303);
  });

  it("sends a flood away as busy, and still serves those in line", async () => {
    const passwords = createPasswords({ atOnce: 1, mostWaiting: 2 });
    await passwords.verify("warm up", null);
    const tries = Array.from({ length: 6 }, () =>
      passwords.verify("x", null).then(String, (error: Error) => error.message),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((one) => one === "false")).toHaveLength(3);
    expect(outcomes.filter((one) => one === "busy")).toHaveLength(3);
  });

  it("has no way to be led elsewhere afterwards", async () => {
    const scene = await aScene(db());
    await someone(db(), scene);
    for (const target of ["//e.example", "/\\e.example", "https:e.example", "/%0d%0aLocation:x"]) {
      const query = new URLSearchParams({ next: target, return: target, url: target });
      const visitor = visitorOf(scene.app);
      const form = { email: "rasa@example.org", password, next: target, url: target };
      const response = await visitor.post(`/sign-in?${query}`, form);
      expect(response.headers.get("location")).toBe("/programmes");
    }
  });
});

describe("one's own password", () => {
  const { db } = useDatabase();

  it("is changed with the current one, and ends every other session, link and half-done sign-in", async () => {
    const scene = await aScene(db());
    const { id } = await someone(db(), scene);
    const { visitor } = await enter(scene.app, { email: "rasa@example.org" });
    const { visitor: other } = await enter(scene.app, { email: "rasa@example.org" });
    await db()
      .insertInto("sign_in_link")
      .values({
        token_hash: Buffer.alloc(32),
        staff_user_id: id,
        expires_at: new Date("2027-01-01"),
      })
      .execute();
    const fresh = "visai kitas sakinys 7";
    const wrong = await visitor.post("/account/password", { current: "no", password: fresh });
    expect([wrong.status, (await other.get("/account")).status]).toEqual([422, 200]);
    const done = await visitor.post("/account/password", { current: password, password: fresh });
    expect(done.headers.get("location")).toBe("/account?done=password");
    expect((await other.get("/account")).status).toBe(401);
    expect((await visitor.get("/account")).status).toBe(200);
    expect(await db().selectFrom("sign_in_link").selectAll().execute()).toEqual([]);
    const { response } = await enter(scene.app, { email: "rasa@example.org" });
    expect(response.status).toBe(422);
    const again = await enter(scene.app, { email: "rasa@example.org", typed: fresh });
    expect(again.response.status).toBe(303);
  });

  it.each([
    ["trumpas", "bent 12 ženklų"],
    ["slaptazodis2026!", "lengva atspėti"],
    ["aaaaaaaaaaaaaa", "lengva atspėti"],
    ["rasa.rasaite.1", "Jūsų vardo"],
    ["x".repeat(129), "daugiausia 128"],
  ])("refuses %s beside its field", async (typed, words) => {
    const scene = await aScene(db());
    await someone(db(), scene);
    const { visitor } = await enter(scene.app, { email: "rasa@example.org" });
    const page = await visitor.post("/account/password", { current: password, password: typed });
    const text = await page.text();
    expect(page.status).toBe(422);
    expect(text).toContain(words);
    expect(text).toContain('href="#password"');
    expect(text).not.toContain(typed);
  });
});
