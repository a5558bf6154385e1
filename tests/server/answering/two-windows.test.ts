import { beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import {
  agreed,
  aScene,
  begin,
  locationOf,
  type Scene,
  seenIn,
  storedResponses,
} from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;
let one: Visitor;
let other: Visitor;

beforeEach(async () => {
  scene = await aScene(db());
  one = scene.visit();
  other = scene.visit();
  await begin(one, scene);
  await other.get(`/l/${scene.card.token}`);
});

const answers = async () => (await storedResponses(db()))[0]!.answers;

describe("two windows of one participant", () => {
  it("save different parts side by side", async () => {
    await one.post("/a/parts/INOV", { INOV1: "1" });
    expect((await other.post("/a/parts/SKLD", { SKLD1: "2" })).status).toBe(303);
    expect(await answers()).toMatchObject({ INOV1: 1, SKLD1: 2 });
  });

  it("never overwrite each other's part silently: the later one is shown both answers", async () => {
    await one.post("/a/parts/INOV", { INOV1: "1", INOV2: "2" });
    const refused = await other.post("/a/parts/INOV", { INOV1: "5", INOV2: "2" });
    const page = await refused.text();
    expect(refused.status).toBe(409);
    expect(page).toContain("Kitame lange išsaugota: Visiškai nesutinku");
    expect(page.match(/Kitame lange išsaugota/g)).toHaveLength(1);
    expect(page).toMatch(/name="INOV1" value="5" checked/);
    expect(await answers()).toMatchObject({ INOV1: 1 });

    const resent = { INOV1: "5", INOV2: "2", _seen: seenIn(page) };
    expect((await other.post("/a/parts/INOV", resent)).status).toBe(303);
    expect(await answers()).toMatchObject({ INOV1: 5, INOV2: 2 });
  });

  it("notice a change also after a mistake was mended in between", async () => {
    const wrong = await other.post("/a/parts/INOV", { INOV1: "9" });
    const page = await wrong.text();
    await one.post("/a/parts/INOV", { INOV1: "1" });
    const mended = await other.post("/a/parts/INOV", { INOV1: "5", _seen: seenIn(page) });
    expect([wrong.status, mended.status]).toEqual([422, 409]);
  });

  it("are no conflict when both say the same, or one form is sent twice", async () => {
    const form = { INOV1: "1", INOV2: "2", INOV3: "3", INOV4: "4" };
    for (const visitor of [one, other, one]) {
      expect(locationOf(await visitor.post("/a/parts/INOV", form))).toBe("/a/parts/SKLD");
    }
    expect(await answers()).toMatchObject({ INOV1: 1, INOV4: 4 });
  });

  it("lose nothing typed on the page with everything, which was opened before the other one began", async () => {
    // It asked for consent too, as nobody had agreed yet; what the first window agreed to stands.
    const form = { ...agreed, "_statement.quote-open": "yes", INOV1: "4" };
    expect(locationOf(await other.post("/a/all", form))).toBe("/a/receipt");
    expect(await answers()).toMatchObject({ INOV1: 4 });
    const [response] = await storedResponses(db());
    expect(response).toMatchObject({
      status: "submitted",
      consents: { participate: true, "quote-open": false },
    });
  });

  it("let a page that was shown its answers change them", async () => {
    await one.post("/a/parts/INOV", { INOV1: "1" });
    await one.post("/a/parts/SKLD", { SKLD1: "1" });
    const seen = seenIn(await (await one.get("/a/parts/INOV")).text());
    await one.post("/a/parts/IDEN", { IDEN1: "1" });
    expect((await one.post("/a/parts/INOV", { INOV1: "2", _seen: seen })).status).toBe(303);
    expect(await answers()).toMatchObject({ INOV1: 2, SKLD1: 1, IDEN1: 1 });
  });
});

describe("a device that only knows the code", () => {
  let device: Visitor;

  beforeEach(async () => {
    await one.post("/a/parts/background", { BG2: "lag" });
    await one.post("/a/parts/INOV", { INOV1: "1", INOV2: "2" });
    device = scene.visit();
    await device.post("/k", { code: scene.card.code });
  });

  it("goes on where the draft is, and is shown none of its answers", async () => {
    expect(locationOf(await device.get("/a"))).toBe("/a/parts/SKLD");
    const page = await (await device.get("/a/parts/INOV")).text();
    expect(page).not.toMatch(/<input[^>]*checked/);
    expect(page.match(/Jau atsakyta\./g)).toHaveLength(2);
    expect(page).toMatch(/name="_seen" value="\d+"/);
  });

  it("keeps what it leaves empty and changes what it answers", async () => {
    const seen = seenIn(await (await device.get("/a/parts/INOV")).text());
    const saved = await device.post("/a/parts/INOV", { INOV2: "5", INOV3: "4", _seen: seen });
    expect(saved.status).toBe(303);
    expect(await answers()).toMatchObject({
      INOV1: 1,
      INOV2: 5,
      INOV3: 4,
      INOV4: { missing: "skipped" },
    });
  });

  it("is told of a change elsewhere without being shown it", async () => {
    const refused = await device.post("/a/parts/INOV", { INOV2: "5" });
    const page = await refused.text();
    expect(refused.status).toBe(409);
    expect(page).not.toContain("Kitame lange išsaugota");
    expect(page).not.toContain("Nesutinku</strong>");
    const resent = { INOV2: "5", _seen: seenIn(page) };
    expect((await device.post("/a/parts/INOV", resent)).status).toBe(303);
  });

  it("that began the response itself is shown what it wrote", async () => {
    const fresh = await aScene(db(), { slug: "kita" });
    const own = fresh.visit();
    await own.post("/k", { code: fresh.card.code });
    await own.post("/a", { "_statement.participate": "yes" });
    await own.post("/a/parts/INOV", { INOV1: "3" });
    expect(await (await own.get("/a/parts/INOV")).text()).toMatch(/name="INOV1" value="3" checked/);
  });
});
