import { sql } from "kysely";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

interface Place {
  programmeId: string;
  localityId: string;
}

/**
 * The begun waves of which the organiser may see who has handed a sheet in: the notice says so, and everybody of the
 * locality who has begun had read it. One sheet begun under another notice closes the whole wave, as "not yet" beside
 * one name would otherwise be told apart from it.
 */
export async function listWavesToldOf(
  db: Db,
  { programmeId, localityId, now }: Place & { now: Date },
): Promise<{ waveId: string; kind: WaveKind }[]> {
  const { rows } = await sql<{ waveId: string; kind: WaveKind }>`
    select wave.id as "waveId", wave.kind
    from wave
    join notice_version as notice
      on notice.programme_id = wave.programme_id and notice.id = wave.notice_version_id
    left join wave_window as own_window
      on own_window.programme_id = wave.programme_id
      and own_window.wave_id = wave.id
      and own_window.locality_id = ${localityId}
    where wave.programme_id = ${programmeId}
      and notice.tells_who_answered
      and coalesce(own_window.opens_at, wave.opens_at) <= ${now}
      and not exists (
        select from answers.response
        join notice_version as read
          on read.programme_id = response.programme_id and read.id = response.notice_version_id
        where response.programme_id = wave.programme_id
          and response.wave_id = wave.id
          and response.locality_id = ${localityId}
          and not read.tells_who_answered
      )
    order by array_position(array['before', 'after', 'followup'], wave.kind)
  `.execute(db);
  return rows;
}

/** The codes with which a sheet was handed in, by wave. Whose they are is not known here, and answers are not read. */
export async function listHandedIn(
  db: Db,
  { programmeId, localityId, waveIds }: Place & { waveIds: readonly string[] },
): Promise<{ waveId: string; accessCodeId: string }[]> {
  if (waveIds.length === 0) return [];
  return await db
    .selectFrom("answers.response as response")
    .innerJoin("answers.access_code as code", (join) =>
      join
        .onRef("code.programme_id", "=", "response.programme_id")
        .onRef("code.pairing_code", "=", "response.pairing_code"),
    )
    .select(["response.wave_id as waveId", "code.id as accessCodeId"])
    .where("response.programme_id", "=", programmeId)
    .where("response.locality_id", "=", localityId)
    .where("response.status", "=", "submitted")
    .where("response.wave_id", "in", [...waveIds])
    .execute();
}
