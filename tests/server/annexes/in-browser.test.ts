import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { annexParts } from "../../../server/domain/annex/choices.ts";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { expectReadable } from "../../support/readable.ts";
import { aReleasedDemonstration } from "./annex-desk.ts";

describe("annexes, packages and public results in a browser", () => {
  const { db } = useOwnDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let page: Page;
  let origin: string;
  let base: string;

  beforeAll(async () => {
    const programme = await aReleasedDemonstration(db());
    const staffUserId = await aStaffUser(db(), programme, ["organiser", "data"]);
    const deps = appDeps(db());
    createApp(deps);
    const served = await serveApp(deps);
    browser = await openBrowser();
    stops.push(() => browser.close(), served.close);
    origin = served.origin;
    base = `${origin}/programmes/${programme.slug}`;
    page = await (await browser.newContext({ locale: "lt-LT" })).newPage();
    await page.goto(origin + (await makeSignInLink(db(), { staffUserId, now: new Date() })));
    await page.click("main button");
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  // A few parts: the rules are about kinds of blocks, not about how many there are.
  const desk = `annexes/compose?${new URLSearchParams([
    ...Object.entries({ number: "1", audience: "closed", document: "lt", order: "summary" }),
    ...["summary", "openAnswers", "participantList"].map((part) => ["part", part]),
  ])}`;

  it.each([desk, "annexes", "packages", "public-results", "public-results/preview"])(
    "%s breaks no accessibility rule and fits 320 px, in light and dark",
    async (place) => {
      const answer = await page.goto(`${base}/${place}`);
      expect(answer?.status()).toBe(200);
      await expectReadable(page, place);
    },
    180_000,
  );

  it("changes the preview as choices change, without a button", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${base}/annexes/compose`);
    expect(await page.isVisible("#preview h3:has-text('Santrauka')")).toBe(true);
    await page.uncheck("input[name=part][value=summary]");
    await page.waitForSelector("#preview h3:has-text('Santrauka')", { state: "detached" });
    await page.fill("#signatoryName", "Jonė Jonaitė");
    await page.waitForSelector("#preview .annex-signature:has-text('Jonė Jonaitė')");
    await page.selectOption("#document", "en");
    await page.waitForSelector("#preview article[lang=en] h3:has-text('Participants')");
  });

  it("draws a chart when it comes into view, and nothing moves", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${base}/annexes/compose`);
    const boxes = page.locator("#preview [data-chart]");
    const drawn = page.locator("#preview [data-chart] canvas");
    await drawn.first().waitFor();
    const all = await boxes.count();
    expect(all).toBeGreaterThan(6);
    expect(await drawn.count()).toBeLessThan(all / 2);
    const heightOf = () => page.evaluate(() => document.querySelector("#preview")?.scrollHeight);
    const before = await heightOf();
    for (let index = 0; index < all; index++) {
      await boxes.nth(index).scrollIntoViewIfNeeded();
      await boxes.nth(index).locator("canvas").waitFor();
    }
    expect(await heightOf()).toBe(before);
  });

  it("breaks no accessibility rule with every part chosen", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const parts = annexParts.map((part) => ["part", part]);
    const order = annexParts.map((part) => ["order", part]);
    const choices = Object.entries({ number: "1", audience: "closed", document: "lt" });
    await page.goto(
      `${base}/annexes/compose?${new URLSearchParams([...choices, ...order, ...parts])}`,
    );
    expect(await page.locator("#preview h3").count()).toBe(annexParts.length);
    const faults = await new AxeBuilder({ page }).analyze();
    expect(faults.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }, 180_000);

  it("does the same by its buttons where scripts are off", async () => {
    const context = await browser.newContext({
      locale: "lt-LT",
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto(`${base}/annexes/compose`);
    await plain.uncheck("input[name=part][value=summary]");
    await plain.click("button[value=up-participants]");
    expect(await plain.locator("#preview h3").first().textContent()).toBe("1. Dalyviai");
    await context.close();
  });
});
