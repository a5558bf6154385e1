import { sql } from "kysely";
import type {
  DestructionKind,
  RetentionDates,
  RetentionState,
} from "../../server/domain/retention/retention.ts";
import type { Db } from "../connect.ts";
import { contentHash } from "../content-hash.ts";
import { json } from "../json.ts";

/** A programme's dates, what has been destroyed, and whether anybody may still answer. */
export async function findRetention(
  db: Db,
  programmeId: string,
): Promise<RetentionState | undefined> {
  return await retentionQuery(db).where("programme.id", "=", programmeId).executeTakeFirst();
}

/** The programmes that have a date which has come. */
export async function listRetentionDue(
  db: Db,
  now: Date,
): Promise<(RetentionState & { programmeId: string; today: string })[]> {
  const today = sql<string>`(${now}::timestamptz at time zone programme.time_zone)::date`;
  return await retentionQuery(db)
    .select(["programme.id as programmeId", today.as("today")])
    .where(
      sql<boolean>`least(key_destroy_on, answers_delete_on, people_delete_on) <= ${today}
        and (select count(*) from destruction where destruction.programme_id = programme.id) < 3`,
    )
    .execute();
}

function retentionQuery(db: Db) {
  return db.selectFrom("programme").select([
    "programme.key_destroy_on as keyDestroyOn",
    "programme.answers_delete_on as answersDeleteOn",
    "programme.people_delete_on as peopleDeleteOn",
    sql<DestructionKind[]>`array(
      select destruction.kind from destruction where destruction.programme_id = programme.id
    )`.as("done"),
    sql<boolean>`not exists (
      select from wave
      join locality on locality.programme_id = wave.programme_id and locality.withdrawn_at is null
      left join wave_window
        on wave_window.programme_id = wave.programme_id
        and wave_window.wave_id = wave.id
        and wave_window.locality_id = locality.id
      where wave.programme_id = programme.id and wave_window.closed_at is null
    )`.as("isAnsweringOver"),
  ]);
}

export async function updateRetentionDates(
  db: Db,
  programmeId: string,
  dates: RetentionDates,
): Promise<void> {
  await db
    .updateTable("programme")
    .set({
      key_destroy_on: dates.keyDestroyOn,
      answers_delete_on: dates.answersDeleteOn,
      people_delete_on: dates.peopleDeleteOn,
    })
    .where("id", "=", programmeId)
    .execute();
}

export interface Destruction {
  id: string;
  kind: DestructionKind;
  doneAt: Date;
  doneBy: string | null;
  counts: Record<string, number>;
  contentHash: string;
}

/** Keeps the proof. The hash is over programme, kind, moment and counts, and goes into the audit log too. */
export async function insertDestruction(
  db: Db,
  proof: {
    programmeId: string;
    kind: DestructionKind;
    doneAt: Date;
    doneBy: string | null;
    counts: Record<string, number>;
  },
): Promise<{ id: string; contentHash: string }> {
  const { programmeId, kind, doneAt, counts } = proof;
  const hash = contentHash({ programmeId, kind, doneAt: doneAt.toISOString(), counts });
  const row = await db
    .insertInto("destruction")
    .values({
      programme_id: programmeId,
      kind,
      done_at: doneAt,
      done_by: proof.doneBy,
      counts: json(counts),
      content_hash: hash,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: row.id, contentHash: hash };
}

export async function listDestructions(db: Db, programmeId: string): Promise<Destruction[]> {
  return await db
    .selectFrom("destruction")
    .leftJoin("staff_user", "staff_user.id", "destruction.done_by")
    .select([
      "destruction.id as id",
      "kind",
      "done_at as doneAt",
      "staff_user.display_name as doneBy",
      "counts",
      "content_hash as contentHash",
    ])
    .where("programme_id", "=", programmeId)
    .orderBy("done_at")
    .execute();
}

/** Programmes whose key between people and codes has been destroyed. */
export async function listDestroyedKeys(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("destruction")
    .select("programme_id as programmeId")
    .where("kind", "=", "key")
    .execute();
  return rows.map(({ programmeId }) => programmeId);
}
