import fs from "node:fs";
import path from "node:path";
import { DatabaseRefusal } from "../refusal.ts";
import { runAs } from "./account.ts";
import { authentication, type DoorKind } from "./door.ts";
import type { Engine } from "./engine.ts";
import { makePrivateFolder, renameUnlessThere } from "./folders.ts";
import type { Place } from "./place.ts";
import { isSameProcessRunning, processIdentity } from "./processes.ts";

/** The role that initdb makes; only this launcher uses it. The application has an ordinary role. */
export const superuser = "postgres";

export interface ClusterOptions {
  door: DoorKind;
  /** Does not wait until the new files are on disk. */
  disposable: boolean;
}

/** Makes the data folder if there is none yet, and refuses one that this engine cannot read. */
export async function prepareCluster(
  place: Place,
  engine: Engine,
  options: ClusterOptions,
): Promise<void> {
  removeUnfinished(place.base);
  if (!fs.existsSync(place.data)) await createCluster(place, engine, options);
  const made = clusterMajor(place.data);
  if (made === engine.major) return;
  throw new DatabaseRefusal(
    "other-major",
    `The data in ${place.data} were made by PostgreSQL ${made}; this release brings PostgreSQL ` +
      `${engine.major} and cannot read them. Nothing was changed. Start the release that made them, ` +
      `write a backup with it and restore that into an empty folder here; or run a PostgreSQL ${made} ` +
      "server on this folder and set DATABASE_URL.",
  );
}

/**
 * Makes the folder under another name and renames it when it is whole, so that a start cut short
 * leaves nothing half made. Sorting and case follow PostgreSQL's own C.UTF-8, which is the same on
 * every operating system and never changes under an index, as a system's library may.
 */
async function createCluster(
  place: Place,
  engine: Engine,
  { door, disposable }: ClusterOptions,
): Promise<void> {
  const prefix = path.join(place.base, `pg.new-${processIdentity(process.pid)}-`);
  const staging = makePrivateFolder(prefix, place.account);
  const locale = ["--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const safety = ["--data-checksums", ...(disposable ? ["--no-sync"] : [])];
  const access = ["-U", superuser, ...authentication(place, door)];
  const args = ["-D", staging, "--encoding=UTF8", ...locale, ...safety, ...access];
  try {
    await runAs(place.account, path.join(engine.bin, "initdb"), args);
  } catch (error) {
    fs.rmSync(staging, { recursive: true, force: true });
    throw initdbFailed(place, error);
  }
  renameUnlessThere(staging, place.data);
}

/** Removes what a killed start left; folders of a start that is still going on are left alone. */
function removeUnfinished(base: string): void {
  for (const name of fs.readdirSync(base)) {
    const maker = /^pg\.new-([\d@]+)-/.exec(name)?.[1];
    if (!maker || isSameProcessRunning(maker)) continue;
    removeIfPossible(path.join(base, name));
  }
}

/** The initdb of a killed start may still be writing; what cannot be removed now will be next time. */
function removeIfPossible(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // It is in nobody's way.
  }
}

function clusterMajor(data: string): number {
  const file = path.join(data, "PG_VERSION");
  if (fs.existsSync(file)) return Number(fs.readFileSync(file, "utf8"));
  throw new DatabaseRefusal(
    "folder-unusable",
    `${data} is not a PostgreSQL data folder: PG_VERSION is missing. Nothing was changed. ` +
      "Restore the folder from a backup, or move it away to start with an empty database.",
  );
}

function initdbFailed(place: Place, error: unknown): DatabaseRefusal {
  const stderr = (error as { stderr?: string }).stderr?.trim();
  return new DatabaseRefusal(
    "folder-unusable",
    `No database could be made in ${place.base}: ${stderr || String(error)}`,
    { cause: error },
  );
}
