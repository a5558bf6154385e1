import { sql } from "kysely";
import type { AgeBand, Gender } from "../../server/domain/participant/person-facts.ts";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { Text } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

// Everything kept about one person. What stands by name and what stands by code is read apart: a caller with the right
// to both goes from the one to the other by the notes of cards, and writes that into the audit log.

export interface SubjectPerson {
  id: string;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  gender: Gender | null;
  ageBand: AgeBand | null;
  isContactShared: boolean;
  mayContactForFollowup: boolean;
  returnedAt: Date | null;
  createdAt: Date;
}

export async function listSubjectPeople(db: Db, programmeId: string): Promise<SubjectPerson[]> {
  return await peopleQuery(db, programmeId)
    .orderBy(sql`full_name collate "lt-x-icu"`)
    .orderBy("id")
    .execute();
}

export async function findSubjectPerson(
  db: Db,
  key: { programmeId: string; personId: string },
): Promise<SubjectPerson | undefined> {
  return await peopleQuery(db, key.programmeId).where("id", "=", key.personId).executeTakeFirst();
}

function peopleQuery(db: Db, programmeId: string) {
  return db
    .selectFrom("identity.person")
    .select([
      "id",
      "full_name as fullName",
      "organisation",
      "email",
      "phone",
      "gender",
      "age_band as ageBand",
      "is_contact_shared as isContactShared",
      "may_contact_for_followup as mayContactForFollowup",
      "returned_at as returnedAt",
      "created_at as createdAt",
    ])
    .where("programme_id", "=", programmeId);
}

export interface SubjectEnrolment {
  id: string;
  locality: string;
  role: "involved" | "cycle-participant";
  group: string | null;
  sector: Text | null;
  enrolledOn: string;
  withdrawnOn: string | null;
  attendance: { title: Text; heldOn: string; hours: number; isPresent: boolean }[];
  certificates: { number: string; issuedOn: string; hours: number | null; isRevoked: boolean }[];
  letters: { subject: Text; status: string; endedAt: string | null }[];
}

/** A person's enrolments with all that hangs on them: attendance, certificates, letters sent. */
export async function listSubjectEnrolments(
  db: Db,
  key: { programmeId: string; personId: string },
): Promise<SubjectEnrolment[]> {
  const { rows } = await sql<SubjectEnrolment>`
    select
      enrolment.id,
      locality.name_nominative as locality,
      enrolment.role,
      participant_group.name as "group",
      sector.label as sector,
      enrolment.enrolled_on as "enrolledOn",
      enrolment.withdrawn_on as "withdrawnOn",
      coalesce((
        select json_agg(json_build_object(
          'title', session.title, 'heldOn', session.held_on,
          'hours', session.hours, 'isPresent', attendance.is_present
        ) order by session.held_on, session.id)
        from identity.attendance
        join training_session as session
          on session.programme_id = attendance.programme_id and session.id = attendance.session_id
        where attendance.programme_id = enrolment.programme_id
          and attendance.enrolment_id = enrolment.id
      ), '[]') as attendance,
      coalesce((
        select json_agg(json_build_object(
          'number', number, 'issuedOn', issued_on, 'hours', hours, 'isRevoked', revoked_at is not null
        ) order by sequence_number)
        from identity.certificate
        where certificate.programme_id = enrolment.programme_id
          and certificate.enrolment_id = enrolment.id
      ), '[]') as certificates,
      coalesce((
        select json_agg(json_build_object(
          'subject', mailing.subject, 'status', letter.status, 'endedAt', letter.ended_at
        ) order by mailing.send_at)
        from identity.letter
        join identity.mailing
          on mailing.programme_id = letter.programme_id and mailing.id = letter.mailing_id
        join programme on programme.id = mailing.programme_id
        where letter.programme_id = enrolment.programme_id
          and letter.enrolment_id = enrolment.id
          -- Whoever reads this for somebody must not learn whether they had answered.
          and (mailing.kind = 'invitation' or programme.identity_mode <> 'register')
      ), '[]') as letters
    from identity.enrolment
    join locality
      on locality.programme_id = enrolment.programme_id and locality.id = enrolment.locality_id
    left join participant_group
      on participant_group.programme_id = enrolment.programme_id
      and participant_group.id = enrolment.group_id
    left join sector
      on sector.programme_id = enrolment.programme_id and sector.id = enrolment.sector_id
    where enrolment.programme_id = ${key.programmeId} and enrolment.person_id = ${key.personId}
    order by locality.display_order
  `.execute(db);
  return rows;
}

