import { type Kysely, sql } from "kysely";

/** People and what is known of them by name. Nothing here is ever joined to answers but by the one audited function. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create schema identity;

    create table identity.person (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      full_name text not null,
      organisation text not null default '',
      email text not null default '',
      phone text not null default '',
      is_contact_shared boolean not null default false,
      may_contact_for_followup boolean not null default false,
      gender text check (gender in ('woman', 'man', 'non-binary', 'undisclosed')),
      age_band text,
      created_at timestamptz not null default now(),
      primary key (programme_id, id)
    );

    create table identity.enrolment (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      person_id uuid not null,
      locality_id uuid not null,
      group_id uuid,
      sector_id uuid,
      role text not null check (role in ('involved', 'cycle-participant')),
      enrolled_on date not null,
      withdrawn_on date,
      primary key (programme_id, id),
      unique (programme_id, person_id, locality_id),
      foreign key (programme_id, person_id) references identity.person on delete cascade,
      foreign key (programme_id, locality_id) references locality,
      foreign key (programme_id, group_id) references participant_group,
      foreign key (programme_id, sector_id) references sector
    );

    create table identity.attendance (
      programme_id uuid not null,
      session_id uuid not null,
      enrolment_id uuid not null,
      is_present boolean not null,
      primary key (programme_id, session_id, enrolment_id),
      foreign key (programme_id, session_id) references training_session on delete cascade,
      foreign key (programme_id, enrolment_id) references identity.enrolment on delete cascade
    );

    create table identity.certificate (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      enrolment_id uuid not null,
      number text not null,
      sequence_number integer not null check (sequence_number > 0),
      title jsonb not null default '{}',
      hours numeric,
      issued_on date not null,
      verification_key text not null unique,
      revoked_at timestamptz,
      revoked_because text,
      primary key (programme_id, id),
      unique (programme_id, number),
      unique (programme_id, sequence_number),
      foreign key (programme_id, enrolment_id) references identity.enrolment on delete cascade
    );

    create table identity.card_holder (
      programme_id uuid not null,
      access_code_id uuid not null,
      enrolment_id uuid not null,
      handed_at timestamptz not null,
      primary key (programme_id, access_code_id),
      unique (programme_id, enrolment_id, access_code_id),
      foreign key (programme_id, enrolment_id) references identity.enrolment on delete cascade
    );
    comment on table identity.card_holder is
      'The key between people and codes. Read by the one audited function only; destroyed at its date.';
  `.execute(db);
}
