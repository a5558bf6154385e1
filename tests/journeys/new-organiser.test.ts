import type { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import type { DocumentRequest } from "../../server/documents/render-document.ts";
import { createInlineRenderer } from "../../server/documents/renderer.ts";
import { makeAnnex } from "../../server/features/annexes/make-annex.ts";
import { makeSetUpLink } from "../../server/features/staff/set-up.ts";
import { startJobs } from "../../server/jobs/start-jobs.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";
import {
  answerSurvey,
  listedPeople,
  logo,
  peopleWorkbook,
  surveyWorkbook,
} from "../support/organiser-files.ts";
import { type Walker, walkerOn } from "../support/walker.ts";

const now = new Date("2026-03-02T09:00:00Z");
const towns = ["utena", "moletai", "ignalina"];
const here = "/programmes/skaitmeniniai-igudziai";

interface Person {
  code: string;
  before: number;
  after: number;
}

describe("an organiser who has read nothing", () => {
  const { db } = useOwnDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  const cards: string[] = [];
  const certificates: string[] = [];
  let app: Hono;
  let browser: Browser;
  let origin: string;
  let page: Page;
  let walker: Walker;
  let people: Person[];

  beforeAll(async () => {
    const { render } = createInlineRenderer();
    const heard = (asked: DocumentRequest) => {
      hear(asked);
      return render(asked);
    };
    const deps = appDeps(db(), { now: () => now, render: heard });
    app = createApp(deps);
    const served = await serveApp(deps);
    const jobs = startJobs({ ...deps, handlers: { annex: makeAnnex } });
    browser = await openBrowser();
    stops.push(
      () => browser.close(),
      () => jobs.stop(),
      served.close,
    );
    origin = served.origin;
    const viewport = { width: 1280, height: 900 };
    page = await (await browser.newContext({ viewport, locale: "lt-LT" })).newPage();
    walker = walkerOn(page, origin + here);
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  /** What was printed: a card's code and a certificate's address stand nowhere but on paper. */
  function hear(asked: DocumentRequest): void {
    if (asked.kind === "code-cards-pdf") cards.push(...asked.cards.cards.map(({ code }) => code));
    if (asked.kind !== "certificates-pdf") return;
    certificates.push(...asked.batch.certificates.map((one) => one.verification?.url ?? ""));
  }

  it("sets up the organisation and prepares a programme of three towns", async () => {
    await page.goto(origin + (await makeSetUpLink(db(), now)));
    await walker.look();
    await walker.fill({
      organisation: "Kaimo bibliotekų draugija",
      displayName: "Rūta Pavyzdė",
      email: "ruta@example.org",
      password: "ilgas geras slaptažodis miške",
    });
    await walker.send();
    await page.click('a[href="/programmes/new"]');
    await walker.look();
    await walker.fill({
      "title-lt": "Skaitmeniniai įgūdžiai",
      startsOn: "2026-02-01",
      endsOn: "2026-06-30",
    });
    await walker.send();
    expect(new URL(page.url()).pathname).toBe(`${here}/setup`);
    await walker.step("basics", { evaluatorName: "UAB „Vertė“", smallestWorthwhilePoints: "7,5" });
    await walker.step("organisation", {
      code: "300000000",
      address: "Utena",
      email: "info@example.org",
    });
    await walker.step("funders", { "name-lt": "Lietuvos kultūros taryba" });
    await walker.open("/setup/logos");
    await walker.fill({ "alt-lt": "Lietuvos kultūros taryba" });
    await walker.upload("logo.svg", logo);
    expect(await page.locator("main img").count()).toBeGreaterThan(0);
    await walker.open("/setup/localities");
    await page.click("summary");
    await page.fill("[name=names]", "Utena\nMolėtai\nIgnalina");
    await walker.send('[action$="/many"]');
    await walker.open("/setup/sectors");
    await walker.send('[action$="/ready"]');
    await walker.open("/setup/sessions/many");
    for (const box of await page.$$("[name=localityIds]")) await box.check();
    await walker.fill({ lines: "2026-02-10; 6; Saugumas internete\n2026-02-12; 6; E. paslaugos" });
    await walker.send();
    await walker.step("identity", { keyDestroyOn: "2027-06-30", answersDeleteOn: "2029-06-30" });
    await walker.open("/setup/notice");
    expect(await page.inputValue("[name=text-lt]")).not.toContain("[...]");
    await page.click("[value=publish]");
    await walker.open("/setup");
    expect(await page.textContent("main")).toContain("paskelbtos klausimyno versijos");
  });

  it("takes in forty people from a spreadsheet with titles, gaps and a row twice", async () => {
    await walker.open("/participants/import");
    await walker.upload("dalyviai.xlsx", peopleWorkbook());
    await walker.look();
    await page.click("main form:has([name=fingerprint]) button");
    expect(await page.textContent("main")).toContain("40\u00a0įsitraukusių žmonių");
    await walker.look();
  });

  it("takes over an XLSForm, marks the right answer, and publishes it", async () => {
    await walker.open("/questionnaires/import");
    await walker.upload("anketa.xlsx", surveyWorkbook());
    await walker.look();
    await walker.send(':not([action$="discard"])');
    await walker.look();
    const editor = page.url();
    await page.goto(`${editor}/items/k1`);
    await page.click("details.other-kinds summary");
    await page.click("[value=as-knowledge]");
    await page.check('[name=correct][value="0"]');
    await walker.look();
    await page.click('[name=_go][value="save"]');
    await page.waitForURL("**at=item-k1**");
    await page.goto(`${editor}/publication`);
    await walker.send();
    await page.click(`a[href="${here}/setup/waves"]`);
    await walker.fill({
      "before-opensAt": "2026-03-01T09:00",
      "before-closesAt": "2026-03-20T18:00",
      "after-opensAt": "2026-04-01T09:00",
      "after-closesAt": "2026-04-20T18:00",
    });
    await walker.send();
    await walker.look();
  });

  it("prints a card for everybody, and everybody answers before, one of them on paper", async () => {
    await walker.open("/cards");
    expect(await page.textContent("main")).toContain("atveria tik šis kompiuteris");
    expect(await page.locator("a[href$='paper.pdf']").count()).toBe(2);
    for (const town of towns) {
      const download = page.waitForEvent("download");
      await page.click(`form[action$="/localities/${town}/cards"] button`);
      expect((await download).suggestedFilename()).toContain(town);
    }
    expect(new Set(cards).size).toBe(listedPeople.length);
    people = cards.map((code, index) => ({
      code,
      before: 1 + (index % 3),
      after: 3 + (index % 2),
    }));
    for (const { code, before } of people.slice(1)) await answerSurvey(app, code, before);
    await keyIn(people[0]!);
  });

  it("marks who attended, and closes, opens and closes", async () => {
    for (const town of towns) {
      await page.goto(`${origin}${here}/attendance?locality=${town}`);
      for (const box of await page.$$("main form input[type=checkbox]")) await box.check();
      await page.locator("main form button[type=submit]").last().click();
    }
    await walker.look();
    await walker.open("");
    await page.getByRole("link", { name: "Baigti visose vietovėse" }).click();
    await page.getByRole("button", { name: "Baigti pildymą" }).click();
    for (const town of towns) {
      await page.click(`form[action$="/waves/after/localities/${town}/opening"] button`);
    }
    for (const { code, after } of people.slice(0, -1)) await answerSurvey(app, code, after);
    await page.getByRole("link", { name: "Baigti visose vietovėse" }).click();
    await page.getByRole("button", { name: "Baigti pildymą" }).click();
    await walker.look();
  });

  it("sees the gain that was there, and takes it away as an annex in three formats", async () => {
    await walker.open("/results");
    const pairs = people.slice(0, -1);
    const gains = pairs.map(({ before, after }) => (after - before) * 25);
    const gain = gains.reduce((sum, one) => sum + one, 0) / gains.length;
    const row = await page.locator("tr", { hasText: "Skaitmeniniai įgūdžiai" }).first().innerText();
    expect(row.split("\t").map((cell) => cell.trim())).toEqual(
      expect.arrayContaining(["40", "39", `+${gain.toFixed(1).replace(".", ",")}`]),
    );
    await walker.open("/annexes/compose");
    await page.click("[data-make]");
    await page.waitForURL("**/annexes", { timeout: 60_000 });
    await page.waitForSelector("td a:text('.pdf')", { timeout: 60_000 });
    const files = await page.$$eval("td a[href*='/files/']", (links) =>
      links.map((link) => [link.textContent!.split(".").pop(), link.getAttribute("href")!]),
    );
    const begins = { pdf: "%PDF", docx: "PK", xlsx: "PK" };
    expect(files.map(([kind]) => kind).sort()).toEqual(Object.keys(begins).sort());
    for (const [kind, href] of files) {
      const body = await (await page.context().request.get(origin + href)).body();
      expect(body.subarray(0, 4).toString()).toContain(begins[kind as keyof typeof begins]);
    }
  });

  it("gives certificates that anybody can check, and finds the desk of data protection", async () => {
    await walker.open("/certificates");
    await walker.send('[action$="/template"]');
    await page.getByRole("button", { name: "Išduoti visiems" }).click();
    await page.waitForSelector("td a[href*='paper.pdf']");
    await walker.look();
    const paper = await page.getAttribute("td a[href*='paper.pdf']", "href");
    expect((await page.context().request.get(origin + paper)).status()).toBe(200);
    await page.goto(certificates[0]!);
    expect(await page.textContent("main")).toContain("Pažymėjimas galioja");
    await walker.look();
    await walker.open("/privacy");
    for (const path of ["", "/privacy", "/results", "/completion"]) {
      await walker.open(`${path}?language=en`);
    }
    expect(walker.faults).toEqual([]);
  });

  async function keyIn({ code, before }: Person): Promise<void> {
    await walker.open("/entry");
    await page.check("[name=wave][value=before]");
    await walker.fill({ code });
    await walker.send();
    await walker.look();
    await page.check('[name="_statement.participate"]');
    const value = String(before);
    await walker.fill({ s1: value, s2: value, s3: value, k1: "1", used: "2" });
    await page.getByRole("button", { name: "Išsaugoti lapą" }).click();
    await page.waitForURL("**done=entered**");
  }
});
