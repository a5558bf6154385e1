import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { prepareCluster, superuser } from "./embedded/cluster.ts";
import { type Address, type DoorKind, knownDoor, openDoor, usualDoor } from "./embedded/door.ts";
import { findEngine } from "./embedded/engine.ts";
import { choosePlace, type Place } from "./embedded/place.ts";
import { type Predecessor, settlePredecessor } from "./embedded/predecessor.ts";
import { type Server, type ServerSettings, startServer } from "./embedded/server.ts";
import { superviseServer } from "./embedded/supervise.ts";
import { DatabaseRefusal } from "./refusal.ts";

export interface EmbeddedOptions {
  /** The folder for the data; made if missing. */
  dir: string;
  /** Further arguments for the server, such as `["-c", "log_checkpoints=on"]`. */
  flags?: readonly string[];
  /** For tests only: quicker, because nothing waits for the disk; a power cut takes the data with it. */
  disposable?: boolean;
  /** Receives the server's own messages, line by line. */
  log?: (line: string) => void;
  /** The way in, when it is not to be the usual one of this operating system. */
  door?: DoorKind;
}

export interface EmbeddedDatabase {
  /** How to connect to the database `pokytis`, as the ordinary role that owns it. */
  config: pg.PoolConfig;
  /** True when another process of ours runs the server: `stop` then leaves it running. */
  attached: boolean;
  /** Where the data really are; see `choosePlace`. */
  dataDir: string;
  /** Shuts the server down; connections still open are closed. May be called again. */
  stop(): Promise<void>;
}

const name = "pokytis";
const retryPauseMs = 100;

const disposableFlags = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"].flatMap(
  (setting) => ["-c", setting],
);

/**
 * Starts the PostgreSQL that came with the npm packages on a folder, or joins the process that
 * already did. Whatever was killed before at any moment, nothing acknowledged is lost: an orphaned
 * server is shut down properly first, and a folder half made is made anew.
 *
 * @throws DatabaseRefusal when a person has to decide: no engine for this platform, data of another
 * major version, a folder this account may not use.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await choosePlace(options.dir, options.log ?? (() => {}));
  for (let triesLeft = 3; ; triesLeft -= 1) {
    const predecessor = await settlePredecessor(place);
    try {
      if (predecessor.isShared) return await attach(place, predecessor.lock);
      return await own(place, options, predecessor);
    } catch (error) {
      // A server joined may just be shutting down; one started may have been overtaken by another.
      const isWorthRepeating = predecessor.isShared || (await wasOvertaken(place, error));
      if (triesLeft === 0 || !isWorthRepeating) throw error;
      await sleep(retryPauseMs);
    }
  }
}

async function attach(
  place: Place,
  lock: Extract<Predecessor, { isShared: true }>["lock"],
): Promise<EmbeddedDatabase> {
  const address = knownDoor(place, lock);
  await ensureDatabase(address);
  return { config: configOf(address), attached: true, dataDir: place.data, stop: async () => {} };
}

async function own(
  place: Place,
  options: EmbeddedOptions,
  { deadPid }: Extract<Predecessor, { isShared: false }>,
): Promise<EmbeddedDatabase> {
  const { log = () => {}, door: kind = usualDoor, disposable = false } = options;
  const flags = [...(disposable ? disposableFlags : []), ...(options.flags ?? [])];
  const engine = await findEngine(place);
  await prepareCluster(place, engine, { door: kind, disposable });
  const door = await openDoor(place, kind);
  const settings = { place, engine, door, flags, log };
  try {
    const server = await startServer(settings, deadPid);
    await ensureOrStop(server, door.config);
    return handle(server, settings);
  } catch (error) {
    door.close();
    throw error;
  }
}

function handle(server: Server, settings: ServerSettings): EmbeddedDatabase {
  const { place, door } = settings;
  const stopServer = superviseServer(server, settings);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stopServer().finally(door.close);
    return stopped;
  };
  return { config: configOf(door.config), attached: false, dataDir: place.data, stop };
}

function configOf(address: Address): pg.PoolConfig {
  return { ...address, user: name, database: name };
}

async function ensureOrStop(server: Server, address: Address): Promise<void> {
  try {
    await ensureDatabase(address);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Makes the role and the database unless they are there. The role is an ordinary one: a statement
 * smuggled into the application could otherwise read files and run programs on the machine.
 */
async function ensureDatabase(address: Address): Promise<void> {
  const client = new pg.Client({ ...address, user: superuser, database: "postgres" });
  client.on("error", () => {});
  await client.connect();
  try {
    const password = address.password ? `password ${client.escapeLiteral(address.password)}` : "";
    await createUnlessThere(client, "pg_roles", "rolname", `create role ${name} login ${password}`);
    const createDatabase = `create database ${name} owner ${name}`;
    await createUnlessThere(client, "pg_database", "datname", createDatabase);
  } finally {
    await client.end();
  }
}

/** Two processes may get here at once: the slower one's failure is as good as success. */
async function createUnlessThere(
  client: pg.Client,
  catalog: string,
  column: string,
  statement: string,
): Promise<void> {
  const isThere = async () =>
    (await client.query(`select 1 from ${catalog} where ${column} = $1`, [name])).rowCount === 1;
  if (await isThere()) return;
  await client.query(statement).catch(async (error: unknown) => {
    if (!(await isThere())) throw error;
  });
}

/** Whether the start failed only because another process of ours was quicker: then theirs is shared. */
async function wasOvertaken(place: Place, error: unknown): Promise<boolean> {
  if (!(error instanceof DatabaseRefusal) || error.reason !== "start-failed") return false;
  return (await settlePredecessor(place)).isShared;
}
