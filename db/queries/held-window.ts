import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** A wave in one locality: what is closed, and what an answer is stored in. */
export interface WindowKey {
  programmeId: string;
  waveId: string;
  localityId: string;
}

/**
 * Whether the wave has closed in this locality, late sheets apart; until the transaction ends nobody can close it. Makes
 * the locality's own row where there is none, for there has to be something that a closing waits for.
 */
export async function holdClosure(db: Db, key: WindowKey & { now: Date }): Promise<boolean> {
  await insertWindow(db, key);
  const held = await db
    .selectFrom("wave_window")
    .select(["closed_at as closedAt", "paper_until as paperUntil"])
    .where("programme_id", "=", key.programmeId)
    .where("wave_id", "=", key.waveId)
    .where("locality_id", "=", key.localityId)
    .forShare()
    .executeTakeFirstOrThrow();
  return held.closedAt !== null && !(held.paperUntil && held.paperUntil > key.now);
}

async function insertWindow(db: Db, key: WindowKey): Promise<void> {
  await db
    .insertInto("wave_window")
    .values({ programme_id: key.programmeId, wave_id: key.waveId, locality_id: key.localityId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What a statement says that stores something only while a wave is open. */
interface HeldRow {
  id: string | null;
  /** Null where the locality has no row of its own, so that there was nothing to hold. */
  isClosed: boolean | null;
}

/** `undefined` when the row was not as it had been read. */
export type WhileOpen = { isClosed: true } | { isClosed: false; id: string | undefined };

/**
 * A table expression of one statement, to be read by what stores: the locality's row, held until the statement ends. A
 * closing under way is waited for, and what it decided is read; a later one waits for the statement, and counts its row.
 */
export function heldWindow(key: WindowKey) {
  return sql`
    held as materialized (
      select closed_at from wave_window
      where programme_id = ${key.programmeId}
        and wave_id = ${key.waveId}
        and locality_id = ${key.localityId}
      for share
    )`;
}

/** Runs a statement that reads `heldWindow`; where there was no row to hold, makes it and runs the statement again. */
export async function storeWhileOpen(
  db: Db,
  key: WindowKey,
  store: () => Promise<HeldRow>,
): Promise<WhileOpen> {
  let row = await store();
  if (row.isClosed === null) {
    await insertWindow(db, key);
    row = await store();
  }
  return row.isClosed === false ? { isClosed: false, id: row.id ?? undefined } : { isClosed: true };
}
