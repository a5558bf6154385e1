import net from "node:net";
import { sql } from "kysely";
import type pg from "pg";
import { describe, expect, test } from "vitest";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { inTransaction } from "../../db/transaction.ts";
import { useOwnDatabase } from "../support/database.ts";

const { db, config } = useOwnDatabase();

async function pidOf(connection: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
  return rows[0]!.pid;
}

async function terminate(pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid}, 5000)`.execute(db());
}

async function isActive(pid: number): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where pid = ${pid} and wait_event = 'PgSleep'`.execute(db());
  return rows.length === 1;
}

/** A pool with one connection, so that a test knows which one it gets, and what it said of it. */
async function withOneConnection(
  work: (pool: Db, said: string[]) => Promise<void>,
  way: pg.PoolConfig = {},
): Promise<void> {
  const said: string[] = [];
  const pool = connect({ ...config(), ...way, max: 1 }, { log: (sentence) => said.push(sentence) });
  try {
    await work(pool, said);
  } finally {
    await closeDb(pool);
  }
}

/** A way to the server on which everything passes at once, but the end of a connection only after half a second. */
async function openLateEnd(): Promise<{ way: pg.PoolConfig; close: () => void }> {
  const { host = "127.0.0.1", port = 5432 } = config();
  const server = net.createServer({ allowHalfOpen: true }, (near) => {
    const far = host.startsWith("/")
      ? net.connect(`${host}/.s.PGSQL.${port}`)
      : net.connect(port, host);
    for (const socket of [near, far]) socket.on("error", () => {});
    far.on("data", (bytes) => near.write(bytes));
    far.on("end", () => setTimeout(() => near.end(), 500));
    near.pipe(far);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const way = { host: "127.0.0.1", port: (server.address() as net.AddressInfo).port };
  return { way, close: () => void server.close() };
}

describe("a broken connection", () => {
  test("that was idle is replaced unnoticed", () =>
    withOneConnection(async (pool, said) => {
      const before = await pidOf(pool);
      await terminate(before);
      await expect.poll(() => said.length).toBeGreaterThan(0);
      expect(await pidOf(pool)).not.toBe(before);
    }));

  test("fails the statement under way, and only that", () =>
    withOneConnection(async (pool) => {
      const pid = await pidOf(pool);
      const underWay = sql`select pg_sleep(5)`.execute(pool);
      const failed = expect(underWay).rejects.toThrow(/terminat/);
      await expect.poll(() => isActive(pid)).toBe(true);
      await terminate(pid);
      await failed;
      expect(await pidOf(pool)).not.toBe(pid);
    }));

  test("is given to nobody between the server's notice and its end", async () => {
    const { way, close } = await openLateEnd();
    await withOneConnection(async (pool) => {
      const pid = await pidOf(pool);
      const failed = expect(sql`select pg_sleep(5)`.execute(pool)).rejects.toThrow(/terminat/);
      await expect.poll(() => isActive(pid)).toBe(true);
      await terminate(pid);
      await failed;
      expect(await pidOf(pool)).not.toBe(pid);
    }, way);
    close();
  });

  test("fails the transaction it was in, which leaves nothing, and the error of the work is kept", () =>
    withOneConnection(async (pool) => {
      await sql`create table if not exists note (id integer)`.execute(db());
      const ownError = new Error("what the work said");
      const work = async (transaction: Db) => {
        await sql`insert into note values (1)`.execute(transaction);
        await terminate(await pidOf(transaction));
        throw ownError;
      };
      await expect(inTransaction(pool, work)).rejects.toBe(ownError);
      expect((await sql`select from note`.execute(pool)).rows).toEqual([]);
    }));
});

test("work that fails gives its connection back without an open transaction", () =>
  withOneConnection(async (pool) => {
    const refusal = new Error("refused");
    await expect(inTransaction(pool, () => Promise.reject(refusal))).rejects.toBe(refusal);
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(db());
    expect(rows).toEqual([]);
    await pidOf(pool);
  }));

describe("limits", () => {
  test("hold on every connection", async () => {
    const { rows } = await sql`
      select current_setting('statement_timeout') as statement,
             current_setting('lock_timeout') as lock,
             current_setting('idle_in_transaction_session_timeout') as idle,
             current_setting('application_name') as name`.execute(db());
    expect(rows).toEqual([{ statement: "5s", lock: "2s", idle: "10s", name: "pokytis" }]);
  });

  test("end a statement that takes too long", async () => {
    const hurried = connect({ ...config(), statement_timeout: 50 });
    await expect(sql`select pg_sleep(5)`.execute(hurried)).rejects.toMatchObject({ code: "57014" });
    await closeDb(hurried);
  });

  test("can be raised for one transaction and hold again after it", () =>
    withOneConnection(async (pool) => {
      const limit = async (connection: Db) =>
        (
          await sql<{
            limit: string;
          }>`select current_setting('statement_timeout') as limit`.execute(connection)
        ).rows[0]!.limit;
      const raised = await inTransaction(pool, async (transaction) => {
        await sql`set local statement_timeout = '60s'`.execute(transaction);
        return limit(transaction);
      });
      expect([raised, await limit(pool)]).toEqual(["1min", "5s"]);
    }));

  test("tell a caller that no connection is free, instead of keeping it waiting", async () => {
    const small = connect({ ...config(), max: 1, connectionTimeoutMillis: 100 });
    await inTransaction(small, async () => {
      await expect(pidOf(small)).rejects.toThrow("timeout exceeded");
    });
    await closeDb(small);
  });
});

test("statements can be watched, parameters apart from the text", async () => {
  const seen: { sql: string; parameters: readonly unknown[] }[] = [];
  const watched = connect(config(), { onStatement: ({ query }) => seen.push(query) });
  await sql`select ${"secret"}::text`.execute(watched);
  await closeDb(watched);
  expect(seen).toMatchObject([{ sql: "select $1::text", parameters: ["secret"] }]);
});
