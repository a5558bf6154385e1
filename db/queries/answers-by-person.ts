import { sql } from "kysely";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** One submitted sheet that figures count, with its scores in units by scale. */
export interface SheetRow {
  pairingCode: string;
  locality: string;
  wave: WaveKind;
  versionId: string;
  answers: Answers;
  scores: Record<string, number>;
}

/**
 * Every submitted, not excluded sheet, a person's sheets one after the other. Read through a cursor, so that memory
 * does not grow with the programme: only inside a transaction, and one at a time. A cursor takes no parameters, so the
 * programme reaches it as a setting of the transaction. Few are fetched at once: between two handfuls the process
 * serves everybody else.
 */
export async function* streamSheets(db: Db, programmeId: string): AsyncGenerator<SheetRow> {
  await sql`select set_config('pokytis.programme', ${programmeId}, true)`.execute(db);
  await sql`
    declare sheets no scroll cursor for
    select
      response.pairing_code as "pairingCode",
      locality.key as locality,
      wave.kind as wave,
      response.questionnaire_version_id as "versionId",
      response.answers,
      coalesce(
        (
          select jsonb_object_agg(score.scale_key, score.units)
          from answers.score
          where score.programme_id = response.programme_id and score.response_id = response.id
        ),
        '{}'
      ) as scores
    from answers.response
    join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
    join locality on locality.programme_id = response.programme_id and locality.id = response.locality_id
    where response.programme_id = current_setting('pokytis.programme')::uuid
      and response.status = 'submitted'
      and response.excluded_because is null
    order by response.pairing_code
  `.execute(db);
  for (;;) {
    const { rows } = await sql<SheetRow>`fetch 200 from sheets`.execute(db);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close sheets`.execute(db);
}
