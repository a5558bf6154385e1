import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSignInLink } from "../../server/features/staff/make-sign-in-link.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";
import { aProgramme, aStaffUser, cardsOf } from "../support/programme.ts";

/** An organiser who has nothing yet and uses no mouse, on a phone with a keyboard and at a desk. */
describe("a questionnaire from nothing", () => {
  const { db } = useOwnDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    const served = await serveApp(appDeps(db()));
    browser = await openBrowser();
    stops.push(() => browser.close(), served.close);
    origin = served.origin;
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  it.each([390, 1280])(
    "is written, looked at, published and answered at %i px, by keyboard alone",
    async (width) => {
      const now = new Date();
      const slug = `bandymas-${width}`;
      const programme = await aProgramme(db(), now, { slug });
      const { page, staffId } = await anOrganiser(width, programme);
      const list = `${origin}/programmes/${slug}/questionnaires`;
      await page.goto(list);
      await expectClean(page);
      await type(page, "#title", "Mano klausimynas");
      await press(page, 'form[action$="/questionnaires"] button[type="submit"]');
      await page.waitForURL(/questionnaires\/[0-9a-f-]{36}$/);
      await expectClean(page);

      await press(page, 'a[href$="/sections/new"]');
      await typeBoth(page, "title", "Apie darbą", "About work");
      await expectClean(page);
      await save(page);
      await press(page, 'a[href$="/answer-sets/new"]');
      for (const [at, [lt, en]] of [
        ["Ne", "No"],
        ["Iš dalies", "Partly"],
        ["Taip", "Yes"],
      ].entries()) {
        await typeBoth(page, `point-${at}`, lt!, en!);
      }
      await press(page, "#point-add");
      await page.waitForFunction(() => document.activeElement?.id === "point-3-lt");
      await expectClean(page);
      await save(page);

      await press(page, "form.add-item button");
      await page.waitForSelector("#text-lt");
      await typeBoth(page, "text", "Moku planuoti renginį.", "I can plan an event.");
      await expectClean(page);
      await press(page, 'button[value="save-more"]');
      await page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>("#text-lt")?.value === "",
      );
      await typeBoth(page, "text", "Moku planuoti biudžetą.", "");
      await save(page);
      expect(await page.textContent("#item-S12")).toContain("trūksta EN");
      expect(await page.textContent(".verdict")).toContain("1\u00a0klaida");

      await press(page, "#up-item-S12-S1");
      await page.waitForFunction(
        () =>
          document.querySelector(".items li")?.id === "item-S12" &&
          document.activeElement?.id === "down-item-S12-S1",
      );
      await press(page, ".remarks.error a");
      await page.waitForSelector("#text-en");
      await type(page, "#text-en", "I can plan a budget.");
      await save(page);
      expect(await page.textContent(".verdict")).toContain("Klaidų nėra");
      await press(page, "#remove-item-S11-S1");
      await page.waitForFunction(() => document.activeElement?.id === "undo");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#item-S11");

      await press(page, 'a[href*="/preview?"]');
      await page.waitForSelector("iframe");
      const frame = page.frameLocator("iframe");
      await frame.locator("h1").waitFor();
      // The framed page is a page of its own, with a header of its own: it is looked at by itself.
      await expectClean(page, "iframe");
      const inside = await page.context().newPage();
      await inside.goto(origin + (await page.getAttribute("iframe", "src")));
      await expectClean(inside);
      await inside.close();
      await page.focus("iframe");
      for (const key of ["Tab", "Tab", "Space"]) await page.keyboard.press(key);
      await frame.locator('button[value="next"]').press("Enter");
      await frame.locator("h1", { hasText: "Anketos pabaiga" }).waitFor();

      await press(page, ".way a:last-child");
      await press(page, 'a[href$="/publication"]');
      await page.waitForSelector('form[action$="/publication"]');
      await expectClean(page);
      await press(page, 'form[action$="/publication"] button');
      await page.waitForURL(/versions\/1/);
      await expectClean(page);
      await page.goto(`${list}#waves`);
      await focusByTab(page, 'form[action$="/waves/before"] select');
      await page.keyboard.type("Mano");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(/done=assigned/);

      await answer(await cardOf(programme, now));
      const [response] = await db()
        .selectFrom("answers.response")
        .select(["answers", "status"])
        .where("programme_id", "=", programme.id)
        .execute();
      expect(response).toMatchObject({ status: "submitted", answers: { S11: 3, S12: 3 } });
      expect(staffId).toBeTruthy();
    },
  );

  it("works without a script: rows are added, questions moved", async () => {
    const programme = await aProgramme(db(), new Date(), { slug: "be-skripto" });
    const { page } = await anOrganiser(390, programme, false);
    await page.goto(`${origin}/programmes/be-skripto/questionnaires`);
    await page.check('input[value="library:starter"]');
    await page.click('form[action$="/questionnaires"] button[type="submit"]');
    await page.click("#down-item-COMP1-COMP");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("down-item-COMP1-COMP");
    expect(await page.getAttribute(".items li", "id")).toBe("item-COMP2");
    await page.click('a[href$="/items/KNOW1"]');
    await page.click("#option-add");
    await page.fill("#option-4-lt", "Penktas");
    await page.fill("#option-4-en", "Fifth");
    await page.click('button[value="save"]');
    await page.click('a[href$="/items/KNOW1"]');
    expect(await page.inputValue("#option-4-lt")).toBe("Penktas");
  });

  async function anOrganiser(
    width: number,
    programme: { id: string; organisationId: string; slug: string },
    hasScript = true,
  ) {
    const user = await aStaffUser(db(), programme, ["organiser"]).catch(async () => {
      const { id } = await db().selectFrom("staff_user").select("id").executeTakeFirstOrThrow();
      return id;
    });
    const context = await browser.newContext({
      locale: "lt-LT",
      viewport: { width, height: 900 },
      javaScriptEnabled: hasScript,
    });
    const page = await context.newPage();
    await page.goto(origin + (await makeSignInLink(db(), { staffUserId: user, now: new Date() })));
    await page.click("main button");
    return { page, staffId: user };
  }

  async function cardOf(programme: Parameters<typeof cardsOf>[1], now: Date): Promise<string> {
    const [card] = await cardsOf(db(), programme, { locality: "silute", count: 1, now });
    return `${origin}/l/${card!.token}`;
  }

  async function answer(link: string): Promise<void> {
    const context = await browser.newContext({ locale: "lt-LT", javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link);
    for (const box of await page.$$('input[name^="_statement."]')) await box.check();
    await page.click('.buttons button[value="next"]');
    for (const radio of await page.$$('input[type="radio"][value="3"]')) await radio.check();
    await page.click('.buttons button[value="next"]');
    await page.click('.buttons button[value="next"]');
    expect(page.url()).toBe(`${origin}/a/receipt`);
    await context.close();
  }
});

async function focusByTab(page: Page, selector: string): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  await page.waitForSelector(selector);
  for (let steps = 0; steps < 200; steps++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

async function press(page: Page, selector: string): Promise<void> {
  await focusByTab(page, selector);
  await page.keyboard.press("Enter");
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await focusByTab(page, selector);
  await page.keyboard.type(text);
}

async function typeBoth(page: Page, name: string, lt: string, en: string): Promise<void> {
  await type(page, `#${name}-lt`, lt);
  await type(page, `#${name}-en`, en);
}

async function save(page: Page): Promise<void> {
  await press(page, 'button[value="save"]');
  await page.waitForURL(/done=saved/);
  await page.waitForSelector("#structure", { state: "attached" });
}

async function expectClean(page: Page, except?: string): Promise<void> {
  const builder = new AxeBuilder({ page });
  const faults = await (except ? builder.exclude(except) : builder).analyze();
  expect(faults.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
