import { spawn as spawnProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkServer } from "../../db/check-server.ts";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from "../../db/embedded.ts";
import { bundlePrograms, type Child, type Programs } from "../support/child-process.ts";

/** A folder whose database was started and stopped before; most tests take it up again. */
let usedBefore: string;
let programs: Programs;
let dir: string;
let engines: EmbeddedDatabase[];
let pools: Db[];
let children: Child[];

beforeAll(async () => {
  usedBefore = makeFolder();
  await (await startEmbedded({ dir: usedBefore })).stop();
  const names = ["hold-database", "insert-until-killed"];
  programs = await bundlePrograms(names.map((name) => `tests/db/processes/${name}.ts`));
});
afterAll(() => {
  fs.rmSync(usedBefore, { recursive: true, force: true });
  programs.remove();
});
beforeEach(() => {
  dir = makeFolder();
  [engines, pools, children] = [[], [], []];
});
afterEach(async () => {
  await Promise.all(pools.map(closeDb));
  await Promise.all(children.map((child) => child.kill()));
  for (const engine of engines) await engine.stop();
  // An engine whose owner was killed is an orphan; starting once more is what shuts it down.
  if (fs.existsSync(path.join(dir, "pg", "postmaster.pid")))
    await (await startEmbedded({ dir })).stop();
  if (dir !== usedBefore) fs.rmSync(dir, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-embedded-"));
  fs.chmodSync(folder, 0o755);
  return folder;
}

function useFolderAgain(): void {
  fs.rmSync(dir, { recursive: true });
  dir = usedBefore;
}

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const engine = await startEmbedded({ dir, ...options });
  engines.push(engine);
  return engine;
}

function open({ config }: Pick<EmbeddedDatabase, "config">): Db {
  const db = connect(config);
  pools.push(db);
  return db;
}

function spawn(name: string, args: readonly string[] = []): Child {
  const child = programs.start(name, [dir, ...args]);
  children.push(child);
  return child;
}

async function insertKey(db: Db, key: number): Promise<void> {
  await sql`create table if not exists acknowledged (key integer primary key)`.execute(db);
  await sql`insert into acknowledged values (${key})`.execute(db);
}

async function listKeys(db: Db): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`select key from acknowledged order by key`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}

function serverPid(): number {
  return Number.parseInt(fs.readFileSync(path.join(dir, "pg", "postmaster.pid"), "utf8"), 10);
}

describe("starting", () => {
  test("offers a safe database to an ordinary role, and keeps its data over a restart", async () => {
    useFolderAgain();
    const first = await start();
    expect(first.attached).toBe(false);
    expect(await checkServer(open(first))).toEqual({ major: 18, hasDataChecksums: true });
    const { rows } = await sql`
      select current_database() as database, rolsuper as "isSuperuser", current_setting('timezone') as zone,
             lower('ŠĄ') as letters
      from pg_roles where rolname = current_user`.execute(open(first));
    expect(rows).toEqual([{ database: "pokytis", isSuperuser: false, zone: "UTC", letters: "šą" }]);

    await insertKey(open(first), 1);
    await first.stop();
    expect(await listKeys(open(await start()))).toContain(1);
  });

  test("leaves no process, no socket and no note behind when it stops", async () => {
    useFolderAgain();
    const engine = await start();
    const pid = serverPid();
    await Promise.all([engine.stop(), engine.stop()]);

    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    expect(fs.existsSync(engine.config.host!)).toBe(false);
    expect(fs.readdirSync(dir).sort()).toEqual(["owners", "pg"]);
    expect(fs.readdirSync(path.join(dir, "owners"))).toEqual([]);
  });

  test("with durability off is refused by the check", async () => {
    useFolderAgain();
    const engine = await start({ flags: ["-c", "fsync=off"] });
    await expect(checkServer(open(engine))).rejects.toThrow("fsync = on");
  });

  test("over TCP, as on Windows, lets nobody in without the password", async () => {
    const engine = await start({ door: "tcp", disposable: true });
    expect(engine.config.host).toBe("127.0.0.1");
    expect((await sql`select 1 as one`.execute(open(engine))).rows).toEqual([{ one: 1 }]);
    const stranger = new pg.Client({ ...engine.config, password: "guessed" });
    await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });

    const child = spawn("hold-database");
    expect(JSON.parse(await child.line(0))).toMatchObject({ attached: true });
    await child.finish();
  });

  test("writes no value of a row into the log", async () => {
    useFolderAgain();
    const lines: string[] = [];
    const db = open(await start({ log: (line) => lines.push(line) }));
    await sql`create table person (name text unique)`.execute(db);
    await sql`insert into person values ('Ona Canary')`.execute(db);
    await expect(sql`insert into person values ('Ona Canary')`.execute(db)).rejects.toThrow();
    await expect.poll(() => lines.join("\n")).toContain("duplicate key");
    expect(lines.join("\n")).not.toContain("Canary");
  });
});

