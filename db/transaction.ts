import { randomUUID } from "node:crypto";
import { type IsolationLevel, sql } from "kysely";
import pg from "pg";
import type { Db } from "./connect.ts";

export interface TransactionOptions {
  /** Of a transaction begun here; inside an open one it has no effect. */
  isolation?: IsolationLevel;
}

/** Serialization failure and deadlock: the server has undone everything and asks to try once more. */
const worthRepeating = new Set(["40001", "40P01"]);
const mostTries = 4;

/**
 * Does all of the work or nothing of it. Work given an open transaction joins it: it is committed
 * with the whole, but when it fails it is undone by itself, so a verb that refuses leaves nothing
 * behind wherever it is called from.
 *
 * The work may run up to four times, when the server asks for it, so it must do nothing that cannot
 * be undone: no mail, no file. It uses the transaction it is given for every statement: a second
 * connection taken inside would let a full pool wait for itself.
 */
export async function inTransaction<T>(
  db: Db,
  work: (transaction: Db) => Promise<T>,
  { isolation }: TransactionOptions = {},
): Promise<T> {
  if (db.isTransaction) return join(db, work);
  for (let tries = 1; ; tries += 1) {
    try {
      return await begin(db, work, isolation);
    } catch (error) {
      if (tries === mostTries || !isWorthRepeating(error)) throw error;
    }
  }
}

/**
 * For a transaction that reads all answers of a programme, which takes as long as there are people: its statements and
 * the pauses between them may take minutes. Waiting for somebody else's lock keeps its limit.
 */
export async function allowLongReading(transaction: Db): Promise<void> {
  await sql`
    select
      set_config('statement_timeout', '10min', true),
      set_config('idle_in_transaction_session_timeout', '2min', true)
  `.execute(transaction);
}

/** On a broken connection the rollback fails too; the error of the work itself tells more and is kept. */
async function begin<T>(
  db: Db,
  work: (transaction: Db) => Promise<T>,
  isolation: IsolationLevel | undefined,
): Promise<T> {
  const builder = isolation ? db.transaction().setIsolationLevel(isolation) : db.transaction();
  let failure: { error: unknown } | undefined;
  const watched = (transaction: Db) =>
    work(transaction).catch((error: unknown) => {
      failure = { error };
      throw error;
    });
  return builder.execute(watched).catch((error: unknown) => {
    throw failure ? failure.error : error;
  });
}

/** A savepoint of its own name: two pieces of work that wrongly run side by side fail loudly. */
async function join<T>(transaction: Db, work: (transaction: Db) => Promise<T>): Promise<T> {
  const savepoint = sql.id(`joined_${randomUUID()}`);
  await sql`savepoint ${savepoint}`.execute(transaction);
  try {
    const result = await work(transaction);
    await sql`release savepoint ${savepoint}`.execute(transaction);
    return result;
  } catch (error) {
    await undo(transaction, savepoint);
    throw error;
  }
}

/** On a broken connection there is nothing left to undo, and the first error tells more. */
async function undo(transaction: Db, savepoint: ReturnType<typeof sql.id>): Promise<void> {
  try {
    await sql`rollback to savepoint ${savepoint}`.execute(transaction);
    await sql`release savepoint ${savepoint}`.execute(transaction);
  } catch {
    // The transaction as a whole is lost; whoever began it is told by the error thrown next.
  }
}

function isWorthRepeating(error: unknown): boolean {
  return error instanceof pg.DatabaseError && worthRepeating.has(error.code ?? "");
}

/** Whether a statement was ended because it took longer than any page may wait. */
export function hasTakenTooLong(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "57014";
}
