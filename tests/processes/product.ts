import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { build } from "vite";

/** The product as `npm run build` makes it, in a folder of its own. */
export interface BuiltProduct {
  /** Starts it as a process on 127.0.0.1, on a port of the system's choice. */
  start(options: StartOptions): Promise<RunningProduct>;
  remove(): void;
}

export interface StartOptions {
  /** Where its own PostgreSQL keeps the data. */
  dir: string;
  /** Options of Node, such as `--cpu-prof`. */
  nodeOptions?: readonly string[];
}

export interface RunningProduct {
  pid: number;
  origin: string;
  port: number;
  /** Ends it without any warning, as a power cut or the system's out-of-memory killer would. */
  kill(): Promise<void>;
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Builds what the sources say now. Not `dist`: another build may be replacing that while a process of ours starts.
 * The folder is inside the project, so that packages are found.
 */
export async function buildProduct(): Promise<BuiltProduct> {
  const cache = path.resolve("node_modules", ".cache");
  fs.mkdirSync(cache, { recursive: true });
  const folder = fs.mkdtempSync(path.join(cache, "product-"));
  const logLevel = "error";
  await build({ logLevel, build: { outDir: path.join(folder, "web") } });
  await build({ logLevel, build: { outDir: path.join(folder, "server"), ssr: true } });
  return {
    start: (options) => startProduct(path.join(folder, "server", "main.js"), options),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder for data; PostgreSQL runs under another account when root tests, and has to pass through it. */
export function makeDataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-product-"));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** The number of the database server's process, as its lock file says. */
export function databasePid(dir: string): number {
  return Number.parseInt(fs.readFileSync(path.join(dir, "pg", "postmaster.pid"), "utf8"), 10);
}

type ProductProcess = ChildProcessByStdio<null, Readable, Readable>;

async function startProduct(
  main: string,
  { dir, nodeOptions = [] }: StartOptions,
): Promise<RunningProduct> {
  const child = spawn(process.execPath, ["--enable-source-maps", ...nodeOptions, main, "--empty"], {
    env: environment(dir),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  const port = await listeningPort(child, exited);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    pid: child.pid!,
    port,
    origin: `http://127.0.0.1:${port}`,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

/** Settings of whoever runs this must not lead to a database in real use: an empty variable counts as none. */
function environment(dir: string): NodeJS.ProcessEnv {
  const ours = { DATABASE_URL: "", PUBLIC_URL: "", TRUSTED_PROXY_HOPS: "", HOST: "127.0.0.1" };
  return { ...process.env, ...ours, PORT: "0", DATA_DIR: dir };
}

/** Waits for the log line that tells the port; rejects with what was written to stderr when it ends before. */
async function listeningPort(child: ProductProcess, exited: Promise<unknown>): Promise<number> {
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors = (errors + chunk).slice(-4_000);
  });
  const listening = new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.includes('"event":"listening"')) {
        resolve((JSON.parse(line) as { port: number }).port);
      }
    });
  });
  const port = await Promise.race([listening, exited.then(() => undefined)]);
  if (port === undefined) throw new Error(`the product ended before it listened: ${errors}`);
  return port;
}
