import { sql } from "kysely";
import type { Db } from "../connect.ts";

interface Merge {
  programmeId: string;
  /** Who stays. */
  keptId: string;
  /** Whose record goes, after everything of it has moved. */
  goneId: string;
}

/** The tables whose rows follow a person or an enrolment; a merge has to say what becomes of each. */
export const tablesOfPeople = [
  "identity.attendance",
  "identity.card_holder",
  "identity.certificate",
  "identity.distinct_people",
  "identity.enrolment",
  "identity.letter",
] as const;

/** Moves enrolments in localities where the kept person has none; with them goes all that hangs on them. */
export async function moveEnrolments(db: Db, merge: Merge): Promise<void> {
  await sql`
    update identity.enrolment as moved set person_id = ${merge.keptId}
    where moved.programme_id = ${merge.programmeId}
      and moved.person_id = ${merge.goneId}
      and not exists (
        select from identity.enrolment as kept
        where kept.programme_id = moved.programme_id
          and kept.person_id = ${merge.keptId}
          and kept.locality_id = moved.locality_id
      )
  `.execute(db);
}

/** Localities in which both are enrolled: which enrolment goes into which. */
export async function listDoubleEnrolments(
  db: Db,
  merge: Merge,
): Promise<{ kept: string; gone: string }[]> {
  const { rows } = await sql<{ kept: string; gone: string }>`
    select kept.id as kept, gone.id as gone
    from identity.enrolment as gone
    join identity.enrolment as kept
      on kept.programme_id = gone.programme_id
      and kept.locality_id = gone.locality_id
      and kept.person_id = ${merge.keptId}
    where gone.programme_id = ${merge.programmeId} and gone.person_id = ${merge.goneId}
    order by gone.id
  `.execute(db);
  return rows;
}

interface Enrolments {
  programmeId: string;
  kept: string;
  gone: string;
}

/** Whoever was there under either record was there. */
export async function mergeAttendance(db: Db, { programmeId, kept, gone }: Enrolments) {
  await sql`
    insert into identity.attendance (programme_id, session_id, enrolment_id, is_present)
    select programme_id, session_id, ${kept}::uuid, is_present
    from identity.attendance
    where programme_id = ${programmeId} and enrolment_id = ${gone}
    on conflict (programme_id, session_id, enrolment_id)
      do update set is_present = attendance.is_present or excluded.is_present
  `.execute(db);
}

/** All certificates stay as they are on paper. Where both records hold a valid one, the moved one says where it was. */
export async function moveCertificates(db: Db, { programmeId, kept, gone }: Enrolments) {
  await sql`
    update identity.certificate as moved
    set enrolment_id = ${kept}, merged_from = case
      when moved.revoked_at is null and exists (
        select from identity.certificate as own
        where own.programme_id = moved.programme_id
          and own.enrolment_id = ${kept}
          and own.revoked_at is null
          and own.merged_from is null
      ) then coalesce(moved.merged_from, ${gone}::uuid)
      else moved.merged_from
    end
    where moved.programme_id = ${programmeId} and moved.enrolment_id = ${gone}
  `.execute(db);
}

export async function moveCardHolders(db: Db, { programmeId, kept, gone }: Enrolments) {
  await db
    .updateTable("identity.card_holder")
    .set({ enrolment_id: kept })
    .where("programme_id", "=", programmeId)
    .where("enrolment_id", "=", gone)
    .execute();
}

/** Of two letters of one mailing the kept person's own stays: it must not be sent twice. */
export async function moveLetters(db: Db, { programmeId, kept, gone }: Enrolments) {
  await sql`
    update identity.letter as moved set enrolment_id = ${kept}
    where moved.programme_id = ${programmeId}
      and moved.enrolment_id = ${gone}
      and not exists (
        select from identity.letter as own
        where own.programme_id = moved.programme_id
          and own.mailing_id = moved.mailing_id
          and own.enrolment_id = ${kept}
      )
  `.execute(db);
}

/** The stronger role, the earlier day, whichever group and sector is known; withdrawn only if both were. */
export async function mergeEnrolmentRows(db: Db, { programmeId, kept, gone }: Enrolments) {
  await sql`
    update identity.enrolment as kept
    set role = case
        when 'cycle-participant' in (kept.role, gone.role) then 'cycle-participant' else kept.role
      end,
      group_id = coalesce(kept.group_id, gone.group_id),
      sector_id = coalesce(kept.sector_id, gone.sector_id),
      enrolled_on = least(kept.enrolled_on, gone.enrolled_on),
      withdrawn_on = case
        when kept.withdrawn_on is not null and gone.withdrawn_on is not null
          then greatest(kept.withdrawn_on, gone.withdrawn_on)
      end
    from identity.enrolment as gone
    where kept.programme_id = ${programmeId} and kept.id = ${kept}
      and gone.programme_id = ${programmeId} and gone.id = ${gone}
  `.execute(db);
}

/** What the kept record does not know is taken from the other. */
export async function mergePersonRows(db: Db, { programmeId, keptId, goneId }: Merge) {
  await sql`
    update identity.person as kept
    set organisation = coalesce(nullif(kept.organisation, ''), gone.organisation),
      email = coalesce(nullif(kept.email, ''), gone.email),
      returned_address = case
        when kept.email = '' then gone.returned_address else kept.returned_address
      end,
      returned_at = case when kept.email = '' then gone.returned_at else kept.returned_at end,
      phone = coalesce(nullif(kept.phone, ''), gone.phone),
      is_contact_shared = case
        when kept.email = '' then gone.is_contact_shared else kept.is_contact_shared
      end,
      may_contact_for_followup = kept.may_contact_for_followup and gone.may_contact_for_followup,
      gender = coalesce(kept.gender, gone.gender),
      age_band = coalesce(kept.age_band, gone.age_band)
    from identity.person as gone
    where kept.programme_id = ${programmeId} and kept.id = ${keptId}
      and gone.programme_id = ${programmeId} and gone.id = ${goneId}
  `.execute(db);
}

export async function deletePerson(db: Db, { programmeId, goneId }: Merge): Promise<void> {
  await db
    .deleteFrom("identity.person")
    .where("programme_id", "=", programmeId)
    .where("id", "=", goneId)
    .execute();
}
