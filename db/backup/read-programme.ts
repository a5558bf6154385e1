import type { Readable } from "node:stream";
import { sql } from "kysely";
import type { Db } from "../connect.ts";
import { inTransaction } from "../transaction.ts";
import { insertRows } from "./insert-rows.ts";
import { BrokenFile, type MostInside, readPieces } from "./lines.ts";
import { checkFile, inBatches } from "./restore-backup.ts";
import { settleFormats } from "./rows.ts";
import { type BackedUpTable, listMigrations, listTables, nameOf } from "./tables.ts";
import { type Counts, programmeTables } from "./write-backup.ts";

/** Where a programme arrives: the organisation it belongs to from now on, and who stands for people not known here. */
export interface Arrival {
  organisationId: string;
  staffUserId: string;
  /** How much may come out of the file; without it, as much as there is. */
  most?: MostInside;
}

export interface Arrived {
  programmeId: string;
  slug: string;
  counts: Counts;
}

/** The programme is here already: a second copy of the same answers is never made. */
export class AlreadyHere extends Error {
  override readonly name = "AlreadyHere";
}

/**
 * Takes in one programme from another installation, all or nothing. Its links and cards work here as they did there.
 * Whoever worked with it there is unknown here: what they made is kept without a name, or under the name of who brings it.
 *
 * @throws BrokenFile, AlreadyHere
 */
export async function readProgramme(
  db: Db,
  open: () => Readable,
  arrival: Arrival,
): Promise<Arrived> {
  const head = await checkFile(open(), "pokytis-programme", arrival.most);
  const { programmeId = "" } = head;
  return await inTransaction(db, async (tx) => {
    await settleFormats(tx);
    const here = await listMigrations(tx);
    if (here.join() !== head.migrations.join()) throw new BrokenFile(otherRelease);
    await refuseSecond(tx, programmeId);
    const counts = await asBrokenFile(() => load(tx, open(), { ...arrival, programmeId }));
    const slug = await findSlug(tx, programmeId);
    return { programmeId, slug, counts };
  });
}

const otherRelease =
  "The file was made by another release of Pokytis. Bring both installations to the same release and make it anew.";

async function refuseSecond(tx: Db, programmeId: string): Promise<void> {
  const there = await tx
    .selectFrom("programme")
    .select("id")
    .where("id", "=", programmeId)
    .executeTakeFirst();
  if (there) throw new AlreadyHere();
}

/**
 * Rows that the database refuses (a column left out, a value of another kind, a link to what is not in the file) come
 * from a file that nobody made with Pokytis.
 */
async function asBrokenFile<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Classes of SQLSTATE: data exceptions, constraints, what a trigger of ours raised.
    const isRefused = /^(22|23|P0)/.test(String((error as { code?: unknown }).code));
    throw isRefused ? new BrokenFile("The file holds rows that do not belong together.") : error;
  }
}

async function load(
  tx: Db,
  source: Readable,
  arrival: Arrival & { programmeId: string },
): Promise<Counts> {
  const tables = new Map(programmeTables(await listTables(tx)).map((one) => [nameOf(one), one]));
  const counts: Counts = {};
  for await (const batch of inBatches(readPieces(source))) {
    const table = tables.get(batch.table);
    if (!table) throw new BrokenFile(`The file holds a table that does not belong there.`);
    if (batch.kind === "rows") await insertRows(tx, table, await settle(tx, table, batch, arrival));
    const known = counts[batch.table] ?? 0;
    counts[batch.table] = known + (batch.kind === "rows" ? batch.lines.length : 0);
    if (batch.kind === "end" && batch.told.rows !== known) {
      throw new BrokenFile(`Rows of ${batch.table} are missing.`);
    }
  }
  return counts;
}

/** Rows as they are to stand here. Every one must belong to the programme: a file cannot reach into another. */
async function settle(
  tx: Db,
  table: BackedUpTable,
  { lines }: { lines: readonly string[] },
  arrival: Arrival & { programmeId: string },
): Promise<string[]> {
  const isProgramme = nameOf(table) === "public.programme";
  const taken = isProgramme ? await listSlugs(tx) : [];
  return lines.map((line) => {
    const row = readRow(line);
    if (row[isProgramme ? "id" : "programme_id"] !== arrival.programmeId) {
      throw new BrokenFile("The file holds rows of another programme.");
    }
    const changed: Record<string, unknown> = isProgramme
      ? { organisation_id: arrival.organisationId, slug: freeSlug(String(row.slug), taken) }
      : {};
    for (const { name, isRequired } of table.staffColumns) {
      if (row[name] !== null) changed[name] = isRequired ? arrival.staffUserId : null;
    }
    return withChanges(line, row, changed);
  });
}

function readRow(line: string): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === "object" && row !== null) return row as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new BrokenFile("The file holds a line that is no row.");
}

/** A row without changes keeps its very text: reading and writing numbers again could round them. */
function withChanges(line: string, row: object, changed: object): string {
  return Object.keys(changed).length === 0 ? line : JSON.stringify({ ...row, ...changed });
}

async function listSlugs(tx: Db): Promise<string[]> {
  const rows = await tx.selectFrom("programme").select("slug").execute();
  return rows.map(({ slug }) => slug);
}

function freeSlug(slug: string, taken: readonly string[]): string {
  let free = slug;
  for (let number = 2; taken.includes(free); number += 1) free = `${slug.slice(0, 75)}-${number}`;
  return free;
}

async function findSlug(tx: Db, programmeId: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from programme where id = ${programmeId}
  `.execute(tx);
  const [programme] = rows;
  if (!programme) throw new BrokenFile("The file holds no programme.");
  return programme.slug;
}
