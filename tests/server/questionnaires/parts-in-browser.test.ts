import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLinks, loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { expectReadable } from "../../support/readable.ts";

const list = "/programmes/kulturos-inovacijos-2017/questionnaires";

describe("the editor's larger forms in a browser", () => {
  const { db } = useOwnDatabase();
  let server: Awaited<ReturnType<typeof serveApp>>;
  let browser: Browser;
  let page: Page;
  let editor: string;

  beforeAll(async () => {
    await loadDemo(db(), new Date());
    server = await serveApp(appDeps(db()));
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: "lt-LT" })).newPage();
    const organiser = (await demoLinks(db(), new Date())).find(({ label }) =>
      label.includes("organiser"),
    )!;
    await page.goto(server.origin + organiser.path);
    await page.locator("main button").first().click();
    await page.waitForLoadState();
    await page.goto(server.origin + list);
    await page.locator('input[value="library:satisfaction"]').check();
    await page.locator("form:has(input[value='library:satisfaction']) button").click();
    await page.waitForLoadState();
    editor = page.url().split(/[?#]/)[0]!;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function look(name: string): Promise<void> {
    await expectReadable(page, name);
  }

  const press = async (selector: string) => {
    await page.locator(selector).first().click();
    await page.waitForLoadState();
  };

  it("take a pasted list, and lead to where its first statement stands", async () => {
    await page.goto(editor);
    await look("editor");
    await press('a[href*="/statements/new"]');
    await page.locator("#lines-lt").fill("1. Randu naujų kelių.\n2. Drąsiai bandau.");
    await page.locator("#lines-en").fill("I find new ways.");
    await press('button[value="save"]');
    expect(await page.locator("#lines-en-mistake").textContent()).toContain("2");
    await look("statements");
    await page.locator("#lines-en").fill("");
    await press('button[value="save"]');
    await page.waitForURL(/#item-/);
    expect(await page.locator("main").textContent()).toContain("Drąsiai bandau.");
  });

  it("make groups of the answers to a question, and another kind of it", async () => {
    await page.goto(editor);
    await press("#breakdowns form button");
    await page.locator("#title-lt").fill("Patirtis");
    await page.locator("#group-0-lt").fill("Mažiau");
    await page.locator("#group-1-lt").fill("Daugiau");
    await press("#group-add");
    await page.locator("#group-2-lt").fill("Labai daug");
    const answers = page.locator("#answers select");
    for (let at = 0; at < (await answers.count()); at++) {
      await answers.nth(at).selectOption(String(Math.min(at, 1)));
    }
    await press('button[value="save"]');
    expect(await page.locator("#group-2-lt-mistake").textContent()).toContain("nepriskirtas");
    await look("groups");
    await page.locator("#group-2-lt").fill("");
    await press('button[value="save"]');
    await page.waitForURL(/#breakdown-/);
    await press('#breakdowns a[href*="/breakdowns/"]');
    expect(await page.locator("#group-1-lt").inputValue()).toBe("Daugiau");
    await page.goto(editor);
    const href = await page.locator("#breakdowns li .facts-line").first().textContent();
    await page.goto(`${editor}/items/${href!.trim().split(":")[0]}`);
    await press("details.other-kinds summary");
    await press('button[value="as-multiple"]');
    await look("other-kind");
    expect(await page.locator('input[name="kind"]').inputValue()).toBe("multiple");
  });
});