/** The codes noted against one person's name. A way from a person to answers: its caller writes the audit row. */
export async function listCodesOfPerson(
  db: Db,
  key: { programmeId: string; personId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom("identity.card_holder as holder")
    .innerJoin("identity.enrolment as enrolment", (join) =>
      join
        .onRef("enrolment.programme_id", "=", "holder.programme_id")
        .onRef("enrolment.id", "=", "holder.enrolment_id"),
    )
    .select("holder.access_code_id as accessCodeId")
    .where("holder.programme_id", "=", key.programmeId)
    .where("enrolment.person_id", "=", key.personId)
    .execute();
  return rows.map(({ accessCodeId }) => accessCodeId);
}

export interface SubjectResponse {
  waveKind: WaveKind;
  status: "draft" | "submitted";
  language: string;
  channel: string;
  begunOn: string;
  submittedOn: string | null;
  versionId: string;
  noticeId: string;
  answers: Answers;
  consents: Record<string, boolean>;
}

/** What was answered with these codes, in the order of waves. */
export async function listSubjectResponses(
  db: Db,
  key: { programmeId: string; accessCodeIds: readonly string[] },
): Promise<SubjectResponse[]> {
  if (key.accessCodeIds.length === 0) return [];
  return await db
    .selectFrom("answers.response as response")
    .innerJoin("answers.access_code as code", (join) =>
      join
        .onRef("code.programme_id", "=", "response.programme_id")
        .onRef("code.pairing_code", "=", "response.pairing_code"),
    )
    .innerJoin("wave", (join) =>
      join
        .onRef("wave.programme_id", "=", "response.programme_id")
        .onRef("wave.id", "=", "response.wave_id"),
    )
    .select([
      "wave.kind as waveKind",
      "response.status as status",
      "response.language as language",
      "response.channel as channel",
      "response.begun_on as begunOn",
      "response.submitted_on as submittedOn",
      "response.questionnaire_version_id as versionId",
      "response.notice_version_id as noticeId",
      "response.answers as answers",
      "response.consents as consents",
    ])
    .where("response.programme_id", "=", key.programmeId)
    .where("code.id", "in", key.accessCodeIds)
    .orderBy("wave.opens_at")
    .execute();
}

/** Erases what was answered with these codes, with scores and marks, and the codes with the ways in to them. */
export async function deleteCodesAndAnswers(
  db: Db,
  key: { programmeId: string; accessCodeIds: readonly string[] },
): Promise<{ responses: number; codes: number }> {
  if (key.accessCodeIds.length === 0) return { responses: 0, codes: 0 };
  const { rows } = await sql<{ responses: number; codes: number }>`
    with code as (
      delete from answers.access_code
      where programme_id = ${key.programmeId} and id = any(${key.accessCodeIds}::uuid[])
      returning pairing_code
    ), erased as (
      delete from answers.response using code
      where response.programme_id = ${key.programmeId}
        and response.pairing_code = code.pairing_code
      returning response.id
    )
    select
      (select count(*) from erased) as responses,
      (select count(*) from code) as codes
  `.execute(db);
  return rows[0]!;
}

/** Forgets that a person held cards. */
export async function deleteHoldings(
  db: Db,
  key: { programmeId: string; accessCodeIds: readonly string[] },
): Promise<void> {
  if (key.accessCodeIds.length === 0) return;
  await db
    .deleteFrom("identity.card_holder")
    .where("programme_id", "=", key.programmeId)
    .where("access_code_id", "in", key.accessCodeIds)
    .execute();
}

/** Deletes a person with enrolments, attendance, certificates, letters and notes of cards. */
export async function deletePerson(
  db: Db,
  key: { programmeId: string; personId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("identity.person")
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.personId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) === 1;
}
