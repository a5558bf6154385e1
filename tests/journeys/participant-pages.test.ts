import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../server/http/session.ts";
import { pairingKeysIn } from "../../server/pairing-keys.ts";
import { aScene, now, type Scene } from "../server/answering/visits.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";

const { db } = useOwnDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-keys-"));
const elements = ["mother", "day", "month", "siblings", "surname", "birthplace"];
let browser: Browser;
let served: { origin: string; close(): Promise<void> };
let context: BrowserContext;
let page: Page;
let scene: Scene;
let wall: string;
let count = 0;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveApp(appDeps(db(), { now: () => now, pairingKeys: pairingKeysIn(folder) }));
});
afterAll(async () => {
  await browser.close();
  await served.close();
  fs.rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  count += 1;
  scene = await aScene(db(), { slug: `puslapiai-${count}` });
  wall = `wall-${count}-`.padEnd(22, "w");
  await db()
    .insertInto("answers.entry")
    .values({
      hash: hashOf(wall),
      kind: "locality",
      programme_id: scene.programme.id,
      locality_id: scene.programme.localities[0]!.id,
    })
    .execute();
  await context?.close();
  context = await browser.newContext({ locale: "lt-LT", viewport: { width: 390, height: 780 } });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});

const go = (address: string) => page.goto(served.origin + address);
const press = (name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();
const heading = (name: string) => page.getByRole("heading", { name, exact: true }).waitFor();
const useMode = (mode: "bowl" | "self-made") =>
  db()
    .updateTable("programme")
    .set({ identity_mode: mode })
    .where("id", "=", scene.programme.id)
    .execute();

/** Against axe's rules on a phone and on a wide screen, light and dark; and nothing runs off the narrowest phone. */
async function judge(): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, "dark"],
    [390, "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 780 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
    expect(faults).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 780 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 390, height: 780 });
}

describe("every page that participants see breaks no accessibility rule", () => {
  it("from the card's code to their own answers", async () => {
    await go("/k");
    await judge();
    await page.getByLabel("Kodas").fill("BKMR");
    await press("Atverti anketą");
    await judge();
    await page.getByLabel("Kodas").fill(scene.card.code);
    await press("Atverti anketą");
    await judge();
    await press("Pradėti");
    await judge();
    await page.getByLabel("Perskaičiau šią informaciją").check();
    await press("Pradėti");
    await heading("Trumpai apie Jus");
    const parts = await page.getAttribute("main form", "data-parts");
    for (const part of parts!.split(" ")) {
      await go(`/a/parts/${part}`);
      await judge();
    }
    await go("/a/all");
    await judge();
    await go("/a/review");
    await judge();
    await press("Pateikti atsakymus");
    await heading("Atsakymai gauti. Ačiū!");
    await judge();
    await go("/a/own");
    await judge();
    await press("Ištrinti");
    await judge();
    await go("/a/privacy");
    await judge();
  });

  it("where codes are drawn or made", async () => {
    await useMode("bowl");
    await go(`/v/${wall}`);
    await judge();
    await page.locator('form[action="/k/code"] button').click();
    await page.waitForURL("**/a/code");
    await judge();
    await useMode("self-made");
    await go(`/v/${wall}`);
    await heading("Susikurkite savo kodą");
    await press("Toliau");
    await judge();
    for (const element of elements) await page.selectOption(`#${element}`, { index: 3 });
    await press("Toliau");
    await heading("Jūsų kodas");
    await judge();
    await go(`/v/${wall}/tablet`);
    await judge();
  });
});