describe("after a kill", () => {
  beforeEach(useFolderAgain);

  async function expectAllOnce(acknowledged: number[]): Promise<void> {
    const keys = await listKeys(open(await start()));
    const stored = new Set(keys);
    expect(stored.size).toBe(keys.length);
    expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(400);
  }

  test("of the application, again and again, everything acknowledged is there once", async () => {
    const acknowledged: number[] = [];
    for (const _round of [1, 2]) {
      // A few keys back, so that those of unknown fate are sent again.
      const child = spawn("insert-until-killed", [String(Math.max(1_010, ...acknowledged) - 10)]);
      await child.line(200);
      await child.kill();
      acknowledged.push(...child.lines.map(Number));
    }
    await expectAllOnce(acknowledged);
  });

  test("of application and server together, everything acknowledged is there once", async () => {
    const child = spawn("insert-until-killed", ["1000000"]);
    await child.line(400);
    process.kill(serverPid(), "SIGKILL");
    await child.kill();
    await expectAllOnce(child.lines.map(Number));
  });

  test("of the server, it comes back by itself, and so does the pool", async () => {
    const engine = await start();
    const db = open(engine);
    await insertKey(db, 2);
    const pid = serverPid();
    process.kill(pid, "SIGKILL");
    await expect.poll(serverPid, { timeout: 10_000 }).not.toBe(pid);

    await expect.poll(() => listKeys(db).catch(() => []), { timeout: 10_000 }).toContain(2);
    await engine.stop();
    expect(() => serverPid()).toThrow("ENOENT");
  });

  test("a server whose owner was killed is shut down properly before the next one starts", async () => {
    const child = spawn("hold-database");
    const { config } = JSON.parse(await child.line(0)) as { config: pg.PoolConfig };
    const orphan = serverPid();
    await child.kill();
    expect(() => process.kill(orphan, 0)).not.toThrow();

    const lines: string[] = [];
    const engine = await start({ log: (line) => lines.push(line) });
    expect(engine.attached).toBe(false);
    expect(lines.join("\n")).toContain("database system was shut down");
    expect(fs.existsSync(config.host!)).toBe(false);
  });

  test.each([
    ["another program", "echo $$; exec sleep 60"],
    ["a process ended but not collected (a zombie)", "sleep 0 & echo $!; exec sleep 60"],
  ])("a lock file whose number now belongs to %s does not block the start", async (_, script) => {
    const { uid, gid } = fs.statSync(path.join(dir, "pg"));
    const bystander = spawnProcess("/bin/sh", ["-c", script], { uid, gid, cwd: "/" });
    const pid = Number(String((await once(bystander.stdout, "data"))[0]));
    const lock = [pid, path.join(dir, "pg"), 0, 5432, "", "", "", "ready"].join("\n");
    fs.writeFileSync(path.join(dir, "pg", "postmaster.pid"), lock);

    expect((await start()).attached).toBe(false);
    bystander.kill();
  });
});

describe("several processes", () => {
  test("share one server; it stays while its owner does", async () => {
    useFolderAgain();
    const engine = await start();
    const db = open(engine);
    const child = spawn("hold-database");
    const other = JSON.parse(await child.line(0)) as { attached: boolean; config: pg.PoolConfig };
    expect(other.attached).toBe(true);

    await insertKey(db, 3);
    expect(await listKeys(open(other))).toContain(3);
    await child.finish();
    expect(await listKeys(db)).toContain(3);
  });

  test("starting at once on a new folder make one server", async () => {
    const starting = [1, 2].map(() => spawn("hold-database"));
    const said = await Promise.all(starting.map((child) => child.line(0)));
    const isAttached = said.map((line) => (JSON.parse(line) as { attached: boolean }).attached);
    expect(isAttached.filter((attached) => !attached)).toHaveLength(1);
    const owner = isAttached.indexOf(false);
    for (const child of starting.filter((_, index) => index !== owner)) await child.finish();
    await starting[owner]!.finish();
    expect(fs.readdirSync(dir).sort()).toEqual(["owners", "pg"]);
  });
});

describe("a folder", () => {
  test("left half made by a killed start is made anew", async () => {
    const child = spawn("hold-database");
    const isHalfMade = () => fs.readdirSync(dir).some((name) => name.startsWith("pg.new-"));
    await expect.poll(isHalfMade, { interval: 5, timeout: 20_000 }).toBe(true);
    await child.kill();
    expect(fs.existsSync(path.join(dir, "pg"))).toBe(false);

    const db = open(await start({ disposable: true }));
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    expect(isHalfMade()).toBe(false);
  });

  test("of another major version is refused and left as it is", async () => {
    fs.mkdirSync(path.join(dir, "pg"));
    fs.writeFileSync(path.join(dir, "pg", "PG_VERSION"), "17\n");
    await expect(start()).rejects.toMatchObject({
      reason: "other-major",
      message: expect.stringMatching(/PostgreSQL 17.*DATABASE_URL/),
    });
    expect(fs.readdirSync(path.join(dir, "pg"))).toEqual(["PG_VERSION"]);
  });

  test("that holds something else is refused and left as it is", async () => {
    fs.mkdirSync(path.join(dir, "pg"));
    fs.writeFileSync(path.join(dir, "pg", "diary.txt"), "mine");
    await expect(start()).rejects.toMatchObject({ reason: "folder-unusable" });
    expect(fs.readdirSync(path.join(dir, "pg"))).toEqual(["diary.txt"]);
  });
});
