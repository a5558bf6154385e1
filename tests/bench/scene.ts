import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import { closeDb, connect } from "../../db/connect.ts";
import { startEmbedded } from "../../db/embedded.ts";
import { buildProduct, makeDataFolder, type RunningProduct } from "../processes/product.ts";
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

/** The built product, running on a database engine of its own with the flags of real use. */
export interface ProductScene {
  product: RunningProduct;
  /** How to reach its database beside it. */
  config: pg.PoolConfig;
  /** For files that processes are told their work by; cleared away in the end. */
  folder: string;
}

/** Three things to be measured, running side by side on one database, and what they are to be measured with. */
export interface Scene extends ProductScene {
  programs: Programs;
  workload: Workload;
  bare: { pid: number; port: number };
  /** Reserves cards that nobody has answered with, and says the number of the first. */
  takeCards(count: number): number;
}

/** What has to be undone in the end, in the order in which it was done. */
type Undo = (() => unknown)[];

export interface SceneOptions {
  /** A folder for a CPU profile of the product's process. */
  profile?: string;
}

export async function withProduct<T>(
  options: SceneOptions,
  work: (scene: ProductScene) => Promise<T>,
): Promise<T> {
  return await undoing(async (undo) => work(await startProduct(options, undo)));
}

export async function withScene<T>(
  options: SceneOptions & { cards: number },
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  return await undoing(async (undo) => {
    const started = await startProduct(options, undo);
    return await work(await addRivals(started, options.cards, undo));
  });
}

async function undoing<T>(work: (undo: Undo) => Promise<T>): Promise<T> {
  const undo: Undo = [];
  try {
    return await work(undo);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function startProduct({ profile }: SceneOptions, undo: Undo): Promise<ProductScene> {
  const dir = makeDataFolder();
  undo.push(() => fs.rmSync(dir, { recursive: true, force: true }));
  const built = await buildProduct();
  undo.push(built.remove);
  const nodeOptions = profile ? ["--cpu-prof", `--cpu-prof-dir=${path.resolve(profile)}`] : [];
  const product = await built.start({ dir, nodeOptions });
  undo.push(product.stop);
  const { config } = await startEmbedded({ dir });
  const folder = fs.mkdtempSync(path.join(dir, "bench-"));
  return { product, config, folder };
}

async function addRivals(scene: ProductScene, cards: number, undo: Undo): Promise<Scene> {
  const programs = await bundlePrograms([
    "tests/bench/processes/load.ts",
    "tests/bench/processes/bare-server.ts",
  ]);
  undo.push(programs.remove);
  const workload = await fill(scene.config, cards);
  let next = 0;
  const takeCards = (count: number) => {
    if (next + count > cards) throw new Error("the programme has no more cards");
    next += count;
    return next - count;
  };
  const page = await fetchPage(scene.product.port, tokenOf(takeCards(1)));
  const bare = await startBare(programs, scene, page);
  undo.push(bare.kill);
  return { ...scene, programs, workload, bare, takeCards };
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

async function startBare(
  programs: Programs,
  { folder, config }: ProductScene,
  content: Buffer,
): Promise<{ pid: number; port: number; kill(): Promise<void> }> {
  const page = path.join(folder, "page");
  fs.writeFileSync(page, content);
  const settings = { config: { ...config, max: poolSize }, statement: bareStatement, page };
  const file = path.join(folder, "bare.json");
  fs.writeFileSync(file, JSON.stringify(settings));
  const child = programs.start("bare-server", [file]);
  return { pid: child.pid, port: Number(await child.line(0)), kill: child.kill };
}
