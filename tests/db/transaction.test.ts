import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDb, connect, type Db } from "../../db/connect.ts";
import { inTransaction } from "../../db/transaction.ts";
import { useDatabase, useOwnDatabase } from "../support/database.ts";

async function insert(db: Db, id: number): Promise<void> {
  await sql`insert into note (id) values (${id})`.execute(db);
}

async function listIds(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from note order by id`.execute(db);
  return rows.map(({ id }) => id);
}

const refusal = new Error("refused");
const refuse = (): never => {
  throw refusal;
};

describe("a transaction of its own", () => {
  const { db, config } = useOwnDatabase();
  beforeAll(async () => {
    await sql`create table note (id integer primary key, value integer not null default 0)`.execute(
      db(),
    );
  });
  beforeEach(async () => {
    await sql`truncate note`.execute(db());
  });

  test("commits the work and gives its result", async () => {
    expect(
      await inTransaction(db(), async (transaction) => insert(transaction, 1).then(() => "done")),
    ).toBe("done");
    expect(await listIds(db())).toEqual([1]);
  });

  test("is invisible to others until it is committed", async () => {
    await inTransaction(db(), async (transaction) => {
      await insert(transaction, 1);
      expect(await listIds(db())).toEqual([]);
    });
  });

  test("leaves nothing of work that fails, and passes its error on", async () => {
    const work = async (transaction: Db) => {
      await insert(transaction, 1);
      refuse();
    };
    await expect(inTransaction(db(), work)).rejects.toBe(refusal);
    expect(await listIds(db())).toEqual([]);
  });

  test("sees one state of the database throughout, when asked to", async () => {
    const counts = await inTransaction(
      db(),
      async (transaction) => {
        const first = await listIds(transaction);
        await insert(db(), 1);
        return [first.length, (await listIds(transaction)).length];
      },
      { isolation: "repeatable read" },
    );
    expect(counts).toEqual([0, 0]);
  });

  test("repeats work that met a serialization failure, so that no addition is lost", async () => {
    await insert(db(), 1);
    const addOne = async (transaction: Db) => {
      const { rows } = await sql<{ value: number }>`select value from note where id = 1`.execute(
        transaction,
      );
      await sql`update note set value = ${rows[0]!.value + 1} where id = 1`.execute(transaction);
    };
    const additions = [1, 2, 3].map(() =>
      inTransaction(db(), addOne, { isolation: "serializable" }),
    );
    await Promise.all(additions);

    const { rows } = await sql<{ value: number }>`select value from note`.execute(db());
    expect(rows).toEqual([{ value: 3 }]);
  });

  test("repeats the victim of a deadlock", async () => {
    await insert(db(), 1);
    await insert(db(), 2);
    const patient = connect({ ...config(), lock_timeout: 10_000 });
    const touchBoth = (first: number, second: number) => async (transaction: Db) => {
      await sql`update note set value = value + 1 where id = ${first}`.execute(transaction);
      await sql`select pg_sleep(0.1)`.execute(transaction);
      await sql`update note set value = value + 1 where id = ${second}`.execute(transaction);
    };
    await Promise.all([
      inTransaction(patient, touchBoth(1, 2)),
      inTransaction(patient, touchBoth(2, 1)),
    ]);
    await closeDb(patient);

    const { rows } = await sql<{ value: number }>`select value from note`.execute(db());
    expect(rows).toEqual([{ value: 2 }, { value: 2 }]);
  });

  test("gives up after the fourth try", async () => {
    let tries = 0;
    const alwaysInConflict = async (transaction: Db) => {
      tries += 1;
      await sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`.execute(
        transaction,
      );
    };
    await expect(inTransaction(db(), alwaysInConflict)).rejects.toThrow("conflict");
    expect(tries).toBe(4);
  });

  test("does not repeat work that failed for another reason", async () => {
    let tries = 0;
    const insertTwice = async (transaction: Db) => {
      tries += 1;
      await insert(transaction, 1);
      await insert(transaction, 1);
    };
    await expect(inTransaction(db(), insertTwice)).rejects.toMatchObject({ code: "23505" });
    expect(tries).toBe(1);
  });
});

describe("inside an open transaction", () => {
  const { db } = useDatabase();
  beforeEach(async () => {
    await sql`create table note (id integer primary key)`.execute(db());
  });

  test("work joins it", async () => {
    const outer = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db());
    const inner = await inTransaction(db(), (transaction) =>
      sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(transaction),
    );
    expect(inner.rows).toEqual(outer.rows);
  });

  test("work that fails is undone alone, also when a statement of it failed", async () => {
    await insert(db(), 1);
    const work = async (transaction: Db) => {
      await insert(transaction, 2);
      await insert(transaction, 1);
    };
    await expect(inTransaction(db(), work)).rejects.toMatchObject({ code: "23505" });
    await insert(db(), 3);
    expect(await listIds(db())).toEqual([1, 3]);
  });

  test("work inside work is undone with the work around it", async () => {
    const outer = async (transaction: Db) => {
      await inTransaction(transaction, (inner) => insert(inner, 1));
      refuse();
    };
    await expect(inTransaction(db(), outer)).rejects.toBe(refusal);
    expect(await listIds(db())).toEqual([]);
  });

  test("is not repeated from within: a conflict has spoilt the whole", async () => {
    let tries = 0;
    const inConflict = async (transaction: Db) => {
      tries += 1;
      await sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`.execute(
        transaction,
      );
    };
    await expect(inTransaction(db(), inConflict)).rejects.toMatchObject({ code: "40001" });
    expect(tries).toBe(1);
  });
});

describe("between tests", () => {
  const { db } = useDatabase();

  test.each([1, 2])("nothing is left of the test before (%i)", async () => {
    await sql`create table note (id integer primary key)`.execute(db());
    await insert(db(), 1);
    expect(await listIds(db())).toEqual([1]);
  });
});
