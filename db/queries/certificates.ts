import { sql } from "kysely";
import type { AttendedHours } from "../../server/domain/certificate/attendance.ts";
import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import type { Signatory } from "../schema/identity.ts";

/** A cycle participant, how much of the training they attended, and what they were given already. */
export interface Candidate extends AttendedHours {
  enrolmentId: string;
  fullName: string;
  localityId: string;
  locality: string;
  hasValid: boolean;
  hasRevoked: boolean;
}

/** Cycle participants in the order of localities and names. A session of a group is held for that group alone. */
export async function listCandidates(db: Db, programmeId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select
      enrolment.id as "enrolmentId",
      person.full_name as "fullName",
      locality.id as "localityId",
      locality.name_nominative as locality,
      coalesce(training.held, 0) as "hoursHeld",
      coalesce(training.attended, 0) as "hoursAttended",
      given.valid as "hasValid",
      given.revoked as "hasRevoked"
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    join locality
      on locality.programme_id = enrolment.programme_id and locality.id = enrolment.locality_id
    cross join lateral (
      select
        sum(session.hours) as held,
        sum(session.hours) filter (where attendance.is_present) as attended
      from training_session as session
      left join identity.attendance
        on attendance.programme_id = session.programme_id
        and attendance.session_id = session.id
        and attendance.enrolment_id = enrolment.id
      where session.programme_id = enrolment.programme_id
        and session.locality_id = enrolment.locality_id
        and (session.group_id is null or session.group_id = enrolment.group_id)
    ) as training
    cross join lateral (
      select
        count(*) filter (where revoked_at is null) > 0 as valid,
        count(revoked_at) > 0 as revoked
      from identity.certificate
      where certificate.programme_id = enrolment.programme_id
        and certificate.enrolment_id = enrolment.id
    ) as given
    where enrolment.programme_id = ${programmeId}
      and enrolment.role = 'cycle-participant'
      and enrolment.withdrawn_on is null
    order by locality.display_order, person.full_name collate "lt-x-icu", enrolment.id
  `.execute(db);
  return rows;
}

/** A programme's topics in order, each with the localities in whose sessions it was taken up. */
export async function listTaughtTopics(
  db: Db,
  programmeId: string,
): Promise<{ title: Text; localityIds: string[] }[]> {
  const { rows } = await sql<{ title: Text; localityIds: string[] }>`
    select topic.title, array(
      select distinct session.locality_id::text
      from training_session as session
      where session.programme_id = topic.programme_id and session.topic_id = topic.id
    ) as "localityIds"
    from topic
    where topic.programme_id = ${programmeId}
    order by topic.display_order, topic.id
  `.execute(db);
  return rows;
}

export interface NewCertificate {
  programmeId: string;
  enrolmentId: string;
  number: string;
  sequenceNumber: number;
  title: Text;
  text: Text;
  topics: readonly Text[];
  signatory: Signatory | null;
  hours: number;
  issuedOn: string;
  verificationKey: string;
}

export async function insertCertificate(db: Db, certificate: NewCertificate): Promise<void> {
  await db
    .insertInto("identity.certificate")
    .values({
      programme_id: certificate.programmeId,
      enrolment_id: certificate.enrolmentId,
      number: certificate.number,
      sequence_number: certificate.sequenceNumber,
      title: json(certificate.title),
      text: json(certificate.text),
      topics: json(certificate.topics),
      signatory: certificate.signatory && json(certificate.signatory),
      hours: certificate.hours,
      issued_on: certificate.issuedOn,
      verification_key: certificate.verificationKey,
    })
    .execute();
}

/** A line of the register, with everything that is printed on the paper. */
export interface RegisteredCertificate {
  id: string;
  enrolmentId: string;
  number: string;
  sequenceNumber: number;
  fullName: string;
  locality: string;
  title: Text;
  text: Text;
  topics: Text[];
  signatory: Signatory | null;
  hours: number | null;
  issuedOn: string;
  verificationKey: string;
  revokedAt: Date | null;
  revokedBecause: string | null;
}

/** The register: every certificate ever issued, in the order of numbers; revoked ones stay in it. */
export async function listCertificates(
  db: Db,
  programmeId: string,
): Promise<RegisteredCertificate[]> {
  return await db
    .selectFrom("identity.certificate as certificate")
    .innerJoin("identity.enrolment as enrolment", (join) =>
      join
        .onRef("enrolment.programme_id", "=", "certificate.programme_id")
        .onRef("enrolment.id", "=", "certificate.enrolment_id"),
    )
    .innerJoin("identity.person as person", (join) =>
      join
        .onRef("person.programme_id", "=", "enrolment.programme_id")
        .onRef("person.id", "=", "enrolment.person_id"),
    )
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "enrolment.programme_id")
        .onRef("locality.id", "=", "enrolment.locality_id"),
    )
    .select([
      "certificate.id as id",
      "certificate.enrolment_id as enrolmentId",
      "certificate.number as number",
      "certificate.sequence_number as sequenceNumber",
      "person.full_name as fullName",
      "locality.name_nominative as locality",
      "certificate.title as title",
      "certificate.text as text",
      "certificate.topics as topics",
      "certificate.signatory as signatory",
      "certificate.hours as hours",
      "certificate.issued_on as issuedOn",
      "certificate.verification_key as verificationKey",
      "certificate.revoked_at as revokedAt",
      "certificate.revoked_because as revokedBecause",
    ])
    .where("certificate.programme_id", "=", programmeId)
    .orderBy("certificate.sequence_number")
    .execute();
}

/** False when there is no such certificate, or it was revoked before. */
export async function revokeCertificateRow(
  db: Db,
  key: { programmeId: string; id: string; reason: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("identity.certificate")
    .set({ revoked_at: key.now, revoked_because: key.reason })
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}
