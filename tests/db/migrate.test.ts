import { type Migration, sql } from "kysely";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { migrations } from "../../db/migrations/all.ts";
import { configOf, createDatabase, dropDatabase } from "../support/test-server.ts";

const server = inject("testServer");
const name = `${server.prefix}unmigrated`;
let pools: Db[];

/** Another connection pool to the same empty database, as another process would have one. */
function another(limits: pg.PoolConfig = {}): Db {
  const pool = connect({ ...configOf(server, name), ...limits });
  pools.push(pool);
  return pool;
}

beforeEach(async () => {
  pools = [];
  await createDatabase({ ...server, template: "template0" }, name);
});
afterEach(async () => {
  await Promise.all(pools.map(closeDb));
  await dropDatabase(server, name);
});

function statements(text: string): Migration {
  return { up: async (db) => void (await sql.raw(text).execute(db)) };
}

const first = { "0001-first": statements("create table one (id integer primary key)") };
const both = { ...first, "0002-second": statements("create table two (id integer primary key)") };

async function listTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

describe("migrating", () => {
  test("runs what is pending, in order, and tells what ran", async () => {
    const trial = another();
    expect(await migrateToLatest(trial, first)).toEqual(["0001-first"]);
    expect(await migrateToLatest(trial, both)).toEqual(["0002-second"]);
    expect(await listTables(trial)).toEqual(["one", "two"]);
  });

  test("a second time does nothing", async () => {
    const trial = another();
    await migrateToLatest(trial, both);
    expect(await migrateToLatest(trial, both)).toEqual([]);
  });

  test("by three processes at once is done by one of them", async () => {
    const trial = another();
    const slow = {
      "0001-slow": statements("create table one (id integer); select pg_sleep(0.3)"),
    };
    const ran = await Promise.all(
      [trial, another(), another()].map((pool) => migrateToLatest(pool, slow)),
    );
    expect(ran.flat()).toEqual(["0001-slow"]);
  });

  test("is all undone when one of the migrations fails", async () => {
    const trial = another();
    const broken = { ...first, "0002-broken": statements("create table two (id integr)") };
    await expect(migrateToLatest(trial, broken)).rejects.toThrow(/integr/);
    expect(await listTables(trial)).toEqual([]);
    expect(await migrateToLatest(trial, both)).toHaveLength(2);
  });

  test("cut off in the middle leaves nothing, and can be done again", async () => {
    const trial = another();
    const cutOff = {
      ...first,
      "0002-cut-off": statements("select pg_terminate_backend(pg_backend_pid())"),
    };
    await expect(migrateToLatest(trial, cutOff)).rejects.toThrow(/connection/);
    expect(await listTables(another())).toEqual([]);
    expect(await migrateToLatest(another(), both)).toHaveLength(2);
  });

  test("may take longer than other statements, which keep their limit", async () => {
    const hurried = another({ statement_timeout: 100, max: 1 });
    const slow = {
      "0001-slow": statements("create table one (id integer); select pg_sleep(0.3)"),
    };
    expect(await migrateToLatest(hurried, slow)).toEqual(["0001-slow"]);
    await expect(sql`select pg_sleep(0.3)`.execute(hurried)).rejects.toMatchObject({
      code: "57014",
    });
  });

  test("refuses a database that a newer release has changed, and leaves it alone", async () => {
    const trial = another();
    await migrateToLatest(trial, both);
    await expect(migrateToLatest(trial, first)).rejects.toMatchObject({
      reason: "newer-schema",
      message: expect.stringContaining("0002-second"),
    });
    expect(await listTables(trial)).toEqual(["one", "two"]);
  });
});

test("the released migrations run on an empty database", async () => {
  const db = another();
  expect(await migrateToLatest(db)).toEqual(Object.keys(migrations).sort());
  expect(await migrateToLatest(db)).toEqual([]);
});
