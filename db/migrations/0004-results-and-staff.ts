import { type Kysely, sql } from "kysely";

/** What is made of the answers (releases, annexes, files), who works with it, and the record of what they did. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table staff_user (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      email text not null,
      display_name text not null,
      language text not null default 'lt',
      password_hash text,
      is_administrator boolean not null default false,
      disabled_at timestamptz,
      created_at timestamptz not null default now(),
      unique (organisation_id, email)
    );

    create table staff_role (
      programme_id uuid not null references programme (id) on delete cascade,
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      role text not null check (role in ('organiser', 'data', 'data-entry', 'evaluator', 'funder')),
      locality_id uuid,
      id uuid not null default gen_random_uuid(),
      primary key (programme_id, id),
      foreign key (programme_id, locality_id) references locality on delete cascade
    );
    create unique index staff_role_once on staff_role
      (programme_id, staff_user_id, role, coalesce(locality_id, '00000000-0000-0000-0000-000000000000'));
    create index staff_role_by_user on staff_role (staff_user_id);

    create table sign_in_link (
      token_hash bytea primary key,
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      expires_at timestamptz not null,
      used_at timestamptz
    );

    create table staff_session (
      token_hash bytea primary key,
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index staff_session_by_user on staff_session (staff_user_id);

    create table release (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      number integer not null,
      made_at timestamptz not null,
      made_by uuid references staff_user (id),
      reason text not null,
      parameters jsonb not null,
      evaluator_figures jsonb not null,
      public_figures jsonb not null,
      content_hash text not null,
      primary key (programme_id, id),
      unique (programme_id, number)
    );
    create function refuse_release_change() returns trigger language plpgsql as $$
      begin raise exception 'a release is frozen: make a new one'; end $$;
    create trigger release_is_frozen before update on release
      for each row execute function refuse_release_change();

    create table export_file (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      kind text not null,
      file_name text not null,
      media_type text not null,
      content bytea,
      size_bytes bigint not null,
      sha256 text not null,
      row_count integer,
      release_id uuid,
      made_by uuid references staff_user (id),
      reason text not null default '',
      made_at timestamptz not null,
      expires_at timestamptz,
      primary key (programme_id, id),
      foreign key (programme_id, release_id) references release
    );

    create table annex (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      number smallint not null,
      revision smallint not null,
      release_id uuid not null,
      audience text not null check (audience in ('public', 'funder', 'closed')),
      language text not null,
      options jsonb not null default '{}',
      changes jsonb not null default '[]',
      made_at timestamptz not null,
      made_by uuid references staff_user (id),
      primary key (programme_id, id),
      unique (programme_id, number, revision, audience, language),
      foreign key (programme_id, release_id) references release
    );

    create table annex_file (
      programme_id uuid not null,
      annex_id uuid not null,
      export_file_id uuid not null,
      primary key (programme_id, annex_id, export_file_id),
      foreign key (programme_id, annex_id) references annex on delete cascade,
      foreign key (programme_id, export_file_id) references export_file on delete cascade
    );

    create table evaluator_note (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      figure_key text not null,
      kind text not null check (kind in ('finding', 'recommendation')),
      text jsonb not null,
      version integer not null,
      written_by uuid not null references staff_user (id),
      written_at timestamptz not null,
      primary key (programme_id, id),
      unique (programme_id, figure_key, kind, version)
    );

    create table theme (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      item_key text not null,
      title jsonb not null,
      merged_into uuid,
      primary key (programme_id, id)
    );

    create table theme_mark (
      programme_id uuid not null,
      theme_id uuid not null,
      response_id uuid not null,
      primary key (programme_id, theme_id, response_id),
      foreign key (programme_id, theme_id) references theme on delete cascade,
      foreign key (programme_id, response_id) references answers.response on delete cascade
    );

    create table job (
      id uuid primary key default gen_random_uuid(),
      programme_id uuid references programme (id) on delete cascade,
      kind text not null,
      payload jsonb not null,
      status text not null default 'waiting'
        check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
      progress smallint not null default 0 check (progress between 0 and 100),
      attempts smallint not null default 0,
      problem text,
      result jsonb,
      asked_by uuid references staff_user (id),
      created_at timestamptz not null default now(),
      run_after timestamptz not null default now(),
      heartbeat_at timestamptz,
      finished_at timestamptz
    );
    create index job_waiting on job (run_after) where status in ('waiting', 'running');

    create table rate_limit (
      key text primary key,
      window_ends_at timestamptz not null,
      count integer not null
    );

    create table audit_event (
      id bigint generated always as identity primary key,
      programme_id uuid,
      at timestamptz not null,
      actor text not null,
      action text not null,
      subject text not null default '',
      reason text not null default '',
      detail jsonb not null default '{}',
      previous_hash text not null,
      hash text not null
    );
    create index audit_event_of_programme on audit_event (programme_id, id);
    create function refuse_audit_change() returns trigger language plpgsql as $$
      begin raise exception 'the audit log is append-only'; end $$;
    create trigger audit_event_is_append_only before update or delete on audit_event
      for each row execute function refuse_audit_change();
  `.execute(db);
}
