import { type Kysely, sql } from "kysely";

/**
 * What is owed to people whose data this is: their requests, and the proof that data is destroyed at its date. Neither
 * table ever holds a name: a request that outlives the person it was about tells nothing of them.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table programme add column people_delete_on date;

    create table subject_request (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      number integer not null,
      kind text not null check (kind in ('access', 'correction', 'erasure', 'objection')),
      received_on date not null,
      due_on date not null check (due_on >= received_on),
      note text not null default '',
      opened_by uuid references staff_user (id),
      opened_at timestamptz not null,
      outcome text check (outcome in ('done', 'refused', 'nothing-found')),
      answer text not null default '',
      handled_by uuid references staff_user (id),
      handled_at timestamptz,
      primary key (programme_id, id),
      unique (programme_id, number),
      check ((outcome is null) = (handled_at is null))
    );

    create table destruction (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      kind text not null check (kind in ('key', 'answers', 'people')),
      done_at timestamptz not null,
      done_by uuid references staff_user (id),
      counts jsonb not null,
      content_hash text not null,
      primary key (programme_id, id)
    );
    create unique index destruction_once on destruction (programme_id, kind);
    create function refuse_destruction_change() returns trigger language plpgsql as $$
      begin raise exception 'the proof of a destruction never changes'; end $$;
    create trigger destruction_is_proof before update on destruction
      for each row execute function refuse_destruction_change();
  `.execute(db);
}
