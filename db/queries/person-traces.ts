import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** What is kept of a person besides who they are and where they are enrolled. */
export interface PersonTraces {
  hasCard: boolean;
  hasCertificate: boolean;
  hasAttendance: boolean;
  hasLetter: boolean;
}

interface PersonKey {
  programmeId: string;
  id: string;
}

/** Holds a person's enrolments, so that no card, mark, certificate or letter can be added until the transaction ends. */
export async function lockEnrolmentsOf(db: Db, { programmeId, id }: PersonKey): Promise<void> {
  await db
    .selectFrom("identity.enrolment")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("person_id", "=", id)
    .forUpdate()
    .execute();
}

/** Cards, certificates (revoked ones too), marks of attendance (absence too) and letters of a person. */
export async function findPersonTraces(
  db: Db,
  { programmeId, id }: PersonKey,
): Promise<PersonTraces> {
  const { rows } = await sql<PersonTraces>`
    with own as (
      select enrolment.id from identity.enrolment
      where enrolment.programme_id = ${programmeId} and enrolment.person_id = ${id}
    )
    select
      exists (
        select from identity.card_holder join own on own.id = card_holder.enrolment_id
        where card_holder.programme_id = ${programmeId}
      ) as "hasCard",
      exists (
        select from identity.certificate join own on own.id = certificate.enrolment_id
        where certificate.programme_id = ${programmeId}
      ) as "hasCertificate",
      exists (
        select from identity.attendance join own on own.id = attendance.enrolment_id
        where attendance.programme_id = ${programmeId}
      ) as "hasAttendance",
      exists (
        select from identity.letter join own on own.id = letter.enrolment_id
        where letter.programme_id = ${programmeId}
      ) as "hasLetter"
  `.execute(db);
  return rows[0]!;
}
