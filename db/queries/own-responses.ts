import { sql } from "kysely";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { ResponseScore } from "../../server/domain/scoring/score-response.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import { heldWindow, storeWhileOpen, type WhileOpen, type WindowKey } from "./held-window.ts";
import type { ResponseKey } from "./responses.ts";

/** A submitted response as its participant corrected it. */
export interface Correction {
  /** Revision of the response that was corrected. */
  revision: number;
  answers: Answers;
  scores: readonly ResponseScore[];
  scoringVersion: number;
}

/**
 * Replaces the answers of a submitted response that is still as it was read, and its scores with them, in one
 * statement, while nobody has closed the wave in its locality. No id when it has changed since or is gone; then, and
 * when the wave has closed, nothing is written.
 */
export async function updateSubmissionWhileOpen(
  db: Db,
  key: ResponseKey & WindowKey,
  correction: Correction,
): Promise<WhileOpen> {
  return await storeWhileOpen(db, key, async () => {
    const { rows } = await correctionStatement(key, correction).execute(db);
    return rows[0]!;
  });
}

function correctionStatement(
  key: ResponseKey & WindowKey,
  { revision, answers, scores, scoringVersion }: Correction,
) {
  return sql<{ id: string | null; isClosed: boolean | null }>`
    with ${heldWindow(key)},
    corrected as (
      update answers.response
      set answers = ${json(answers)}::jsonb, revision = revision + 1
      from held
      where held.closed_at is null
        and programme_id = ${key.programmeId}
        and wave_id = ${key.waveId}
        and pairing_code = ${key.pairingCode}
        and status = 'submitted'
        and revision = ${revision}
      returning programme_id, id
    ), scored as (
      select * from jsonb_to_recordset(${json(scores)}::jsonb)
        as score ("scaleKey" text, units bigint, answered smallint)
    ), removed as (
      delete from answers.score using corrected
      where score.programme_id = corrected.programme_id
        and score.response_id = corrected.id
        and score.scale_key not in (select "scaleKey" from scored)
    ), replaced as (
      insert into answers.score (programme_id, response_id, scale_key, units, answered, scoring_version)
      select corrected.programme_id, corrected.id, "scaleKey", units, answered, ${scoringVersion}
      from corrected cross join scored
      on conflict (programme_id, response_id, scale_key) do update set
        units = excluded.units,
        answered = excluded.answered,
        scoring_version = excluded.scoring_version
    )
    select
      (select id from corrected) as id, (select closed_at is not null from held) as "isClosed"
  `;
}

/** Gives or withdraws consents; what was agreed to in order to take part stays as it is. */
export async function updateConsents(
  db: Db,
  key: ResponseKey,
  consents: Record<string, boolean>,
): Promise<void> {
  await db
    .updateTable("answers.response")
    .set({ consents: sql`consents || ${json(consents)}::jsonb` })
    .where("programme_id", "=", key.programmeId)
    .where("wave_id", "=", key.waveId)
    .where("pairing_code", "=", key.pairingCode)
    .execute();
}

/** Erases one participant's responses in the named waves, with scores and themes; says how many there were. */
export async function deleteResponses(
  db: Db,
  participant: { programmeId: string; pairingCode: string; waveIds: readonly string[] },
): Promise<number> {
  if (participant.waveIds.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom("answers.response")
    .where("programme_id", "=", participant.programmeId)
    .where("pairing_code", "=", participant.pairingCode)
    .where("wave_id", "in", participant.waveIds)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
