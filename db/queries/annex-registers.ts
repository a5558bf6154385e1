import { sql } from "kysely";
import type { PeopleCount } from "../../server/domain/annex/merge-small.ts";
import type { Text } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

// The lists that an annex has besides its results. What names people is for the closed file alone.

/** Cycle participants by what registration says of them; each person counts once, and answers play no part. */
export async function countRegistered(
  db: Db,
  programmeId: string,
): Promise<{ gender: PeopleCount[]; ageBand: PeopleCount[] }> {
  const { rows } = await sql<{ gender: string; ageBand: string }>`
    select
      coalesce(person.gender, 'undisclosed') as gender,
      coalesce(nullif(person.age_band, ''), 'undisclosed') as "ageBand"
    from identity.person
    where person.programme_id = ${programmeId}
      and exists (
        select from identity.enrolment
        where enrolment.programme_id = person.programme_id
          and enrolment.person_id = person.id
          and enrolment.role = 'cycle-participant'
          and enrolment.withdrawn_on is null
      )
  `.execute(db);
  return {
    gender: countEach(rows.map(({ gender }) => gender)),
    ageBand: countEach(rows.map(({ ageBand }) => ageBand)),
  };
}

function countEach(keys: readonly string[]): PeopleCount[] {
  const counts = new Map<string, number>();
  for (const key of [...keys].sort()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, people]) => ({ key, people }));
}

export interface SessionRow {
  heldOn: string;
  locality: string;
  title: Text;
  topic: Text | null;
  hours: number;
  lecturer: string;
  place: string;
}

export async function listSessions(db: Db, programmeId: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select
      session.held_on::text as "heldOn", locality.name_nominative as locality, session.title,
      topic.title as topic, session.hours::float8 as hours, session.lecturer, session.place
    from training_session as session
    join locality
      on locality.programme_id = session.programme_id and locality.id = session.locality_id
    left join topic
      on topic.programme_id = session.programme_id and topic.id = session.topic_id
    where session.programme_id = ${programmeId}
    order by locality.display_order, session.held_on, session.id
  `.execute(db);
  return rows;
}

export interface VisionRow {
  locality: string;
  title: Text;
  summary: Text;
}

export async function listVisionTitles(db: Db, programmeId: string): Promise<VisionRow[]> {
  return await db
    .selectFrom("vision")
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "vision.programme_id")
        .onRef("locality.id", "=", "vision.locality_id"),
    )
    .select(["locality.name_nominative as locality", "vision.title", "vision.summary"])
    .where("vision.programme_id", "=", programmeId)
    .orderBy("locality.display_order")
    .orderBy("vision.id")
    .execute();
}

export interface PublicityRow {
  publishedOn: string;
  channel: string;
  title: string;
  url: string;
  areLogosShown: boolean;
  hasCopy: boolean;
}

export async function listPublicity(db: Db, programmeId: string): Promise<PublicityRow[]> {
  const { rows } = await sql<PublicityRow>`
    select
      published_on::text as "publishedOn", channel, title, url,
      are_logos_shown as "areLogosShown", archived_copy is not null as "hasCopy"
    from publicity_record
    where programme_id = ${programmeId}
    order by published_on, title, id
  `.execute(db);
  return rows;
}

/** A participant by name: for the closed file alone. */
export interface NamedParticipant {
  fullName: string;
  organisation: string;
  locality: string;
  sector: Text | null;
  certificate: string | null;
}

export async function listNamedParticipants(
  db: Db,
  programmeId: string,
): Promise<NamedParticipant[]> {
  const { rows } = await sql<NamedParticipant>`
    select
      person.full_name as "fullName", person.organisation,
      locality.name_nominative as locality, sector.label as sector,
      (
        select certificate.number from identity.certificate
        where certificate.programme_id = enrolment.programme_id
          and certificate.enrolment_id = enrolment.id and certificate.revoked_at is null
        order by certificate.sequence_number limit 1
      ) as certificate
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    join locality
      on locality.programme_id = enrolment.programme_id and locality.id = enrolment.locality_id
    left join sector
      on sector.programme_id = enrolment.programme_id and sector.id = enrolment.sector_id
    where enrolment.programme_id = ${programmeId}
      and enrolment.role = 'cycle-participant'
      and enrolment.withdrawn_on is null
    order by locality.display_order, person.full_name collate "lt-x-icu", enrolment.id
  `.execute(db);
  return rows;
}

export interface ExcludedCount {
  kind: WaveKind;
  reason: string;
  people: number;
}

/** Questionnaires that were sent and are counted nowhere, by wave and by the reason that was written down. */
export async function countExcluded(db: Db, programmeId: string): Promise<ExcludedCount[]> {
  const { rows } = await sql<ExcludedCount>`
    select wave.kind, response.excluded_because as reason, count(*)::int as people
    from answers.response
    join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
    where response.programme_id = ${programmeId} and response.excluded_because is not null
    group by wave.kind, response.excluded_because
    order by array_position(array['before', 'after', 'followup'], wave.kind), response.excluded_because
  `.execute(db);
  return rows;
}
