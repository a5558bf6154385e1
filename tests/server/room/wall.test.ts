import { describe, expect, it } from "vitest";
import { insertResponses } from "../../../db/seed/responses.ts";
import { createApp } from "../../../server/app.ts";
import { appDeps, signedIn, visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, cardsOf } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");

describe("the page on the wall", () => {
  const { db } = useDatabase();

  async function given(publicUrl?: URL) {
    const deps = appDeps(db(), { now: () => now, publicUrl });
    const app = createApp(deps);
    const programme = await aProgramme(db(), now);
    return { deps, app, programme };
  }

  async function makeWall({ deps, app, programme }: Awaited<ReturnType<typeof given>>) {
    const organiser = await signedIn(app, deps, await aStaffUser(db(), programme, ["organiser"]));
    const made = await organiser.post("/programmes/bandymas/localities/silute/wall");
    return made.headers.get("location")!;
  }

  it("leads phones to the room's locality, and tells how many have sent in steps", async () => {
    const setting = await given();
    const path = await makeWall(setting);
    const { app, programme } = setting;
    const wall = await (await app.request(path)).text();
    expect(wall).toContain("Šilutė");
    expect(wall).toContain("Dar niekas nepateikė anketos.");
    expect(wall).toContain("localhost/k");
    await answer(programme, 6);
    const progress = await app.request(`${path}/progress`);
    expect(await progress.json()).toEqual({ words: "Anketą jau pateikė: 5–9" });
    const phone = visitorOf(app);
    const scanned = await phone.get(path.replace("/wall", ""));
    expect(scanned.headers.get("location")).toBe("/k");
    expect(await (await phone.get("/k")).text()).toContain("Šilutė");
  });

  it("is made by organisers alone, for a locality that exists, and leaves a trace", async () => {
    const setting = await given();
    const { deps, app, programme } = setting;
    const evaluator = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
    const path = "/programmes/bandymas/localities/silute/wall";
    expect((await evaluator.post(path)).status).toBe(403);
    expect((await visitorOf(app).post(path)).status).toBe(401);
    await makeWall(setting);
    const trace = await db().selectFrom("audit_event").select("action").execute();
    expect(trace.map(({ action }) => action)).toContain("made-wall-link");
    const entries = await db().selectFrom("answers.entry").select(["kind"]).execute();
    expect(entries).toEqual([{ kind: "locality" }]);
  });

  it("says how a code is made where people make theirs, and sends them there", async () => {
    const setting = await given();
    await db().updateTable("programme").set({ identity_mode: "self-made" }).execute();
    const path = await makeWall(setting);
    const wall = await (await setting.app.request(path)).text();
    expect(wall).toContain("kodą susikursite patys");
    expect(wall).not.toContain("localhost/k ");
    const scanned = await visitorOf(setting.app).get(path.replace("/wall", ""));
    expect(scanned.headers.get("location")).toBe("/k/own");
  });

  it("has beside it the lent tablet, whose address makes a device one", async () => {
    const { deps, app, programme } = await given(new URL("http://localhost"));
    const organiser = await signedIn(app, deps, await aStaffUser(db(), programme, ["organiser"]));
    expect(await (await organiser.get("/programmes/bandymas")).text()).toContain("/silute/kiosk");
    const made = await organiser.post("/programmes/bandymas/localities/silute/kiosk");
    const sheet = await (await organiser.get(made.headers.get("location")!)).text();
    const [, link = ""] = /href="http:\/\/localhost(\/v\/[\w-]+\/kiosk)"/.exec(sheet) ?? [];
    const tablet = visitorOf(app);
    expect((await tablet.get(link)).headers.get("location")).toBe("/k");
    expect(await (await tablet.get("/k")).text()).toContain("Šilutė");
    const evaluator = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
    const refused = await evaluator.post("/programmes/bandymas/localities/silute/kiosk");
    expect(refused.status).toBe(403);
  });

  it("says so while nothing can be filled in", async () => {
    const setting = await given();
    const path = await makeWall(setting);
    await db()
      .updateTable("wave")
      .set({ opens_at: new Date("2027-01-01"), closes_at: new Date("2027-02-01") })
      .execute();
    expect(await (await setting.app.request(path)).text()).toContain(
      "Šiuo metu anketos pildyti negalima.",
    );
  });

  it("answers an unknown link like any other", async () => {
    const { app } = await given();
    expect((await app.request("/v/AAAAAAAAAAAAAAAAAAAAAA/wall")).status).toBe(404);
  });

  async function answer(programme: Awaited<ReturnType<typeof aProgramme>>, count: number) {
    const cards = await cardsOf(db(), programme, { locality: "silute", count, now });
    const localityId = programme.localities.find(({ key }) => key === "silute")!.id;
    const rows = cards.map(({ pairingCode }) => ({
      waveKind: "before" as const,
      pairingCode,
      localityId,
      answers: {},
      submittedOn: "2026-03-02",
    }));
    await insertResponses(db(), programme, rows);
  }
});
