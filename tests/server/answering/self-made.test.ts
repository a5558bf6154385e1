import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../../server/http/session.ts";
import { pairingKeysIn } from "../../../server/pairing-keys.ts";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { agreed, aScene, inDays, locationOf, type Scene, storedResponses } from "./visits.ts";

const { db } = useDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-keys-"));
const pairingKeys = pairingKeysIn(folder);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const elements = {
  mother: "A",
  day: "7",
  month: "3",
  siblings: "2",
  surname: "R",
  birthplace: "V",
};
const wall = "w".repeat(22);
let scene: Scene;

beforeEach(async () => {
  scene = await aScene(db());
  await db().updateTable("programme").set({ identity_mode: "self-made" }).execute();
  await db()
    .insertInto("answers.entry")
    .values({
      hash: hashOf(wall),
      kind: "locality",
      programme_id: scene.programme.id,
      locality_id: scene.programme.localities[0]!.id,
    })
    .execute();
});

/** A fresh device that scanned the wall, in the first wave or, 110 days on, in the second. */
async function atTheWall(days = 0): Promise<Visitor> {
  const visitor = scene.visit({ pairingKeys, now: () => inDays(days) });
  await visitor.get(`/v/${wall}`);
  return visitor;
}

async function answer(chosen: Record<string, string>, days = 0): Promise<void> {
  const visitor = await atTheWall(days);
  await visitor.post("/k/own", chosen);
  await visitor.post("/a", agreed);
  await visitor.post("/a/response");
}

const codes = () =>
  db().selectFrom("answers.access_code").selectAll().where("kind", "=", "self-made").execute();
const hashes = () => db().selectFrom("answers.self_made_hash").selectAll().execute();

describe("making one's own code", () => {
  it("lets in, shows the code once, and stores nothing that it was made of", async () => {
    const visitor = await atTheWall();
    expect(locationOf(await visitor.get("/k"))).toBe("/k/own");
    expect(await (await visitor.get("/k?card")).text()).toContain('name="code"');
    expect(locationOf(await visitor.post("/k/own", elements))).toBe("/a/made");
    expect(await (await visitor.get("/a/made")).text()).toContain("A 07 03 2 R V");
    expect(locationOf(await visitor.get("/a/made"))).toBe("/a");
    expect((await visitor.get("/a")).status).toBe(200);
    expect(await codes()).toMatchObject([{ code: null }]);
    const stored = await hashes();
    expect(stored.map((row) => row.place).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const plain = ["0:A|7|3|2|R|V", "A|7|3|2|R|V", "A 07 03 2 R V"].map((text) =>
      hashOf(text).toString("hex"),
    );
    for (const row of stored) expect(plain).not.toContain(row.hash.toString("hex"));
  });

  it("asks again for what was not chosen, and keeps the rest", async () => {
    const visitor = await atTheWall();
    const refused = await visitor.post("/k/own", { ...elements, surname: "", day: "40" });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page.match(/Pasirinkite atsakymą arba „Nežinau“\./g)).toHaveLength(2);
    expect(page).toMatch(/<option value="V" selected/);
    expect(await codes()).toEqual([]);
  });

  it("again is the same, also with an element unknown, and never another's", async () => {
    for (const chosen of [
      elements,
      elements,
      { ...elements, day: "?" },
      { ...elements, day: "?" },
      { ...elements, day: "8" },
    ]) {
      const visitor = await atTheWall();
      await visitor.post("/k/own", chosen);
    }
    expect(await codes()).toHaveLength(3);
  });

  it("is there only in its mode", async () => {
    await db().updateTable("programme").set({ identity_mode: "register" }).execute();
    expect(locationOf(await (await atTheWall()).post("/k/own", elements))).toBe("/k");
    expect(await codes()).toEqual([]);
  });
});

describe("answers under self-made codes", () => {
  it("that are made again exactly belong together at once", async () => {
    await answer(elements);
    await answer(elements, 110);
    const responses = await storedResponses(db());
    expect(new Set(responses.map((response) => response.pairing_code)).size).toBe(1);
    expect(responses.map((response) => response.match_type)).toEqual([
      "self-made-exact",
      "self-made-exact",
    ]);
  });

  it("wait, with what was typed, while somebody whose cookie has gone makes the code again", async () => {
    await answerNothing();
    const late = await atTheWall();
    const lost = await late.post("/a/parts/background", { BG2: "lag", _go: "next" });
    const page = await lost.text();
    expect(page).toContain('name="_body"');
    const made = await late.post("/k/own", {
      ...elements,
      _path: "/a/parts/background",
      _body: "BG2=lag&_go=next",
    });
    expect(await made.text()).toContain('action="/a/parts/background"');
    expect(locationOf(await late.post("/a/parts/background", { BG2: "lag", _go: "next" }))).toMatch(
      "/a/parts/",
    );
    expect(await storedResponses(db())).toMatchObject([{ answers: { BG2: "lag" } }]);
  });
});

async function answerNothing(): Promise<void> {
  const visitor = await atTheWall();
  await visitor.post("/k/own", elements);
  await visitor.post("/a", agreed);
}

describe("a key", () => {
  it("is made once, however many ask at a time, and readable by nobody else", async () => {
    const id = "00000000-0000-4000-8000-00000000000a";
    const made = await Promise.all(Array.from({ length: 10 }, () => pairingKeys.make(id)));
    expect(new Set(made.map((key) => key.toString("hex"))).size).toBe(1);
    expect(fs.readdirSync(folder).filter((name) => name.startsWith(id))).toEqual([`${id}.key`]);
    expect(fs.statSync(path.join(folder, `${id}.key`)).mode & 0o077).toBe(0);
    await expect(async () => pairingKeys.find("../../etc/passwd")).rejects.toThrow();
  });
});
