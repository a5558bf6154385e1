import { sql } from "kysely";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** A closed wave of a locality that takes late sheets. */
export interface LatePaper {
  kind: WaveKind;
  localityKey: string;
  locality: string;
  until: Date;
}

/** Where late sheets are taken at `now`. */
export async function listLatePaper(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<LatePaper[]> {
  const { rows } = await sql<LatePaper>`
    select
      wave.kind as kind,
      locality.key as "localityKey",
      locality.name_nominative as locality,
      paper_until as until
    from wave_window
    join wave on wave.programme_id = wave_window.programme_id and wave.id = wave_window.wave_id
    join locality
      on locality.programme_id = wave_window.programme_id and locality.id = wave_window.locality_id
    where wave_window.programme_id = ${programmeId} and paper_until > ${now}
    order by locality.display_order, wave.opens_at
  `.execute(db);
  return rows;
}

/** Takes late sheets until a moment, or no longer (null). False when the wave has not closed there. */
export async function updatePaperUntil(
  db: Db,
  key: { programmeId: string; waveId: string; localityId: string; until: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("wave_window")
    .set({ paper_until: key.until })
    .where("programme_id", "=", key.programmeId)
    .where("wave_id", "=", key.waveId)
    .where("locality_id", "=", key.localityId)
    .where("closed_at", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** Moves a submitted sheet on paper to another code, and with it to that code's locality. False when it was moved or changed meanwhile. */
export async function moveSheet(
  db: Db,
  move: {
    programmeId: string;
    responseId: string;
    from: { pairingCode: string };
    to: { pairingCode: string; localityId: string };
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("answers.response")
    .set({
      pairing_code: move.to.pairingCode,
      locality_id: move.to.localityId,
      revision: sql<number>`revision + 1`,
    })
    .where("programme_id", "=", move.programmeId)
    .where("id", "=", move.responseId)
    .where("pairing_code", "=", move.from.pairingCode)
    .where("status", "=", "submitted")
    .where("channel", "=", "paper")
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

export interface LocalityState {
  id: string;
  key: string;
  nominative: string;
  withdrawnAt: Date | null;
}

/** All localities in their order, withdrawn ones too. */
export async function listAllLocalities(db: Db, programmeId: string): Promise<LocalityState[]> {
  return await db
    .selectFrom("locality")
    .select(["id", "key", "name_nominative as nominative", "withdrawn_at as withdrawnAt"])
    .where("programme_id", "=", programmeId)
    .orderBy("display_order")
    .execute();
}

/** Withdraws a locality, or takes it back (null). False when it was so already. */
export async function updateWithdrawal(
  db: Db,
  key: { programmeId: string; localityId: string; withdrawnAt: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("locality")
    .set({ withdrawn_at: key.withdrawnAt })
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.localityId)
    .where("withdrawn_at", key.withdrawnAt === null ? "is not" : "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}
