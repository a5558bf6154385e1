import { sql } from "kysely";
import type { Db } from "../connect.ts";
import type { LetterStatus } from "../schema/mailings.ts";

interface MailingKey {
  programmeId: string;
  mailingId: string;
}

/** Makes letters out; an enrolment that has one of this mailing keeps that. */
export async function insertLetters(
  db: Db,
  letters: MailingKey & { enrolmentIds: readonly string[]; notBefore: Date },
): Promise<void> {
  await sql`
    insert into identity.letter (programme_id, mailing_id, enrolment_id, not_before)
    select ${letters.programmeId}, ${letters.mailingId}, enrolment_id, ${letters.notBefore}
    from unnest(${letters.enrolmentIds}::uuid[]) as enrolment_id
    on conflict do nothing
  `.execute(db);
}

export interface ClaimedLetter {
  id: string;
  enrolmentId: string;
  attempts: number;
}

/**
 * Takes the next letter that is due, for this process alone. It is marked before it is sent: a letter that was taken and
 * never marked further was under way when something broke, and is not sent again by itself.
 */
export async function claimLetter(
  db: Db,
  ask: MailingKey & { now: Date },
): Promise<ClaimedLetter | undefined> {
  const { rows } = await sql<ClaimedLetter>`
    update identity.letter
    set status = 'sending', attempts = attempts + 1, claimed_at = ${ask.now}
    where programme_id = ${ask.programmeId} and id = (
      select letter.id
      from identity.letter
      join identity.mailing
        on mailing.programme_id = letter.programme_id
        and mailing.id = letter.mailing_id
        and mailing.cancelled_at is null
      where letter.programme_id = ${ask.programmeId}
        and letter.mailing_id = ${ask.mailingId}
        and letter.status = 'waiting'
        and letter.not_before <= ${ask.now}
      order by letter.not_before, letter.id
      limit 1
      for update of letter skip locked
    )
    returning id, enrolment_id as "enrolmentId", attempts
  `.execute(db);
  return rows[0];
}

/** Says how a letter that was under way ended; one that will be tried again says from when. */
export async function endLetter(
  db: Db,
  letter: {
    programmeId: string;
    id: string;
    status: Exclude<LetterStatus, "sending">;
    now: Date;
    reply?: string;
    notBefore?: Date;
  },
): Promise<void> {
  await db
    .updateTable("identity.letter")
    .set({
      status: letter.status,
      reply: letter.reply ?? "",
      ended_at: letter.status === "waiting" ? null : letter.now,
      ...(letter.notBefore && { not_before: letter.notBefore }),
    })
    .where("programme_id", "=", letter.programmeId)
    .where("id", "=", letter.id)
    .where("status", "=", "sending")
    .execute();
}

/** Letters under way since before a moment: whoever sent them is gone, and nobody knows whether they went out. */
export async function markUnclearLetters(
  db: Db,
  ask: MailingKey & { claimedBefore: Date; now: Date },
): Promise<void> {
  await db
    .updateTable("identity.letter")
    .set({ status: "unclear", ended_at: ask.now })
    .where("programme_id", "=", ask.programmeId)
    .where("mailing_id", "=", ask.mailingId)
    .where("status", "=", "sending")
    .where("claimed_at", "<", ask.claimedBefore)
    .execute();
}

/** When the next letter is due, and whether any is under way. */
export async function findNextLetter(
  db: Db,
  ask: MailingKey,
): Promise<{ nextAt: Date | null; isUnderWay: boolean }> {
  const { rows } = await sql<{ nextAt: Date | null; isUnderWay: boolean }>`
    select
      min(not_before) filter (where status = 'waiting') as "nextAt",
      coalesce(bool_or(status = 'sending'), false) as "isUnderWay"
    from identity.letter
    where programme_id = ${ask.programmeId} and mailing_id = ${ask.mailingId}
  `.execute(db);
  return rows[0]!;
}

/** Puts unclear letters back, because a person said so. Says how many. */
export async function returnUnclearLetters(
  db: Db,
  ask: MailingKey & { now: Date },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("identity.letter")
    .set({ status: "waiting", not_before: ask.now, ended_at: null })
    .where("programme_id", "=", ask.programmeId)
    .where("mailing_id", "=", ask.mailingId)
    .where("status", "in", ["unclear", "given-up"])
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Forgets whom a mailing was for, and how many they were. */
export async function forgetLetters(db: Db, ask: MailingKey): Promise<void> {
  await db
    .deleteFrom("identity.letter")
    .where("programme_id", "=", ask.programmeId)
    .where("mailing_id", "=", ask.mailingId)
    .execute();
}

/** Forgets whom a mailing reached and whom it did not need to; how many were sent stays. */
export async function forgetSentLetters(db: Db, ask: MailingKey): Promise<void> {
  await sql`
    with forgotten as (
      delete from identity.letter
      where programme_id = ${ask.programmeId}
        and mailing_id = ${ask.mailingId}
        and status in ('sent', 'needless')
      returning status
    )
    update identity.mailing
    set sent_count = sent_count + (select count(*) from forgotten where status = 'sent')
    where programme_id = ${ask.programmeId} and id = ${ask.mailingId}
  `.execute(db);
}

/** People whose addresses were refused for good in a mailing, by name. */
export async function listRefusals(
  db: Db,
  ask: MailingKey,
): Promise<{ personId: string; fullName: string; email: string; reply: string }[]> {
  const { rows } = await sql<{ personId: string; fullName: string; email: string; reply: string }>`
    select person.id as "personId", person.full_name as "fullName", person.email, letter.reply
    from identity.letter
    join identity.enrolment
      on enrolment.programme_id = letter.programme_id and enrolment.id = letter.enrolment_id
    join identity.person
      on person.programme_id = enrolment.programme_id and person.id = enrolment.person_id
    where letter.programme_id = ${ask.programmeId}
      and letter.mailing_id = ${ask.mailingId}
      and letter.status = 'refused'
    order by person.full_name collate "lt-x-icu"
  `.execute(db);
  return rows;
}
