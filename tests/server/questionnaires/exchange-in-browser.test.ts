import fs from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLinks, loadDemo } from "../../../server/cli/demo-programmes.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { everyScreen, expectReadable } from "../../support/readable.ts";

const home = "/programmes/kulturos-inovacijos-2017";

const survey = {
  title: { default: "Kultūros tyrimas", en: "Culture survey" },
  locale: "lt",
  pages: [
    {
      name: "skills",
      title: "Įgūdžiai",
      elements: [
        {
          type: "matrix",
          name: "m",
          columns: [1, 2, 3, 4],
          rows: ["Moku planuoti", "Moku vadovauti"],
        },
        {
          type: "file",
          name: "LabaiIlgasKlausimoPavadinimasKurisNetelpaVienojeEiluteje",
          title: "Nuotrauka",
        },
        { type: "comment", name: "why", title: "Kodėl?", visibleIf: "age({birth}) > 18" },
      ],
    },
  ],
};

const answers = [
  "Kodas;Vietovė;Etapas;Įspūdis;IDEN1",
  "A1;Prienai;prieš;gerai;2",
  "A1;Prienai;po;gerai;4",
  "A2;Paryžius;prieš;blogai;labai",
  "A3;Prienai;prieš;blogai;labai",
].join("\n");

describe("files from elsewhere in a browser", () => {
  const { db } = useOwnDatabase();
  let server: Awaited<ReturnType<typeof serveApp>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await loadDemo(db(), new Date());
    const staff = await db()
      .selectFrom("staff_role")
      .selectAll()
      .where("role", "=", "organiser")
      .execute();
    const rows = staff.map((one) => ({ ...one, role: "data" as const }));
    await db()
      .insertInto("staff_role")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    server = await serveApp(appDeps(db()));
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: "lt-LT", acceptDownloads: true })).newPage();
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

  const send = async (name: string, mimeType: string, content: string | Buffer) => {
    await page.locator("#file").setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
    await page.locator("form.fields button[type=submit]").first().click();
    await page.waitForLoadState();
  };

  it("a questionnaire is refused with its reason, read with its losses, and kept", async () => {
    await page.goto(`${server.origin}${home}/questionnaires/import`);
    await look("import");
    await send("ne-tas.csv", "text/csv", "a;b\n1;2");
    expect(await page.locator("#file-mistake").textContent()).toContain("neatpažinome");
    await look("import-refused");
    await send("apklausa.json", "application/json", JSON.stringify(survey));
    expect(await page.locator("h1").textContent()).toBe("Perkeliamas klausimynas");
    await look("import-preview");
    await page.locator("form.actions button").first().click();
    await page.waitForLoadState();
    const id = new URL(page.url()).pathname.split("/").at(-1);
    await page.goto(`${server.origin}${home}/questionnaires/${id}/export`);
    await page.locator("summary").nth(1).click();
    await look("export");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("a[href$='/export/xlsform']").click(),
    ]);
    expect(file.suggestedFilename()).toBe("kulturos-tyrimas.xlsx");
    expect(fs.statSync(await file.path()).size).toBeGreaterThan(1000);
  });

  it("earlier answers are named column by column and shown before they are stored", async () => {
    await page.goto(`${server.origin}${home}/earlier-answers`);
    await look("earlier");
    await send("senas.csv", "text/csv", answers);
    expect(await page.locator("main").textContent()).toContain("Vietovė neatpažinta");
    expect(await page.locator("#value-0").count()).toBe(1);
    await look("earlier-file");
    await page.locator("#value-0").selectOption("3");
    await page.locator("#columns button").click();
    await page.waitForLoadState();
    expect(await page.locator("#value-0").count()).toBe(0);
    await page.locator("#reason").fill("x");
    await page.locator("form:has(#reason) button").click();
    await page.waitForLoadState();
    expect(await page.locator("#reason-mistake").count()).toBe(1);
    await look("earlier-reason");
  });
});
