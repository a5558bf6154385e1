import type { ParticipantRole } from "../../server/domain/participant/list-row.ts";
import type { AgeBand, Gender } from "../../server/domain/participant/person-facts.ts";
import type { Db } from "../connect.ts";
import { isPersonHeld, isPersonWithin, type Within } from "./within.ts";

export interface PersonFields {
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  isContactShared: boolean;
  gender: Gender | null;
  ageBand: AgeBand | null;
}

export interface EnrolmentFields {
  groupId: string | null;
  sectorId: string | null;
  role: ParticipantRole;
  enrolledOn: string;
  withdrawnOn: string | null;
}

export async function insertPerson(
  db: Db,
  { programmeId, ...person }: PersonFields & { programmeId: string },
): Promise<string> {
  const { id } = await db
    .insertInto("identity.person")
    .values({ programme_id: programmeId, ...personColumns(person) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** False when there is no such person who takes part in the localities and nowhere else. */
export async function updatePerson(
  db: Db,
  {
    programmeId,
    id,
    within,
    ...person
  }: PersonFields & { programmeId: string; id: string; within: Within },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("identity.person")
    .set(personColumns(person))
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .where(isPersonWithin(within))
    .where((eb) => eb.not(isPersonHeld(within)))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** False when the person is enrolled in the locality already. */
export async function insertEnrolment(
  db: Db,
  enrolment: EnrolmentFields & { programmeId: string; personId: string; localityId: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto("identity.enrolment")
    .values({
      programme_id: enrolment.programmeId,
      person_id: enrolment.personId,
      locality_id: enrolment.localityId,
      ...enrolmentColumns(enrolment),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateEnrolment(
  db: Db,
  enrolment: EnrolmentFields & { programmeId: string; id: string },
): Promise<void> {
  await db
    .updateTable("identity.enrolment")
    .set(enrolmentColumns(enrolment))
    .where("programme_id", "=", enrolment.programmeId)
    .where("id", "=", enrolment.id)
    .execute();
}

function personColumns(person: PersonFields) {
  return {
    full_name: person.fullName,
    organisation: person.organisation,
    email: person.email,
    phone: person.phone,
    is_contact_shared: person.isContactShared,
    gender: person.gender,
    age_band: person.ageBand,
  };
}

function enrolmentColumns(enrolment: EnrolmentFields) {
  return {
    group_id: enrolment.groupId,
    sector_id: enrolment.sectorId,
    role: enrolment.role,
    enrolled_on: enrolment.enrolledOn,
    withdrawn_on: enrolment.withdrawnOn,
  };
}
