import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findProgrammeBySlug } from "../../../db/queries/programmes.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { readAssets } from "../../../server/http/assets.ts";
import { securityHeaders } from "../../../server/http/security-headers.ts";
import { staticRoutes } from "../../../server/http/static.ts";
import { type Listening, listen } from "../../../server/serve.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { dashboardApp, demoSlug, now, signInAs } from "./dashboard-app.ts";

const { db } = useOwnDatabase();
let folder: string;
let server: Listening;
let browser: Browser;
let origin: string;
let cookie: { name: string; value: string; url: string };

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "dashboard-"));
  await buildBrowserFiles(folder);
  await loadDemo(db(), now);
  const assets = readAssets(folder);
  const app = new Hono();
  app.use(securityHeaders(assets.styleHashes, false));
  app.route("/", staticRoutes(assets));
  app.route("/", dashboardApp(db(), { assets, progressMilliseconds: 100 }));
  server = await listen(app, { host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${server.port}`;
  const [name, value] = (await signInAs(db(), { slug: demoSlug, role: "evaluator" })).split("=");
  cookie = { name: name!, value: value!, url: origin };
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What the product's own build does, for the dashboard's two entries alone. */
async function buildBrowserFiles(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      outDir,
      manifest: true,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: ["web/browser/dashboard.ts", "web/styles/main.css"] },
    },
  });
}

/** The reader who is signed in may read a second programme too. */
async function grantDemoReader(slug: string): Promise<void> {
  const { id } = (await findProgrammeBySlug(db(), slug))!;
  const { staff_user_id } = await db()
    .selectFrom("staff_session")
    .select("staff_user_id")
    .executeTakeFirstOrThrow();
  const role = { programme_id: id, staff_user_id, role: "evaluator" } as const;
  await db().insertInto("staff_role").values(role).execute();
}

interface Look {
  width?: number;
  scheme?: "light" | "dark";
  hasScripts?: boolean;
}

/** Opens a page of results and fails on anything that the browser complains about. */
async function open(
  address: string,
  { width = 1280, scheme = "light", hasScripts = true }: Look = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    locale: "lt",
    javaScriptEnabled: hasScripts,
  });
  await context.addCookies([cookie]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${origin}/programmes/${demoSlug}/${address}`);
  if (hasScripts) await page.waitForSelector("canvas");
  return { page, complaints };
}

const pages = [
  "results",
  "results/ERDV",
  "results/ZIN",
  "results/answers",
  "results/quality",
  "results/localities/pagegiai",
];

describe("results in a browser", () => {
  it.each([
    { width: 320, scheme: "light" },
    { width: 768, scheme: "dark" },
    { width: 1280, scheme: "light" },
  ] as const)("have nothing that axe objects to ($width px, $scheme)", async (look) => {
    for (const address of pages) {
      const { page, complaints } = await open(address, look);
      const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it.each([320, 390, 768, 1280])("fit a screen of %d pixels", async (width) => {
    for (const address of pages) {
      const { page } = await open(address, { width });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it("draw every chart, and redraw it when the width changes", async () => {
    const { page } = await open("results/INOV");
    const widthOf = () => page.$eval("canvas", (canvas) => canvas.getBoundingClientRect().width);
    const wide = await widthOf();
    expect(wide).toBeGreaterThan(1000);
    await page.setViewportSize({ width: 400, height: 900 });
    await expect.poll(widthOf).toBeLessThan(400);
    await page.context().close();
  });

  it("let the arrow keys walk through a chart's rows, withheld ones too", async () => {
    const { page } = await open("results/ERDV");
    await page.focus("canvas");
    const heard: (string | null)[] = [];
    for (let row = 0; row < 2; row += 1) {
      await page.keyboard.press("ArrowDown");
      heard.push(await page.textContent(".chart-status"));
    }
    expect(heard[0]).toMatch(/^Prienai: .*Pokytis \+\d/);
    expect(heard[1]).toBe("Pagėgiai: Kaip suprasti nerodoma (mažiau negu 5)");
    await page.context().close();
  });

  it("let the arrow keys read bars of answers out as they stand in the table", async () => {
    const { page } = await open("results/INOV");
    const figure = page.locator("#items-INOV");
    await figure.locator("canvas").focus();
    await page.keyboard.press("ArrowDown");
    const heard = await figure.locator(".chart-status").textContent();
    const answers = await figure.locator("tbody tr").first().locator("td").last().textContent();
    expect(heard).toContain(answers!);
    expect(heard).toMatch(/Kada prieš; Atsakė \d+; Atsakymai /);
    await page.context().close();
  });

  it("save a chart as a picture", async () => {
    const { page } = await open("results/INOV");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "PNG" }).first().click();
    const file = await (await saved).path();
    expect(fs.readFileSync(file).subarray(1, 4).toString()).toBe("PNG");
    expect(fs.statSync(file).size).toBeGreaterThan(10_000);
    await page.context().close();
  });

  it("copy a table for a spreadsheet", async () => {
    const { page } = await open("results/INOV");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Kopijuoti" }).first().click();
    await page.getByText("Lentelė nukopijuota.").waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.split("\n")[0]).toMatch(/^Vietovė\tCiklo dalyviai\tPoros/);
    expect(text).not.toContain("\u2212");
    await page.context().close();
  });

  it("appear without a reload when they are released, and a newer release is offered", async () => {
    const slug = "isbandykite";
    const programme = (await findProgrammeBySlug(db(), slug))!;
    await grantDemoReader(slug);
    const { page } = await open("results");
    await page.goto(`${origin}/programmes/${slug}/results`);
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await page.getByRole("heading", { name: "Rezultatų dar nėra" }).waitFor();
    const release = { programmeId: programme.id, madeBy: null, now, reason: "test" };
    await makeRelease(db(), release);
    await page.getByRole("heading", { name: "Trumpai" }).waitFor();
    expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
    await page.goto(`${origin}/programmes/${slug}/results`);
    await makeRelease(db(), release);
    await page.getByRole("link", { name: "Paskelbta nauja rezultatų versija" }).click();
    await page.getByText("Rezultatų versija 2.").waitFor();
    await page.context().close();
  });

  it("say everything without scripts, and leave no empty box", async () => {
    const { page } = await open("results/INOV", { hasScripts: false });
    expect(await page.locator(".chart-box").count()).toBe(3);
    expect(await page.locator(".chart-box:visible").count()).toBe(0);
    expect(await page.locator("#gain-by-locality-INOV tbody tr").count()).toBe(6);
    await page.context().close();
  });
});
