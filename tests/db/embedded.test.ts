import fs from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { checkServer } from "../../db/check-server.ts";
import { insertKey, listKeys, useEngine } from "../support/engine.ts";

const { dir, useFolderAgain, start, connectTo, spawn, serverPid } = useEngine(["hold-database"]);

describe("starting", () => {
  test("offers a safe database to an ordinary role, and keeps its data over a restart", async () => {
    useFolderAgain();
    const first = await start();
    expect(first.attached).toBe(false);
    expect(await checkServer(connectTo(first))).toEqual({ major: 18, hasDataChecksums: true });
    const { rows } = await sql`
      select current_database() as database, rolsuper as "isSuperuser", current_setting('timezone') as zone,
             lower('ŠĄ') as letters
      from pg_roles where rolname = current_user`.execute(connectTo(first));
    expect(rows).toEqual([{ database: "pokytis", isSuperuser: false, zone: "UTC", letters: "šą" }]);

    await insertKey(connectTo(first), 1);
    await first.stop();
    expect(await listKeys(connectTo(await start()))).toContain(1);
  });

  test("leaves no process, no socket and no note behind when it stops", async () => {
    useFolderAgain();
    const engine = await start();
    const pid = serverPid();
    await Promise.all([engine.stop(), engine.stop()]);

    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    expect(fs.existsSync(engine.config.host!)).toBe(false);
    expect(fs.readdirSync(dir()).sort()).toEqual(["owners", "pg"]);
    expect(fs.readdirSync(path.join(dir(), "owners"))).toEqual([]);
  });

  test("with durability off is refused by the check", async () => {
    useFolderAgain();
    const engine = await start({ flags: ["-c", "fsync=off"] });
    await expect(checkServer(connectTo(engine))).rejects.toThrow("fsync = on");
  });

  test("over TCP, as on Windows, lets nobody in without the password", async () => {
    const engine = await start({ door: "tcp", disposable: true });
    expect(engine.config.host).toBe("127.0.0.1");
    expect((await sql`select 1 as one`.execute(connectTo(engine))).rows).toEqual([{ one: 1 }]);
    const stranger = new pg.Client({ ...engine.config, password: "guessed" });
    await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });

    const child = spawn("hold-database");
    expect(JSON.parse(await child.line(0))).toMatchObject({ attached: true });
    await child.finish();
  });

  test("writes no value of a row into the log", async () => {
    useFolderAgain();
    const lines: string[] = [];
    const db = connectTo(await start({ log: (line) => lines.push(line) }));
    await sql`create table person (name text unique)`.execute(db);
    await sql`insert into person values ('Ona Canary')`.execute(db);
    await expect(sql`insert into person values ('Ona Canary')`.execute(db)).rejects.toThrow();
    await expect.poll(() => lines.join("\n")).toContain("duplicate key");
    expect(lines.join("\n")).not.toContain("Canary");
  });
});

describe("several processes", () => {
  test("share one server; it stays while its owner does", async () => {
    useFolderAgain();
    const engine = await start();
    const db = connectTo(engine);
    const child = spawn("hold-database");
    const other = JSON.parse(await child.line(0)) as { attached: boolean; config: pg.PoolConfig };
    expect(other.attached).toBe(true);

    await insertKey(db, 3);
    expect(await listKeys(connectTo(other))).toContain(3);
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
    expect(fs.readdirSync(dir()).sort()).toEqual(["owners", "pg"]);
  });
});

describe("a folder", () => {
  test("left half made by a killed start is made anew", async () => {
    const child = spawn("hold-database");
    const isHalfMade = () => fs.readdirSync(dir()).some((name) => name.startsWith("pg.new-"));
    await expect.poll(isHalfMade, { interval: 5, timeout: 20_000 }).toBe(true);
    await child.kill();
    expect(fs.existsSync(path.join(dir(), "pg"))).toBe(false);

    const db = connectTo(await start({ disposable: true }));
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    expect(isHalfMade()).toBe(false);
  });

  test("of another major version is refused and left as it is", async () => {
    fs.mkdirSync(path.join(dir(), "pg"));
    fs.writeFileSync(path.join(dir(), "pg", "PG_VERSION"), "17\n");
    await expect(start()).rejects.toMatchObject({
      reason: "other-major",
      message: expect.stringMatching(/PostgreSQL 17.*DATABASE_URL/),
    });
    expect(fs.readdirSync(path.join(dir(), "pg"))).toEqual(["PG_VERSION"]);
  });

  test("that holds something else is refused and left as it is", async () => {
    fs.mkdirSync(path.join(dir(), "pg"));
    fs.writeFileSync(path.join(dir(), "pg", "diary.txt"), "mine");
    await expect(start()).rejects.toMatchObject({ reason: "folder-unusable" });
    expect(fs.readdirSync(path.join(dir(), "pg"))).toEqual(["diary.txt"]);
  });
});
