import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import { closeDb, connect } from "../../db/connect.ts";
import { startEmbedded } from "../../db/embedded.ts";
import { type BuiltProduct, buildProduct, makeDataFolder } from "../processes/product.ts";
import { bundlePrograms, type Programs } from "../support/child-process.ts";
import { openConnection } from "./processes/connection.ts";
import { requestFor, tokenOf } from "./processes/load.ts";
import {
  bareStatement,
  createBareTable,
  insertBenchProgramme,
  inventWorkload,
  type Workload,
} from "./programme.ts";

/** As many connections as the product's pool has. */
export const poolSize = 16;

/** Three things to be measured, running side by side on one database, and what they are to be measured with. */
export interface Scene {
  programs: Programs;
  /** For files that processes are told their work by. */
  folder: string;
  config: pg.PoolConfig;
  workload: Workload;
  product: Process;
  bare: Process;
  /** Reserves cards that nobody has answered with, and says the number of the first. */
  takeCards(count: number): number;
}

export interface Process {
  pid: number;
  port: number;
}

/** Sets the scene on an engine of its own with the flags of real use, and clears everything away after the work. */
export async function withScene<T>(
  options: { cards: number; nodeOptions?: readonly string[] },
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  const undo: (() => unknown)[] = [];
  try {
    return await work(await setScene(options, undo));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function setScene(
  { cards, nodeOptions }: { cards: number; nodeOptions?: readonly string[] },
  undo: (() => unknown)[],
): Promise<Scene> {
  const { built, programs, dir } = await prepare(undo);
  const product = await built.start({ dir, nodeOptions });
  undo.push(product.stop);
  const { config } = await startEmbedded({ dir });
  const folder = fs.mkdtempSync(path.join(dir, "bench-"));
  const workload = await fill(config, cards);
  let next = 0;
  const takeCards = (count: number) => {
    if (next + count > cards) throw new Error("the programme has no more cards");
    next += count;
    return next - count;
  };
  const page = await fetchPage(product.port, tokenOf(takeCards(1)));
  const bare = await startBare({ programs, folder, config, page });
  undo.push(bare.kill);
  return { programs, folder, config, workload, product, bare, takeCards };
}

async function prepare(
  undo: (() => unknown)[],
): Promise<{ built: BuiltProduct; programs: Programs; dir: string }> {
  const dir = makeDataFolder();
  undo.push(() => fs.rmSync(dir, { recursive: true, force: true }));
  const built = await buildProduct();
  undo.push(built.remove);
  const programs = await bundlePrograms([
    "tests/bench/processes/load.ts",
    "tests/bench/processes/bare-server.ts",
  ]);
  undo.push(programs.remove);
  return { built, programs, dir };
}

async function fill(config: pg.PoolConfig, cards: number): Promise<Workload> {
  const db = connect({ ...config, statement_timeout: 0 });
  try {
    await createBareTable(db);
    return inventWorkload(await insertBenchProgramme(db, cards));
  } finally {
    await closeDb(db);
  }
}

/** The very bytes that the product sends, for the bare server to send too. */
async function fetchPage(port: number, token: string): Promise<Buffer> {
  const { send, close } = await openConnection(port);
  const { status, body } = await send(requestFor("GET", "/a/all", { token }));
  close();
  if (status !== 200) throw new Error(`the product has no page: ${status}`);
  return body;
}

async function startBare(given: {
  programs: Programs;
  folder: string;
  config: pg.PoolConfig;
  page: Buffer;
}): Promise<Process & { kill(): Promise<void> }> {
  const page = path.join(given.folder, "page");
  fs.writeFileSync(page, given.page);
  const settings = path.join(given.folder, "bare.json");
  const config = { ...given.config, max: poolSize };
  fs.writeFileSync(settings, JSON.stringify({ config, statement: bareStatement, page }));
  const child = given.programs.start("bare-server", [settings]);
  return { pid: child.pid, port: Number(await child.line(0)), kill: child.kill };
}
