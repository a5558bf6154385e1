import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { closeDb, connect } from "../../db/connect.ts";
import { startEmbedded } from "../../db/embedded.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { configOf, createDatabase, dropDatabases, type TestServer } from "./test-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Makes a server ready before any test runs: an engine of our own in a temporary folder, or, when
 * TEST_DATABASE_URL names one, somebody's server. DATABASE_URL is never read: it may be in real use.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  const { server, stop } = url ? { server: namedServer(url), stop: undefined } : await ownServer();
  const tearDown = async () => {
    await dropDatabases(server);
    await stop?.();
  };
  try {
    await createTemplate(server);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide("testServer", server);
  return tearDown;
}

async function createTemplate(server: TestServer): Promise<void> {
  await createDatabase({ ...server, template: "template0" }, server.template);
  const db = connect(configOf(server, server.template));
  try {
    await migrateToLatest(db);
  } finally {
    await closeDb(db);
  }
}

function namedServer(url: string): TestServer {
  const { host, port, user, password, ssl, database } = new pg.Client({ connectionString: url });
  const connection = { host, port, user: user ?? os.userInfo().username, ssl: Boolean(ssl) };
  return serverOf({ ...connection, password: password ?? undefined }, database ?? "postgres");
}

async function ownServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-test-"));
  fs.chmodSync(dir, 0o755);
  const embedded = await startEmbedded({ dir, disposable: true }).catch((error: unknown) => {
    fs.rmSync(dir, { recursive: true, force: true });
    throw error;
  });
  const connection = embedded.config as TestServer["connection"];
  await allowCreatingDatabases(embedded.config);
  const stop = async () => {
    await embedded.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  };
  return { server: serverOf({ ...connection }, "pokytis"), stop };
}

/** The role of the application makes no databases of its own; in tests it does. */
async function allowCreatingDatabases(config: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({ ...config, user: "postgres", database: "postgres" });
  await client.connect();
  await client.query(`alter role ${client.escapeIdentifier(config.user ?? "")} createdb`);
  await client.end();
}

function serverOf(
  { host, port, user, password, ssl }: TestServer["connection"],
  maintenanceDatabase: string,
): TestServer {
  const prefix = `pokytis_test_${process.pid}_${randomBytes(4).toString("hex")}_`;
  const connection = { host, port, user, password, ssl };
  return { connection, maintenanceDatabase, prefix, template: `${prefix}template` };
}