describe("with the keyboard alone", () => {
  it("somebody comes in, answers and sends", async () => {
    const tab = async (selector: string) => {
      for (let steps = 0; steps < 60; steps++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
          return;
        }
      }
      throw new Error(`Tab never came to ${selector}`);
    };
    await go("/k");
    await tab("#code");
    await page.keyboard.type(scene.card.code.toLowerCase());
    await page.keyboard.press("Enter");
    await page.waitForURL("**/a");
    await tab('[name="_statement.participate"]');
    await page.keyboard.press("Space");
    await tab('main form .buttons button[value="next"]');
    await page.keyboard.press("Enter");
    await heading("Trumpai apie Jus");
    await tab('[name="BG2"]');
    await page.keyboard.press("ArrowDown");
    const focused = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      return { outlineStyle, outlineWidth };
    });
    expect(focused).not.toMatchObject({ outlineStyle: "none" });
    expect(focused.outlineWidth).not.toBe("0px");
    await tab('main form .buttons button[value="next"]');
    await page.keyboard.press("Enter");
    await heading("Kultūros inovacijos");
    await go("/a/review");
    await heading("Peržiūrėkite ir pateikite");
    await tab('main form .buttons button[value="next"]');
    await page.keyboard.press("Enter");
    await heading("Atsakymai gauti. Ačiū!");
    const stored = await db()
      .selectFrom("answers.response")
      .select(["status", "answers"])
      .where("programme_id", "=", scene.programme.id)
      .execute();
    expect(stored).toMatchObject([{ status: "submitted" }]);
    expect(stored[0]!.answers.BG2).toEqual(expect.any(String));
  });
});

describe("a lent tablet", () => {
  it("is handed from one person to the next, who finds nothing by any way back", async () => {
    await useMode("self-made");
    await go(`/v/${wall}/kiosk`);
    for (const day of ["3", "4"]) {
      await heading("Susikurkite savo kodą");
      for (const element of elements) await page.selectOption(`#${element}`, { index: 2 });
      await page.selectOption("#day", day);
      await press("Toliau");
      await page.locator("main").getByRole("link", { name: "Toliau" }).click();
      await page.getByLabel("Perskaičiau šią informaciją").check();
      await press("Pradėti");
      await heading("Trumpai apie Jus");
      expect(await page.locator("input:checked").count()).toBe(0);
      await page.locator('input[name="BG2"][value="lag"]').check();
      await page.getByRole("status").getByText("Išsaugota", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Pildys kitas žmogus" }).click();
      await heading("Susikurkite savo kodą");
      for (let back = 0; back < 3; back++) {
        await page.goBack();
        await page.waitForLoadState();
        expect(await page.locator('input[name="BG2"]').count()).toBe(0);
        expect(await page.locator(".code").count()).toBe(0);
        const chosen = await page
          .locator("select")
          .evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value));
        expect(chosen.filter((value) => value !== "")).toEqual([]);
      }
      await go("/a/parts/background");
      await heading("Susikurkite savo kodą");
      const left = await page.evaluate(() => ({
        kept: Object.keys(localStorage).filter((key) => key.startsWith("answers ")),
        cookies: document.cookie,
      }));
      expect(left.kept).toEqual([]);
      await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
      expect(left.cookies).not.toContain("answers-of");
    }
    const stored = await db()
      .selectFrom("answers.response")
      .select(["channel", "answers"])
      .where("programme_id", "=", scene.programme.id)
      .execute();
    expect(stored).toMatchObject([
      { channel: "kiosk", answers: { BG2: "lag" } },
      { channel: "kiosk", answers: { BG2: "lag" } },
    ]);
  });
});

describe("the first page", () => {
  it("comes in three requests to this server alone, and nothing on it moves", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await go(`/l/${scene.card.token}`);
    await page.getByLabel("Perskaičiau šią informaciją").check();
    await press("Pradėti");
    await heading("Trumpai apie Jus");
    asked.length = 0;
    await page.reload();
    await page.waitForTimeout(500);
    const own = asked.filter((url) => !url.startsWith("data:") && !url.includes("blank=1"));
    const first = own.filter((url) => !url.endsWith("/a/worker.js"));
    expect(first.length).toBeLessThanOrEqual(3);
    expect(
      asked.filter((url) => !url.startsWith(served.origin) && !url.startsWith("data:")),
    ).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    );
  });
});
