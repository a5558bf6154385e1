import { type Kysely, sql } from "kysely";

/**
 * Letters to participants. One letter a mailing and enrolment, whatever happens; it is claimed, sent and marked in three
 * steps of their own, so that a letter that was under way when the power failed is known to be unclear.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table identity.mailing (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      kind text not null check (kind in ('invitation', 'reminder')),
      wave_id uuid not null,
      locality_id uuid,
      subject jsonb not null,
      body jsonb not null,
      send_at timestamptz not null,
      created_by uuid not null,
      created_at timestamptz not null,
      prepared_at timestamptz,
      ended_at timestamptz,
      cancelled_at timestamptz,
      sent_count integer not null default 0,
      primary key (programme_id, id),
      foreign key (programme_id, wave_id) references wave on delete cascade,
      foreign key (programme_id, locality_id) references locality on delete cascade
    );

    create table identity.letter (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      mailing_id uuid not null,
      enrolment_id uuid not null,
      status text not null default 'waiting'
        check (status in ('waiting', 'sending', 'sent', 'refused', 'unclear', 'given-up', 'needless')),
      attempts smallint not null default 0,
      not_before timestamptz not null,
      claimed_at timestamptz,
      ended_at timestamptz,
      reply text not null default '',
      primary key (programme_id, id),
      unique (programme_id, mailing_id, enrolment_id),
      foreign key (programme_id, mailing_id) references identity.mailing on delete cascade,
      foreign key (programme_id, enrolment_id) references identity.enrolment on delete cascade
    );
    create index letter_to_send on identity.letter (programme_id, mailing_id, not_before)
      where status = 'waiting';
    comment on table identity.letter is
      'Whom a mailing goes to. Whoever gets a reminder has not answered: those that were sent are forgotten when it ends.';
  `.execute(db);
}
