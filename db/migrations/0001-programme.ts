import { type Kysely, sql } from "kysely";

/**
 * Organisations, programmes and what describes them. Every table of a programme carries `programme_id`,
 * leading in its primary key, so that all rows of one programme can live together on one node.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table organisation (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      legal_form text not null default '',
      code text not null default '',
      address text not null default '',
      email text not null default '',
      phone text not null default '',
      website text not null default '',
      signatory_name text not null default '',
      signatory_position text not null default '',
      created_at timestamptz not null default now()
    );

    create table programme (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
      title jsonb not null,
      contract_title jsonb not null,
      contract_number text not null default '',
      goal jsonb not null default '{}',
      languages text[] not null default '{lt,en}',
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      more_info_url text not null default '',
      time_zone text not null default 'Europe/Vilnius',
      identity_mode text not null default 'register'
        check (identity_mode in ('register', 'bowl', 'self-made')),
      threshold smallint not null default 5 check (threshold between 5 and 10),
      smallest_worthwhile_points numeric check (smallest_worthwhile_points > 0),
      evaluator_name text not null default '',
      key_destroy_on date,
      answers_delete_on date,
      kind text not null default 'real' check (kind in ('real', 'demo', 'try-out')),
      created_at timestamptz not null default now(),
      archived_at timestamptz
    );

    create table funder (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      name jsonb not null,
      name_genitive jsonb not null default '{}',
      share text not null default '',
      publicity_text jsonb not null default '{}',
      display_order smallint not null,
      primary key (programme_id, id)
    );

    create table logo (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      alt jsonb not null,
      media_type text not null check (media_type in ('image/svg+xml', 'image/png')),
      content bytea not null,
      display_order smallint not null,
      primary key (programme_id, id),
      unique (programme_id, display_order)
    );

    create table locality (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      key text not null,
      name_nominative text not null,
      name_genitive text not null,
      name_locative text not null,
      municipality text not null default '',
      county text not null default '',
      latitude double precision,
      longitude double precision,
      display_order smallint not null,
      withdrawn_at timestamptz,
      primary key (programme_id, id),
      unique (programme_id, key)
    );

    create table sector (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      key text not null,
      label jsonb not null,
      broad_key text not null default '',
      display_order smallint not null,
      primary key (programme_id, id),
      unique (programme_id, key)
    );

    create table selection_criterion (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      text jsonb not null,
      display_order smallint not null,
      primary key (programme_id, id)
    );

    create table selection_decision (
      programme_id uuid not null,
      criterion_id uuid not null,
      locality_id uuid not null,
      is_met boolean not null,
      evidence text not null default '',
      decided_on date not null,
      primary key (programme_id, criterion_id, locality_id),
      foreign key (programme_id, criterion_id) references selection_criterion on delete cascade,
      foreign key (programme_id, locality_id) references locality on delete cascade
    );

    create table topic (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      title jsonb not null,
      scale_key text,
      display_order smallint not null,
      primary key (programme_id, id)
    );

    create table method (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      title jsonb not null,
      display_order smallint not null,
      primary key (programme_id, id)
    );

    create table participant_group (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      locality_id uuid not null,
      name text not null,
      planned_size smallint,
      starts_on date,
      ends_on date,
      primary key (programme_id, id),
      foreign key (programme_id, locality_id) references locality on delete cascade
    );

    create table training_session (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      locality_id uuid not null,
      group_id uuid,
      topic_id uuid,
      method_id uuid,
      title jsonb not null,
      held_on date not null,
      hours numeric not null check (hours > 0),
      lecturer text not null default '',
      place text not null default '',
      primary key (programme_id, id),
      foreign key (programme_id, locality_id) references locality on delete cascade,
      foreign key (programme_id, group_id) references participant_group,
      foreign key (programme_id, topic_id) references topic,
      foreign key (programme_id, method_id) references method
    );

    create table indicator (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      code text not null default '',
      name jsonb not null,
      unit jsonb not null default '{}',
      definition jsonb not null default '{}',
      calculation_type text not null default '',
      calculation_method text not null default '',
      data_source text not null default '',
      achieved_when text not null default '',
      responsible text not null default '',
      planned numeric,
      reached numeric,
      evidence_url text not null default '',
      deviation jsonb not null default '{}',
      display_order smallint not null,
      primary key (programme_id, id)
    );

    create table vision (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      locality_id uuid not null,
      title jsonb not null,
      summary jsonb not null default '{}',
      file_name text,
      media_type text,
      content bytea,
      primary key (programme_id, id),
      foreign key (programme_id, locality_id) references locality on delete cascade
    );

    create table publicity_record (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      published_on date not null,
      channel text not null,
      title text not null,
      url text not null default '',
      archived_copy bytea,
      are_logos_shown boolean not null default false,
      primary key (programme_id, id)
    );

    create table notice_version (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      number integer not null,
      text jsonb not null,
      statements jsonb not null,
      content_hash text not null,
      published_at timestamptz not null,
      primary key (programme_id, id),
      unique (programme_id, number)
    );

    create table questionnaire (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      key text not null,
      draft jsonb,
      draft_revision integer not null default 0,
      primary key (programme_id, id),
      unique (programme_id, key)
    );

    create table questionnaire_version (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      questionnaire_id uuid not null,
      number integer not null,
      document jsonb not null,
      content_hash text not null,
      published_at timestamptz not null,
      equivalent_items jsonb not null default '{}',
      primary key (programme_id, id),
      unique (programme_id, questionnaire_id, number),
      foreign key (programme_id, questionnaire_id) references questionnaire on delete cascade
    );

    create function refuse_version_change() returns trigger language plpgsql as $$
      begin raise exception 'a published questionnaire version never changes'; end $$;
    create trigger questionnaire_version_is_immutable before update on questionnaire_version
      for each row execute function refuse_version_change();

    create table wave (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      kind text not null check (kind in ('before', 'after', 'followup')),
      questionnaire_version_id uuid not null,
      notice_version_id uuid not null,
      opens_at timestamptz not null,
      closes_at timestamptz not null check (closes_at > opens_at),
      grace_minutes integer not null default 60 check (grace_minutes between 0 and 1440),
      primary key (programme_id, id),
      unique (programme_id, kind),
      foreign key (programme_id, questionnaire_version_id) references questionnaire_version,
      foreign key (programme_id, notice_version_id) references notice_version
    );

    create table wave_window (
      programme_id uuid not null,
      wave_id uuid not null,
      locality_id uuid not null,
      opens_at timestamptz,
      closes_at timestamptz,
      closed_at timestamptz,
      closed_by uuid,
      primary key (programme_id, wave_id, locality_id),
      foreign key (programme_id, wave_id) references wave on delete cascade,
      foreign key (programme_id, locality_id) references locality on delete cascade
    );
  `.execute(db);
}
