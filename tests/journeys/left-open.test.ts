import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answers } from "../../server/domain/response/answers.ts";
import { aScene, now, type Scene } from "../server/answering/visits.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";

const { db } = useOwnDatabase();
const hour = 3_600_000;
let browser: Browser;
let served: { origin: string; close(): Promise<void> };
let context: BrowserContext;
let page: Page;
let scene: Scene;
let clock = now;
let count = 0;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveApp(appDeps(db(), { now: () => clock }));
});
afterAll(async () => {
  await browser.close();
  await served.close();
});
beforeEach(async () => {
  count += 1;
  clock = now;
  scene = await aScene(db(), { slug: `palikta-${count}` });
  await context?.close();
  context = await browser.newContext({ locale: "lt-LT", viewport: { width: 390, height: 780 } });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  await page.clock.install({ time: now });
  await enterCode();
  await page.getByLabel("Perskaičiau šią informaciją").check();
  await press("Pradėti");
  await page.getByRole("heading", { name: "Trumpai apie Jus" }).waitFor();
});

async function enterCode(): Promise<void> {
  if (!page.url().endsWith("/k")) await page.goto(`${served.origin}/k`);
  await page.getByLabel("Kodas").fill(scene.card.code);
  await press("Atverti anketą");
}

const press = (name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();
const mark = (item: string, value: string) =>
  page.locator(`input[name="${item}"][value="${value}"]`).check();

/** Time goes by for the device and for the server; the page's own timers run as they would have. */
async function leaveFor(hours: number): Promise<void> {
  clock = new Date(clock.getTime() + hours * hour);
  await page.clock.fastForward(hours * hour);
}

/** The page's timers stand still between steps, so they are pushed on while waiting. */
async function untilStored(answers: Answers): Promise<void> {
  const read = async () => {
    await page.clock.runFor(1_000);
    const rows = await db()
      .selectFrom("answers.response")
      .select("answers")
      .where("programme_id", "=", scene.programme.id)
      .execute();
    return rows[0]?.answers;
  };
  await expect.poll(read, { timeout: 20_000 }).toMatchObject(answers);
}

describe("a page that was left open overnight and longer", () => {
  it("goes on saving, and its button leads on", async () => {
    await mark("BG2", "lag");
    await untilStored({ BG2: "lag" });
    await leaveFor(26);
    await mark("BG3", "y16");
    await untilStored({ BG2: "lag", BG3: "y16" });
    await press("Toliau");
    await page.getByRole("heading", { name: "Kultūros inovacijos" }).waitFor();
  });

  it("asks for the code once its cookie has gone, and then has everything that was marked", async () => {
    await mark("BG2", "lag");
    await untilStored({ BG2: "lag" });
    await leaveFor(50);
    await context.clearCookies();
    await mark("BG3", "y16");
    await page.clock.runFor(3_000);
    await page.getByText("dar kartą įveskite kodą").waitFor();
    await page.getByRole("button", { name: "→" }).click();
    await page.waitForURL("**/k");
    await enterCode();
    await page.waitForURL("**/a/parts/**");
    await untilStored({ BG2: "lag", BG3: "y16" });
  });

  it("says so when the questionnaire has closed meanwhile", async () => {
    await leaveFor(24 * 95);
    await mark("BG2", "lag");
    await page.clock.runFor(3_000);
    await page.getByText("Anketos pildymas baigtas").waitFor();
  });
});
