import { type Kysely, sql } from "kysely";

/**
 * An annex keeps every number it printed, so that its next revision can say what changed. And whether a programme's
 * results are open to the public: the release shown, and who opened and closed the page.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table annex add column printed jsonb not null default '[]';
    comment on column annex.printed is 'Numbers as printed: [{ table, row, column, text }]. No names of people.';

    create table public_results (
      programme_id uuid primary key references programme (id) on delete cascade,
      release_id uuid not null,
      published_at timestamptz not null,
      published_by uuid references staff_user (id),
      withdrawn_at timestamptz,
      foreign key (programme_id, release_id) references release
    );
  `.execute(db);
}
