import { sql } from "kysely";
import type { ParticipantRole } from "../../server/domain/participant/list-row.ts";
import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import type { Within } from "./within.ts";

export interface SessionRow {
  id: string;
  localityId: string;
  groupId: string | null;
  group: string | null;
  title: Text;
  heldOn: string;
  hours: number;
  lecturer: string;
  place: string;
}

/** The sessions of a locality, of several, or of the whole programme, in the order of days. */
export async function listSessions(
  db: Db,
  ask: { programmeId: string; localityId?: string; within?: Within },
): Promise<SessionRow[]> {
  const { programmeId, localityId = null, within = null } = ask;
  const { rows } = await sql<SessionRow>`
    select
      session.id,
      session.locality_id as "localityId",
      session.group_id as "groupId",
      own_group.name as "group",
      session.title,
      session.held_on as "heldOn",
      session.hours,
      session.lecturer,
      session.place
    from training_session as session
    left join participant_group as own_group
      on own_group.programme_id = session.programme_id and own_group.id = session.group_id
    where session.programme_id = ${programmeId}
      and (${localityId}::uuid is null or session.locality_id = ${localityId}::uuid)
      and (${within}::uuid[] is null or session.locality_id = any (${within}::uuid[]))
    order by session.held_on, session.id
  `.execute(db);
  return rows;
}

/** Somebody who may come to a session: cycle participants first, then others involved. */
export interface Attendee {
  enrolmentId: string;
  fullName: string;
  organisation: string;
  groupId: string | null;
  role: ParticipantRole;
}

export async function listAttendees(
  db: Db,
  key: { programmeId: string; localityId: string },
): Promise<Attendee[]> {
  const { rows } = await sql<Attendee>`
    select
      enrolment.id as "enrolmentId",
      person.full_name as "fullName",
      person.organisation,
      enrolment.group_id as "groupId",
      enrolment.role
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    where enrolment.programme_id = ${key.programmeId}
      and enrolment.locality_id = ${key.localityId}
      and enrolment.withdrawn_on is null
    order by enrolment.role, person.full_name collate "lt-x-icu", enrolment.id
  `.execute(db);
  return rows;
}

export interface AttendanceMark {
  sessionId: string;
  enrolmentId: string;
  isPresent: boolean;
}

export async function listAttendance(
  db: Db,
  key: { programmeId: string; localityId: string },
): Promise<AttendanceMark[]> {
  return await db
    .selectFrom("identity.attendance as attendance")
    .innerJoin("training_session as session", (join) =>
      join
        .onRef("session.programme_id", "=", "attendance.programme_id")
        .onRef("session.id", "=", "attendance.session_id"),
    )
    .select([
      "attendance.session_id as sessionId",
      "attendance.enrolment_id as enrolmentId",
      "attendance.is_present as isPresent",
    ])
    .where("attendance.programme_id", "=", key.programmeId)
    .where("session.locality_id", "=", key.localityId)
    .execute();
}

/**
 * Stores who was there. What somebody changed is written over; a mark that was only shown is made where there is none yet,
 * so that two people who mark different names at one time do not undo each other's.
 */
export async function saveAttendanceMarks(
  db: Db,
  saving: { programmeId: string; marks: readonly (AttendanceMark & { isChanged: boolean })[] },
): Promise<void> {
  for (const isChanged of [true, false]) {
    const marks = saving.marks.filter((mark) => mark.isChanged === isChanged);
    if (marks.length === 0) continue;
    const onConflict = isChanged
      ? sql`do update set is_present = excluded.is_present`
      : sql`do nothing`;
    await sql`
      insert into identity.attendance (programme_id, session_id, enrolment_id, is_present)
      select ${saving.programmeId}, "sessionId", "enrolmentId", "isPresent"
      from jsonb_to_recordset(${json(marks)}::jsonb)
        as mark ("sessionId" uuid, "enrolmentId" uuid, "isPresent" boolean)
      on conflict (programme_id, session_id, enrolment_id) ${onConflict}
    `.execute(db);
  }
}

/** The codes of a locality's cards, in no order that says anything; whose they are is not looked at. */
export async function listCodesOf(
  db: Db,
  key: { programmeId: string; localityId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom("answers.access_code")
    .select("code")
    .where("programme_id", "=", key.programmeId)
    .where("locality_id", "=", key.localityId)
    .where("kind", "in", ["card", "drawn"])
    .where("revoked_at", "is", null)
    .where("code", "is not", null)
    .orderBy("code")
    .execute();
  return rows.flatMap(({ code }) => code ?? []);
}

/** Enrolments of a locality with a valid certificate. */
export async function listCertifiedEnrolments(
  db: Db,
  key: { programmeId: string; localityId: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct enrolment.id
    from identity.enrolment
    join identity.certificate
      on certificate.programme_id = enrolment.programme_id
      and certificate.enrolment_id = enrolment.id
      and certificate.revoked_at is null
    where enrolment.programme_id = ${key.programmeId} and enrolment.locality_id = ${key.localityId}
  `.execute(db);
  return rows.map(({ id }) => id);
}
