import { sql } from "kysely";
import type pg from "pg";
import { afterEach, expect, inject, test } from "vitest";
import { checkServer } from "../../db/check-server.ts";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { useOwnDatabase } from "../support/database.ts";
import { configOf, dropDatabase, maintain } from "../support/test-server.ts";

const { db, config } = useOwnDatabase();
let pools: Db[] = [];

function open(changes: pg.PoolConfig): Db {
  const pool = connect({ ...config(), ...changes });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.map(closeDb));
  pools = [];
});

/** Settings as another server would report them: the session looks into this schema before PostgreSQL's own. */
async function reporting(name: string, value: string): Promise<Db> {
  await sql`drop schema if exists another_server cascade`.execute(db());
  await sql`create schema another_server`.execute(db());
  await sql`
    create function another_server.current_setting(asked text) returns text language sql as ${sql.lit(
      `select case asked when '${name}' then '${value}' when 'fsync' then 'on' when 'full_page_writes' then 'on'
       when 'synchronous_commit' then 'on' else pg_catalog.current_setting(asked) end`,
    )}`.execute(db());
  return open({ options: "-c search_path=another_server,pg_catalog" });
}

test("a server of version 15 or newer with safe settings is taken", async () => {
  const facts = await checkServer(await reporting("server_version_num", "150003"));
  expect(facts).toEqual({ major: 15, hasDataChecksums: expect.any(Boolean) });
});

test("an older server is refused", async () => {
  await expect(checkServer(await reporting("server_version_num", "140022"))).rejects.toMatchObject({
    reason: "server-too-old",
    message: expect.stringContaining("PostgreSQL 14"),
  });
});

test.each(["fsync", "full_page_writes", "synchronous_commit"])(
  "a server with %s off is refused, unless it is the test engine",
  async (setting) => {
    const server = await reporting(setting, "off");
    await expect(checkServer(server)).rejects.toMatchObject({
      reason: "server-unsafe",
      message: expect.stringContaining(`${setting} = on`),
    });
    expect(await checkServer(server, { allowUnsafe: true })).toMatchObject({
      major: expect.any(Number),
    });
  },
);

test("a role for which commits do not wait for the disk is refused, whatever the server's default", async () => {
  const careless = open({ options: "-c synchronous_commit=off" });
  await expect(checkServer(careless)).rejects.toThrow("synchronous_commit = on");
});

test("a database that cannot hold every letter is refused", async () => {
  const server = inject("testServer");
  const name = `${server.prefix}latin`;
  await maintain(server, (client) =>
    client.query(
      `create database ${name} encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
    ),
  );
  const latin = connect(configOf(server, name));
  await expect(checkServer(latin, { allowUnsafe: true })).rejects.toThrow("LATIN1");
  await closeDb(latin);
  await dropDatabase(server, name);
});
