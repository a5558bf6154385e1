import { sql } from "kysely";
import type { LocalityParticipation } from "../../server/domain/disclosure/figures.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { listLocalities, listWaveWindows } from "./programmes.ts";

interface Counts {
  before: number;
  after: number;
  pairs: number;
  followup: number;
}

const nobody: Counts = { before: 0, after: 0, pairs: 0, followup: 0 };

/**
 * Who took part, by locality in the programme's order. Enrolled are the cycle participants; people and answers are
 * counted by separate statements and meet here as numbers only.
 */
export async function countParticipation(
  db: Db,
  programmeId: string,
): Promise<LocalityParticipation[]> {
  const localities = await listLocalities(db, programmeId);
  const enrolled = await countEnrolled(db, programmeId);
  const answered = await countAnswered(db, programmeId);
  const closed = await listClosedWaves(db, programmeId);
  return localities.map(({ id, key }) => {
    const counts = answered.get(id) ?? nobody;
    return {
      locality: key,
      enrolled: enrolled.get(id) ?? 0,
      ...counts,
      beforeOnly: counts.before - counts.pairs,
      afterOnly: counts.after - counts.pairs,
      closedWaves: closed.get(id) ?? [],
    };
  });
}

async function countEnrolled(db: Db, programmeId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("identity.enrolment")
    .select(["locality_id as localityId", (eb) => eb.fn.countAll<number>().as("count")])
    .where("programme_id", "=", programmeId)
    .where("role", "=", "cycle-participant")
    .where("withdrawn_on", "is", null)
    .groupBy("locality_id")
    .execute();
  return new Map(rows.map((row) => [row.localityId, row.count]));
}

async function countAnswered(db: Db, programmeId: string): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts & { localityId: string }>`
    with person as (
      select
        response.locality_id,
        response.pairing_code,
        bool_or(wave.kind = 'before') as before,
        bool_or(wave.kind = 'after') as after,
        bool_or(wave.kind = 'followup') as followup
      from answers.response
      join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
      where response.programme_id = ${programmeId}
        and response.status = 'submitted'
        and response.excluded_because is null
      group by response.locality_id, response.pairing_code
    )
    select
      locality_id as "localityId",
      count(*) filter (where before) as before,
      count(*) filter (where after) as after,
      count(*) filter (where before and after) as pairs,
      count(*) filter (where followup) as followup
    from person
    group by locality_id
  `.execute(db);
  return new Map(rows.map(({ localityId, ...counts }) => [localityId, counts]));
}

async function listClosedWaves(db: Db, programmeId: string): Promise<Map<string, WaveKind[]>> {
  const closed = new Map<string, WaveKind[]>();
  for (const window of await listWaveWindows(db, programmeId)) {
    if (window.closedAt === null) continue;
    closed.set(window.localityId, [...(closed.get(window.localityId) ?? []), window.kind]);
  }
  return closed;
}

/**
 * People involved (everybody enrolled in any role), of them cycle participants, and of those the certified: each person
 * counts once, wherever they took part.
 */
export async function countPeople(
  db: Db,
  programmeId: string,
): Promise<{ involved: number; cycleParticipants: number; certified: number }> {
  const { rows } = await sql<{ involved: number; cycleParticipants: number; certified: number }>`
    select
      count(distinct enrolment.person_id) as involved,
      count(distinct enrolment.person_id) filter (where enrolment.role = 'cycle-participant')
        as "cycleParticipants",
      count(distinct enrolment.person_id) filter (
        where enrolment.role = 'cycle-participant' and certificate.id is not null
      ) as certified
    from identity.enrolment
    left join identity.certificate
      on certificate.programme_id = enrolment.programme_id
      and certificate.enrolment_id = enrolment.id
      and certificate.revoked_at is null
    where enrolment.programme_id = ${programmeId} and enrolment.withdrawn_on is null
  `.execute(db);
  return rows[0]!;
}
