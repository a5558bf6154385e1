import { sql } from "kysely";
import type { ParticipantRole } from "../../server/domain/participant/list-row.ts";
import type { AgeBand, Gender } from "../../server/domain/participant/person-facts.ts";
import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { isEnrolledWithin, isPersonHeld, isPersonWithin, type Within } from "./within.ts";

/** What a list of participants is narrowed to; what is left out does not narrow. Words are folded already. */
export interface ParticipantFilter {
  within: Within;
  words: readonly string[];
  localityId?: string;
  groupId?: string;
  sectorId?: string;
  role?: ParticipantRole;
  isWithdrawn: boolean;
}

/** Somebody in a locality: who is enrolled in two has two lines. */
export interface ParticipantRow {
  personId: string;
  enrolmentId: string;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  isContactShared: boolean;
  isReturned: boolean;
  locality: string;
  group: string | null;
  sector: Text | null;
  role: ParticipantRole;
  withdrawnOn: string | null;
}

/** Names and organisations as they are searched: small letters without marks, whatever keyboard they were typed on. */
const foldedWords = sql`
  translate(
    regexp_replace(
      lower(normalize(person.full_name || ' ' || person.organisation, NFKD) collate "und-x-icu"),
      '[\\u0300-\\u036f]', '', 'g'
    ),
    'łđø', 'ldo'
  )`;

function matching(programmeId: string, filter: ParticipantFilter) {
  const { localityId = null, groupId = null, sectorId = null, role = null } = filter;
  return sql`
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    join locality
      on locality.programme_id = enrolment.programme_id and locality.id = enrolment.locality_id
    left join participant_group as own_group
      on own_group.programme_id = enrolment.programme_id and own_group.id = enrolment.group_id
    left join sector
      on sector.programme_id = enrolment.programme_id and sector.id = enrolment.sector_id
    where enrolment.programme_id = ${programmeId}
      and ${isEnrolledWithin(filter.within)}
      and (${localityId}::uuid is null or enrolment.locality_id = ${localityId}::uuid)
      and (${groupId}::uuid is null or enrolment.group_id = ${groupId}::uuid)
      and (${sectorId}::uuid is null or enrolment.sector_id = ${sectorId}::uuid)
      and (${role}::text is null or enrolment.role = ${role}::text)
      and (enrolment.withdrawn_on is not null) = ${filter.isWithdrawn}
      and not exists (
        select from unnest(${filter.words}::text[]) as word where strpos(${foldedWords}, word) = 0
      )
  `;
}

/** One page of the list, by name as Lithuanian sorts it. */
export async function listParticipants(
  db: Db,
  ask: { programmeId: string; filter: ParticipantFilter; limit: number; offset: number },
): Promise<ParticipantRow[]> {
  const { rows } = await sql<ParticipantRow>`
    select
      person.id as "personId",
      enrolment.id as "enrolmentId",
      person.full_name as "fullName",
      person.organisation,
      person.email,
      person.phone,
      person.is_contact_shared as "isContactShared",
      person.returned_at is not null as "isReturned",
      locality.name_nominative as locality,
      own_group.name as "group",
      sector.label as sector,
      enrolment.role,
      enrolment.withdrawn_on as "withdrawnOn"
    ${matching(ask.programmeId, ask.filter)}
    order by person.full_name collate "lt-x-icu", locality.display_order, enrolment.id
    limit ${ask.limit} offset ${ask.offset}
  `.execute(db);
  return rows;
}

/** How many lines the list has, and how many people they are. */
export async function countParticipants(
  db: Db,
  ask: { programmeId: string; filter: ParticipantFilter },
): Promise<{ enrolments: number; people: number }> {
  const { rows } = await sql<{ enrolments: number; people: number }>`
    select count(*) as enrolments, count(distinct person.id) as people
    ${matching(ask.programmeId, ask.filter)}
  `.execute(db);
  return rows[0]!;
}

export interface PersonRecord {
  id: string;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  isContactShared: boolean;
  gender: Gender | null;
  ageBand: AgeBand | null;
  /** Since when letters to the address are known to come back. */
  returnedAt: Date | null;
  /** Takes part elsewhere too, beyond the localities that were asked for: who they are is not to be changed from there. */
  isHeld: boolean;
  /** Those in the localities that were asked for. */
  enrolments: EnrolmentRecord[];
}

