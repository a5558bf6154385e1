import pg from "pg";

/** The server that tests use, as the global set-up hands it to the workers. */
export interface TestServer {
  /** A role that may create databases; every database of the tests belongs to it. */
  connection: { host: string; port: number; user: string; password?: string; ssl: boolean };
  /** A database to be connected to while others are created. */
  maintenanceDatabase: string;
  /** Every database of this run begins with it, so two runs on one server never meet. */
  prefix: string;
  /** The migrated database that the others are copies of. */
  template: string;
}

export function configOf(server: TestServer, database: string): pg.PoolConfig {
  return { ...server.connection, database };
}

/** Copies the template, in about a tenth of a second. */
export async function createDatabase(server: TestServer, database: string): Promise<void> {
  await maintain(server, async (client) => {
    const copy = `template ${server.template} strategy file_copy`;
    await client.query(`create database ${client.escapeIdentifier(database)} ${copy}`);
  });
}

export async function hasDatabase(server: TestServer, database: string): Promise<boolean> {
  return (await listDatabases(server)).includes(database);
}

/** Drops every database of this run, and no other: the server may be somebody's own. */
export async function dropDatabases(server: TestServer): Promise<void> {
  for (const database of await listDatabases(server)) await dropDatabase(server, database);
}

export async function dropDatabase(server: TestServer, database: string): Promise<void> {
  if (!database.startsWith(server.prefix)) throw new Error(`${database} is not ours to drop`);
  await maintain(server, async (client) => {
    const drop = `drop database if exists ${client.escapeIdentifier(database)}`;
    try {
      await client.query(`${drop} with (force)`);
    } catch (error) {
      // A plain role may not end the autovacuum that is at work in there. Without force the server asks it to leave.
      if (!isRefused(error)) throw error;
      await client.query(drop);
    }
  });
}

function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "42501";
}

async function listDatabases(server: TestServer): Promise<string[]> {
  return await maintain(server, async (client) => {
    const found = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [server.prefix],
    );
    return found.rows.map(({ datname }) => datname);
  });
}

/** Runs statements that cannot run inside a transaction or in the database they are about. */
export async function maintain<T>(
  server: TestServer,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(configOf(server, server.maintenanceDatabase));
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
