import { Kysely, type LogEvent, PostgresDialect } from "kysely";
import pg from "pg";
import { columnTypes } from "./column-types.ts";
import { plannedOnce } from "./planned-once.ts";
import type { Database } from "./schema.ts";

/** The database or an open transaction: whoever is given one need not know which. */
export type Db = Kysely<Database>;

export interface ConnectOptions {
  /** Receives a sentence when a connection breaks; never the values of a row. */
  log?: (sentence: string) => void;
  /** Sees every statement after it ran; for tests that count or inspect them. */
  onStatement?: (event: LogEvent) => void;
}

/**
 * Limits for every connection, in milliseconds; a configuration may set its own, and a long export
 * may `set local statement_timeout` inside its transaction. They keep one bad statement or one
 * forgotten transaction from standing in everybody's way; a caller who gets no connection in time
 * learns so and can try again, instead of joining a queue without an end.
 */
const limits: pg.PoolConfig = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: 3_000,
  application_name: "pokytis",
  keepAlive: true,
};

/** Opens a pool of connections. Nothing is sent before the first statement, so this cannot fail. */
export function connect(config: pg.PoolConfig, { log, onStatement }: ConnectOptions = {}): Db {
  const pool = new pg.Pool({ ...limits, types: columnTypes(), ...config });
  surviveBrokenConnections(pool, log ?? (() => {}));
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: plannedOnce(pool) }),
    log: onStatement,
  });
}

/**
 * A restart of the server breaks every connection, also those nobody is using at the moment.
 * Without a listener Node takes such an error event for fatal and ends the process. With it, the
 * statement under way fails, the pool forgets the connection, and the next statement opens another.
 * The pool repeats the error of an idle connection, which has been told by then.
 */
function surviveBrokenConnections(pool: pg.Pool, log: (sentence: string) => void): void {
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", (error) => {
      if (!pool.ending) log(`a database connection broke: ${error.message}`);
    });
  });
}

/** Waits for the statements under way and closes every connection. */
export async function closeDb(db: Db): Promise<void> {
  await db.destroy();
}
