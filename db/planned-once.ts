import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/** As often is a statement sent in full before it is worth a name (pgjdbc's `prepareThreshold`). */
const usesBeforeNamed = 5;
/** Each name costs some memory in every connection; a product has fewer statements that it repeats. */
const mostNamed = 200;
const mostCounted = 1_000;

/**
 * The same pool, but a statement with parameters that comes again and again gets a name: PostgreSQL then parses and
 * plans it once a connection and not at each use. For a look-up that joins many tables this is most of its time.
 */
export function plannedOnce(pool: pg.Pool): PostgresPool {
  const nameOf = createNames();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const connect = async () => {
    const client = await pool.connect();
    const known = clients.get(client) ?? namingClient(client, nameOf);
    clients.set(client, known);
    return known;
  };
  return { connect, end: () => pool.end() };
}

type NameOf = (statement: string) => string | undefined;

/** Names are given in this process, and known to a connection from its first use of them. */
function createNames(): NameOf {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return (statement) => {
    const known = names.get(statement);
    if (known !== undefined || names.size >= mostNamed) return known;
    const used = (uses.get(statement) ?? 0) + 1;
    // Statements of ever new shapes (lists of many lengths) would fill the memory without ever coming again.
    if (uses.size >= mostCounted) uses.clear();
    if (used <= usesBeforeNamed) {
      uses.set(statement, used);
      return undefined;
    }
    uses.delete(statement);
    const name = `s${names.size + 1}`;
    names.set(statement, name);
    return name;
  };
}

/** "cached plan must not change result type": somebody changed the type of a column that the statement gives. */
const stalePlan = "0A000";
/** The server ends the connection: operator intervention, or a transaction left idle for too long. */
const ended = /^(57P|25P03)/;

/**
 * Kysely hands over either a text with its parameters or, to read row by row, a cursor, which passes unchanged.
 * A connection whose plans another version of the product has made stale is closed after use, and a new one opened; so
 * is one that the server has given notice to, for it says so a moment before it hangs up, and in that moment the pool
 * would hand the connection to somebody else.
 */
function namingClient(client: pg.PoolClient, nameOf: NameOf): PostgresPoolClient {
  let isSpent = false;
  const noticeSpent = (error: { code?: string }) => {
    isSpent ||= error.code === stalePlan || ended.test(error.code ?? "");
    throw error;
  };
  const query = (statement: string | pg.Submittable, values: unknown[] = []) => {
    if (typeof statement !== "string") return client.query(statement);
    const name = values.length > 0 ? nameOf(statement) : undefined;
    const sent = name === undefined ? statement : { name, text: statement };
    return client.query(sent, values).catch(noticeSpent);
  };
  return {
    query: query as unknown as PostgresPoolClient["query"],
    release: () => client.release(isSpent),
  };
}
