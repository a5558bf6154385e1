import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertResponses } from "../../db/seed/responses.ts";
import { makeAnnex } from "../../server/features/annexes/make-annex.ts";
import { makeSignInLink } from "../../server/features/staff/make-sign-in-link.ts";
import { startJobs } from "../../server/jobs/start-jobs.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";
import { type PlainGain, plainGain, plainScore, plainTotal } from "../support/plain-gains.ts";
import { aProgramme, aStaffUser, cardsOf, type TestProgramme } from "../support/programme.ts";

type Sheet = Record<string, number>;
interface Person {
  locality: string;
  before: Sheet;
  after: Sheet;
}

const now = new Date("2026-03-02T09:00:00Z");
const scaleKey = "DIZM";

describe("the main job, from the first answer to the annex", () => {
  const { db } = useOwnDatabase();
  const people: Person[] = [];
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let origin: string;
  let programme: TestProgramme;
  let tokens: { token: string }[];
  let staff: { organiser: string; evaluator: string };

  beforeAll(async () => {
    const deps = appDeps(db(), { now: () => now });
    programme = await aProgramme(db(), now, { enrolled: { silute: 13, trakai: 12 } });
    tokens = await cardsOf(db(), programme, { locality: "silute", count: 2, now });
    await answerAs("silute", 10);
    await answerAs("trakai", 11);
    staff = {
      organiser: await aStaffUser(db(), programme, ["organiser"]),
      evaluator: await aStaffUser(db(), programme, ["evaluator"]),
    };
    const served = await serveApp(deps);
    const jobs = startJobs({ ...deps, handlers: { annex: makeAnnex } });
    browser = await openBrowser();
    stops.push(
      () => browser.close(),
      () => jobs.stop(),
      served.close,
    );
    origin = served.origin;
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  it("lets two people answer before and after on a phone, one of them without JavaScript", async () => {
    for (const [index, javaScriptEnabled] of [true, false].entries()) {
      const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled, locale: "lt-LT" };
      const context = await browser.newContext(phone);
      const person = { locality: "silute", before: {}, after: {} };
      await answer(context, tokens[index]!.token, (item) =>
        keep(person.before, item, 2 + (index % 2)),
      );
      people.push(person);
      await context.close();
    }
    await step("before", "closure");
    await step("after", "opening");
    for (const [index, javaScriptEnabled] of [true, false].entries()) {
      const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled, locale: "lt-LT" };
      const context = await browser.newContext(phone);
      const person = people.at(index - 2)!;
      await answer(context, tokens[index]!.token, (item) =>
        keep(person.after, item, 4 + (index % 2)),
      );
      await context.close();
    }
    const stored = await db()
      .selectFrom("answers.response")
      .select(["status"])
      .where("idempotency_key", "is not", null)
      .execute();
    expect(stored).toEqual(Array(4).fill({ status: "submitted" }));
  });

  it("shows the evaluator exactly what a plain computation from the raw answers gives", async () => {
    await step("after", "closure");
    const page = await signIn(staff.evaluator);
    await page.goto(`${origin}/programmes/${programme.slug}/results/${scaleKey}`);
    const rows = await readTable(page);
    const inTown = (locality: string) =>
      people
        .filter((person) => person.locality === locality)
        .map((person) => [score(person.before), score(person.after)] as const);
    expect(rows.get("Šilutė")).toMatchObject(printed(plainGain(inTown("silute"))));
    expect(rows.get("Trakai")).toMatchObject(printed(plainGain(inTown("trakai"))));
    expect(rows.get("Visi dalyviai")).toMatchObject(
      printed(plainTotal([inTown("silute"), inTown("trakai")])),
    );
    expect(rows.get("Ignalina")!.gain).toBe("–");
    const faults = await new AxeBuilder({ page }).analyze();
    expect(faults.violations.map((fault) => fault.id)).toEqual([]);
    await page.context().close();
  });

  it("gives the organiser an annex whose numbers are the dashboard's", async ({ skip }) => {
    const page = await signIn(staff.organiser);
    await page.goto(`${origin}/programmes/${programme.slug}/results/${scaleKey}`);
    const shown = [...(await readTable(page)).values()].filter((row) => row.gain !== "–");
    await page.goto(`${origin}/programmes/${programme.slug}/annexes/compose`);
    await page.click("[data-make]");
    await page.waitForURL("**/annexes", { timeout: 60_000 });
    const href = await page.getAttribute("td a:text-is('bandymas-1-priedas-1-lt.pdf')", "href");
    const file = await page.context().request.get(`${origin}${href}`);
    expect(file.headers()["content-type"]).toBe("application/pdf");
    const text = textOf(await file.body());
    if (text === undefined) skip("pdftotext (poppler) is not on this machine");
    for (const row of shown) {
      expect(text).toContain(row.gain);
      expect(text).toContain(row.before);
      expect(text).toContain(row.after);
    }
    await page.context().close();
  });

  function score(sheet: Sheet): number {
    return plainScore(programme.questionnaire, scaleKey, sheet);
  }

  /** Others answer as well; their sheets are written down for the plain computation. */
  async function answerAs(locality: string, count: number): Promise<void> {
    const cards = await cardsOf(db(), programme, { locality, count, now });
    const localityId = programme.localities.find(({ key }) => key === locality)!.id;
    for (const [index, card] of cards.entries()) {
      const person: Person = { locality, before: {}, after: {} };
      for (const [place, { key, kind }] of programme.questionnaire.items.entries()) {
        if (kind !== "rating") continue;
        person.before[key] = 1 + ((index * 3 + place) % 4);
        person.after[key] = 1 + ((index * 5 + place * 2 + 1) % 5);
      }
      people.push(person);
      const common = { pairingCode: card.pairingCode, localityId, submittedOn: "2026-03-02" };
      await insertResponses(db(), programme, [
        { ...common, waveKind: "before", answers: person.before },
        { ...common, waveKind: "after", answers: person.after },
      ]);
    }
  }

  async function signIn(staffUserId: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: "lt-LT",
    });
    const page = await context.newPage();
    await page.goto(origin + (await makeSignInLink(db(), { staffUserId, now })));
    await page.click("main button");
    return page;
  }

  /** The organiser closes or opens a wave in both towns, by the buttons of the programme's page. */
  async function step(kind: string, action: "closure" | "opening"): Promise<void> {
    const page = await signIn(staff.organiser);
    for (const locality of ["silute", "trakai"]) {
      await page.goto(`${origin}/programmes/${programme.slug}`);
      const path = `/waves/${kind}/localities/${locality}`;
      if (action === "closure") await page.click(`a[href$="${path}/closing"]`);
      await page.click(`form[action$="${path}/${action}"] button`);
    }
    await page.context().close();
  }

  /** Opens the card's link and answers part by part, as a person would, to the thank-you page. */
  async function answer(context: BrowserContext, token: string, choose: (item: string) => number) {
    const page = await context.newPage();
    await page.goto(`${origin}/l/${token}`);
    expect(page.url()).toBe(`${origin}/a`);
    await page.check('input[name="_statement.participate"]');
    await goOn(page);
    while (new URL(page.url()).pathname.startsWith("/a/parts/")) {
      const names = await page.$$eval('main input[type="radio"]', (inputs) => [
        ...new Set(inputs.map((input) => (input as HTMLInputElement).name)),
      ]);
      for (const name of names) await page.check(radio(name, choose(name)));
      await goOn(page);
    }
    expect(new URL(page.url()).pathname).toBe("/a/review");
    await goOn(page);
    await page.waitForURL("**/a/receipt");
    await page.goto(`${origin}/l/${token}`);
    expect(new URL(page.url()).pathname).toBe("/a/receipt");
  }

  /** A knowledge item gets its first option; a rating gets the point, which is noted down. */
  function radio(name: string, point: number): string {
    const item = programme.questionnaire.items.find(({ key }) => key === name)!;
    const value = item.kind === "knowledge" ? item.options[0]!.value : String(point);
    return `input[name="${name}"][value="${value}"]`;
  }

  function keep(sheet: Sheet, name: string, point: number): number {
    sheet[name] = point;
    return point;
  }
});

