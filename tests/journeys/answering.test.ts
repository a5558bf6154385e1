import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answers } from "../../server/domain/response/answers.ts";
import { aScene, now, type Scene } from "../server/answering/visits.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";

const { db } = useOwnDatabase();
let browser: Browser;
let served: { origin: string; close(): Promise<void> };
let context: BrowserContext;
let page: Page;
let scene: Scene;
let count = 0;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveApp(appDeps(db(), { now: () => now }));
});
afterAll(async () => {
  await browser.close();
  await served.close();
});
beforeEach(async () => {
  count += 1;
  scene = await aScene(db(), { slug: `kelias-${count}` });
  await useContext();
});
afterEach(async () => {
  await context.close();
});

async function useContext(options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({
    locale: "lt-LT",
    viewport: { width: 390, height: 780 },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
}

async function begin(): Promise<void> {
  await page.goto(`${served.origin}/l/${scene.card.token}`);
  await page.getByLabel("Perskaičiau šią informaciją").check();
  await page.locator("main").getByRole("button", { name: "Pradėti" }).click();
  await page.getByRole("heading", { name: "Trumpai apie Jus" }).waitFor();
}

const press = (name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();
const mark = (item: string, value: string, on = page) =>
  on.locator(`input[name="${item}"][value="${value}"]`).check();
const state = () => page.getByRole("status");
const isMarked = (item: string, value: string, on = page) =>
  on.locator(`input[name="${item}"][value="${value}"]`).isChecked();

async function stored(): Promise<{ status: string; answers: Answers; count: number }> {
  const rows = await db()
    .selectFrom("answers.response")
    .select(["status", "answers"])
    .where("programme_id", "=", scene.programme.id)
    .execute();
  return { status: rows[0]?.status ?? "none", answers: rows[0]?.answers ?? {}, count: rows.length };
}

async function until(check: (now: Awaited<ReturnType<typeof stored>>) => boolean): Promise<void> {
  await expect.poll(async () => check(await stored()), { timeout: 20_000 }).toBe(true);
}

describe("a participant with a connection", () => {
  it("has everything saved while it is being filled in, and sees so", async () => {
    await begin();
    await mark("BG2", "lag");
    await state().getByText("Išsaugota", { exact: true }).waitFor();
    await until(({ answers }) => answers.BG2 === "lag");
    expect((await stored()).answers).not.toHaveProperty("BG3");
    await page.reload();
    expect(await isMarked("BG2", "lag")).toBe(true);
  });

  it("has saved what was marked before the script came", async () => {
    await begin();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/assets/answering-*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${served.origin}/a/parts/INOV`, { waitUntil: "commit" });
    await mark("INOV1", "3");
    expect((await stored()).answers).not.toHaveProperty("INOV1");
    release();
    await until(({ answers }) => answers.INOV1 === 3);
  });

  it("goes back and forth with the browser's own buttons and loses nothing", async () => {
    await begin();
    await mark("BG2", "artist");
    await press("Toliau");
    await page.getByRole("heading", { name: "Kultūros inovacijos" }).waitFor();
    await mark("INOV1", "2");
    await page.goBack();
    await page.getByRole("heading", { name: "Trumpai apie Jus" }).waitFor();
    expect(await isMarked("BG2", "artist")).toBe(true);
    await mark("BG2", "business");
    await press("Toliau");
    await page.getByRole("heading", { name: "Kultūros inovacijos" }).waitFor();
    expect(await isMarked("INOV1", "2")).toBe(true);
    await until(({ answers }) => answers.BG2 === "business" && answers.INOV1 === 2);
  });

  it("can take an answer back", async () => {
    await begin();
    await mark("BG2", "artist");
    await until(({ answers }) => answers.BG2 === "artist");
    await page.getByRole("button", { name: "Panaikinti atsakymą" }).first().click();
    expect(await isMarked("BG2", "artist")).toBe(false);
    await until(({ answers }) => JSON.stringify(answers.BG2) === '{"missing":"skipped"}');
  });

  it("sends, double clicks and all, and leaves nothing on the device", async () => {
    await begin();
    await mark("BG2", "artist");
    await page.goto(`${served.origin}/a/review`);
    await page.locator("main").getByRole("button", { name: "Pateikti atsakymus" }).dblclick();
    await page.getByRole("heading", { name: "Atsakymai gauti. Ačiū!" }).waitFor();
    expect(await stored()).toMatchObject({ status: "submitted", count: 1 });
    expect(
      await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith("answers ")),
      ),
    ).toEqual([]);
  });

  it("switches the language while typing and keeps what is typed", async () => {
    await begin();
    await mark("BG2", "artist");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Briefly about you" }).waitFor();
    expect(await isMarked("BG2", "artist")).toBe(true);
  });
});

describe("a participant without a connection", () => {
  it("goes on from part to part on the device, and everything arrives later", async () => {
    await begin();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(
      async () => (await (await caches.open("answering-1")).keys()).length > 9,
    );
    await page.reload();
    await context.setOffline(true);
    await mark("BG2", "lag");
    await press("Toliau");
    await page.getByRole("heading", { name: "Kultūros inovacijos" }).waitFor();
    await mark("INOV1", "5");
    await state().getByText("Nėra ryšio: išsaugota šiame įrenginyje ir bus išsiųsta").waitFor();
    await press("Atgal");
    await page.getByRole("heading", { name: "Trumpai apie Jus" }).waitFor();
    expect(await isMarked("BG2", "lag")).toBe(true);
    await press("Toliau");
    await page.getByRole("heading", { name: "Kultūros inovacijos" }).waitFor();
    expect(await isMarked("INOV1", "5")).toBe(true);
    expect((await stored()).answers).toEqual({});
    await context.setOffline(false);
    await until(({ answers }) => answers.BG2 === "lag" && answers.INOV1 === 5);
    expect((await stored()).answers).toMatchObject({ BG3: { missing: "skipped" } });
  });

  it("is thanked only after the server's word", async () => {
    await begin();
    await mark("BG2", "lag");
    await until(({ answers }) => answers.BG2 === "lag");
    await page.goto(`${served.origin}/a/review`);
    await page.route("**/a/response", (route) => route.abort());
    await press("Pateikti atsakymus");
    await state().getByText("Dar neišsiųsta").waitFor();
    expect((await stored()).status).toBe("draft");
    await page.unroute("**/a/response");
    await page.getByRole("heading", { name: "Atsakymai gauti. Ačiū!" }).waitFor();
    expect(await stored()).toMatchObject({ status: "submitted", count: 1 });
  });

  it("whose window crashes finds what was typed in the next one", async () => {
    await begin();
    await page.route("**/a/parts/**", (route) =>
      isPost(route) ? route.abort() : route.continue(),
    );
    await mark("BG2", "business");
    await state().getByText("Nėra ryšio").waitFor();
    await page.close();
    page = await context.newPage();
    await page.goto(`${served.origin}/a`);
    await page.getByRole("heading", { name: "Trumpai apie Jus" }).waitFor();
    expect(await isMarked("BG2", "business")).toBe(true);
    await until(({ answers }) => answers.BG2 === "business");
  });

  it("whose replies are lost is stored once, with the newest answers", async () => {
    await begin();
    let lost = 0;
    await page.route("**/a/parts/**", async (route) => {
      if (!isPost(route) || lost >= 3) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await mark("BG2", "lag");
    await until(({ answers }) => answers.BG2 === "lag");
    await mark("BG2", "business");
    await mark("BG3", "y16");
    await until(({ answers }) => answers.BG2 === "business" && answers.BG3 === "y16");
    expect(lost).toBe(3);
    await state().getByText("Išsaugota", { exact: true }).waitFor();
    expect((await stored()).count).toBe(1);
  });
});

describe("two windows of one participant", () => {
  it("are asked which answers shall stay, and the choice is kept", async () => {
    await begin();
    const other = await context.newPage();
    await other.goto(`${served.origin}/a/parts/background`);
    await mark("BG2", "lag");
    await until(({ answers }) => answers.BG2 === "lag");
    await mark("BG2", "artist", other);
    await other.getByText("Kuriuos atsakymus palikti?").waitFor();
    expect((await stored()).answers.BG2).toBe("lag");
    await other.getByRole("button", { name: "Šiuos, mano matomus" }).click();
    await until(({ answers }) => answers.BG2 === "artist");
  });
});

describe("a device whose clock is wrong", () => {
  it.each([-2, 2])("by %i days saves and sends all the same", async (days) => {
    await page.clock.setSystemTime(new Date(now.getTime() + days * 86_400_000));
    await begin();
    await mark("BG2", "lag");
    await until(({ answers }) => answers.BG2 === "lag");
    await context.setOffline(true);
    await mark("BG3", "y16");
    await state().getByText("Nėra ryšio").waitFor();
    await context.setOffline(false);
    await until(({ answers }) => answers.BG3 === "y16");
    await page.goto(`${served.origin}/a/review`);
    await press("Pateikti atsakymus");
    await page.getByRole("heading", { name: "Atsakymai gauti. Ačiū!" }).waitFor();
    const told = await db()
      .selectFrom("answers.response")
      .select(["begun_on", "submitted_on"])
      .where("programme_id", "=", scene.programme.id)
      .execute();
    expect(told).toEqual([{ begun_on: "2026-11-23", submitted_on: "2026-11-23" }]);
  });
});

describe("a lent tablet", () => {
  it("that nobody touches saves what was marked and is made ready for the next person", async () => {
    await page.clock.install();
    await context.addCookies([{ name: "kiosk", value: "on", url: served.origin }]);
    await page.goto(`${served.origin}/k`);
    await page.getByLabel("Kodas").fill(scene.card.code);
    await press("Atverti anketą");
    await page.getByLabel("Perskaičiau šią informaciją").check();
    await press("Pradėti");
    await mark("BG2", "lag");
    await page.clock.fastForward(155_000);
    await page.getByText("Ar dar pildote?").waitFor();
    await page.getByRole("button", { name: "Pildau toliau" }).click();
    await page.clock.fastForward(100_000);
    expect(new URL(page.url()).pathname).toBe("/a/parts/background");
    await page.clock.fastForward(60_000);
    await page.clock.fastForward(40_000);
    await page.getByRole("heading", { name: "Įveskite kodą iš kortelės" }).waitFor();
    await until(({ answers }) => answers.BG2 === "lag");
    await page.goBack();
    await page.goto(`${served.origin}/a/parts/background`);
    await page.getByRole("heading", { name: "Įveskite kodą iš kortelės" }).waitFor();
  });
});

describe("without any script", () => {
  it("a participant walks the whole way with plain forms", async () => {
    await useContext({ javaScriptEnabled: false });
    await begin();
    await mark("BG2", "lag");
    await press("Toliau");
    await mark("INOV1", "4");
    await press("Atgal");
    expect(await isMarked("BG2", "lag")).toBe(true);
    await press("Toliau");
    expect(await isMarked("INOV1", "4")).toBe(true);
    await page.goto(`${served.origin}/a/review`);
    await press("Pateikti atsakymus");
    await page.getByRole("heading", { name: "Atsakymai gauti. Ačiū!" }).waitFor();
    expect(await stored()).toMatchObject({
      status: "submitted",
      answers: { BG2: "lag", INOV1: 4 },
    });
  });
});

describe("on one page", () => {
  it("everything is saved on the server as soon as it is agreed to, and another device goes on", async () => {
    await page.goto(`${served.origin}/l/${scene.card.token}`);
    await page.getByRole("link", { name: "Visi klausimai viename puslapyje" }).click();
    await mark("INOV1", "4");
    await state().getByText("saugomi tik šiame įrenginyje").waitFor();
    expect((await stored()).count).toBe(0);
    await page.getByLabel("Perskaičiau šią informaciją").check();
    await until(({ answers }) => answers.INOV1 === 4);
    await state().getByText("Išsaugota", { exact: true }).waitFor();
    await mark("INOV2", "2");
    await until(({ answers }) => answers.INOV2 === 2);
    const phone = await browser.newContext({ locale: "lt-LT" });
    const other = await phone.newPage();
    await other.goto(`${served.origin}/l/${scene.card.token}`);
    expect(new URL(other.url()).pathname).toBe("/a/all");
    expect(await isMarked("INOV2", "2", other)).toBe(true);
    await phone.close();
    await page.route("**/a/all", (route) => (isPost(route) ? route.abort() : route.continue()));
    await mark("INOV3", "5");
    await press("Pateikti atsakymus");
    await state().getByText("Dar neišsiųsta").waitFor();
    expect((await stored()).status).toBe("draft");
    await page.unroute("**/a/all");
    await page.getByRole("heading", { name: "Atsakymai gauti. Ačiū!" }).waitFor();
    expect(await stored()).toMatchObject({
      status: "submitted",
      count: 1,
      answers: { INOV1: 4, INOV2: 2, INOV3: 5 },
    });
  });

  it("everything starts without a connection too, wherever it is opened, and arrives later", async () => {
    await page.goto(`${served.origin}/l/${scene.card.token}`);
    await page.getByRole("link", { name: "Visi klausimai viename puslapyje" }).click();
    await page.getByLabel("Perskaičiau šią informaciją").check();
    await mark("INOV1", "4");
    await until(({ answers }) => answers.INOV1 === 4);
    await page.waitForFunction(async () => {
      const kept = await (await caches.open("answering-1")).keys();
      return kept.length === 2 && kept.some(({ url }) => url.includes("/a/all?blank=1"));
    });
    await context.setOffline(true);
    await mark("INOV2", "2");
    await state().getByText("Nėra ryšio: išsaugota šiame įrenginyje ir bus išsiųsta").waitFor();
    await page.close();
    page = await context.newPage();
    for (const path of ["/a/all", "/a"]) {
      await page.goto(served.origin + path);
      await page.getByRole("heading", { name: "Kultūros inovacijos" }).waitFor();
      expect(await isMarked("INOV2", "2")).toBe(true);
    }
    await mark("INOV3", "5");
    await state().getByText("Nėra ryšio").waitFor();
    await page.reload();
    expect(await isMarked("INOV3", "5")).toBe(true);
    await context.setOffline(false);
    await until(({ answers }) => answers.INOV2 === 2 && answers.INOV3 === 5);
    expect((await stored()).answers).toMatchObject({ INOV1: 4 });
    await press("Pateikti atsakymus");
    await page.getByRole("heading", { name: "Atsakymai gauti. Ačiū!" }).waitFor();
    expect(await stored()).toMatchObject({ status: "submitted", count: 1 });
  });

  it("everything is sent at once, and a reload before that loses nothing", async () => {
    await page.goto(`${served.origin}/l/${scene.card.token}`);
    await page.getByRole("link", { name: "Visi klausimai viename puslapyje" }).click();
    await page.getByLabel("Perskaičiau šią informaciją").check();
    await mark("INOV1", "4");
    await page.reload();
    expect(await isMarked("INOV1", "4")).toBe(true);
    await press("Pateikti atsakymus");
    await page.getByRole("heading", { name: "Atsakymai gauti. Ačiū!" }).waitFor();
    expect(await stored()).toMatchObject({ status: "submitted", answers: { INOV1: 4 } });
  });
});

function isPost(route: Route): boolean {
  return route.request().method() === "POST";
}
