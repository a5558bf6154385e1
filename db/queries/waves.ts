import { sql } from "kysely";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

export interface WaveOfLocality {
  waveId: string;
  localityId: string;
  closedAt: Date | null;
}

export async function findWaveOfLocality(
  db: Db,
  key: { programmeId: string; kind: WaveKind; localityKey: string },
): Promise<WaveOfLocality | undefined> {
  return await db
    .selectFrom("wave")
    .innerJoin("locality", "locality.programme_id", "wave.programme_id")
    .leftJoin("wave_window", (join) =>
      join
        .onRef("wave_window.programme_id", "=", "wave.programme_id")
        .onRef("wave_window.wave_id", "=", "wave.id")
        .onRef("wave_window.locality_id", "=", "locality.id"),
    )
    .select(["wave.id as waveId", "locality.id as localityId", "wave_window.closed_at as closedAt"])
    .where("wave.programme_id", "=", key.programmeId)
    .where("wave.kind", "=", key.kind)
    .where("locality.key", "=", key.localityKey)
    .executeTakeFirst();
}

/** Marks a wave as closed in one locality. False when it was closed already: of two who press at once, one closes. */
export async function insertClosure(
  db: Db,
  closure: {
    programmeId: string;
    waveId: string;
    localityId: string;
    now: Date;
    closedBy: string | null;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("wave_window")
    .values({
      programme_id: closure.programmeId,
      wave_id: closure.waveId,
      locality_id: closure.localityId,
      closed_at: closure.now,
      closed_by: closure.closedBy,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["programme_id", "wave_id", "locality_id"])
        .doUpdateSet({ closed_at: closure.now, closed_by: closure.closedBy })
        .where("wave_window.closed_at", "is", null),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** When a phase closes, only days are kept: no time of the day may link an answer to a person. */
export async function forgetTimesOfDay(
  db: Db,
  key: { programmeId: string; waveId: string; localityId: string },
): Promise<void> {
  await db
    .updateTable("answers.response")
    .set({ begun_at: null })
    .where("programme_id", "=", key.programmeId)
    .where("wave_id", "=", key.waveId)
    .where("locality_id", "=", key.localityId)
    .execute();
}

export interface DueClosure {
  programmeId: string;
  kind: WaveKind;
  localityKey: string;
}

/** Waves whose closing time, with the grace for those who had begun, has passed and that nobody has closed yet. */
export async function listDueClosures(db: Db, now: Date): Promise<DueClosure[]> {
  const { rows } = await sql<DueClosure>`
    select wave.programme_id as "programmeId", wave.kind as kind, locality.key as "localityKey"
    from wave
    join locality on locality.programme_id = wave.programme_id and locality.withdrawn_at is null
    left join wave_window
      on wave_window.programme_id = wave.programme_id
      and wave_window.wave_id = wave.id
      and wave_window.locality_id = locality.id
    where wave_window.closed_at is null
      and coalesce(wave_window.closes_at, wave.closes_at)
        + make_interval(mins => wave.grace_minutes) <= ${now}
    order by 1, array_position(array['before', 'after', 'followup'], wave.kind), locality.display_order
  `.execute(db);
  return rows;
}

/** Opens a wave in the localities named at `now`, for those whose own opening is still ahead. */
export async function insertOpening(
  db: Db,
  opening: { programmeId: string; waveId: string; localityId: string; now: Date },
): Promise<void> {
  await db
    .insertInto("wave_window")
    .values({
      programme_id: opening.programmeId,
      wave_id: opening.waveId,
      locality_id: opening.localityId,
      opens_at: opening.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["programme_id", "wave_id", "locality_id"])
        .doUpdateSet({ opens_at: opening.now })
        .where("wave_window.closed_at", "is", null),
    )
    .execute();
}