interface ShownRow {
  pairs: string;
  before: string;
  after: string;
  gain: string;
  low: string;
  high: string;
}

/** The gains table, the first on the page, as it stands there: name of the row to its cells. */
async function readTable(page: Page): Promise<Map<string, ShownRow>> {
  const rows = await page.$eval("table", (table) =>
    [...table.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => cell.textContent!.trim()),
    ),
  );
  return new Map(
    rows.map(
      ([name = "", , pairs = "", before = "", after = "", gain = "", low = "", high = ""]) => [
        name,
        { pairs, before, after, gain, low, high },
      ],
    ),
  );
}

/** As the page prints it from ten pairs on: one decimal, comma, signs on changes, a real minus. */
function printed(plain: PlainGain): ShownRow {
  const level = (value: number) => value.toFixed(1).replace(".", ",");
  const change = (value: number) =>
    (value > 0 ? "+" : "") + value.toFixed(1).replace(".", ",").replace("-", "−");
  return {
    pairs: String(plain.pairs),
    before: level(plain.meanBefore),
    after: level(plain.meanAfter),
    gain: change(plain.gain),
    low: change(plain.low),
    high: change(plain.high),
  };
}

function textOf(pdf: Buffer): string | undefined {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-annex-"));
  try {
    fs.writeFileSync(path.join(folder, "annex.pdf"), pdf);
    const args = ["-layout", path.join(folder, "annex.pdf"), "-"];
    return execFileSync("pdftotext", args, { encoding: "utf8" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Presses "next" and waits for the page that follows, whether the browser goes there or a script does. */
async function goOn(page: Page): Promise<void> {
  const here = page.url();
  await page.click('.buttons button[value="next"]');
  await page.waitForURL((url) => url.href !== here);
}
