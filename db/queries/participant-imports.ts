import { sql } from "kysely";
import type { KnownEnrolment } from "../../server/domain/participant/import-plan.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import { isEnrolledWithin, isPersonHeld, type Within } from "./within.ts";

/** Everybody of the localities, withdrawn or not, as an import compares with them. */
export async function listKnownEnrolments(
  db: Db,
  { programmeId, within }: { programmeId: string; within: Within },
): Promise<KnownEnrolment[]> {
  const { rows } = await sql<KnownEnrolment>`
    select
      enrolment.id as "enrolmentId",
      person.id as "personId",
      person.full_name as "fullName",
      person.organisation,
      person.email,
      person.phone,
      person.gender,
      person.age_band as "ageBand",
      enrolment.locality_id as "localityId",
      coalesce(own_group.name, '') as "group",
      enrolment.sector_id as "sectorId",
      enrolment.role,
      exists (
        select from identity.certificate
        where certificate.programme_id = enrolment.programme_id
          and certificate.enrolment_id = enrolment.id
          and certificate.revoked_at is null
      ) as "isCertified",
      ${isPersonHeld(within)} as "isHeld"
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    left join participant_group as own_group
      on own_group.programme_id = enrolment.programme_id and own_group.id = enrolment.group_id
    where enrolment.programme_id = ${programmeId} and ${isEnrolledWithin(within)}
    order by enrolment.id
  `.execute(db);
  return rows;
}

/** Lets imports and merges into one programme follow each other; held until the transaction ends. */
export async function lockPeople(db: Db, programmeId: string): Promise<void> {
  await db
    .selectFrom("programme")
    .select("id")
    .where("id", "=", programmeId)
    .forNoKeyUpdate()
    .execute();
}

export interface ImportedPerson {
  id: string;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  gender: string | null;
  ageBand: string | null;
}

export interface ImportedEnrolment {
  personId: string;
  localityId: string;
  groupId: string | null;
  sectorId: string | null;
  role: string;
  enrolledOn: string;
}

// However long a list is, each of these is one statement with one parameter for all of its rows.

export async function insertImportedPeople(
  db: Db,
  programmeId: string,
  people: readonly ImportedPerson[],
): Promise<void> {
  await sql`
    insert into identity.person
      (programme_id, id, full_name, organisation, email, phone, gender, age_band)
    select ${programmeId}, id, "fullName", organisation, email, phone, gender, "ageBand"
    from jsonb_to_recordset(${json(people)}::jsonb)
      as listed (id uuid, "fullName" text, organisation text, email text, phone text, gender text,
        "ageBand" text)
  `.execute(db);
}

export async function insertImportedEnrolments(
  db: Db,
  programmeId: string,
  enrolments: readonly ImportedEnrolment[],
): Promise<void> {
  await sql`
    insert into identity.enrolment
      (programme_id, person_id, locality_id, group_id, sector_id, role, enrolled_on)
    select ${programmeId}, "personId", "localityId", "groupId", "sectorId", role, "enrolledOn"
    from jsonb_to_recordset(${json(enrolments)}::jsonb)
      as listed ("personId" uuid, "localityId" uuid, "groupId" uuid, "sectorId" uuid, role text,
        "enrolledOn" date)
  `.execute(db);
}

export async function updateImportedPeople(
  db: Db,
  programmeId: string,
  people: readonly ImportedPerson[],
): Promise<void> {
  await sql`
    update identity.person
    set full_name = listed."fullName", organisation = listed.organisation,
      email = listed.email, phone = listed.phone, gender = listed.gender,
      age_band = listed."ageBand"
    from jsonb_to_recordset(${json(people)}::jsonb)
      as listed (id uuid, "fullName" text, organisation text, email text, phone text, gender text,
        "ageBand" text)
    where person.programme_id = ${programmeId} and person.id = listed.id
  `.execute(db);
}

export async function updateImportedEnrolments(
  db: Db,
  programmeId: string,
  enrolments: readonly {
    id: string;
    groupId: string | null;
    sectorId: string | null;
    role: string;
  }[],
): Promise<void> {
  await sql`
    update identity.enrolment
    set group_id = coalesce(listed."groupId", enrolment.group_id),
      sector_id = listed."sectorId", role = listed.role
    from jsonb_to_recordset(${json(enrolments)}::jsonb)
      as listed (id uuid, "groupId" uuid, "sectorId" uuid, role text)
    where enrolment.programme_id = ${programmeId} and enrolment.id = listed.id
  `.execute(db);
}

/** New groups of localities; gives each its id. */
export async function insertGroups(
  db: Db,
  programmeId: string,
  groups: readonly { localityId: string; name: string }[],
): Promise<{ id: string; localityId: string; name: string }[]> {
  if (groups.length === 0) return [];
  return await db
    .insertInto("participant_group")
    .values(
      groups.map(({ localityId, name }) => ({
        programme_id: programmeId,
        locality_id: localityId,
        name,
      })),
    )
    .returning(["id", "locality_id as localityId", "name"])
    .execute();
}
