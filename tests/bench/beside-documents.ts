import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { closeDb, connect } from "../../db/connect.ts";
import { bundlePrograms, type Programs } from "../support/child-process.ts";
import { type OrderedDocument, prepareDocuments } from "./ordered-documents.ts";
import type { SubmitsJob, SubmitsResult } from "./processes/submits.ts";
import { insertBenchProgramme, inventWorkload } from "./programme.ts";
import { type ProductScene, type SceneOptions, withProduct } from "./scene.ts";
import type { BenchRow } from "./statistics.ts";

const rounds = 3;
const clients = 16;
const pauseMilliseconds = 250;
/** Of one round, at least; while documents are made, until the one that was begun last is done. */
const roundSeconds = 5;
const cards = 60_000;

interface Room extends ProductScene {
  programs: Programs;
  bodies: readonly string[];
  takeCards(): { firstCard: number; cards: number };
}

/**
 * How long participants wait for page and receipt while the same process makes documents, against the same room
 * before and after: rounds in turn, so that whatever else the machine does meets both. One kind of document at a time.
 */
export async function benchBesideDocuments({ profile }: SceneOptions): Promise<BenchRow[]> {
  return await withProduct({ profile }, async (scene) => {
    const timeouts = { statement_timeout: 0, idle_in_transaction_session_timeout: 0 };
    const db = connect({ ...scene.config, ...timeouts });
    const programs = await bundlePrograms(["tests/bench/processes/submits.ts"]);
    try {
      const workload = inventWorkload(await insertBenchProgramme(db, cards));
      const documents = await prepareDocuments(scene, db);
      const room = { ...scene, programs, bodies: workload.forms, takeCards: dealer() };
      await atRest(room);
      const rows: BenchRow[] = [];
      for (const document of documents) rows.push(...(await compare(room, document)));
      return rows;
    } finally {
      programs.remove();
      await closeDb(db);
    }
  });
}

/** Every round takes cards that nobody has answered with. */
function dealer(): Room["takeCards"] {
  const share = 2_500;
  let next = 0;
  return () => {
    next += share;
    if (next > cards) throw new Error("the programme has no more cards");
    return { firstCard: next - share, cards: share };
  };
}

async function compare(room: Room, document: OrderedDocument): Promise<BenchRow[]> {
  await document.make();
  const rest: SubmitsResult[] = [];
  const beside: SubmitsResult[] = [];
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    rest.push(await atRest(room));
    beside.push(await whileMaking(room, document, taken));
  }
  const load = os.loadavg()[0]!.toFixed(1);
  return [
    ...waitRows(
      "submits",
      document,
      [rest, beside].map((all) => all.flatMap((one) => one.submits)),
    ),
    ...waitRows(
      "pages",
      document,
      [rest, beside].map((all) => all.flatMap((one) => one.pages)),
    ),
    {
      name: `${document.name}: made in`,
      value: quantile(taken, 0.5),
      unit: "ms",
      note: `median of ${taken.length}; load ${load}`,
    },
  ];
}

function waitRows(
  what: string,
  { name }: OrderedDocument,
  [rest = [], beside = []]: number[][],
): BenchRow[] {
  const [still, busy] = [quantile(rest, 0.95), quantile(beside, 0.95)];
  const row = (words: string, value: number, unit: string, note = "") => {
    return { name: `${what} beside ${name}: ${words}`, value, unit, note };
  };
  return [
    row("p95 at rest", still, "ms", `${rest.length} of ${clients} people`),
    row("p95 meanwhile", busy, "ms", `${beside.length} of ${clients} people`),
    row(
      "longest wait meanwhile",
      Math.max(...beside),
      "ms",
      `at rest ${Math.max(...rest).toFixed(1)}`,
    ),
    row("p95 meanwhile : at rest", busy / still, "", "aim: at most 1.5"),
  ];
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)]!;
}

async function atRest(room: Room): Promise<SubmitsResult> {
  return await whileAnswering(room, () => pause(roundSeconds * 1000));
}

async function whileMaking(room: Room, document: OrderedDocument, taken: number[]) {
  return await whileAnswering(room, async () => {
    const end = performance.now() + roundSeconds * 1000;
    while (performance.now() < end) {
      const startedAt = performance.now();
      await document.make();
      taken.push(performance.now() - startedAt);
    }
  });
}

/** Lets the room answer for as long as the work takes, after a moment to begin. */
async function whileAnswering(room: Room, work: () => Promise<void>): Promise<SubmitsResult> {
  const { programs, product, folder, bodies, takeCards } = room;
  const [file, endFile] = ["submits.json", "submits-end"].map((name) => path.join(folder, name));
  const job = { port: product.port, bodies, clients, pauseMilliseconds, endFile, ...takeCards() };
  fs.rmSync(endFile!, { force: true });
  fs.writeFileSync(file!, JSON.stringify(job satisfies Partial<SubmitsJob>));
  const answering = programs.start("submits", [file!]);
  await work();
  fs.writeFileSync(endFile!, "");
  const result = JSON.parse(await answering.line(0)) as SubmitsResult;
  await answering.finish();
  return result;
}
