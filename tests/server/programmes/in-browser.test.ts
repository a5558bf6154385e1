import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { hashOf } from "../../../server/http/session.ts";
import { pairingKeysIn } from "../../../server/pairing-keys.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { everyScreen, expectReadable } from "../../support/readable.ts";
import { agreed, aScene, inDays, now, type Scene } from "../answering/visits.ts";

const slug = "savi-kodai";
const wall = "wall-of-silute".padEnd(22, "w");

describe("an organiser's pages about codes and who sees what", () => {
  const { db } = useOwnDatabase();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-keys-"));
  const pairingKeys = pairingKeysIn(folder);
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let origin: string;
  let page: Page;
  let scene: Scene;

  beforeAll(async () => {
    scene = await aScene(db(), { slug });
    const { id: programme_id, localities } = scene.programme;
    await db().updateTable("programme").set({ identity_mode: "self-made" }).execute();
    const entry = { programme_id, locality_id: localities[0]!.id, kind: "locality" } as const;
    await db()
      .insertInto("answers.entry")
      .values({ hash: hashOf(wall), ...entry })
      .execute();
    await answer("A 7 3 2 R V", 0);
    await close("before", 1);
    // Two that differ from the earlier one in an element each: somebody has to decide.
    await answer("A 7 3 2 R K", 110);
    await answer("A 7 3 2 L V", 110);
    await close("after", 111);
    const served = await serveApp(appDeps(db(), { now: () => now, pairingKeys }));
    origin = served.origin;
    browser = await openBrowser();
    stops.push(() => browser.close(), served.close);
    page = await (await browser.newContext({ locale: "lt-LT" })).newPage();
    const staffUserId = await aStaffUser(db(), scene.programme, ["organiser"]);
    await page.goto(origin + (await makeSignInLink(db(), { staffUserId, now })));
    await page.locator("main button").first().click();
    await page.waitForLoadState();
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function answer(code: string, days: number): Promise<void> {
    const visitor = scene.visit({ pairingKeys, now: () => inDays(days) });
    const [mother, day, month, siblings, surname, birthplace] = code.split(" ");
    await visitor.get(`/v/${wall}`);
    const elements = { mother, day, month, siblings, surname, birthplace };
    await visitor.post("/k/own", elements as Record<string, string>);
    await visitor.post("/a", agreed);
    await visitor.post("/a/response");
  }

  async function close(kind: "before" | "after", days: number): Promise<void> {
    const closing = { programmeId: scene.programme.id, kind, closedBy: null, now: inDays(days) };
    const localityKeys = scene.programme.localities.map(({ key }) => key);
    await closeWave(db(), { ...closing, localityKeys });
  }

  it.each([
    ["pairing", "form"],
    ["who-sees", "table"],
  ])("%s breaks no accessibility rule and fits every screen", async (name, shown) => {
    await page.goto(`${origin}/programmes/${slug}/${name}`);
    expect(await page.locator(`main ${shown}`).count()).toBeGreaterThan(0);
    await expectReadable(page, name, everyScreen);
  });
});
