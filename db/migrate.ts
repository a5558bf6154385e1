import { type Migration, Migrator, sql } from "kysely";
import type { Db } from "./connect.ts";
import { migrations as released } from "./migrations/all.ts";
import { DatabaseRefusal } from "./refusal.ts";

/**
 * Brings the schema up to date and tells which migrations ran. All pending ones run in a single
 * transaction under an advisory lock: killed in the middle, nothing has happened; started by several
 * processes at once, one does it and the others wait and find nothing to do.
 *
 * @throws DatabaseRefusal when a newer release has already migrated this database.
 */
export async function migrateToLatest(
  db: Db,
  migrations: Record<string, Migration> = released,
): Promise<string[]> {
  return await withoutLimits(db, (connection) => runPending(connection, migrations));
}

/**
 * Makes the schema as an earlier release had it, in a database that has none: for a backup of that release.
 *
 * @throws DatabaseRefusal when the names are not the first ones of this release.
 */
export async function migrateTo(db: Db, names: readonly string[]): Promise<void> {
  const known = Object.keys(released).sort();
  if (names.length === 0 || names.some((name, place) => name !== known[place])) {
    throw new DatabaseRefusal(
      "newer-schema",
      "This was made by another or a newer release of Pokytis. Nothing was changed. Use that release.",
    );
  }
  const wanted = Object.fromEntries(names.map((name) => [name, released[name]!]));
  await withoutLimits(db, (connection) => runPending(connection, wanted));
}

async function withoutLimits<T>(db: Db, work: (connection: Db) => Promise<T>): Promise<T> {
  return await db.connection().execute(async (connection) => {
    await allowLongStatements(connection);
    try {
      return await work(connection);
    } finally {
      await restoreLimits(connection);
    }
  });
}

async function runPending(
  connection: Db,
  migrations: Record<string, Migration>,
): Promise<string[]> {
  const provider = { getMigrations: async () => migrations };
  const { error, results = [] } = await new Migrator({
    db: connection,
    provider,
  }).migrateToLatest();
  if (error) throw (await findNewerRelease(connection, migrations)) ?? error;
  return results.map(({ migrationName }) => migrationName);
}

/** The names in the database tell, not the words of Kysely's error. */
async function findNewerRelease(
  connection: Db,
  migrations: Record<string, Migration>,
): Promise<DatabaseRefusal | undefined> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`
    .execute(connection)
    .catch(() => ({ rows: [] }));
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return undefined;
  return new DatabaseRefusal(
    "newer-schema",
    `A newer release of Pokytis has already changed this database (${unknown.join(", ")}), and this ` +
      "release does not know how to work with it. Nothing was changed. Start the newer release, or " +
      "restore a backup made before the update.",
  );
}

/**
 * Building an index or waiting for another process to migrate takes as long as it takes. Waiting
 * for a table takes ten seconds at most: whoever waits for one makes everybody else wait behind.
 */
async function allowLongStatements(connection: Db): Promise<void> {
  await sql`set statement_timeout = 0`.execute(connection);
  await sql`set idle_in_transaction_session_timeout = 0`.execute(connection);
  await sql`set lock_timeout = '10s'`.execute(connection);
}

/** A connection that broke needs no limits any more, and its first error must not be hidden. */
async function restoreLimits(connection: Db): Promise<void> {
  for (const name of ["statement_timeout", "idle_in_transaction_session_timeout", "lock_timeout"]) {
    await sql`reset ${sql.id(name)}`.execute(connection).catch(() => {});
  }
}
