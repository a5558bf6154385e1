import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { drawAccessCode } from "../../../server/domain/pairing/access-code.ts";
import {
  mostFailedTries,
  mostTriesBeforeFlood,
} from "../../../server/features/answering/enter-code.ts";
import { limitKeyOf } from "../../../server/http/client-address.ts";
import { hashOf } from "../../../server/http/session.ts";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { agreed, anApp, aScene, locationOf, now, type Scene, storedResponses } from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;
let visitor: Visitor;

beforeEach(async () => {
  scene = await aScene(db());
  visitor = scene.visit();
});

let drawn = 0;
/** A code that passes its check letter and is nobody's. */
const unknownCode = () => drawAccessCode((limit) => (drawn++ * 7 + 3) % limit);

describe("a card's link", () => {
  it("leaves the address at once and stores nothing, however often scanners open it", async () => {
    const before = await fingerprint();
    for (let times = 0; times < 20; times++) {
      const reply = await scene.visit().get(`/l/${scene.card.token}`);
      expect([reply.status, locationOf(reply)]).toEqual([303, "/a"]);
    }
    const app = anApp(db());
    for (const path of [`/l/${scene.card.token}`, "/a", "/a/all", "/a/receipt", "/k"]) {
      await app.request(path, { method: "HEAD", headers: { purpose: "prefetch" } });
    }
    expect(await fingerprint()).toBe(before);
  });

  it("sets a cookie that scripts and other sites never see", async () => {
    const plain = await visitor.get(`/l/${scene.card.token}`);
    expect(plain.headers.getSetCookie()[0]).toMatch(
      /^answering=l\..*Path=\/a; HttpOnly; SameSite=Lax$/,
    );
    const safe = scene.visit({ publicUrl: new URL("https://localhost") });
    const reply = await safe.get(`/l/${scene.card.token}`);
    expect(reply.headers.getSetCookie()[0]).toMatch(
      /^__Host-answering=l\..*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("that is unknown, revoked, malformed or of another kind opens nothing, with one and the same reply", async () => {
    const other = await aScene(db(), { slug: "kita" });
    await db()
      .updateTable("answers.access_code")
      .set({ revoked_at: now })
      .where("id", "=", other.card.accessCodeId)
      .execute();
    const replies = [];
    const wall = await aWall(scene);
    const wrong = ["A".repeat(22), other.card.token, wall, "x", "%00", "..%5C", scene.card.code];
    for (const token of wrong) {
      for (const visit of [visitor, scene.visit()]) {
        const reply = await visit.get(`/l/${token}`);
        expect(reply.headers.get("set-cookie")).toBeNull();
        replies.push(`${reply.status} ${JSON.stringify([...reply.headers])} ${await reply.text()}`);
      }
    }
    expect(new Set(replies).size).toBe(1);
    expect(replies[0]).toMatch(/^404 /);
  });
});

describe("a typed code", () => {
  it.each([
    (code: string) => code,
    (code: string) => ` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4).toLowerCase()} `,
  ])("opens the questionnaire", async (typing) => {
    const entered = await visitor.post("/k", { code: typing(scene.card.code) });
    expect([entered.status, locationOf(entered)]).toEqual([303, "/a"]);
    expect((await visitor.get("/a")).status).toBe(200);
  });

  it("never stands in a cookie, where it could be guessed without a limit", async () => {
    const entered = await visitor.post("/k", { code: scene.card.code });
    expect(entered.headers.get("set-cookie")).not.toContain(scene.card.code);
    const app = anApp(db());
    const forged = await app.request("/a", {
      headers: { cookie: `answering=k.${scene.card.code}` },
    });
    expect(locationOf(forged)).toBe("/k");
  });

  it("that fails its check letter is told so, and stays in the field", async () => {
    const swapped = scene.card.code.slice(0, 7) + (scene.card.code.endsWith("B") ? "C" : "B");
    const reply = await visitor.post("/k", { code: swapped });
    const page = await reply.text();
    expect(reply.status).toBe(422);
    expect(page).toContain("Kode yra klaida.");
    expect(page).toContain(`value="${swapped}"`);
  });

  it("that is unknown, revoked or of another programme gets one identical reply", async () => {
    const other = await aScene(db(), { slug: "kita" });
    const wall = await aWall(scene);
    await visitor.get(`/v/${wall}`);
    const revoked = await aScene(db(), { slug: "trecia" });
    await db()
      .updateTable("answers.entry")
      .set({ revoked_at: now })
      .where("access_code_id", "=", revoked.card.accessCodeId)
      .execute();
    const replies = [];
    for (const code of [unknownCode(), other.card.code, revoked.card.code]) {
      const reply = await visitor.post("/k", { code });
      const headers = JSON.stringify([...reply.headers]);
      replies.push(`${reply.status} ${headers} ${(await reply.text()).replaceAll(code, "CODE")}`);
    }
    expect(new Set(replies).size).toBe(1);
    expect(replies[0]).toMatch(/^404 /);
  });

  it("is limited when it fails, never when it is good", async () => {
    for (let times = 0; times < mostFailedTries; times++) {
      expect((await visitor.post("/k", { code: unknownCode() })).status).toBe(404);
    }
    expect((await visitor.post("/k", { code: unknownCode() })).status).toBe(429);
    expect((await visitor.post("/k", { code: scene.card.code })).status).toBe(303);
    const later = scene.visit({ now: () => new Date(now.getTime() + 601_000) });
    expect((await later.post("/k", { code: unknownCode() })).status).toBe(404);
  });

  it("is not looked up any more in a flood that no room of people makes", async () => {
    await db()
      .insertInto("rate_limit")
      .values({
        key: "code in-memory",
        count: mostTriesBeforeFlood,
        window_ends_at: new Date(now.getTime() + 60_000),
      })
      .execute();
    expect((await visitor.post("/k", { code: scene.card.code })).status).toBe(429);
  });

  it("is limited by what a proxy of ours says of the address, not by what the caller claims", async () => {
    const app = anApp(db(), { trustedProxyHops: 1 });
    const send = (forwarded: string) =>
      app.request("/k", {
        method: "POST",
        body: new URLSearchParams({ code: unknownCode() }),
        headers: { origin: "http://localhost", host: "localhost", "x-forwarded-for": forwarded },
      });
    for (let times = 0; times < mostFailedTries; times++) await send(`10.0.0.${times}, 192.0.2.1`);
    expect((await send("10.9.9.9, 192.0.2.1")).status).toBe(429);
    expect((await send("10.9.9.9, 192.0.2.2")).status).toBe(404);
  });
});

describe("a wall's link", () => {
  it("asks for the card's code and names the locality", async () => {
    const reply = await visitor.get(`/v/${await aWall(scene)}`);
    expect(locationOf(reply)).toBe("/k");
    const page = await (await visitor.get("/k")).text();
    expect(page).toContain("Vietovė: Šilutė.");
    expect(page).toContain("Kreipkitės į mokymų organizatorių");
    expect(page).not.toContain("/k/code");
  });

  it("draws a new code where no register is kept, once however often the button is pressed", async () => {
    await setMode("bowl");
    await visitor.get(`/v/${await aWall(scene)}`);
    expect(await (await visitor.get("/k")).text()).toContain("/k/code");
    const codes = [];
    for (let times = 0; times < 2; times++) {
      expect(locationOf(await visitor.post("/k/code"))).toBe("/a/code");
      const page = await (await visitor.get("/a/code")).text();
      codes.push(/<p class="code">([^<]*)</.exec(page)?.[1]);
    }
    expect(codes[0]).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    expect(codes[1]).toBe(codes[0]);
    await visitor.post("/a", agreed);
    expect(await storedResponses(db())).toHaveLength(1);
    const again = scene.visit();
    expect((await again.post("/k", { code: codes[0]! })).status).toBe(303);
  });

  it("draws nothing where a register is kept, whatever is posted", async () => {
    const before = await db().selectFrom("answers.access_code").select("id").execute();
    await visitor.get(`/v/${await aWall(scene)}`);
    expect((await visitor.post("/k/code")).status).toBe(403);
    expect(locationOf(await scene.visit().post("/k/code"))).toBe("/k");
    expect(await db().selectFrom("answers.access_code").select("id").execute()).toEqual(before);
  });

  it("that is unknown opens nothing", async () => {
    expect((await visitor.get("/v/AAAAAAAAAAAAAAAAAAAAAA")).status).toBe(404);
    expect((await visitor.get(`/v/${scene.card.token}`)).status).toBe(404);
  });
});

describe("a lent tablet", () => {
  it("marks how answers came, and forgets everybody after their receipt", async () => {
    await visitor.get(`/v/${await aWall(scene)}/kiosk`);
    await visitor.post("/k", { code: scene.card.code });
    expect(await (await visitor.get("/a")).text()).toContain("data-kiosk");
    await visitor.post("/a", agreed);
    await visitor.post("/a/response");
    expect(await storedResponses(db())).toMatchObject([{ channel: "kiosk", status: "submitted" }]);
    const receipt = await (await visitor.get("/a/receipt")).text();
    expect(receipt).toContain('content="60;url=/k"');
    expect(receipt).not.toContain("/a/own");
    for (const path of ["/a", "/a/own", "/a/receipt", "/a/parts/INOV"]) {
      expect(locationOf(await visitor.get(path))).toBe("/k");
    }
  });

  it("speaks its own language to the next person, whatever the one before had chosen", async () => {
    await visitor.get(`/v/${await aWall(scene)}/kiosk`);
    expect(await languageAt("/k?language=en")).toBe("en");
    await visitor.post("/k", { code: scene.card.code });
    expect(await languageAt("/a")).toBe("en");
    await visitor.post("/a/leave");
    expect(await languageAt("/k")).toBe("lt");

    await visitor.post("/k", { code: scene.card.code });
    await visitor.post("/a", { ...agreed, _go: "language-en" });
    await visitor.post("/a", agreed);
    await visitor.post("/a/response");
    expect(await languageAt("/a/receipt")).toBe("en");
    expect(await languageAt("/k")).toBe("lt");

    await visitor.get("/k?language=en");
    expect(locationOf(await visitor.get("/k"))).toBe("/k");
    expect(await languageAt("/k")).toBe("lt");
  });

  it("that is somebody's own keeps the language they chose", async () => {
    await visitor.get("/k?language=en");
    await visitor.post("/k", { code: scene.card.code });
    await visitor.post("/a/leave");
    expect(await languageAt("/k")).toBe("en");
  });

  it("is an ordinary device again after an ordinary link", async () => {
    const wall = await aWall(scene);
    await visitor.get(`/v/${wall}/kiosk`);
    await visitor.get(`/v/${wall}`);
    await visitor.post("/k", { code: scene.card.code });
    expect(await (await visitor.get("/a")).text()).not.toContain("data-kiosk");
  });
});

describe("a form of answering", () => {
  beforeEach(async () => {
    await visitor.get(`/l/${scene.card.token}`);
    await visitor.post("/a", agreed);
  });

  it.each([
    "status",
    "__proto__",
    "constructor",
    "revision",
    "SKLD1",
    "INOV1.other",
    "answers[INOV1]",
  ])("takes no field that its page does not have: %s", async (field) => {
    const before = await storedResponses(db());
    expect((await visitor.post("/a/parts/INOV", { [field]: "1" })).status).toBe(400);
    expect(await storedResponses(db())).toEqual(before);
  });

  it("from another site is refused", async () => {
    const app = anApp(db());
    const link = await app.request(`/l/${scene.card.token}`);
    const [cookie] = link.headers.get("set-cookie")!.split(";");
    const send = (headers: Record<string, string>, body: string) =>
      app.request("/a/parts/INOV", {
        method: "POST",
        body,
        headers: { host: "localhost", cookie: cookie!, ...headers },
      });
    const form = "application/x-www-form-urlencoded";
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await send({ ...foreign, "content-type": form }, "INOV1=1")).status).toBe(403);
    expect((await send({ ...foreign, "content-type": "text/plain" }, "INOV1=1")).status).toBe(403);
    const own = { origin: "http://localhost" };
    expect((await send({ ...own, "content-type": "application/json" }, '{"INOV1":1}')).status).toBe(
      400,
    );
    expect((await send({ ...own, "content-type": form }, "INOV1=1")).status).toBe(303);
  });

  it("that is too large is refused", async () => {
    expect((await visitor.post("/a/parts/open", { ATV1: "x".repeat(300_000) })).status).toBe(413);
  });

  it("for a part that does not exist is not found", async () => {
    expect((await visitor.post("/a/parts/nothing", {})).status).toBe(404);
    expect(locationOf(await visitor.get("/a/parts/nothing"))).toBe("/a");
  });
});

describe("a page of answering", () => {
  it("lets no browser fill in answers by their places, where a question may have come or gone", async () => {
    await visitor.get(`/l/${scene.card.token}`);
    const notice = await (await visitor.get("/a")).text();
    const whole = await (await visitor.get("/a/all")).text();
    await visitor.post("/a", agreed);
    const part = await (await visitor.get("/a/parts/INOV")).text();
    for (const html of [notice, whole, part]) {
      expect(html).toMatch(/<form id="anketa"[^>]* autocomplete="off"/);
    }
  });

  it("tells nothing that has to stay hidden: no key, no points, no other locality", async () => {
    await visitor.get(`/l/${scene.card.token}`);
    const page = await (await visitor.get("/a/all")).text();
    for (const secret of [
      "correct",
      "points&quot;",
      "Trakai",
      "Ignalina",
      scene.card.code,
      scene.card.token,
    ]) {
      expect(page).not.toContain(secret);
    }
  });
});

it("limits an IPv6 address by the 64 bits that one subscriber holds", () => {
  expect(limitKeyOf("192.0.2.7")).toBe("192.0.2.7");
  expect(limitKeyOf("::ffff:192.0.2.7")).toBe("::ffff:192.0.2.7");
  expect(limitKeyOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(limitKeyOf("2001:db8:1:2::9")).toBe("2001:db8:1:2");
  expect(limitKeyOf("2001:db8::9")).toBe("2001:db8:0:0");
});

async function languageAt(path: string): Promise<string | undefined> {
  return /<html lang="(\w+)"/.exec(await (await visitor.get(path)).text())?.[1];
}

async function aWall({ programme }: Scene): Promise<string> {
  const token = `wall-of-${programme.slug}`.padEnd(22, "x");
  await db()
    .insertInto("answers.entry")
    .values({
      hash: hashOf(token),
      kind: "locality",
      programme_id: programme.id,
      locality_id: programme.localities[0]!.id,
    })
    .execute();
  return token;
}

async function setMode(mode: "bowl" | "register"): Promise<void> {
  await db().updateTable("programme").set({ identity_mode: mode }).execute();
}

/** One hash over every row of every table that answering could touch. */
async function fingerprint(): Promise<string> {
  const tables = [
    "answers.access_code",
    "answers.entry",
    "answers.response",
    "answers.score",
    "wave_window",
    "rate_limit",
  ];
  const parts = tables.map(
    (table) =>
      sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${sql.table(table)} t`,
  );
  const { rows } = await sql<{ h: string }>`${sql.join(parts, sql` union all `)}`.execute(db());
  return rows.map((row) => row.h).join(" ");
}

describe("a form whose cookie has gone", () => {
  it("waits for the code and then arrives as it was typed", async () => {
    await visitor.get(`/l/${scene.card.token}`);
    await visitor.post("/a", agreed);
    const forgetful = scene.visit();
    const kept = await forgetful.post("/a/parts/INOV", { INOV1: "2", INOV2: "5" });
    const page = await kept.text();
    expect(page).toContain("įveskite kodą iš savo kortelės");
    const body = /name="_body" value="([^"]*)"/.exec(page)![1]!.replaceAll("&amp;", "&");
    const waiting = { _path: "/a/parts/INOV", _body: body };
    const mistyped = await forgetful.post("/k", { ...waiting, code: "BKMRTVZB" });
    expect(await mistyped.text()).toContain('name="_body"');
    const resend = await (await forgetful.post("/k", { ...waiting, code: scene.card.code })).text();
    expect(resend).toContain('action="/a/parts/INOV"');
    const fields = [...resend.matchAll(/name="([^"]*)" value="([^"]*)"/g)];
    const form = Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
    expect(form).toEqual({ INOV1: "2", INOV2: "5" });
    expect((await forgetful.post("/a/parts/INOV", form)).status).toBe(303);
    expect(await storedResponses(db())).toMatchObject([{ answers: { INOV1: 2, INOV2: 5 } }]);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/sign-out",
    "/a/own/erasure",
    "/a/parts/../leave",
  ])("is never sent anywhere but to answering: %s", async (path) => {
    const entered = await visitor.post("/k", { code: scene.card.code, _path: path, _body: "A=1" });
    expect([entered.status, locationOf(entered)]).toEqual([303, "/a"]);
  });
});
