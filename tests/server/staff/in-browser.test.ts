import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSetUpLink } from "../../../server/features/staff/set-up.ts";
import { appDeps, serveApp } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";
import { expectReadable } from "../../support/readable.ts";
import { codeOf } from "./someone.ts";

const password = "trys gervės virš ežero";

describe("coming in, in a browser", () => {
  const { db } = useOwnDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let origin: string;

  beforeAll(async () => {
    const served = await serveApp(appDeps(db()));
    browser = await openBrowser();
    stops.push(() => browser.close(), served.close);
    // Passkeys belong to host names, never to bare addresses.
    origin = served.origin.replace("127.0.0.1", "localhost");
    context = await browser.newContext({ locale: "lt-LT" });
    page = await context.newPage();
    const devices = await context.newCDPSession(page);
    await devices.send("WebAuthn.enable");
    await devices.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  async function judge(): Promise<void> {
    await expectReadable(page, page.url());
  }

  it("sets up, adds a passkey, and comes in by it alone, without saying who one is", async () => {
    await page.goto(origin + (await makeSetUpLink(db(), new Date())));
    await judge();
    await page.click("main button");
    await judge();
    await page.fill("#organisation", "Kultūros namai");
    await page.fill("#displayName", "Ona Onaitė");
    await page.fill("#email", "ona@example.org");
    await page.fill("#password", password);
    await page.click("main button");
    await page.waitForURL("**/programmes");
    await page.click('header a[href="/account"]');
    await judge();
    await page.fill("#passkey-name", "Bandymų raktas");
    await page.click('[data-passkey="add"] button');
    await page.waitForURL("**/account?done=passkey");
    expect(await page.textContent("#passkey")).toContain("Bandymų raktas");
    await judge();
    await page.click('form[action="/sign-out"] button');
    await page.goto(`${origin}/sign-in`);
    await judge();
    await page.click('[data-passkey="sign-in"] button');
    await page.waitForURL("**/programmes");
    const session = await db()
      .selectFrom("staff_session")
      .select("method")
      .orderBy("created_at", "desc")
      .executeTakeFirstOrThrow();
    expect(session.method).toBe("passkey");
  });

  it("turns the second step on and comes in with it", async () => {
    await page.goto(`${origin}/account`);
    await page.click('form[action="/account/second-factor"] button');
    await page.waitForURL("**/account/second-factor");
    await judge();
    const { totp_secret } = await db()
      .selectFrom("staff_user")
      .select("totp_secret")
      .executeTakeFirstOrThrow();
    await page.fill("#code", codeOf(totp_secret ?? "", new Date()));
    await page.click("main button");
    expect(await page.locator(".recovery-codes li").count()).toBe(10);
    await judge();
    await page.click('form[action="/sign-out"] button');
    await page.goto(`${origin}/sign-in`);
    await page.fill("#email", "ona@example.org");
    await page.fill("#password", "wrong but long enough");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".notice-box.wrong");
    await judge();
    await page.fill("#password", password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sign-in/second-step");
    await judge();
    await page.fill("#code", codeOf(totp_secret ?? "", new Date(Date.now() + 30_000)));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/programmes");
  });

  it("invites somebody, gives them a role in one locality, and is readable everywhere", async () => {
    const programme = await aProgramme(db(), new Date());
    const { organisation_id } = await db()
      .selectFrom("staff_user")
      .select("organisation_id")
      .executeTakeFirstOrThrow();
    await db()
      .updateTable("programme")
      .set({ organisation_id })
      .where("id", "=", programme.id)
      .execute();
    await page.goto(`${origin}/team`);
    await judge();
    await page.fill("#displayName", "Jonas Jonaitis");
    await page.fill("#email", "jonas@example.org");
    await page.click('form[action="/team"] button');
    expect(await page.textContent("main code")).toContain(`${origin}/sign-in/`);
    await judge();
    await page.selectOption("select[name=role]", "evaluator");
    await page.check("text=Šilutė");
    await page.click('form[action$="/roles"] button');
    await page.waitForURL("**?done=role");
    expect(await page.textContent("main")).toContain("Šilutė");
    await judge();
    await page.goto(`${page.url().split("?")[0]}?language=en`);
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await judge();
  });
});
