import { type Kysely, sql } from "kysely";

/**
 * What setting a programme up leaves behind while it is under way: steps that a programme does without, a notice still
 * being written, and dates of waves that wait for their questionnaire and notice. A notice remembers the identity mode
 * it was written for, and once published never changes.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table setup_step_not_needed (
      programme_id uuid not null references programme (id) on delete cascade,
      step text not null,
      primary key (programme_id, step)
    );

    create table notice_draft (
      programme_id uuid primary key references programme (id) on delete cascade,
      text jsonb not null,
      saved_at timestamptz not null
    );

    create table wave_plan (
      programme_id uuid not null references programme (id) on delete cascade,
      kind text not null check (kind in ('before', 'after', 'followup')),
      opens_at timestamptz not null,
      closes_at timestamptz not null check (closes_at > opens_at),
      grace_minutes integer not null check (grace_minutes between 0 and 1440),
      windows jsonb not null default '[]',
      primary key (programme_id, kind)
    );
    comment on column wave_plan.windows is 'Dates of single localities: [{ localityId, opensAt, closesAt }].';

    alter table notice_version
      add column identity_mode text check (identity_mode in ('register', 'bowl', 'self-made'));
    create function refuse_notice_change() returns trigger language plpgsql as $$
      begin raise exception 'a published notice never changes'; end $$;
    create trigger notice_version_is_immutable before update on notice_version
      for each row execute function refuse_notice_change();

    alter table vision add column authors text not null default '';
  `.execute(db);
}
