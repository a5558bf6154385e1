import fs from "node:fs";
import path from "node:path";
import { weighFirstPages } from "./first-page.ts";
import type { LoadJob, LoadResult } from "./processes/load.ts";
import { insertStatement } from "./programme.ts";
import { poolSize, type Scene, withScene } from "./scene.ts";
import type { BenchRow } from "./statistics.ts";

const clientCounts = [1, 8, 32];
const rounds = 3;
const warmSeconds = 0.5;
/** More than any machine of today answers; a round that runs out of cards ends earlier and counts the time it took. */
const cardsPerSecond = 5_000;

const mostWarmingUp = 8_000;
const mostWarmingSeconds = 30;

interface Options {
  seconds: number;
  profile?: string;
}

type Target = "product" | "bare" | "database" | "visit";

/**
 * Full answerings (the page with everything, and its sending, stored durably) through the built product; beside them
 * the same rows written straight into its database, and a bare server that stores the same JSON. All in one run, round
 * after round in turn, so that whatever else the machine does meets all of them.
 */
export async function benchAnswering({ seconds, profile }: Options): Promise<BenchRow[]> {
  const cards = Math.ceil((seconds + warmSeconds) * cardsPerSecond);
  const productRounds = (clientCounts.length + 1) * rounds;
  const needed = cards * productRounds + mostWarmingUp + 10;
  return await withScene({ cards: needed, profile }, async (scene) => {
    const measure = (target: Target, clients: number) =>
      runRound(scene, { target, clients, seconds, cards });
    const pages = await weighFirstPages(scene);
    await warmUp(scene);
    const rows: BenchRow[] = [];
    for (const clients of clientCounts) rows.push(...(await compare(measure, clients)));
    return [...rows, ...(await measureVisits(measure)), ...pages];
  });
}

/** V8 compiles what runs often, step by step; so much answering is needed before its speed is that of a working day. */
async function warmUp(scene: Scene): Promise<void> {
  const warming = { clients: 16, seconds: mostWarmingSeconds, cards: mostWarmingUp };
  await runRound(scene, { target: "product", ...warming });
  await runRound(scene, { target: "bare", ...warming, seconds: 2 });
}

type Measure = (target: Target, clients: number) => Promise<LoadResult>;

async function compare(measure: Measure, clients: number): Promise<BenchRow[]> {
  const results: Record<"product" | "bare" | "database", LoadResult>[] = [];
  for (let round = 0; round < rounds; round++) {
    results.push({
      product: await measure("product", clients),
      bare: await measure("bare", clients),
      database: await measure("database", clients),
    });
  }
  const among = `${clients} ${clients === 1 ? "client" : "clients"}`;
  const row = (name: string, values: (number | null)[], unit: string, note = "") =>
    medianRow(`${name}, ${among}`, { values, unit, note });
  return [
    row(
      "answerings through the product",
      results.map((all) => rateOf(all.product)),
      "/s",
    ),
    row(
      "page and insert by node:http and pg",
      results.map((all) => rateOf(all.bare)),
      "/s",
    ),
    row(
      "the same rows by pg alone",
      results.map((all) => rateOf(all.database)),
      "/s",
    ),
    row(
      "product : node:http and pg",
      results.map((all) => rateOf(all.product) / rateOf(all.bare)),
      "",
      "aim: at least 0.5",
    ),
    row(
      "product : pg alone",
      results.map((all) => rateOf(all.product) / rateOf(all.database)),
      "",
    ),
    row(
      "CPU of the product's process",
      results.map((all) => cpuOf(all.product)),
      "ms a response",
      "aim: at most 2",
    ),
    row(
      "CPU of the bare server",
      results.map((all) => cpuOf(all.bare)),
      "ms a response",
    ),
  ].flat();
}

async function measureVisits(measure: Measure): Promise<BenchRow[]> {
  const results: LoadResult[] = [];
  for (let round = 0; round < rounds; round++) results.push(await measure("visit", 8));
  const note = "link, notice, page, sending, receipt; 8 clients";
  return [
    medianRow("whole visits", { values: results.map(rateOf), unit: "/s", note }),
    medianRow("CPU of a whole visit", { values: results.map(cpuOf), unit: "ms", note }),
  ].flat();
}

async function runRound(
  scene: Scene,
  round: { target: Target; clients: number; seconds: number; cards: number },
): Promise<LoadResult> {
  const job: LoadJob = { ...round, warmSeconds, ...targetOf(scene, round) };
  const file = path.join(scene.folder, "job.json");
  fs.writeFileSync(file, JSON.stringify(job));
  const load = scene.programs.start("load", [file]);
  const result = JSON.parse(await load.line(0)) as LoadResult;
  await load.finish();
  if (result.done === 0) throw new Error(`nothing was done in a round of ${round.target}`);
  return result;
}

function targetOf(
  { product, bare, config, workload, takeCards }: Scene,
  { target, clients, cards }: { target: Target; clients: number; cards: number },
): Pick<LoadJob, "target" | "watchedPid"> & Partial<LoadJob> {
  switch (target) {
    case "product":
    case "visit": {
      const { port, pid } = product;
      const isWholeVisit = target === "visit";
      const from = { firstCard: takeCards(cards), cards, bodies: workload.forms };
      return { target: { kind: "product", port, ...from, isWholeVisit }, watchedPid: pid };
    }
    case "bare":
      return {
        target: { kind: "bare", port: bare.port, bodies: workload.answers },
        watchedPid: bare.pid,
      };
    case "database":
      return {
        target: { kind: "database", config, statement: insertStatement, rows: workload.rows },
        clients: Math.min(clients, poolSize),
        watchedPid: null,
      };
  }
}

function rateOf({ done, seconds }: LoadResult): number {
  return done / seconds;
}

function cpuOf({ done, cpuMilliseconds }: LoadResult): number | null {
  return cpuMilliseconds === null ? null : cpuMilliseconds / done;
}

/** One row with the median of the rounds; none where the system does not tell (CPU time outside Linux). */
function medianRow(
  name: string,
  { values, unit, note }: { values: (number | null)[]; unit: string; note: string },
): BenchRow[] {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  const value = known[Math.floor(known.length / 2)];
  return value === undefined ? [] : [{ name, value, unit, note }];
}
