import type pg from "pg";
import { checkServer } from "../db/check-server.ts";
import { closeDb, connect, type Db } from "../db/connect.ts";
import { startEmbedded } from "../db/embedded.ts";
import { migrateToLatest } from "../db/migrate.ts";
import type { Environment } from "./environment.ts";
import type { Log } from "./log.ts";

export interface OpenDatabase {
  db: Db;
  /** How else to reach it: for connections that listen. */
  config: pg.PoolConfig;
  /** Whether it is our own embedded engine, whose folder is ours to fill with a demonstration. */
  isEmbedded: boolean;
  close(): Promise<void>;
}

/** Connects to DATABASE_URL, or starts the embedded PostgreSQL; checks that it is safe, and brings its schema up to date. */
export async function openDatabase(environment: Environment, log: Log): Promise<OpenDatabase> {
  const server = await openServer(environment, log);
  try {
    const migrated = await migrateToLatest(server.db);
    log("database-ready", { major: server.major, migrations: migrated.length });
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The same with the schema left as it is, or still missing. */
export async function openServer(
  environment: Environment,
  log: Log,
): Promise<OpenDatabase & { major: number }> {
  const engine = environment.databaseUrl
    ? undefined
    : await startEmbedded({
        dir: environment.dataDir,
        log: (line) => log("database", { line }),
      });
  const config: pg.PoolConfig = engine?.config ?? { connectionString: environment.databaseUrl };
  const db = connect(
    { ...config, max: 16 },
    { log: (reason) => log("database-broke", { reason }) },
  );
  const close = async () => {
    await closeDb(db);
    await engine?.stop();
  };
  try {
    const { major } = await checkServer(db);
    return { db, config, isEmbedded: engine !== undefined, close, major };
  } catch (error) {
    await close();
    throw error;
  }
}
