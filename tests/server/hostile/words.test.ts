import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, connect, type Db } from "../../../db/connect.ts";
import { serveApp, visitorOf } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { readMarkup } from "../../support/html.ts";
import { faultsIn, leadsAstray } from "./faults.ts";
import { mark, payloads } from "./payloads.ts";
import { aHostileScene, everywhere, type HostileScene } from "./scene.ts";
import { fillEverything, type Walked } from "./walker.ts";

describe("sixty strange words", () => {
  const { db, config } = useOwnDatabase();
  const statements = new Set<string>();
  const lines: string[] = [];
  let watched: Db;
  let scene: HostileScene;
  let walked: Walked;

  beforeAll(async () => {
    watched = connect(config(), { onStatement: ({ query }) => statements.add(query.sql) });
    const log = (event: string, fields = {}) => lines.push(JSON.stringify({ event, ...fields }));
    await db().selectFrom("programme").select("id").execute();
    scene = await aHostileScene(watched, { log });
    let used = 0;
    const words = () => payloads[used++ % payloads.length]!;
    walked = await fillEverything(scene.visitor, { from: everywhere, words, rounds: 2 });
    const participant = visitorOf(scene.app);
    for (const path of ["/", "/r/bandymas", `/l/${scene.card.token}`, "/a", "/a/privacy"]) {
      const reply = await participant.get(path);
      walked.pages.push({ path, status: reply.status, html: await reply.text() });
    }
  }, 300_000);

  afterAll(async () => {
    await closeDb(watched);
  });

  it("go into every form, are stored, and break none", () => {
    expect(payloads).toHaveLength(60);
    const failed = walked.sent.filter(({ status }) => status >= 500);
    expect(failed.map(({ form, typed }) => [form.action, typed])).toEqual([]);
    expect(walked.pages.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
    const stored = walked.sent.filter(({ status }) => status === 303);
    expect(new Set(stored.map(({ form }) => form.action)).size).toBeGreaterThan(30);
  });

  it("are shown as they were typed, and are code on no page", () => {
    expect(walked.pages.flatMap(faultsIn)).toEqual([]);
    const shown = walked.pages.flatMap(({ html }) => {
      const { tags, words } = readMarkup(html);
      return [...words, ...tags.flatMap(({ attributes }) => [...attributes.values()])];
    });
    const all = shown.filter((one) => one.includes(mark)).join("\n");
    expect(payloads.filter((payload) => !all.includes(payload))).toEqual([]);
  });

  it("would be noticed where a page forgot to escape one", () => {
    const isNoticed = (html: string) => {
      try {
        return faultsIn({ path: "/", html }).length > 0;
      } catch {
        // What is no page any more.
        return true;
      }
    };
    const missed = payloads.filter(
      (payload) =>
        !isNoticed(`<!DOCTYPE html><p>${payload}</p>`) &&
        !isNoticed(`<!DOCTYPE html><p title="${payload}">a</p>`) &&
        !isNoticed(`<!DOCTYPE html><p title='${payload}'>a</p>`) &&
        !isNoticed(`<!DOCTYPE html><a href="${payload}">a</a>`),
    );
    expect(missed).toEqual([]);
    expect(isNoticed('<!DOCTYPE html><p title="a">a <b>b</b></p>')).toBe(false);
  });

  it("never stand in an address that one is sent to, nor in the text of a statement, nor in the log", () => {
    expect(walked.sent.filter(({ location }) => location && leadsAstray(location))).toEqual([]);
    expect(statements.size).toBeGreaterThan(150);
    expect([...statements].filter((sql) => sql.includes(mark))).toEqual([]);
    expect(lines.filter((line) => line.includes(mark))).toEqual([]);
  });

  it("run nowhere in a browser, and ask for nothing that the policy forbids", async () => {
    const served = await serveApp(scene.deps);
    const browser = await openBrowser();
    try {
      const page = await (await browser.newContext()).newPage();
      const trouble: string[] = [];
      page.on("dialog", (dialog) => {
        trouble.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("console", (message) => {
        if (/content security policy/i.test(message.text())) trouble.push(message.text());
      });
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.origin !== served.origin) trouble.push(url.href);
      });
      await page.goto(served.origin + (await scene.link()));
      await page.locator("main button").click();
      const shown = new Set(
        walked.pages.filter(({ html }) => html.includes(mark)).map(({ path }) => path),
      );
      const paths = [...shown].filter((path) => !path.endsWith("(sent)"));
      expect(paths.length).toBeGreaterThan(25);
      for (const path of paths) {
        await page.goto(served.origin + path, { waitUntil: "domcontentloaded" });
        if ((await page.evaluate("window.__x")) !== undefined) trouble.push(`ran on ${path}`);
      }
      expect(trouble).toEqual([]);
    } finally {
      await browser.close();
      await served.close();
    }
  });
});
