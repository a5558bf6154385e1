import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { DatabaseRefusal } from "../refusal.ts";
import { type Account, canEnter, chooseAccount } from "./account.ts";

/** Where the database lives and who runs it. */
export interface Place {
  /** Our own folder: data, owner records and, where needed, a copy of the engine. */
  base: string;
  /** PostgreSQL's data folder inside it. */
  data: string;
  account: Account | undefined;
}

const noteName = "moved-to";

/**
 * Finds the folder for the database. Usually it is the one asked for; but when root runs a clone
 * below a private home, the account of PostgreSQL cannot enter it, so the data go to the fallback folder and a
 * note in the folder says where. The note is followed from then on: a later change of permissions
 * must not make the data seem lost.
 */
export async function choosePlace(
  dir: string,
  log: (line: string) => void,
  fallback = "/var/lib/pokytis",
): Promise<Place> {
  makeOpenFolder(path.resolve(dir));
  const asked = fs.realpathSync(dir);
  const base = readNote(asked) ?? asked;
  const account = chooseAccount(path.join(base, "pg"));
  if (await canEnter(base, account)) return placeAt(base, account);

  if (fs.existsSync(path.join(base, "pg"))) throw closedFolder(base);
  const moved = movedFolder(fallback, asked);
  makeOpenFolder(moved);
  fs.writeFileSync(path.join(asked, noteName), `${moved}\n`);
  log(`${asked} is closed to the account PostgreSQL runs under: the database is kept in ${moved}`);
  return placeAt(moved, chooseAccount(path.join(moved, "pg")));
}

/** Folders that we make ourselves can be passed through, whatever mask root works under; inside, all is closed. */
function makeOpenFolder(folder: string): void {
  const first = fs.mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= path.resolve(first).length; made = path.dirname(made)) {
    fs.chmodSync(made, 0o755);
  }
}

function placeAt(base: string, account: Account | undefined): Place {
  return { base, data: path.join(base, "pg"), account };
}

function readNote(asked: string): string | undefined {
  const note = path.join(asked, noteName);
  return fs.existsSync(note) ? fs.readFileSync(note, "utf8").trim() : undefined;
}

/** Two clones of the same name must not share one database, so the whole path is in the name. */
function movedFolder(fallback: string, asked: string): string {
  const mark = createHash("sha256").update(asked).digest("hex").slice(0, 12);
  return path.join(fallback, `${path.basename(asked)}-${mark}`);
}

function closedFolder(base: string): DatabaseRefusal {
  return new DatabaseRefusal(
    "folder-unusable",
    `The database is in ${base}, but the account that owns it may not enter that folder. ` +
      "Give it the right to pass through every folder above (chmod o+x), or start Pokytis as that account.",
  );
}
