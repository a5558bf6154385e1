import { type Kysely, sql } from "kysely";

/** Codes, answers, scores and the cells counted from them. No name, address or contact is ever stored here. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create schema answers;

    create table answers.access_code (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      locality_id uuid not null,
      group_id uuid,
      kind text not null check (kind in ('card', 'drawn', 'self-made', 'invented')),
      code text,
      pairing_code uuid not null default gen_random_uuid(),
      created_on date not null,
      revoked_at timestamptz,
      primary key (programme_id, id),
      unique (pairing_code, programme_id),
      foreign key (programme_id, locality_id) references locality,
      foreign key (programme_id, group_id) references participant_group
    );

    create table answers.entry (
      hash bytea primary key,
      kind text not null check (kind in ('link', 'code', 'locality')),
      programme_id uuid not null,
      access_code_id uuid,
      locality_id uuid,
      revoked_at timestamptz,
      foreign key (programme_id, access_code_id) references answers.access_code on delete cascade,
      foreign key (programme_id, locality_id) references locality on delete cascade,
      check ((kind = 'locality') = (access_code_id is null and locality_id is not null))
    );
    create index entry_of_code on answers.entry (programme_id, access_code_id);
    comment on table answers.entry is
      'The directory of all ways in: SHA-256 of a link token or of a typed code, to the code or locality it opens.';

    create table answers.response (
      programme_id uuid not null,
      id uuid not null default gen_random_uuid(),
      wave_id uuid not null,
      pairing_code uuid not null,
      match_type text not null default 'card'
        check (match_type in ('card', 'reissued-card', 'self-made-exact', 'self-made-approximate', 'paper')),
      locality_id uuid not null,
      questionnaire_version_id uuid not null,
      notice_version_id uuid not null,
      language text not null,
      channel text not null default 'online' check (channel in ('online', 'kiosk', 'paper')),
      status text not null check (status in ('draft', 'submitted')),
      revision integer not null default 1,
      place text,
      answers jsonb not null,
      consents jsonb not null default '{}',
      shuffle_seed integer not null default 0,
      idempotency_key uuid,
      begun_at timestamptz,
      begun_on date not null,
      submitted_on date,
      entered_by uuid,
      excluded_because text,
      primary key (programme_id, id),
      unique (pairing_code, wave_id, programme_id),
      foreign key (programme_id, wave_id) references wave,
      foreign key (programme_id, locality_id) references locality,
      foreign key (programme_id, questionnaire_version_id) references questionnaire_version,
      foreign key (programme_id, notice_version_id) references notice_version,
      check ((status = 'submitted') = (submitted_on is not null))
    );

    create table answers.score (
      programme_id uuid not null,
      response_id uuid not null,
      scale_key text not null,
      units bigint not null,
      answered smallint not null,
      scoring_version smallint not null,
      primary key (programme_id, response_id, scale_key),
      foreign key (programme_id, response_id) references answers.response on delete cascade
    );

    create table answers.cell (
      programme_id uuid not null,
      release_id uuid not null,
      locality_id uuid not null,
      scale_key text not null,
      before_units bigint,
      after_units bigint,
      count integer not null check (count > 0),
      foreign key (programme_id, locality_id) references locality on delete cascade
    );
    create unique index cell_key on answers.cell
      (programme_id, release_id, locality_id, scale_key, coalesce(before_units, -1), coalesce(after_units, -1));
    comment on table answers.cell is
      'People counted by locality, scale, score before and score after (null: missing), frozen with a release. Confidential.';
  `.execute(db);
}
