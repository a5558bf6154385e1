import { beforeAll, describe, expect, it } from "vitest";
import { insertSession } from "../../../db/queries/staff-sessions.ts";
import { newSecret } from "../../../server/http/session.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { aHostileScene, type HostileScene, now } from "./scene.ts";

describe("many at one time", () => {
  const { db } = useOwnDatabase();
  let scene: HostileScene;
  const people: { name: string; cookie: string }[] = [];

  beforeAll(async () => {
    scene = await aHostileScene(db());
    for (const [name, role] of [
      ["Kanarėlė Pirmoji", "organiser"],
      ["Kanarėlė Antroji", "data"],
    ] as const) {
      const id = await aStaffUser(db(), scene.programme, [role]);
      await db()
        .updateTable("staff_user")
        .set({ display_name: name })
        .where("id", "=", id)
        .execute();
      const { secret, hash } = newSecret();
      const expiresAt = new Date(now.getTime() + 3_600_000);
      await insertSession(db(), { tokenHash: hash, staffUserId: id, now, expiresAt });
      people.push({ name, cookie: `staff=${secret}` });
    }
  });

  const read = async (path: string, cookie: string) => {
    const headers = { host: "localhost", cookie };
    const reply = await scene.app.request(`http://localhost${path}`, { headers });
    return { status: reply.status, html: await reply.text() };
  };

  it("each see their own name and never the other's, over 500 pages", async () => {
    const paths = [
      "/programmes",
      "/account",
      "/programmes/bandymas",
      "/programmes/bandymas/privacy",
      "/team",
    ];
    const asked = Array.from({ length: 500 }, (_, at) => ({
      ...people[at % 2]!,
      other: people[(at + 1) % 2]!.name,
      path: paths[Math.floor(at / 2) % paths.length]!,
    }));
    let seen = 0;
    for (let at = 0; at < asked.length; at += 25) {
      const some = asked.slice(at, at + 25);
      const pages = await Promise.all(some.map(({ path, cookie }) => read(path, cookie)));
      for (const [index, { status, html }] of pages.entries()) {
        const { path, name, other } = some[index]!;
        expect([path, status < 500, html.includes(other)]).toEqual([path, true, false]);
        if (html.includes(name)) seen += 1;
      }
    }
    // Pages that are refused name nobody.
    expect(seen).toBeGreaterThan(300);
  });

  it("sign in by password and hold up nobody who answers", { timeout: 240_000 }, async () => {
    const participant = async () => {
      const begun = performance.now();
      const headers = { host: "localhost", cookie: `answering=l.${scene.card.token}` };
      const reply = await scene.app.request("http://localhost/a", { headers });
      expect(reply.status).toBe(200);
      await reply.text();
      return performance.now() - begun;
    };
    const signIn = async (at: number) => {
      const reply = await scene.app.request("http://localhost/sign-in", {
        method: "POST",
        body: new URLSearchParams({
          email: `kas${at}@example.org`,
          password: "ne tas slaptažodis",
        }),
        headers: { host: "localhost", origin: "http://localhost" },
      });
      return reply.status;
    };
    await participant();
    const flood = Promise.all(Array.from({ length: 50 }, (_, at) => signIn(at)));
    let isOver = false;
    void flood.then(() => {
      isOver = true;
    });
    const times: number[] = [];
    while (!isOver) {
      times.push(await participant());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const statuses = await flood;
    // Those beyond the line are sent away as busy; nobody gets in, and nothing breaks.
    expect(statuses.filter((status) => ![422, 429, 503].includes(status))).toEqual([]);
    expect(statuses).toContain(422);
    expect(times.length).toBeGreaterThan(10);
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.99)] ?? 0).toBeLessThan(1_000);
  });

  it("guess passwords under a thousand invented addresses and are stopped like one", {
    timeout: 240_000,
  }, async () => {
    const guess = async (at: number) => {
      const reply = await scene.app.request("http://localhost/sign-in", {
        method: "POST",
        body: new URLSearchParams({
          email: "rasa@example.org",
          password: `spėjimas numeris ${at}`,
        }),
        headers: {
          host: "localhost",
          origin: "http://localhost",
          "x-forwarded-for": `10.0.${at >> 8}.${at & 255}, 192.0.2.${at % 250}`,
          "x-real-ip": `10.9.0.${at % 250}`,
          forwarded: `for=10.8.0.${at % 250}`,
        },
      });
      return reply.status;
    };
    const statuses: number[] = [];
    for (let at = 0; at < 60; at++) statuses.push(await guess(at));
    while (statuses.length < 1_000) {
      const some = Array.from({ length: 47 }, (_, index) => guess(statuses.length + index));
      statuses.push(...(await Promise.all(some)));
    }
    const through = statuses.filter((status) => status === 422).length;
    // Ten of them, and what the flood before left of the address's own limit.
    expect(through).toBeLessThanOrEqual(10);
    expect(statuses.slice(-900).every((status) => status === 429)).toBe(true);
  });
});
