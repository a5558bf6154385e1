import { type Kysely, sql } from "kysely";

/**
 * What a programme's certificates say. `last_number` is the counter: whoever issues holds its row, so numbers have no
 * gaps, and it never goes back, so a number is not given twice even after its owner was erased.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table certificate_template (
      programme_id uuid primary key references programme (id) on delete cascade,
      title jsonb not null,
      text jsonb not null default '{}',
      are_topics_named boolean not null default true,
      number_prefix text not null default '',
      last_number integer not null default 0 check (last_number >= 0),
      least_attended_percent smallint not null default 80
        check (least_attended_percent between 1 and 100),
      updated_at timestamptz not null
    );

    alter table identity.certificate
      add column text jsonb not null default '{}',
      add column topics jsonb not null default '[]',
      add column signatory jsonb;
    comment on column identity.certificate.text is
      'Title, hours, text, topics and signatory as they were when it was issued: printed again, it is the same.';

    create unique index certificate_valid_once
      on identity.certificate (programme_id, enrolment_id) where revoked_at is null;
  `.execute(db);
}
