import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from "../../db/embedded.ts";
import { bundlePrograms, type Child, type Programs } from "./child-process.ts";

/** What a test of the launcher works with; everything is ended and removed after the test. */
export interface EngineTest {
  /** A new folder for each test, unless the test takes up one that was used before. */
  dir(): string;
  /** Works on a folder whose database was started and stopped before, which is quicker than a new one. */
  useFolderAgain(): void;
  start(options?: Partial<EmbeddedOptions>): Promise<EmbeddedDatabase>;
  connectTo(engine: Pick<EmbeddedDatabase, "config">): Db;
  /** Starts one of the programs of tests/db/processes on the folder. */
  spawn(name: string, args?: readonly string[]): Child;
  /** The number of the server's process, as its lock file says. */
  serverPid(): number;
}

interface Used {
  dir: string;
  engines: EmbeddedDatabase[];
  pools: Db[];
  children: Child[];
}

export function useEngine(programNames: readonly string[]): EngineTest {
  let usedBefore: string;
  let programs: Programs;
  let used: Used;

  beforeAll(async () => {
    usedBefore = makeFolder();
    await (await startEmbedded({ dir: usedBefore })).stop();
    programs = await bundlePrograms(programNames.map((name) => `tests/db/processes/${name}.ts`));
  });
  beforeEach(() => {
    used = { dir: makeFolder(), engines: [], pools: [], children: [] };
  });
  afterEach(async () => {
    await endAll(used);
    if (used.dir !== usedBefore) removeFolder(used.dir);
  });
  afterAll(() => {
    removeFolder(usedBefore);
    programs.remove();
  });

  const keep = <T>(list: T[], one: T): T => {
    list.push(one);
    return one;
  };
  return {
    dir: () => used.dir,
    useFolderAgain: () => {
      removeFolder(used.dir);
      used.dir = usedBefore;
    },
    start: async (options = {}) =>
      keep(used.engines, await startEmbedded({ dir: used.dir, ...options })),
    connectTo: ({ config }) => keep(used.pools, connect(config)),
    spawn: (name, args = []) => keep(used.children, programs.start(name, [used.dir, ...args])),
    serverPid: () => Number.parseInt(fs.readFileSync(lockFile(used.dir), "utf8"), 10),
  };
}

/** PostgreSQL runs under another account when root tests, and has to pass through the folder. */
function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-embedded-"));
  fs.chmodSync(folder, 0o755);
  return folder;
}

function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}

function lockFile(dir: string): string {
  return path.join(dir, "pg", "postmaster.pid");
}

async function endAll({ dir, engines, pools, children }: Used): Promise<void> {
  await Promise.all(pools.map(closeDb));
  await Promise.all(children.map((child) => child.kill()));
  for (const engine of engines) await engine.stop();
  // A server whose owner was killed is an orphan; starting once more is what shuts it down.
  if (fs.existsSync(lockFile(dir))) await (await startEmbedded({ dir })).stop();
}

/** Keys that a program said it had stored; each test takes a range of its own. */
export async function insertKey(db: Db, key: number): Promise<void> {
  await sql`create table if not exists acknowledged (key integer primary key)`.execute(db);
  await sql`insert into acknowledged values (${key})`.execute(db);
}

export async function listKeys(db: Db): Promise<number[]> {
  const found = await sql<{ key: number }>`select key from acknowledged order by key`.execute(db);
  return found.rows.map(({ key }) => key);
}
