import { sql } from "kysely";
import type { ScaleInput } from "../../server/domain/disclosure/input.ts";
import type { Cell } from "../../server/domain/statistics/cells.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** People counted by locality, scale, score before and score after. */
export interface CellRow extends Cell {
  localityKey: string;
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
    , counted as (
      select locality_id, scale_key, first.units as before, second.units as after, count(*) as count
      from first full join second using (scale_key, locality_id, pairing_code)
      group by 1, 2, 3, 4
    )
    select locality.key as "localityKey", scale_key as "scaleKey", before, after, count
    from counted
    join locality on locality.programme_id = ${programmeId} and locality.id = counted.locality_id
    order by 1, 2, 3, 4
  `.execute(db);
  return rows;
}

/** Keeps the cells that a release was made of: nothing is counted again for it, and the next is held against it. */
export async function insertCells(
  db: Db,
  {
    programmeId,
    releaseId,
    scales,
  }: {
    programmeId: string;
    releaseId: string;
    scales: readonly Pick<ScaleInput, "key" | "localities">[];
  },
): Promise<void> {
  const rows = scales.flatMap(({ key, localities }) =>
    localities.flatMap(({ locality, cells }) =>
      cells.map(({ before, after, count }) => ({ scale: key, locality, before, after, count })),
    ),
  );
  await sql`
    insert into answers.cell
      (programme_id, release_id, locality_id, scale_key, before_units, after_units, count)
    select locality.programme_id, ${releaseId}, locality.id, row.scale, row.before, row.after, row.count
    from jsonb_to_recordset(${json(rows)}::jsonb)
      as row (scale text, locality text, before bigint, after bigint, count integer)
    join locality on locality.programme_id = ${programmeId} and locality.key = row.locality
  `.execute(db);
}

/** The cells that a release was made of. */
export async function listFrozenCells(
  db: Db,
  key: { programmeId: string; releaseId: string },
): Promise<CellRow[]> {
  return await db
    .selectFrom("answers.cell as cell")
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "cell.programme_id")
        .onRef("locality.id", "=", "cell.locality_id"),
    )
    .select([
      "locality.key as localityKey",
      "cell.scale_key as scaleKey",
      "cell.before_units as before",
      "cell.after_units as after",
      "cell.count as count",
    ])
    .where("cell.programme_id", "=", key.programmeId)
    .where("cell.release_id", "=", key.releaseId)
    .execute();
}
