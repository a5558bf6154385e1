import { sql } from "kysely";
import { expect, test } from "vitest";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { inTransaction } from "../../db/transaction.ts";
import { useOwnDatabase } from "../support/database.ts";

const { config } = useOwnDatabase();

/** A pool with one connection, so that what it has planned can be asked of it. */
async function withOneConnection(work: (pool: Db) => Promise<void>): Promise<void> {
  const pool = connect({ ...config(), max: 1 });
  try {
    await work(pool);
  } finally {
    await closeDb(pool);
  }
}

async function plannedIn(pool: Db): Promise<string[]> {
  const planned = await sql<{ statement: string }>`
    select statement from pg_prepared_statements order by prepare_time`.execute(pool);
  return planned.rows.map(({ statement }) => statement.trim());
}

async function double(pool: Db, value: number): Promise<number> {
  const { rows } = await sql<{ twice: number }>`select ${value}::integer * 2 as twice`.execute(
    pool,
  );
  return rows[0]!.twice;
}

test("a statement that comes again and again is planned once, and goes on to answer right", () =>
  withOneConnection(async (pool) => {
    for (let value = 1; value <= 5; value++) expect(await double(pool, value)).toBe(2 * value);
    expect(await plannedIn(pool)).toEqual([]);
    for (let value = 6; value <= 20; value++) expect(await double(pool, value)).toBe(2 * value);
    expect(await plannedIn(pool)).toEqual(["select $1::integer * 2 as twice"]);
  }));

test("statements of ever new shapes, and those without parameters, are not kept", () =>
  withOneConnection(async (pool) => {
    for (let length = 1; length <= 40; length++) {
      const list = sql.join(Array.from({ length }, (_, index) => sql`${index}::integer`));
      await sql`select 1 where 1 in (${list})`.execute(pool);
      await sql`select 1`.execute(pool);
    }
    expect(await plannedIn(pool)).toEqual([]);
  }));

test("a planned statement runs inside transactions, fails like any other, and works again after", () =>
  withOneConnection(async (pool) => {
    const divide = async (db: Db, by: number) =>
      (await sql<{ is: number }>`select 6 / ${by}::integer as is`.execute(db)).rows[0]!.is;
    for (let times = 0; times < 10; times++) expect(await divide(pool, 2)).toBe(3);
    await expect(inTransaction(pool, (tx) => divide(tx, 0))).rejects.toThrow("division by zero");
    expect(await inTransaction(pool, (tx) => divide(tx, 3))).toBe(2);
  }));

test("a change of the schema in between fails a statement at most once", () =>
  withOneConnection(async (pool) => {
    await sql`create table planned (id integer)`.execute(pool);
    const insert = (id: number) => sql`insert into planned values (${id})`.execute(pool);
    const find = async (id: number) =>
      (await sql`select id from planned where id = ${id}`.execute(pool)).rows;
    for (let id = 1; id <= 10; id++) {
      await insert(id);
      expect(await find(id)).toEqual([{ id }]);
    }
    await sql`alter table planned alter id type bigint, add column note text`.execute(pool);
    await insert(11);
    await expect(find(11)).rejects.toThrow("cached plan");
    expect(await find(11)).toEqual([{ id: 11 }]);
  }));
