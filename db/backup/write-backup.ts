import type { Db } from "../connect.ts";
import { inTransaction } from "../transaction.ts";
import { endLine, type FileHead, fileVersion, headLine, tableLine } from "./lines.ts";
import { readRows, settleFormats, startRowSum } from "./rows.ts";
import { type BackedUpTable, listMigrations, listTables, nameOf } from "./tables.ts";

/** How many rows each table gave. */
export type Counts = Record<string, number>;

/** Hands every row of the database, as it was in one instant, to `write`; work goes on meanwhile. Returns the counts. */
export async function writeBackup(
  db: Db,
  now: Date,
  write: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<Counts> {
  return await fromOneInstant(db, async (tx) => {
    const tables = await listTables(tx);
    const head = await headOf(tx, { format: "pokytis-backup", now });
    const counts: Counts = {};
    await write(linesOf(tx, { head, tables, counts }));
    return counts;
  });
}

/** Tables of an installation rather than of a programme: who works there, what waits, and the record of what was done. */
const ofInstallation = new Set([
  "public.staff_role",
  "public.api_token",
  "public.job",
  "public.audit_event",
]);

/** The tables that go along when a programme moves: those with its rows, but not who may do what with them. */
export function programmeTables(tables: readonly BackedUpTable[]): BackedUpTable[] {
  return tables.filter(
    (table) =>
      nameOf(table) === "public.programme" ||
      (table.columns.includes("programme_id") && !ofInstallation.has(nameOf(table))),
  );
}

/** The same for one programme with all that belongs to it: for moving it to another installation. */
export async function writeProgramme(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
  write: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<Counts> {
  return await fromOneInstant(db, async (tx) => {
    const tables = programmeTables(await listTables(tx));
    const head = await headOf(tx, { format: "pokytis-programme", now, programmeId });
    const counts: Counts = {};
    await write(linesOf(tx, { head, tables, counts, programmeId }));
    return counts;
  });
}

async function fromOneInstant<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return await inTransaction(
    db,
    async (tx) => {
      await settleFormats(tx);
      return await work(tx);
    },
    { isolation: "repeatable read" },
  );
}

async function headOf(
  tx: Db,
  { format, now, programmeId }: { format: FileHead["format"]; now: Date; programmeId?: string },
): Promise<FileHead> {
  const migrations = await listMigrations(tx);
  return { format, version: fileVersion, madeAt: now.toISOString(), migrations, programmeId };
}

interface Content {
  head: FileHead;
  tables: readonly BackedUpTable[];
  counts: Counts;
  programmeId?: string;
}

async function* linesOf(tx: Db, content: Content): AsyncGenerator<string> {
  yield headLine(content.head);
  for (const table of content.tables) {
    const name = nameOf(table);
    const sum = startRowSum();
    yield tableLine(name);
    for await (const lines of readRows(tx, table, content.programmeId)) {
      sum.add(lines);
      yield* lines;
    }
    const told = sum.end();
    content.counts[name] = told.rows;
    yield endLine(name, told);
  }
}
