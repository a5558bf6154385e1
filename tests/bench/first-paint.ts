import type { Browser, BrowserContext, CDPSession } from "playwright-core";
import { closeDb, connect } from "../../db/connect.ts";
import { partsOf } from "../../server/domain/questionnaire/parts.ts";
import { openBrowser } from "../support/browser.ts";
import { bareForm, serveBare } from "./bare-form.ts";
import { tokenOf } from "./processes/load.ts";
import { insertBenchProgramme } from "./programme.ts";
import { type ProductScene, withProduct } from "./scene.ts";
import type { BenchRow } from "./statistics.ts";

const rounds = 12;
/** A slow phone: 1.6 Mbit/s down, 150 ms there and back, a processor four times slower than this one. */
const slow = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const cpuSlowdown = 4;

/** What one load of a page cost on the slow phone. */
interface Load {
  paintMilliseconds: number;
  bytes: number;
  requests: number;
  foreignRequests: number;
  layoutShift: number;
}

/**
 * First paint in Chromium on a simulated slow phone: the first part of the questionnaire, and all of it on one page,
 * each beside a bare form of the same questions from a bare server. Round after round in turn, so that whatever else the
 * machine does meets all of them.
 */
export async function benchFirstPaint(): Promise<BenchRow[]> {
  return await withProduct({}, async (scene) => {
    const document = await fill(scene);
    const parts = partsOf(document, { wave: "before", isNewcomer: true });
    const bare = await serveBare({
      "/part": bareForm(document, parts.slice(0, 1)),
      "/all": bareForm(document, parts),
    });
    const browser = await openBrowser();
    try {
      const part = `${scene.product.origin}/a/parts/${parts[0]!.section.key}`;
      const first = await compare(browser, scene, { ours: part, theirs: `${bare.origin}/part` });
      const all = `${scene.product.origin}/a/all`;
      const whole = await compare(browser, scene, { ours: all, theirs: `${bare.origin}/all` });
      const items = parts.flatMap((each) => each.items).length;
      return [
        ...rowsOf("the first part", first, 14),
        ...rowsOf(`all ${items} questions`, whole, 30),
      ];
    } finally {
      await browser.close();
      bare.close();
    }
  });
}

async function fill({ config }: ProductScene) {
  const db = connect(config);
  try {
    return (await insertBenchProgramme(db, 1)).questionnaire;
  } finally {
    await closeDb(db);
  }
}

interface Compared {
  ours: Load;
  theirs: Load;
}

async function compare(
  browser: Browser,
  { product }: ProductScene,
  addresses: { ours: string; theirs: string },
): Promise<Compared> {
  const context = await browser.newContext({
    locale: "lt-LT",
    viewport: { width: 390, height: 780 },
    serviceWorkers: "block",
  });
  await begin(context, product.origin);
  const loads: Record<keyof Compared, Load[]> = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    loads.ours.push(await load(context, addresses.ours));
    loads.theirs.push(await load(context, addresses.theirs));
  }
  await context.close();
  return { ours: quiet(loads.ours), theirs: quiet(loads.theirs) };
}

async function begin(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/l/${tokenOf(0)}`);
  const statement = page.locator('[name="_statement.participate"]');
  if ((await statement.count()) > 0) {
    await statement.check();
    await page.locator('main form .buttons button[value="next"]').click();
    await page.waitForURL("**/a/parts/**");
  }
  await page.close();
}

async function load(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await beSlow(session);
  const traffic = watchTraffic(session, new URL(address).origin);
  await page.goto(address, { waitUntil: "load" });
  const seen = await page.evaluate(readPaint);
  await page.close();
  return { ...seen, ...traffic };
}

async function beSlow(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", { offline: false, ...slow });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
}

function watchTraffic(session: CDPSession, origin: string) {
  const traffic = { bytes: 0, requests: 0, foreignRequests: 0 };
  session.on("Network.requestWillBeSent", ({ request }) => {
    if (request.url.startsWith("data:")) return;
    traffic.requests += 1;
    if (!request.url.startsWith(origin)) traffic.foreignRequests += 1;
  });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
  });
  return traffic;
}

/** Runs in the page. The paint may come a moment after the load event. */
async function readPaint(): Promise<{ paintMilliseconds: number; layoutShift: number }> {
  const observe = (type: string) =>
    new Promise<PerformanceEntryList>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), type === "paint" ? 5_000 : 300);
    });
  const paints = await observe("paint");
  const shifts = await observe("layout-shift");
  return {
    paintMilliseconds:
      paints.find((each) => each.name === "first-contentful-paint")?.startTime ?? 0,
    layoutShift: shifts.reduce(
      (sum, each) => sum + (each as unknown as { value: number }).value,
      0,
    ),
  };
}

/** The lower quartile of the rounds: what else the machine does only ever adds to a time. */
function quiet(loads: readonly Load[]): Load {
  const byPaint = [...loads].sort((one, other) => one.paintMilliseconds - other.paintMilliseconds);
  return byPaint[Math.floor(byPaint.length / 4)]!;
}

function rowsOf(name: string, { ours, theirs }: Compared, mostKib: number): BenchRow[] {
  const ratio = ours.paintMilliseconds / theirs.paintMilliseconds;
  const kib = `compressed, with styles, scripts and heads; aim: at most ${mostKib}`;
  return [
    {
      name: `first paint of ${name}`,
      value: ours.paintMilliseconds,
      unit: "ms",
      note: "slow phone",
    },
    { name: `first paint of a bare form`, value: theirs.paintMilliseconds, unit: "ms", note: "" },
    { name: "product : bare form", value: ratio, unit: "", note: "aim: at most 1.5" },
    { name: `bytes of ${name}`, value: ours.bytes / 1024, unit: "KiB", note: kib },
    { name: "bytes of a bare form", value: theirs.bytes / 1024, unit: "KiB", note: "" },
    { name: "requests", value: ours.requests, unit: "", note: "aim: at most 3" },
    { name: "requests elsewhere", value: ours.foreignRequests, unit: "", note: "aim: 0" },
    { name: "layout shift", value: ours.layoutShift, unit: "", note: "aim: 0" },
  ];
}
