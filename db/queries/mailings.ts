import { sql } from "kysely";
import type { Recipient } from "../../server/domain/mailing/recipients.ts";
import type { Text } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import type { LetterStatus } from "../schema/mailings.ts";
import { isEnrolledWithin, type Within } from "./within.ts";

export interface NewMailing {
  programmeId: string;
  kind: "invitation" | "reminder";
  waveId: string;
  localityId: string | null;
  subject: Text;
  body: Text;
  sendAt: Date;
  createdBy: string;
  now: Date;
}

export async function insertMailing(db: Db, mailing: NewMailing): Promise<string> {
  const { id } = await db
    .insertInto("identity.mailing")
    .values({
      programme_id: mailing.programmeId,
      kind: mailing.kind,
      wave_id: mailing.waveId,
      locality_id: mailing.localityId,
      subject: json(mailing.subject),
      body: json(mailing.body),
      send_at: mailing.sendAt,
      created_by: mailing.createdBy,
      created_at: mailing.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface Mailing {
  id: string;
  kind: "invitation" | "reminder";
  /** A reminder of a register goes to those alone who have not answered, and nobody is told who or how many they are. */
  isBlind: boolean;
  waveId: string;
  wave: WaveKind;
  localityId: string | null;
  subject: Text;
  body: Text;
  sendAt: Date;
  preparedAt: Date | null;
  endedAt: Date | null;
  cancelledAt: Date | null;
  /** Letters by how far they came; sent ones that were forgotten are counted too. */
  letters: Record<LetterStatus, number>;
}

const mailingColumns = sql`
  mailing.id,
  mailing.kind,
  mailing.kind = 'reminder' and programme.identity_mode = 'register' as "isBlind",
  mailing.wave_id as "waveId",
  wave.kind as wave,
  mailing.locality_id as "localityId",
  mailing.subject,
  mailing.body,
  mailing.send_at as "sendAt",
  mailing.prepared_at as "preparedAt",
  mailing.ended_at as "endedAt",
  mailing.cancelled_at as "cancelledAt",
  (
    select jsonb_build_object(
      'waiting', count(*) filter (where status = 'waiting'),
      'sending', count(*) filter (where status = 'sending'),
      'sent', count(*) filter (where status = 'sent') + mailing.sent_count,
      'refused', count(*) filter (where status = 'refused'),
      'unclear', count(*) filter (where status = 'unclear'),
      'given-up', count(*) filter (where status = 'given-up'),
      'needless', count(*) filter (where status = 'needless')
    )
    from identity.letter
    where letter.programme_id = mailing.programme_id and letter.mailing_id = mailing.id
  ) as letters
`;

/** Where not the whole programme is asked for, a mailing to all localities is not among them either. */
function isMailingWithin(within: Within) {
  return sql`(${within}::uuid[] is null or mailing.locality_id = any (${within}::uuid[]))`;
}

/** The mailings to these localities, the latest first. */
export async function listMailings(
  db: Db,
  { programmeId, within }: { programmeId: string; within: Within },
): Promise<Mailing[]> {
  const { rows } = await sql<Mailing>`
    select ${mailingColumns}
    from identity.mailing
    join programme on programme.id = mailing.programme_id
    join wave on wave.programme_id = mailing.programme_id and wave.id = mailing.wave_id
    where mailing.programme_id = ${programmeId} and ${isMailingWithin(within)}
    order by mailing.created_at desc, mailing.id
  `.execute(db);
  return rows;
}

/** With `isLocked` nobody else prepares, cancels or ends it until the transaction ends. */
export async function findMailing(
  db: Db,
  key: { programmeId: string; id: string; within?: Within; isLocked?: boolean },
): Promise<Mailing | undefined> {
  const { rows } = await sql<Mailing>`
    select ${mailingColumns}
    from identity.mailing
    join programme on programme.id = mailing.programme_id
    join wave on wave.programme_id = mailing.programme_id and wave.id = mailing.wave_id
    where mailing.programme_id = ${key.programmeId} and mailing.id = ${key.id}
      and ${isMailingWithin(key.within ?? null)}
    ${key.isLocked ? sql`for update of mailing` : sql``}
  `.execute(db);
  return rows[0];
}

/** Notes that letters were made out, or that it was called off or has ended. */
export async function updateMailing(
  db: Db,
  mailing: {
    programmeId: string;
    id: string;
    set: { preparedAt?: Date; endedAt?: Date | null; cancelledAt?: Date };
  },
): Promise<void> {
  const { preparedAt, endedAt, cancelledAt } = mailing.set;
  await db
    .updateTable("identity.mailing")
    .set({ prepared_at: preparedAt, ended_at: endedAt, cancelled_at: cancelledAt })
    .where("programme_id", "=", mailing.programmeId)
    .where("id", "=", mailing.id)
    .execute();
}

/** A recipient with the cards noted against them. */
export interface RecipientWithCards extends Recipient {
  accessCodeIds: string[];
}

/**
 * Cycle participants who have not withdrawn, of a locality, of the whole programme, or one of them. An address counts as
 * shared when it is said to be, or when two people of the programme gave it.
 */
export async function listRecipients(
  db: Db,
  ask: {
    programmeId: string;
    localityId?: string | null;
    enrolmentIds?: readonly string[];
    within?: Within;
  },
): Promise<RecipientWithCards[]> {
  const { programmeId, localityId = null, enrolmentIds = null, within = null } = ask;
  const { rows } = await sql<RecipientWithCards>`
    select
      enrolment.id as "enrolmentId",
      enrolment.locality_id as "localityId",
      person.email,
      person.returned_at is not null as "isReturned",
      person.is_contact_shared or exists (
        select from identity.person as other
        where other.programme_id = person.programme_id
          and other.id <> person.id
          and lower(other.email) = lower(person.email)
      ) as "isShared",
      array(
        select card_holder.access_code_id::text
        from identity.card_holder
        where card_holder.programme_id = enrolment.programme_id
          and card_holder.enrolment_id = enrolment.id
        order by card_holder.handed_at desc
      ) as "accessCodeIds"
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    where enrolment.programme_id = ${programmeId}
      and enrolment.role = 'cycle-participant'
      and enrolment.withdrawn_on is null
      and (${localityId}::uuid is null or enrolment.locality_id = ${localityId}::uuid)
      and (${enrolmentIds}::uuid[] is null or enrolment.id = any (${enrolmentIds}::uuid[]))
      and ${isEnrolledWithin(within)}
    order by enrolment.id
  `.execute(db);
  return rows;
}

/** How many recipients in the localities can be written to: not who. */
export async function countReachable(
  db: Db,
  { programmeId, within }: { programmeId: string; within: Within },
): Promise<{ all: number; withAddress: number }> {
  const { rows } = await sql<{ all: number; withAddress: number }>`
    select
      count(*) as "all",
      count(*) filter (where person.email <> '' and person.returned_at is null) as "withAddress"
    from identity.enrolment
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    where enrolment.programme_id = ${programmeId}
      and enrolment.role = 'cycle-participant'
      and enrolment.withdrawn_on is null
      and ${isEnrolledWithin(within)}
  `.execute(db);
  return rows[0]!;
}

/** Mailings that are due and that no job works on: what worked on them was broken off too often, or the job is lost. */
export async function listStrandedMailings(
  db: Db,
  now: Date,
): Promise<{ programmeId: string; id: string }[]> {
  const { rows } = await sql<{ programmeId: string; id: string }>`
    select mailing.programme_id as "programmeId", mailing.id
    from identity.mailing
    where mailing.ended_at is null
      and mailing.cancelled_at is null
      and mailing.send_at <= ${now}
      and not exists (
        select from job
        where job.kind = 'mailing'
          and job.status in ('waiting', 'running')
          and job.payload ->> 'mailingId' = mailing.id::text
      )
  `.execute(db);
  return rows;
}
