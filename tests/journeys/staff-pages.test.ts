import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLinks, loadDemo } from "../../server/cli/demo-programmes.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";
import { expectReadable } from "../support/readable.ts";

const demo = "/programmes/kulturos-inovacijos-2017";
const pages = [
  "/",
  "/programmes",
  demo,
  `${demo}/annexes`,
  // A few parts: the rules are about kinds of blocks, and the whole annex has 2,000 cells to be judged one by one.
  `${demo}/annexes/compose?number=1&audience=funder&document=lt&order=summary&part=summary&part=limits`,
  `${demo}/public-results`,
  `${demo}/public-results/preview`,
  `${demo}/cards`,
  `${demo}/certificates`,
  `${demo}/corrections`,
  `${demo}/move`,
  `${demo}/packages`,
  `${demo}/privacy`,
  `${demo}/privacy/audit?check=1`,
  `${demo}/privacy/exports`,
  `${demo}/privacy/notices/1`,
  `${demo}/privacy/requests`,
  "/programmes/isbandykite",
  "/nera",
];

describe("pages for organisers", () => {
  const { db } = useOwnDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let origin: string;
  let page: Page;

  beforeAll(async () => {
    await loadDemo(db(), new Date());
    const served = await serveApp(appDeps(db()));
    browser = await openBrowser();
    stops.push(() => browser.close(), served.close);
    origin = served.origin;
    page = await (await browser.newContext({ locale: "lt-LT" })).newPage();
    const organiser = (await demoLinks(db(), new Date())).find(({ label }) =>
      label.includes("organiser"),
    )!;
    await page.goto(origin + organiser.path);
    await page.keyboard.press("Tab");
    await page.click("main button");
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  it.each(pages)(
    "%s breaks no accessibility rule and fits 320 px, in light and dark",
    async (path) => {
      await page.goto(origin + path);
      await expectReadable(page, path);
    },
  );

  it("a person's request is opened, found by name and shown with what it would do, without a fault", async () => {
    await page.goto(`${origin}${demo}/privacy/requests`);
    await page.click("main form button");
    await page.fill("#name", "pavyzdys 12");
    await page.click('form[action$="/search"] button');
    const faults = await new AxeBuilder({ page }).analyze();
    expect(faults.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.textContent("main")).toContain("(pavyzdys 12)");
  });

  it("can be worked by keyboard alone: the wall page is opened with Tab and Enter", async () => {
    await page.goto(origin + demo);
    const wall = 'form[action$="/localities/prienai/wall"] button';
    await page.focus('a[href$="/cards"]');
    for (
      let steps = 0;
      steps < 25 &&
      !(await page.evaluate((selector) => document.activeElement?.matches(selector), wall));
      steps++
    ) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForURL("**/wall");
    expect(await page.textContent("h1")).toBe("Užpildykite anketą telefonu");
    const faults = await new AxeBuilder({ page }).analyze();
    expect(faults.violations.map(({ id }) => id)).toEqual([]);
  });

  it("keep the language that was chosen", async () => {
    await page.goto(`${origin}/programmes?language=en`);
    await page.goto(`${origin}${demo}`);
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.goto(`${origin}/programmes?language=lt`);
  });
});
