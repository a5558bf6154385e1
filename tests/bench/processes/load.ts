import fs from "node:fs";
import pg from "pg";
import { cpuMillisecondsOf } from "../process-cpu.ts";
import { openConnection } from "./connection.ts";

/** What one round of load does; handed over as a file of JSON. */
export interface LoadJob {
  target: ProductTarget | BareTarget | DatabaseTarget;
  clients: number;
  warmSeconds: number;
  seconds: number;
  /** The server, whose CPU time is read at the beginning and the end of the measured time. */
  watchedPid: number | null;
}

/** Each answering takes a card of its own: the first, the second ... from `firstCard` on. */
export interface ProductTarget {
  kind: "product";
  port: number;
  firstCard: number;
  cards: number;
  /** Sent forms, ready as bodies; used in turn. */
  bodies: readonly string[];
  /** The page and its sending, or everything from the card's link to the receipt. */
  isWholeVisit: boolean;
}

export interface BareTarget {
  kind: "bare";
  port: number;
  bodies: readonly string[];
}

export interface DatabaseTarget {
  kind: "database";
  config: pg.PoolConfig;
  statement: string;
  /** Parameters of the statement, used in turn. */
  rows: readonly unknown[][];
}

export interface LoadResult {
  done: number;
  seconds: number;
  cpuMilliseconds: number | null;
}

/** What one client does over and over; false when there is nothing left to do. */
type Client = { once(): Promise<boolean>; close(): void | Promise<void> };

/** Runs the job in the named file and prints the result. Anything but the expected reply ends it with an error. */
export async function main([file]: string[]): Promise<void> {
  const job = JSON.parse(fs.readFileSync(file!, "utf8")) as LoadJob;
  const open = opener(job.target);
  const clients = await Promise.all(Array.from({ length: job.clients }, open));
  const result = await measure(job, clients);
  await Promise.all(clients.map((client) => client.close()));
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

async function measure(job: LoadJob, clients: Client[]): Promise<LoadResult> {
  const cpu = () => (job.watchedPid === null ? undefined : cpuMillisecondsOf(job.watchedPid));
  const begin = performance.now() + job.warmSeconds * 1000;
  const end = begin + job.seconds * 1000;
  let done = 0;
  let lastAt = begin;
  let cpuBefore: number | undefined;
  const run = async (client: Client) => {
    while (performance.now() < end && (await client.once())) {
      if (performance.now() < begin) continue;
      cpuBefore ??= cpu();
      done += 1;
      lastAt = performance.now();
    }
  };
  await Promise.all(clients.map(run));
  const cpuAfter = cpu();
  const cpuMilliseconds =
    cpuBefore === undefined || cpuAfter === undefined ? null : cpuAfter - cpuBefore;
  return { done, seconds: (lastAt - begin) / 1000, cpuMilliseconds };
}

function opener(target: LoadJob["target"]): () => Promise<Client> {
  switch (target.kind) {
    case "product":
      return productClients(target);
    case "bare":
      return bareClients(target);
    case "database":
      return databaseClients(target);
  }
}

/** The token of a card's link, as the benchmark's programme was made with. */
export function tokenOf(card: number): string {
  return `bench-${String(card).padStart(18, "0")}`;
}

function productClients(target: ProductTarget): () => Promise<Client> {
  const { port, bodies, cards } = target;
  let next = 0;
  return async () => {
    const { send, close } = await openConnection(port);
    const once = async () => {
      if (next === cards) return false;
      const index = next++;
      const token = tokenOf(target.firstCard + index);
      const get = (path: string) => send(requestFor("GET", path, { token }));
      if (target.isWholeVisit) {
        expect(await get(`/l/${token}`), 303);
        expect(await get("/a"), 200);
      }
      expect(await get("/a/all"), 200);
      const body = bodies[index % bodies.length]!;
      expect(await send(requestFor("POST", "/a/all", { token, body })), 303);
      if (target.isWholeVisit) expect(await get("/a/receipt"), 200);
      return true;
    };
    return { once, close };
  };
}

function bareClients({ port, bodies }: BareTarget): () => Promise<Client> {
  let next = 0;
  return async () => {
    const { send, close } = await openConnection(port);
    const once = async () => {
      const body = bodies[next++ % bodies.length]!;
      expect(await send(requestFor("GET", "/", {})), 200);
      expect(await send(requestFor("POST", "/", { body })), 303);
      return true;
    };
    return { once, close };
  };
}

function databaseClients({ config, statement, rows }: DatabaseTarget): () => Promise<Client> {
  let next = 0;
  return async () => {
    const client = new pg.Client(config);
    await client.connect();
    const query = { name: "insert", text: statement };
    const once = async () => {
      const { rowCount } = await client.query({ ...query, values: rows[next++ % rows.length]! });
      if (!rowCount) throw new Error("nothing was inserted");
      return true;
    };
    return { once, close: () => client.end() };
  };
}

/** A request as a telephone's browser sends it, as far as a server looks at it. */
export function requestFor(
  method: "GET" | "POST",
  path: string,
  { token, body }: { token?: string; body?: string },
): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    "accept-encoding: gzip, deflate, br",
    "accept-language: lt",
    ...(token ? [`cookie: answering=l.${token}`] : []),
    ...(body === undefined
      ? []
      : [
          "origin: http://127.0.0.1",
          "sec-fetch-site: same-origin",
          "content-type: application/x-www-form-urlencoded",
          `content-length: ${Buffer.byteLength(body)}`,
        ]),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body ?? ""}`;
}

function expect({ status, body }: { status: number; body: Buffer }, expected: number): void {
  if (status === expected) return;
  throw new Error(`expected ${expected}, got ${status}: ${body.toString("utf8").slice(0, 500)}`);
}
