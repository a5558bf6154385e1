import { sql } from "kysely";
import type { Cell } from "../../server/domain/statistics/cells.ts";
import type { Db } from "../connect.ts";

/** People counted by locality, scale, score before and score after. */
export interface CellRow extends Cell {
  localityId: string;
  scaleKey: string;
}

/**
 * Counts cells over submitted, not excluded responses: a full join of the scores before with those after, by pairing
 * code. It counts and judges nothing; a score that exists in one wave only has null in the other.
 */
export async function countCells(db: Db, programmeId: string): Promise<CellRow[]> {
  const scores = (kind: "before" | "after") => sql`
    select score.scale_key, response.locality_id, response.pairing_code, score.units
    from answers.response
    join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
    join answers.score
      on score.programme_id = response.programme_id and score.response_id = response.id
    where response.programme_id = ${programmeId}
      and wave.kind = ${kind}
      and response.status = 'submitted'
      and response.excluded_because is null
  `;
  const { rows } = await sql<CellRow>`
    with first as (${scores("before")}), second as (${scores("after")})
    select
      locality_id as "localityId",
      scale_key as "scaleKey",
      first.units as before,
      second.units as after,
      count(*) as count
    from first full join second using (scale_key, locality_id, pairing_code)
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
  `.execute(db);
  return rows;
}

/** Keeps the cells that a release was made of, so that nothing is ever counted again for it. */
export async function insertCells(
  db: Db,
  { programmeId, releaseId, rows }: { programmeId: string; releaseId: string; rows: CellRow[] },
): Promise<void> {
  const size = 2000;
  for (let start = 0; start < rows.length; start += size) {
    await db
      .insertInto("answers.cell")
      .values(
        rows.slice(start, start + size).map((row) => ({
          programme_id: programmeId,
          release_id: releaseId,
          locality_id: row.localityId,
          scale_key: row.scaleKey,
          before_units: row.before,
          after_units: row.after,
          count: row.count,
        })),
      )
      .execute();
  }
}
