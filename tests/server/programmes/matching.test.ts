import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { createApp } from "../../../server/app.ts";
import type { ReleasedFigures } from "../../../server/domain/disclosure/figures.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { destroyKeys } from "../../../server/features/programmes/end-matching.ts";
import { hashOf } from "../../../server/http/session.ts";
import { pairingKeysIn } from "../../../server/pairing-keys.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { agreed, aScene, inDays, type Scene, storedResponses } from "../answering/visits.ts";

const { db } = useDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-keys-"));
const pairingKeys = pairingKeysIn(folder);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const daysOf: Record<WaveKind, number> = { before: 0, after: 110, followup: 310 };
let scene: Scene;
let organiser: Visitor;
let page: string;

beforeEach(async () => {
  scene = await aScene(db(), { slug: "savi-kodai" });
  page = `/programmes/${scene.programme.slug}/pairing`;
  await db().updateTable("programme").set({ identity_mode: "self-made" }).execute();
  for (const { id, key } of scene.programme.localities) {
    const entry = { programme_id: scene.programme.id, locality_id: id };
    await db()
      .insertInto("answers.entry")
      .values({ hash: hashOf(wallOf(key)), kind: "locality", ...entry })
      .execute();
  }
  organiser = await staff("organiser");
});

function wallOf(locality: string): string {
  return `wall-of-${locality}-`.padEnd(22, "w");
}

async function staff(role: "organiser" | "evaluator" | "data"): Promise<Visitor> {
  const deps = appDeps(db(), { now: () => inDays(0), pairingKeys });
  return await signedIn(createApp(deps), deps, await aStaffUser(db(), scene.programme, [role]));
}

/** "A 7 3 2 R V", chosen element by element. */
function choose(code: string): Record<string, string> {
  const [mother, day, month, siblings, surname, birthplace] = code.split(" ") as string[];
  return { mother, day, month, siblings, surname, birthplace } as Record<string, string>;
}

/** Scans the wall's link, makes a code, agrees and sends everything on one page. */
async function answer(code: string, wave: WaveKind, locality = "silute"): Promise<void> {
  const visitor = scene.visit({ pairingKeys, now: () => inDays(daysOf[wave]) });
  const wall = await visitor.get(`/v/${wallOf(locality)}`);
  expect(wall.headers.get("location")).toBe("/k/own");
  await visitor.post("/k/own", choose(code));
  await visitor.post("/a", agreed);
  await visitor.post("/a/parts/INOV", { INOV1: "2", INOV2: "3", INOV3: "2", INOV4: "4" });
  const sent = await visitor.post("/a/response");
  expect(sent.headers.get("location")).toBe("/a/receipt");
}

async function close(kind: WaveKind, localityKeys = ["silute", "trakai", "ignalina"]) {
  const closing = { programmeId: scene.programme.id, kind, localityKeys, closedBy: null };
  await closeWave(db(), { ...closing, now: inDays(daysOf[kind] + 1) });
}

async function matches(wave: WaveKind) {
  const responses = await storedResponses(db());
  const later = responses.filter((one) => one.wave_id === scene.programme.waves[wave]);
  return later
    .filter((one) =>
      responses.some((other) => other !== one && other.pairing_code === one.pairing_code),
    )
    .map((one) => one.match_type);
}

async function pairsReleased(): Promise<number[]> {
  const rows = await db()
    .selectFrom("release")
    .select("evaluator_figures")
    .orderBy("number")
    .execute();
  return rows.map((row) => {
    const { localities } = (row.evaluator_figures as ReleasedFigures).participation;
    return localities.find((each) => each.locality === "silute")!.pairs;
  });
}

const actions = async () =>
  (await db().selectFrom("audit_event").select("action").orderBy("id").execute()).map(
    (row) => row.action,
  );
const hashes = () => db().selectFrom("answers.self_made_hash").selectAll().execute();
const forms = async () =>
  [
    ...(await (await organiser.get(page)).text()).matchAll(
      /action="([^"]+\/pairing\/[0-9a-f]{32})"/g,
    ),
  ].map((match) => match[1]!);

describe("closing a wave where people made their codes themselves", () => {
  it("joins what differs in one element before the release, so that the pair counts in it", async () => {
    for (const code of ["A 7 3 2 R V", "B 8 4 1 L K"]) await answer(code, "before");
    await close("before");
    await answer("A 7 4 2 R V", "after");
    await answer("B 8 4 1 L K", "after");
    await close("after");
    expect((await matches("after")).sort()).toEqual(["self-made-approximate", "self-made-exact"]);
    expect(await pairsReleased()).toEqual([2]);
    expect(await actions()).toContain("matched-codes");
    expect(await findBrokenAuditEvent(db())).toBeUndefined();
  });

  it("waits in localities that are still open, where rivals may come", async () => {
    await answer("A 7 3 2 R V", "before", "silute");
    await answer("A 7 3 2 R V", "before", "trakai");
    await answer("A 7 4 2 R V", "after", "silute");
    await answer("A 7 4 2 R V", "after", "trakai");
    await close("after", ["silute"]);
    expect(await matches("after")).toEqual(["self-made-approximate"]);
    await close("after", ["trakai"]);
    expect(await matches("after")).toHaveLength(2);
  });

  it("finds in the follow-up who missed the wave between", async () => {
    await answer("A 7 3 2 R V", "before");
    await answer("B 8 4 1 L K", "after");
    await close("after");
    await answer("A 7 3 3 R V", "followup");
    await answer("B 9 4 1 L K", "followup");
    await close("followup");
    expect(await matches("followup")).toEqual(["self-made-approximate", "self-made-approximate"]);
  });
});

