import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aScene, now, type Scene } from "../server/answering/visits.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";

const { db } = useOwnDatabase();
let browser: Browser;
let served: { origin: string; close(): Promise<void> };
let page: Page;
let scene: Scene;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveApp(appDeps(db(), { now: () => now }));
  scene = await aScene(db());
  const viewport = { width: 320, height: 700 };
  page = await browser.newPage({ locale: "lt-LT", viewport, bypassCSP: true });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const press = (name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();

/** As if the browser had been told to write twice as large, which 112.5 % of 16 pixels are twice of. */
async function judge(): Promise<void> {
  await page.addStyleTag({ content: "html { font-size: 36px !important }" });
  const outside = await page.evaluate(() => {
    const isOutside = (each: Element) => each.getBoundingClientRect().right > innerWidth + 1;
    const found = [...document.querySelectorAll("body *")].filter(isOutside);
    return found.map((each) => `${location.pathname}: ${each.outerHTML.slice(0, 100)}`);
  });
  expect(outside).toEqual([]);
}

it("with letters twice as large nothing runs off the narrowest phone", async () => {
  const go = async (path: string) => {
    await page.goto(served.origin + path);
    await judge();
  };
  await go("/k");
  await page.getByLabel("Kodas").fill("BKMR");
  await press("Atverti anketą");
  await judge();
  await go(`/l/${scene.card.token}`);
  await page.getByLabel("Perskaičiau šią informaciją").check();
  await press("Pradėti");
  await page.getByRole("heading", { name: "Trumpai apie Jus" }).waitFor();
  const parts = await page.getAttribute("main form", "data-parts");
  for (const part of parts!.split(" ")) await go(`/a/parts/${part}`);
  for (const path of ["/a/all", "/a/review", "/a/privacy"]) await go(path);
  await go("/a/review");
  await press("Pateikti atsakymus");
  await page.waitForURL("**/a/receipt");
  await judge();
  await go("/a/own");
});
