import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { logNothing } from "../../../server/log.ts";
import { createMailer } from "../../../server/mail/mailer.ts";
import { listen } from "../../../server/serve.ts";
import { appDeps } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { type MailSink, startMailSink } from "../../support/mail-sink.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { everyScreen, expectReadable } from "../../support/readable.ts";
import { mailings } from "./setting.ts";

const now = new Date("2026-03-02T09:00:00Z");

describe("the mailings' page in a browser", () => {
  const { db } = useOwnDatabase();
  let sink: MailSink;
  let browser: Browser;
  let page: Page;
  let origin: string;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    sink = await startMailSink();
    const mailer = createMailer({ smtpUrl: sink.url, from: "Pokytis <a@example.org>" }, logNothing);
    const programme = await aProgramme(db(), now, { enrolled: { silute: 3 } });
    const staffUserId = await aStaffUser(db(), programme, ["organiser"]);
    // The public address is only known once a port is.
    const probe = await listen(createApp(appDeps(db())), { host: "127.0.0.1", port: 0 });
    await probe.close();
    origin = `http://127.0.0.1:${probe.port}`;
    const deps = appDeps(db(), { now: () => now, mailer, publicUrl: new URL(origin) });
    const server = await listen(createApp(deps), { host: "127.0.0.1", port: probe.port });
    browser = await openBrowser();
    stops.push(() => browser.close(), server.close, sink.close);
    page = await (await browser.newContext({ locale: "lt-LT" })).newPage();
    await page.goto(origin + (await makeSignInLink(db(), { staffUserId, now })));
    await page.locator("main button").first().click();
    await page.waitForLoadState();
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  async function look(name: string): Promise<void> {
    await expectReadable(page, name, everyScreen);
  }

  it("leads from writing over looking to sending, and fits a phone", async () => {
    await page.goto(origin + mailings);
    await look("mailings");
    await page.locator('a[href$="new=reminder"]').click();
    await page.locator("button[value=preview]").click();
    await page.locator(".letter").waitFor();
    expect(await page.locator(".letter-text").textContent()).toContain(`${origin}/l/`);
    await look("letter");
    await page.locator("#bodyLt").fill("be nuorodos");
    await page.locator("button[value=send]").click();
    await page.locator("[role=alert]").waitFor();
    await look("mistake");
    await page.locator("#bodyLt").fill("{link}");
    await page.locator("button[value=send]").click();
    await page.waitForURL(/done=created/);
    await page.locator('form[action$="/links"] button').click();
    expect(await page.locator("code.hash").count()).toBe(3);
    await look("sent");
  });

  it("leads from a pasted notice to the people who get no more letters", async () => {
    const people = db().selectFrom("identity.person").select(["id"]).orderBy("full_name");
    const [one, other] = await people.execute();
    for (const [id, email] of [
      [one!.id, "ona@example.org"],
      [other!.id, "kultura.ir.bendruomenes@ilgas-vardas.example.org"],
    ] as const) {
      await db().updateTable("identity.person").set({ email }).where("id", "=", id).execute();
    }
    await page.goto(`${origin}${mailings}/returned`);
    await look("returned");
    await page.locator("main button").click();
    await page.locator("[role=alert]").waitFor();
    await look("nothing pasted");
    const notice = "Final-Recipient: rfc822; ona@example.org\nAction: failed";
    const plain = "\n\nCc: kultura.ir.bendruomenes@ilgas-vardas.example.org";
    await page.locator("#text").fill(notice + plain);
    await page.locator("main button").click();
    await page.locator("input[name=mark]").first().waitFor();
    expect(await page.locator("input[name=mark]:checked").count()).toBe(1);
    await look("found");
    await page.locator("input[name=mark]").first().uncheck();
    await page.locator("main button").click();
    await page.locator("[role=alert]").waitFor();
    await look("nobody ticked");
    for (const box of await page.locator("input[name=mark]").all()) await box.check();
    await page.locator("main button").click();
    await page.waitForURL(/done=marked-2/);
    await look("marked");
    await page.locator("#returned ~ ul a").first().click();
    await page.locator('form[action$="/removal"] button').first().waitFor();
    await look("person");
    await page.goto(origin + mailings.replace(/mailings$/, "participants"));
    await look("list");
  });
});
