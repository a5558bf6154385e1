import fc from "fast-check";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answers, isMissing } from "../../server/domain/response/answers.ts";
import { aScene, now, type Scene } from "../server/answering/visits.ts";
import { appDeps, serveApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { useOwnDatabase } from "../support/database.ts";

/** `MODEL_RUNS=200 MODEL_SEED=7 npx vitest run --project journeys tests/journeys/answering-model.test.ts` tries more. */
const numRuns = Number(process.env.MODEL_RUNS ?? 3);
const seed = Number(process.env.MODEL_SEED ?? 20261123);
const maxCommands = 25;

/** The parts that a walk keeps to, and which of their items it marks. */
const items: Record<string, readonly string[]> = {
  background: ["BG2", "BG3"],
  INOV: ["INOV1", "INOV2"],
  SKLD: ["SKLD1", "SKLD2"],
};
const values: Record<string, readonly string[]> = {
  BG2: ["lag", "artist", "business"],
  BG3: ["y0-5", "y6-15", "y16"],
};
const points = ["1", "2", "3", "4", "5"];

/** What somebody who only watches the participant's hands knows. */
interface Model {
  marked: Record<string, string>;
  isOnline: boolean;
  isSent: boolean;
}

/** The device in the participant's hands, and the server's database. */
interface Real {
  page: Page;
  context: BrowserContext;
  origin: string;
  stored(): Promise<{ status: string; answers: Answers; count: number }>;
}

type Command = fc.AsyncCommand<Model, Real>;

function command(
  name: string,
  { when, run }: { when: (model: Model) => boolean; run: Command["run"] },
): Command {
  return { check: when, run, toString: () => name };
}

const answering = ({ isSent }: Model) => !isSent;
const connected = ({ isOnline }: Model) => isOnline;
const both = (model: Model) => answering(model) && connected(model);

const commands = [
  fc.record({ item: fc.nat(1), value: fc.nat(4) }).map(({ item, value }) =>
    command(`mark(${item}, ${value})`, {
      when: answering,
      run: async (model, { page }) => {
        const part = new URL(page.url()).pathname.split("/").at(-1) ?? "";
        const key = items[part]?.[item];
        if (!key) throw new Error(`the walk left its parts: ${page.url()}`);
        const possible = values[key] ?? points;
        model.marked[key] = possible[value % possible.length]!;
        await page.locator(`input[name="${key}"][value="${model.marked[key]}"]`).check();
      },
    }),
  ),
  ...[
    command("next", { when: answering, run: (_, real) => goBy(real, ".buttons button") }),
    command("back", { when: answering, run: (_, real) => goBy(real, ".buttons .quiet") }),
    command("language", { when: both, run: (_, real) => goBy(real, "header button.plain") }),
    command("reload", { when: both, run: async (_, real) => void (await real.page.reload()) }),
    command("browser back", {
      when: both,
      run: async (_, real) => {
        await real.page.goBack();
        await stayInside(real);
      },
    }),
    command("offline", {
      when: both,
      run: async (model, { context }) => {
        model.isOnline = false;
        await context.setOffline(true);
      },
    }),
    command("online", {
      when: (model) => answering(model) && !model.isOnline,
      run: async (model, real) => {
        model.isOnline = true;
        await real.context.setOffline(false);
        await agree(model, real);
      },
    }),
    command("submit", {
      when: (model) => both(model) && Object.keys(model.marked).length > 2,
      run: async (model, real) => {
        await agree(model, real);
        model.isSent = true;
        await real.page.goto(`${real.origin}/a/review`);
        await real.page.locator("main form .buttons button").click();
        await real.page.waitForURL("**/a/receipt");
        await agree(model, real);
      },
    }),
    command("look again", {
      when: ({ isSent }) => isSent,
      run: async (model, real) => {
        await real.page.goBack();
        await real.page.goto(`${real.origin}/a`);
        await real.page.waitForURL("**/a/receipt");
        await agree(model, real);
      },
    }),
  ].map((one) => fc.constant(one)),
];

/** What is stored comes to be what the model says, of every item that the walk can touch, and there is one response. */
async function agree({ marked, isSent }: Model, { stored }: Real): Promise<void> {
  const touched = Object.values(items).flat();
  const said = Object.fromEntries(touched.map((item) => [item, marked[item] ?? "nothing"]));
  const told = async () => {
    const { status, answers, count } = await stored();
    return {
      status,
      count,
      said: Object.fromEntries(touched.map((item) => [item, tell(answers[item])])),
    };
  };
  const wanted = { status: isSent ? "submitted" : "draft", count: 1, said };
  await expect.poll(told, { timeout: 25_000 }).toEqual(wanted);
}

function tell(answer: Answers[string] | undefined): string {
  return answer === undefined || isMissing(answer) ? "nothing" : String(answer);
}

/** Presses a button of the form, where there is one, and waits for the page behind it. */
async function goBy(real: Real, button: string): Promise<void> {
  const found: Locator = real.page.locator(
    button.startsWith("header") ? button : `main form ${button}`,
  );
  if ((await found.count()) === 0) return;
  await Promise.all([real.page.waitForEvent("load"), found.first().click()]);
  await stayInside(real);
}

async function stayInside({ page, origin }: Real): Promise<void> {
  const { pathname } = new URL(page.url());
  const isInside = Object.keys(items).some((key) => pathname === `/a/parts/${key}`);
  if (!isInside) await page.goto(`${origin}/a/parts/background`);
}

describe("a participant who does anything in any order", () => {
  const { db } = useOwnDatabase();
  let browser: Browser;
  let served: { origin: string; close(): Promise<void> };
  let count = 0;

  beforeAll(async () => {
    browser = await openBrowser();
    served = await serveApp(appDeps(db(), { now: () => now }));
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function start(): Promise<Real> {
    count += 1;
    const scene = await aScene(db(), { slug: `modelis-${count}` });
    const context = await browser.newContext({
      locale: "lt-LT",
      viewport: { width: 390, height: 780 },
    });
    context.setDefaultTimeout(25_000);
    const page = await context.newPage();
    await page.goto(`${served.origin}/l/${scene.card.token}`);
    await page.locator('[name="_statement.participate"]').check();
    await page.locator("main form .buttons button").first().click();
    await page.waitForURL("**/a/parts/background");
    await keepForLater(page);
    return { page, context, origin: served.origin, stored: () => storedOf(scene) };
  }

  /** Waits until the device has everything that it needs without a connection. */
  async function keepForLater(page: Page): Promise<void> {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(
      async () => (await (await caches.open("answering-1")).keys()).length > 9,
    );
    await page.reload();
  }

  async function storedOf({ programme }: Scene) {
    const rows = await db()
      .selectFrom("answers.response")
      .select(["status", "answers"])
      .where("programme_id", "=", programme.id)
      .execute();
    const answers: Answers = rows[0]?.answers ?? {};
    return { status: rows[0]?.status ?? "none", answers, count: rows.length };
  }

  it(
    "has stored what was marked last, once, and nothing else",
    async () => {
      const walk = fc.commands(commands, { maxCommands, size: "max" });
      await fc.assert(
        fc.asyncProperty(walk, async (steps) => {
          const real = await start();
          const model: Model = { marked: {}, isOnline: true, isSent: false };
          try {
            await fc.asyncModelRun(() => ({ model, real }), steps);
            await real.context.setOffline(false);
            await agree(model, real);
          } finally {
            await real.context.close();
          }
        }),
        { numRuns, seed, endOnFailure: true },
      );
    },
    Math.max(180_000, numRuns * 90_000),
  );
});
