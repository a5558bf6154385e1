import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLinks, loadDemo } from "../../server/cli/demo-programmes.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";

const programme = "/programmes/isbandykite";

/** What README.md promises: one person, with the links printed at start, sees a programme from first answer to gain. */
describe("the programme to try out", () => {
  const { db } = useOwnDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let origin: string;
  let links: Record<"participant" | "organiser" | "evaluator", string>;

  beforeAll(async () => {
    await loadDemo(db(), new Date());
    const printed = await demoLinks(db(), new Date());
    const pathOf = (word: string) => printed.find(({ label }) => label.includes(word))!.path;
    links = {
      participant: pathOf("participant"),
      organiser: pathOf("organiser"),
      evaluator: pathOf("evaluator"),
    };
    const served = await serveApp(appDeps(db()));
    browser = await openBrowser();
    stops.push(() => browser.close(), served.close);
    origin = served.origin;
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  it("is walked by one person from the first answer to the gain", async () => {
    const organiser = await signIn(links.organiser);
    await answer(2);
    await press(organiser, "companions");
    await press(organiser, "waves/before/localities/bandomoji/closure");
    await press(organiser, "waves/after/localities/bandomoji/opening");
    await answer(4);
    await press(organiser, "companions");
    await press(organiser, "waves/after/localities/bandomoji/closure");
    const evaluator = await signIn(links.evaluator);
    await evaluator.goto(`${origin}${programme}/results/IDEN`);
    const row = await evaluator.textContent("table tbody tr:first-child");
    expect(row).toContain("Bandomoji vietovė");
    const cells = await evaluator.$$eval("table tbody tr:first-child td", (all) =>
      all.map((cell) => cell.textContent!.trim()),
    );
    expect(Number(cells[1])).toBeGreaterThanOrEqual(5);
    expect(cells[4]).toMatch(/^[+−]?\d+(,\d)?$/);
    expect(await evaluator.textContent(".demonstration")).toBe("Demonstraciniai duomenys");
  });

  it("says where to go when the questionnaire is not open", async () => {
    const page = await (await newContext()).newPage();
    const response = await page.goto(origin + links.participant);
    expect(response!.status()).toBe(409);
    expect(await page.textContent("h1")).toMatch(/neatverta|neprasidėjo|dar/i);
  });

  function newContext() {
    return browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      locale: "lt-LT",
    });
  }

  async function signIn(path: string): Promise<Page> {
    const page = await (await newContext()).newPage();
    await page.goto(origin + path);
    await page.click("main button");
    return page;
  }

  async function press(page: Page, action: string): Promise<void> {
    await page.goto(origin + programme);
    // Closing cannot be undone: its page says what it does before the button is pressed there.
    const closing = action.replace(/closure$/, "closing");
    if (closing !== action) await page.click(`a[href="${programme}/${closing}"]`);
    await page.click(`form[action="${programme}/${action}"] button`);
  }

  async function answer(point: number): Promise<void> {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(origin + links.participant);
    await page.check('input[name="_statement.participate"]');
    await goOn(page);
    while (page.url().includes("/a/parts/")) {
      for (const radio of await page.$$(
        `input[type="radio"][value="${point}"], input[type="radio"][value="b"]`,
      )) {
        await radio.check();
      }
      await goOn(page);
    }
    await goOn(page);
    expect(page.url()).toBe(`${origin}/a/receipt`);
    await context.close();
  }
});

/** Presses "next" and waits for the page that follows, whether the browser goes there or a script does. */
async function goOn(page: Page): Promise<void> {
  const here = page.url();
  await page.click('.buttons button[value="next"]');
  await page.waitForURL((url) => url.href !== here);
}
