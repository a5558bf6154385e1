import { sql } from "kysely";
import type { Db } from "./connect.ts";
import { DatabaseRefusal } from "./refusal.ts";

const oldestMajor = 15;

export interface ServerFacts {
  /** Major version, such as 18. */
  major: number;
  /** Whether damage by the disk would be noticed; worth telling the operator, no reason to refuse. */
  hasDataChecksums: boolean;
}

interface Settings {
  version: number;
  encoding: string;
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  dataChecksums: string;
}

/**
 * Makes sure that "saved" means saved. With any of three settings off, a server acknowledges what
 * a crash or a power cut can take back (PostgreSQL documentation, "Non-Durable Settings"); kill
 * tests lost acknowledged answers with `synchronous_commit = off` alone. `allowUnsafe` is for the
 * test engine, whose data nobody misses.
 *
 * @throws DatabaseRefusal saying what to change.
 */
export async function checkServer(
  db: Db,
  { allowUnsafe = false }: { allowUnsafe?: boolean } = {},
): Promise<ServerFacts> {
  const settings = await readSettings(db);
  const major = Math.floor(settings.version / 10_000);
  if (major < oldestMajor) throw tooOld(major);
  if (settings.encoding !== "UTF8") throw wrongEncoding(settings.encoding);
  const unsafe = listUnsafe(settings);
  if (unsafe.length > 0 && !allowUnsafe) throw unsafeServer(unsafe);
  return { major, hasDataChecksums: settings.dataChecksums === "on" };
}

async function readSettings(db: Db): Promise<Settings> {
  const { rows } = await sql<Settings>`
    select current_setting('server_version_num')::int as version,
           current_setting('server_encoding') as encoding,
           current_setting('fsync') as fsync,
           current_setting('full_page_writes') as "fullPageWrites",
           current_setting('synchronous_commit') as "synchronousCommit",
           current_setting('data_checksums') as "dataChecksums"
  `.execute(db);
  return rows[0]!;
}

function listUnsafe({ fsync, fullPageWrites, synchronousCommit }: Settings): string[] {
  const settings = {
    fsync,
    full_page_writes: fullPageWrites,
    synchronous_commit: synchronousCommit,
  };
  return Object.keys(settings).filter((name) => settings[name as keyof typeof settings] === "off");
}

function tooOld(major: number): DatabaseRefusal {
  return new DatabaseRefusal(
    "server-too-old",
    `The database server is PostgreSQL ${major}; Pokytis needs version ${oldestMajor} or newer. ` +
      "Upgrade the server, or start without DATABASE_URL to use the built-in one.",
  );
}

function wrongEncoding(encoding: string): DatabaseRefusal {
  return new DatabaseRefusal(
    "server-unsafe",
    `The database is encoded as ${encoding}, which cannot hold every name and answer. ` +
      "Create it again with: create database … encoding 'UTF8' template template0.",
  );
}

function unsafeServer(unsafe: readonly string[]): DatabaseRefusal {
  const settings = unsafe.map((name) => `${name} = on`).join(", ");
  return new DatabaseRefusal(
    "server-unsafe",
    "The database server may lose answers that it has confirmed. Pokytis starts when it, the database " +
      `and the role are set to: ${settings}.`,
  );
}