export interface EnrolmentRecord {
  id: string;
  localityId: string;
  locality: string;
  groupId: string | null;
  sectorId: string | null;
  role: ParticipantRole;
  enrolledOn: string;
  withdrawnOn: string | null;
  isCertified: boolean;
}

interface PersonKey {
  programmeId: string;
  id: string;
  within: Within;
}

/** Somebody who takes part in one of the localities, with what they do in these. */
export async function findPerson(db: Db, key: PersonKey): Promise<PersonRecord | undefined> {
  const person = await db
    .selectFrom("identity.person")
    .select([
      "id",
      "full_name as fullName",
      "organisation",
      "email",
      "phone",
      "is_contact_shared as isContactShared",
      "gender",
      "age_band as ageBand",
      "returned_at as returnedAt",
      isPersonHeld(key.within).as("isHeld"),
    ])
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .where(isPersonWithin(key.within))
    .executeTakeFirst();
  return person && { ...person, enrolments: await listEnrolmentsOf(db, key) };
}

async function listEnrolmentsOf(db: Db, key: PersonKey): Promise<EnrolmentRecord[]> {
  const { rows } = await sql<EnrolmentRecord>`
    select
      enrolment.id,
      enrolment.locality_id as "localityId",
      locality.name_nominative as locality,
      enrolment.group_id as "groupId",
      enrolment.sector_id as "sectorId",
      enrolment.role,
      enrolment.enrolled_on as "enrolledOn",
      enrolment.withdrawn_on as "withdrawnOn",
      exists (
        select from identity.certificate
        where certificate.programme_id = enrolment.programme_id
          and certificate.enrolment_id = enrolment.id
          and certificate.revoked_at is null
      ) as "isCertified"
    from identity.enrolment
    join locality
      on locality.programme_id = enrolment.programme_id and locality.id = enrolment.locality_id
    where enrolment.programme_id = ${key.programmeId}
      and enrolment.person_id = ${key.id}
      and ${isEnrolledWithin(key.within)}
    order by locality.display_order
  `.execute(db);
  return rows;
}

export interface GroupChoice {
  id: string;
  localityId: string;
  name: string;
}

/** The groups of the localities, by locality and name. */
export async function listGroups(
  db: Db,
  { programmeId, within }: { programmeId: string; within: Within },
): Promise<GroupChoice[]> {
  const { rows } = await sql<GroupChoice>`
    select participant_group.id, participant_group.locality_id as "localityId", participant_group.name
    from participant_group
    join locality
      on locality.programme_id = participant_group.programme_id
      and locality.id = participant_group.locality_id
    where participant_group.programme_id = ${programmeId}
      and (${within}::uuid[] is null or participant_group.locality_id = any (${within}::uuid[]))
    order by locality.display_order, participant_group.name collate "lt-x-icu"
  `.execute(db);
  return rows;
}

export interface SectorChoice {
  id: string;
  key: string;
  label: Text;
}

export async function listSectors(db: Db, programmeId: string): Promise<SectorChoice[]> {
  return await db
    .selectFrom("sector")
    .select(["id", "key", "label"])
    .where("programme_id", "=", programmeId)
    .orderBy("display_order")
    .execute();
}

/** People of one locality, or of all that were asked for where `localityId` is null. */
export interface PeopleCount {
  localityId: string | null;
  involved: number;
  cycleParticipants: number;
  certified: number;
}

/**
 * Involved: everybody enrolled and not withdrawn. Cycle participants: of them, those with that role. Certified: of those,
 * holders of a valid certificate. Each person counts once in a locality and once in the whole, so localities may sum to
 * more.
 */
export async function countPeopleByLocality(
  db: Db,
  { programmeId, within }: { programmeId: string; within: Within },
): Promise<PeopleCount[]> {
  const { rows } = await sql<PeopleCount>`
    select
      enrolment.locality_id as "localityId",
      count(distinct enrolment.person_id) as involved,
      count(distinct enrolment.person_id) filter (where enrolment.role = 'cycle-participant')
        as "cycleParticipants",
      count(distinct enrolment.person_id) filter (
        where enrolment.role = 'cycle-participant'
          and exists (
            select from identity.certificate
            where certificate.programme_id = enrolment.programme_id
              and certificate.enrolment_id = enrolment.id
              and certificate.revoked_at is null
          )
      ) as certified
    from identity.enrolment
    where enrolment.programme_id = ${programmeId}
      and enrolment.withdrawn_on is null
      and ${isEnrolledWithin(within)}
    group by grouping sets ((enrolment.locality_id), ())
  `.execute(db);
  return rows;
}
