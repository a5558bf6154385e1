import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser, cardsOf } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");
const start = "/programmes/bandymas/entry";

describe("a sheet keyed in a browser", () => {
  const { db } = useOwnDatabase();
  let server: Awaited<ReturnType<typeof serveApp>>;
  let browser: Browser;
  let staffUserId: string;
  let cards: { code: string; pairingCode: string }[];

  beforeAll(async () => {
    const programme = await aProgramme(db(), now, { questionnaire: readyQuestionnaire() });
    staffUserId = await aStaffUser(db(), programme, ["data-entry"]);
    cards = await cardsOf(db(), programme, { locality: "silute", count: 3, now });
    server = await serveApp(appDeps(db(), { now: () => now }));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Signed in, with the sheet of a card before the page. */
  async function openSheet(card: number, { hasScripts = true, width = 1280 } = {}): Promise<Page> {
    const viewport = { width, height: 800 };
    const context = await browser.newContext({
      javaScriptEnabled: hasScripts,
      viewport,
      locale: "lt",
    });
    const page = await context.newPage();
    await page.goto(server.origin + (await makeSignInLink(db(), { staffUserId, now })));
    await page.locator("main button").click();
    await page.goto(`${server.origin}${start}?wave=before`);
    await page.locator("#code").fill(cards[card]!.code);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/entry\/before\//);
    return page;
  }

  const focusOf = (page: Page) => page.evaluate(() => document.activeElement?.id);
  async function answersOf(card: number) {
    const stored = await db()
      .selectFrom("answers.response")
      .select("answers")
      .where("pairing_code", "=", cards[card]!.pairingCode)
      .executeTakeFirst();
    return stored?.answers;
  }

  it("needs the keyboard alone: whole answers move on, Enter skips, the meaning stands beside", async () => {
    const page = await openSheet(0);
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    // The first question has ten boxes: 1 could become 10, so it waits for Enter.
    expect(await focusOf(page)).toBe("field-BG2");
    await page.keyboard.type("1");
    expect(await focusOf(page)).toBe("field-BG2");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await focusOf(page)).toBe("field-INOV1");
    await page.keyboard.type("4ę9");
    // There is no ninth box: the field stays, to be put right.
    expect(await focusOf(page)).toBe("field-INOV3");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("6");
    expect(await focusOf(page)).toBe("field-INOV4");
    await page.keyboard.press("ArrowUp");
    expect(await focusOf(page)).toBe("field-INOV3");
    const meanings = await page.locator("output").allTextContents();
    expect(meanings.filter((words) => words !== "")).toEqual([
      "Kultūros centras",
      "Sutinku",
      "Nei sutinku, nei nesutinku",
      "Negaliu atsakyti",
    ]);
    for (let keys = 0; keys < 100; keys++) {
      if ((await page.evaluate(() => document.activeElement?.tagName)) === "BUTTON") break;
      await page.keyboard.press("Enter");
    }
    expect(await answersOf(0)).toBeUndefined();
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=entered/);
    expect(await answersOf(0)).toMatchObject({
      INOV1: 4,
      INOV2: 3,
      INOV3: { missing: "cannot-answer" },
      INOV4: { missing: "skipped" },
    });
    await page.context().close();
  });

  it("works without scripts, where Enter in a field sends nothing", async () => {
    const page = await openSheet(1, { hasScripts: false });
    await page.locator("#field-INOV1").fill("2");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(300);
    expect(await answersOf(1)).toBeUndefined();
    expect(await page.locator(".sheet > button[hidden]").isVisible()).toBe(false);
    await page.keyboard.press("Tab");
    await page.keyboard.type("5");
    await page.locator("input[name='_statement.participate']").check();
    await page.locator(".sheet .actions button").click();
    await page.waitForURL(/done=entered/);
    expect(await answersOf(1)).toMatchObject({ INOV1: 2, INOV2: 5 });
    await page.context().close();
  });

  it.each([320, 390, 1280])("fits %i pixels and has nothing for axe to say", async (width) => {
    const page = await openSheet(2, { width });
    const look = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
      const overflow = () => document.documentElement.scrollWidth - innerWidth;
      expect(await page.evaluate(overflow)).toBe(0);
    };
    await look();
    await page.locator("#field-INOV1").fill("9");
    await page.locator(".sheet .actions button").click();
    await page.locator("[role=alert]").waitFor();
    await look();
    expect(await page.locator("#field-INOV1").inputValue()).toBe("9");
    await page.goto(server.origin + start);
    await look();
    await page.context().close();
  });
});
