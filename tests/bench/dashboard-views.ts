import { gzipSync } from "node:zlib";
import type { Db } from "../../db/connect.ts";
import { insertSession } from "../../db/queries/staff-sessions.ts";
import { makeApiToken } from "../../server/features/dashboard/api/make-token.ts";
import { newSecret } from "../../server/http/session.ts";
import { aStaffUser, type TestProgramme } from "../support/programme.ts";
import { cpuMillisecondsOf } from "./process-cpu.ts";
import { type Connection, openConnection } from "./processes/connection.ts";
import type { ProductScene } from "./scene.ts";

/** A programme whose results are looked at, and how many have answered it. */
export interface Watched {
  programme: TestProgramme;
  people: number;
}

export interface ViewTimes {
  median: number;
  p95: number;
  /** Of the product's process; undefined where the system does not tell. */
  cpu: number | undefined;
  /** Of the answer and of every file that it brings along, compressed. */
  bytes: number;
}

const blocks = 20;
const viewsInBlock = 15;

const views: { name: string; path: (slug: string) => string }[] = [
  { name: "overview page", path: (slug) => `/programmes/${slug}/results` },
  { name: "scale page with charts", path: (slug) => `/programmes/${slug}/results/INOV` },
  { name: "page of other answers", path: (slug) => `/programmes/${slug}/results/answers` },
  { name: "page of reliability", path: (slug) => `/programmes/${slug}/results/quality` },
  { name: "API results", path: (slug) => `/api/v1/programmes/${slug}/results` },
  { name: "API figures", path: (slug) => `/api/v1/programmes/${slug}/figures` },
  { name: "API participation", path: (slug) => `/api/v1/programmes/${slug}/participation` },
];

/** Each page and address of each programme, block after block in turn, so that whatever else the machine does meets both. */
export async function measureViews(
  scene: ProductScene,
  db: Db,
  programmes: readonly Watched[],
): Promise<{ name: string; taken: ViewTimes[] }[]> {
  const readers = [];
  for (const { programme } of programmes) readers.push(await signIn(db, programme));
  const connection = await openConnection(scene.product.port);
  const measured = [];
  for (const { name, path } of views) {
    const requests = readers.map(({ slug, head }) => `GET ${path(slug)} HTTP/1.1\r\n${head}`);
    measured.push({ name, taken: await measureInTurn(scene, connection, requests) });
  }
  connection.close();
  return measured;
}

async function measureInTurn(
  { product }: ProductScene,
  connection: Connection,
  requests: readonly string[],
): Promise<ViewTimes[]> {
  const spent = requests.map(() => ({ taken: [] as number[], cpu: 0 }));
  // The first three rounds only warm up.
  for (let block = -3; block < blocks; block++) {
    for (const [i, request] of requests.entries()) {
      const { taken, cpu } = await measureBlock(product.pid, () => look(connection, request));
      if (block < 0) continue;
      spent[i]!.taken.push(...taken);
      spent[i]!.cpu += cpu ?? Number.NaN;
    }
  }
  const results: ViewTimes[] = [];
  for (const [i, { taken, cpu }] of spent.entries()) {
    taken.sort((one, other) => one - other);
    results.push({
      median: taken[Math.floor(taken.length / 2)]!,
      p95: taken[Math.floor(taken.length * 0.95)]!,
      cpu: Number.isNaN(cpu) ? undefined : cpu / taken.length,
      bytes: await weigh(connection, requests[i]!),
    });
  }
  return results;
}

async function measureBlock(pid: number, view: () => Promise<unknown>) {
  const before = cpuMillisecondsOf(pid);
  const taken: number[] = [];
  for (let round = 0; round < viewsInBlock; round++) {
    const startedAt = performance.now();
    await view();
    taken.push(performance.now() - startedAt);
  }
  const after = cpuMillisecondsOf(pid);
  return { taken, cpu: before === undefined || after === undefined ? undefined : after - before };
}

async function look({ send }: Connection, request: string): Promise<Buffer> {
  const { status, body } = await send(request);
  if (status !== 200) throw new Error(`the dashboard answered ${status}`);
  return body;
}

/** The answer with scripts, styles and fonts that it or they refer to, each once. */
async function weigh(connection: Connection, request: string): Promise<number> {
  const page = await look(connection, request);
  let bytes = gzipSync(page).length;
  const known = new Set<string>();
  const waiting = filesIn(page.toString("utf8"));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (known.has(name)) continue;
    known.add(name);
    const file = await look(connection, `GET /assets/${name} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    bytes += name.endsWith(".woff2") ? file.length : gzipSync(file).length;
    waiting.push(...filesIn(file.toString("utf8")));
  }
  return bytes;
}

function filesIn(text: string): string[] {
  return [
    ...text.matchAll(/["'(`](?:\/assets\/|\.\/|assets\/)([\w.-]+\.(?:js|css|woff2|svg))["')`]/g),
  ].map(([, name]) => name!);
}

/** Reads pages with a cookie and the API with a token; gives the lines of a request's head that say so. */
async function signIn(db: Db, programme: TestProgramme): Promise<{ slug: string; head: string }> {
  const staffUserId = await aStaffUser(db, programme, ["evaluator"]);
  const { secret, hash } = newSecret();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await insertSession(db, { tokenHash: hash, staffUserId, now, expiresAt });
  const owner = { programmeId: programme.id, staffUserId };
  const token = await makeApiToken(db, { ...owner, form: { name: "bench", days: "1" }, now });
  const head = `host: 127.0.0.1\r\ncookie: staff=${secret}\r\nauthorization: Bearer ${token}\r\n\r\n`;
  return { slug: programme.slug, head };
}
