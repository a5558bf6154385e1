import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { expectReadable } from "../../support/readable.ts";
import {
  aSetupDesk,
  basicsForm,
  idsOf,
  now,
  organisationForm,
  publishQuestionnaire,
  type SetupDesk,
  setup,
  slug,
  startProgrammeOf,
  wavesForm,
} from "./setting.ts";

const places = [
  "",
  "/basics",
  "/organisation",
  "/funders",
  "/logos",
  "/localities",
  "/criteria",
  "/sectors",
  "/groups",
  "/topics",
  "/sessions",
  "/sessions/many",
  "/indicators",
  "/identity",
  "/planning",
  "/notice",
  "/questionnaire",
  "/waves",
  "/visions",
  "/publicity",
];

describe("the path of the set-up in a browser", () => {
  const { db } = useOwnDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let origin: string;
  let page: Page;
  let desk: SetupDesk;

  beforeAll(async () => {
    desk = await aSetupDesk(db());
    const programmeId = await startProgrammeOf(db(), desk);
    const { administrator } = desk;
    const names = "Prienai\nNaujoji Akmenė\nŠilutė";
    const version = await publishQuestionnaire(db(), programmeId);
    for (const [place, form] of [
      ["basics", basicsForm],
      ["organisation", organisationForm],
      ["localities/many", { names }],
      ["sectors/ready", {}],
      ["funders", { "name-lt": "Lietuvos kultūros taryba", "name-en": "Council", share: "80" }],
      ["criteria", { "text-lt": "Motyvuota grupė", "text-en": "A motivated group" }],
      ["notice", { "text-lt": "Kodėl klausiame. A.", "text-en": "Why. B.", go: "publish" }],
      ["waves", { ...wavesForm, "before-version": version, "after-version": version }],
    ] as const) {
      expect((await administrator.post(`${setup}/${place}`, { ...form })).status).toBe(303);
    }
    const served = await serveApp(desk.deps);
    browser = await openBrowser();
    stops.push(() => browser.close(), served.close);
    origin = served.origin;
    const context = await browser.newContext({ locale: "lt-LT" });
    page = await context.newPage();
    await page.goto(origin + (await makeSignInLink(db(), { staffUserId: desk.staffId, now })));
    await page.click("main button");
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  async function check(path: string): Promise<void> {
    await page.goto(origin + path);
    await expectReadable(page, path);
  }

  it.each(places)("%s breaks no accessibility rule and fits 320 px", async (place) => {
    await check(setup + place);
  });

  it("nor do the pages of single entries, the list of programmes and a new one", async () => {
    const [criterion] = await idsOf(desk.administrator, "criteria");
    const [locality] = await idsOf(desk.administrator, "localities");
    for (const path of [
      `${setup}/criteria/${criterion}`,
      `${setup}/localities/${locality}`,
      "/programmes",
      "/programmes/new",
      `/programmes/${slug}`,
    ]) {
      await check(path);
    }
  });

  it("leads from the mistakes at the top to their fields, and keeps what was typed", async () => {
    await page.goto(`${origin}${setup}/funders`);
    await page.fill("#name-lt", "Kultūros ministerija");
    await page.click(".setup-form button");
    await page.click('[role="alert"] a');
    expect(await page.evaluate(() => location.hash)).toBe("#name-en");
    expect(await page.inputValue("#name-lt")).toBe("Kultūros ministerija");
    const faults = await new AxeBuilder({ page }).analyze();
    expect(faults.violations.map(({ id }) => id)).toEqual([]);
    await page.fill("#name-en", "Ministry of Culture");
    await page.click(".setup-form button");
    expect(await page.textContent(".setup-entries")).toContain("Kultūros ministerija");
  });
});