describe("what the rule leaves open", () => {
  /** Two who differ in the day from one who came back: the rule cannot tell which. */
  async function leaveOneOpen(): Promise<void> {
    await answer("Z 1 3 2 R V", "before");
    await answer("Z 2 3 2 R V", "before");
    await answer("Z 3 3 2 R V", "after");
    await close("after");
  }

  it("is shown to the organiser by the element that differs and by nothing else", async () => {
    await leaveOneOpen();
    const html = await (await organiser.get(page)).text();
    expect(html.match(/Skiriasi: gimimo mėnesio diena/g)).toHaveLength(2);
    const codes = await db().selectFrom("answers.access_code").selectAll().execute();
    for (const { id, pairing_code } of codes) {
      expect(html).not.toContain(pairing_code);
      expect(html).not.toContain(id);
    }
    expect(html).not.toMatch(/INOV|balai|<svg/);
  });

  it("is joined or told apart by a person, audited, and not asked again", async () => {
    await leaveOneOpen();
    const [first, second] = await forms();
    expect((await organiser.post(first!, { is: "apart" })).status).toBe(303);
    expect(await forms()).toEqual([second]);
    expect((await organiser.post(second!, { is: "same" })).status).toBe(303);
    expect(await matches("after")).toEqual(["self-made-confirmed"]);
    expect(await forms()).toEqual([]);
    expect((await organiser.post(second!, { is: "same" })).status).toBe(404);
    const audit = await actions();
    expect(audit).toContain("told-codes-apart");
    expect(audit).toContain("joined-codes");
    expect(await pairsReleased()).toEqual([0]);
  });

  it("is released anew only when enough new pairs came", async () => {
    for (const mother of ["A", "B", "C", "D", "E"]) {
      await answer(`${mother} 1 3 2 R V`, "before");
      await answer(`${mother} 2 3 2 R V`, "before");
      await answer(`${mother} 3 3 2 R V`, "after");
    }
    await close("after");
    expect(await pairsReleased()).toEqual([0]);
    for (let decided = 0; decided < 5; decided++) {
      expect((await pairsReleased()).length).toBe(1);
      const [next] = await forms();
      expect((await organiser.post(next!, { is: "same" })).status).toBe(303);
    }
    expect(await pairsReleased()).toEqual([0, 5]);
  });

  it("is the organiser's alone to see and decide, and refuses nonsense", async () => {
    await leaveOneOpen();
    const [form] = await forms();
    for (const role of ["evaluator", "data"] as const) {
      const other = await staff(role);
      expect((await other.get(page)).status).toBe(403);
      expect((await other.post(form!, { is: "same" })).status).toBe(403);
    }
    expect((await organiser.post(form!, { is: "perhaps" })).status).toBe(400);
    expect((await organiser.post(`${page}/${"0".repeat(32)}`, { is: "same" })).status).toBe(404);
    expect(await matches("after")).toEqual([]);
  });

  it("does not exist where people have cards", async () => {
    await db().updateTable("programme").set({ identity_mode: "register" }).execute();
    expect(await (await organiser.get(page)).text()).toContain("turi korteles");
    expect((await organiser.post(`${page}/end`, { confirm: "yes" })).status).toBe(404);
  });
});

describe("the end of matching", () => {
  it("comes by itself with the last closing when nothing is left, and destroys hashes and key", async () => {
    await answer("A 7 3 2 R V", "before");
    await close("after");
    expect(await hashes()).not.toEqual([]);
    await close("followup", ["silute", "trakai"]);
    expect(await hashes()).not.toEqual([]);
    await close("followup", ["ignalina"]);
    expect(await hashes()).toEqual([]);
    expect(await pairingKeys.find(scene.programme.id)).toBeDefined();
    const late = scene.visit({ pairingKeys, now: () => inDays(0) });
    await late.get(`/v/${wallOf("silute")}`);
    expect((await late.post("/k/own", choose("A 7 3 2 R V"))).status).toBe(410);
    await destroyKeys({ db: db(), pairingKeys, now: () => inDays(312) });
    expect(await pairingKeys.find(scene.programme.id)).toBeUndefined();
    await destroyKeys({ db: db(), pairingKeys, now: () => inDays(313) });
    const audit = await actions();
    expect(audit.filter((action) => action === "destroyed-pairing-key")).toHaveLength(1);
    expect(audit).toContain("ended-code-matching");
    expect((await late.post("/k/own", choose("A 7 3 2 R V"))).status).toBe(410);
    expect(await (await organiser.get(page)).text()).toContain("Susiejimas baigtas");
  });

  it("is the organiser's word while something is left, after a second thought", async () => {
    await answer("Z 1 3 2 R V", "before");
    await answer("Z 2 3 2 R V", "before");
    await answer("Z 3 3 2 R V", "after");
    await close("after");
    expect((await organiser.post(`${page}/end`, { confirm: "yes" })).status).toBe(403);
    await close("followup");
    expect(await hashes()).not.toEqual([]);
    expect((await organiser.post(`${page}/end`)).status).toBe(422);
    expect((await organiser.post(`${page}/end`, { confirm: "yes" })).status).toBe(303);
    expect(await hashes()).toEqual([]);
    expect(await pairingKeys.find(scene.programme.id)).toBeUndefined();
    expect(await matches("after")).toEqual([]);
  });

  it("comes with the last decision, when everything has closed", async () => {
    await answer("Z 1 3 2 R V", "before");
    await answer("Z 2 3 2 R V", "before");
    await answer("Z 3 3 2 R V", "after");
    await close("followup");
    const [form] = await forms();
    await organiser.post(form!, { is: "same" });
    expect(await hashes()).toEqual([]);
    expect(await pairingKeys.find(scene.programme.id)).toBeUndefined();
  });
});
