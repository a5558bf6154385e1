import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLinks, loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { everyScreen, expectReadable } from "../../support/readable.ts";

const home = "/programmes/kulturos-inovacijos-2017";
const places = ["prienai", "pageges", "silute"];

const csv = [
  "Vardas ir pavardė;Vietovė;Įstaiga;El. paštas;Telefonas",
  "Žydrūnė Ąžuolaitė;Šilutė;Šilutės kultūros ir pramogų centras;info@example.org;8 600 00000",
  "Zydrune Azuolaite;Šilutė;Biblioteka;;",
  "Jonas Beržas;Niekur;;ne adresas;",
  "Žydrūnė Ąžuolaitė;Trakai;Šilutės kultūros ir pramogų centras;;",
].join("\n");

describe("the participants' pages in a browser", () => {
  const { db } = useOwnDatabase();
  let server: Awaited<ReturnType<typeof serveApp>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await loadDemo(db(), new Date());
    server = await serveApp(appDeps(db()));
    browser = await openBrowser();
    const options = { locale: "lt-LT", javaScriptEnabled: true, acceptDownloads: true };
    page = await (await browser.newContext(options)).newPage();
    const organiser = (await demoLinks(db(), new Date())).find(({ label }) =>
      label.includes("organiser"),
    )!;
    await page.goto(server.origin + organiser.path);
    await page.locator("main button").first().click();
    await page.waitForLoadState();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function look(name: string): Promise<void> {
    await expectReadable(page, name, everyScreen);
  }

  const go = (path: string) => page.goto(`${server.origin}${home}${path}`);

  it("show, find and add people", async () => {
    await go("/participants");
    await page.locator("main details > summary").click();
    await look("list");
    await page.locator("#words").fill("azuolas gandras");
    await page.locator("search button").click();
    expect(await page.locator("table.stacked tbody tr").count()).toBeGreaterThan(0);
    expect(page.url()).not.toContain("azuolas");
    await page.locator("table.stacked th a").first().click();
    for (const summary of await page.locator("main details > summary").all()) await summary.click();
    await look("person");
    await go("/participants/new");
    await page.locator("main form button").click();
    expect(await page.locator("[role=alert] a").count()).toBe(2);
    await look("new");
  });

  it("take a list over, and propose who may be one person", async () => {
    await go("/participants/import");
    await look("upload");
    await page.locator("#file").setInputFiles({
      name: "dalyviai.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csv),
    });
    await page.locator("main form button").click();
    await page.waitForURL(/import\/[0-9a-f-]{36}/);
    await page.locator("main details > summary").first().click();
    await look("import");
    await page.locator("form:has([name=fingerprint]) button").click();
    await page.waitForURL(/imported=/);
    expect(await page.locator("[role=status]").first().textContent()).toContain(
      "Naujos eilutės: 3",
    );
    await go("/participants/duplicates");
    expect(await page.locator(".pair-box").count()).toBeGreaterThan(0);
    await look("duplicates");
  });

  it("mark who was there, and show who lacks what", async () => {
    await go(`/attendance?locality=${places[0]}`);
    await look("attendance");
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.locator("table.grid").isVisible()).toBe(false);
    await page.locator(".session-list .button").first().click();
    await page.locator(".mark-list label").first().click();
    const box = await page.locator(".mark-list label").first().boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(48);
    await page.locator(".save-bar button").click();
    await page.locator("[role=status]").waitFor();
    await look("session");
    await go(`/completion?locality=${places[0]}`);
    await look("completion");
  });
});
