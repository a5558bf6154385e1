import type { Readable } from "node:stream";
import { sql } from "kysely";
import type { Db } from "../connect.ts";
import { migrateTo, migrateToLatest } from "../migrate.ts";
import { DatabaseRefusal } from "../refusal.ts";
import { inTransaction } from "../transaction.ts";
import { insertRows } from "./insert-rows.ts";
import { BrokenFile, type FileHead, type MostInside, type Piece, readPieces } from "./lines.ts";
import { type RowSum, settleFormats, sumRows } from "./rows.ts";
import { type BackedUpTable, listMigrations, listTables, nameOf } from "./tables.ts";
import type { Counts } from "./write-backup.ts";

/**
 * Fills an empty database from a backup, brings it up to date, and compares every table with what the backup says of
 * it. All or nothing: a file that is broken or does not come out equal leaves the database empty. `open` is called
 * twice: the file is read to its end before anything is done.
 *
 * @throws BrokenFile, DatabaseRefusal
 */
export async function restoreBackup(db: Db, open: () => Readable): Promise<Counts> {
  const head = await checkFile(open(), "pokytis-backup");
  await becomeReady(db, head);
  const counts = await inTransaction(db, async (tx) => {
    await settleFormats(tx);
    const told = await load(tx, open());
    return await compare(tx, told);
  });
  await migrateToLatest(db);
  return counts;
}

/** Reads a file to its end and adds up nothing yet: is it one of ours, of this kind, and whole? */
export async function checkFile(
  source: Readable,
  format: FileHead["format"],
  most?: MostInside,
): Promise<FileHead> {
  let head: FileHead | undefined;
  for await (const piece of readPieces(source, most)) {
    if (piece.kind === "head") head = piece.head;
    if (head?.format !== format) throw new BrokenFile(wrongKind[format]);
  }
  if (!head) throw new BrokenFile("The file is empty.");
  return head;
}

const wrongKind: Record<FileHead["format"], string> = {
  "pokytis-backup": "This is not a backup: it holds one programme.",
  "pokytis-programme": "This is not a programme's file: it is a backup of a whole installation.",
};

/** The same release's schema as the backup's, and no rows. */
async function becomeReady(db: Db, head: FileHead): Promise<void> {
  const there = await listMigrations(db);
  if (there.length === 0) return await migrateTo(db, head.migrations);
  const isSame = there.join() === head.migrations.join();
  const isEmpty = isSame && (await hasNoRows(db));
  if (isEmpty) return;
  throw new DatabaseRefusal(
    "not-empty",
    "A backup is restored into an empty database only, and this one has been used. Nothing was changed. " +
      "Name a new folder with DATA_DIR, or a new database with DATABASE_URL.",
  );
}

async function hasNoRows(db: Db): Promise<boolean> {
  for (const { schema, name } of await listTables(db)) {
    const { rows } = await sql`select from ${sql.id(schema, name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

async function load(tx: Db, source: Readable): Promise<Map<string, RowSum>> {
  const tables = new Map((await listTables(tx)).map((table) => [nameOf(table), table]));
  const told = new Map<string, RowSum>();
  for await (const batch of inBatches(readPieces(source))) {
    if (batch.kind === "end") told.set(batch.table, batch.told);
    else await insertRows(tx, tableOf(tables, batch.table), batch.lines);
  }
  return told;
}

function tableOf(tables: ReadonlyMap<string, BackedUpTable>, name: string): BackedUpTable {
  const table = tables.get(name);
  if (!table)
    throw new BrokenFile(`The file holds a table that this release does not know: ${name}.`);
  return table;
}

type Batch =
  | { kind: "rows"; table: string; lines: string[] }
  | { kind: "end"; table: string; told: RowSum };

const batchRows = 500;
const batchCharacters = 4 * 1024 * 1024;

/** Rows of one table, as many together as go well into one statement. */
export async function* inBatches(pieces: AsyncIterable<Piece>): AsyncGenerator<Batch> {
  let table = "";
  let lines: string[] = [];
  let characters = 0;
  for await (const piece of pieces) {
    if (piece.kind === "table") table = piece.table;
    if (piece.kind === "row") {
      lines.push(piece.line);
      characters += piece.line.length;
    }
    const isFull = lines.length >= batchRows || characters >= batchCharacters;
    if (lines.length > 0 && (isFull || piece.kind === "end")) {
      yield { kind: "rows", table, lines };
      lines = [];
      characters = 0;
    }
    if (piece.kind === "end") yield piece;
  }
}

/** What stands in the database now, against what the file says stood there when it was made. */
async function compare(tx: Db, told: ReadonlyMap<string, RowSum>): Promise<Counts> {
  const counts: Counts = {};
  for (const table of await listTables(tx)) {
    const name = nameOf(table);
    const { rows, sum } = await sumRows(tx, table);
    const expected = told.get(name);
    if (expected?.sum !== sum || expected.rows !== rows) {
      throw new BrokenFile(`The table ${name} did not come out as it was.`);
    }
    counts[name] = rows;
  }
  return counts;
}
