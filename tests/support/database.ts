import { randomBytes } from "node:crypto";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { configOf, createDatabase, dropDatabase, hasDatabase } from "./test-server.ts";

/**
 * A database for the tests of a file or a `describe` block. Each test runs in a transaction of its
 * own that is rolled back after it, so it starts from a migrated, empty database and costs
 * milliseconds. `db()` is that transaction. A statement that fails spoils the rest of the test
 * unless it ran inside `inTransaction`; tests of concurrency and commits use `useOwnDatabase`.
 */
export function useDatabase(): { db: () => Db } {
  let pool: Db;
  let open: OpenTransaction | undefined;

  beforeAll(async () => {
    pool = connect(await workerDatabase());
  });
  beforeEach(async () => {
    open = await openTransaction(pool);
  });
  afterEach(async () => {
    await open?.rollBack();
    open = undefined;
  });
  afterAll(async () => {
    await closeDb(pool);
  });

  return { db: () => open?.db ?? outsideOfTest() };
}

/**
 * A database that only these tests see, for real commits and several connections. It is shared by
 * the tests of the file or the `describe` block, and dropped after them. `config()` lets a test open
 * further pools or tell another process.
 */
export function useOwnDatabase(): { db: () => Db; config: () => pg.PoolConfig } {
  const server = inject("testServer");
  const name = `${server.prefix}own_${randomBytes(4).toString("hex")}`;
  const config = configOf(server, name);
  let pool: Db | undefined;

  beforeAll(async () => {
    await createDatabase(server, name);
    pool = connect(config);
  });
  afterAll(async () => {
    if (pool) await closeDb(pool);
    await dropDatabase(server, name);
  });

  return { db: () => pool ?? outsideOfTest(), config: () => config };
}

/** One database for each worker, made when it first needs one; it stays empty, as nothing is committed. */
async function workerDatabase(): Promise<pg.PoolConfig> {
  const server = inject("testServer");
  const name = `${server.prefix}worker_${process.env.VITEST_POOL_ID}`;
  if (!(await hasDatabase(server, name))) await createDatabase(server, name);
  // A test may think for long between two statements, while it draws a document for instance.
  return { ...configOf(server, name), idle_in_transaction_session_timeout: 0 };
}

interface OpenTransaction {
  db: Db;
  rollBack: () => Promise<void>;
}

class RolledBack extends Error {}

/** Kysely's transactions end with a function; this one waits inside it until the test is over. */
async function openTransaction(pool: Db): Promise<OpenTransaction> {
  const testIsOver = signal();
  return new Promise((resolve, reject) => {
    const ended = pool.transaction().execute(async (db) => {
      const rollBack = async () => {
        testIsOver.give();
        await ended.catch(unlessRolledBack);
      };
      resolve({ db, rollBack });
      await testIsOver.given;
      throw new RolledBack();
    });
    ended.catch(reject);
  });
}

function unlessRolledBack(error: unknown): void {
  if (!(error instanceof RolledBack)) throw error;
}

function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

function outsideOfTest(): never {
  throw new Error("the database is there inside tests and hooks, not while tests are collected");
}
