import { type Kysely, sql } from "kysely";

/**
 * What stands between a file from another system and what is made of it: a questionnaire that was read and not yet
 * kept, a table of earlier answers whose columns are being named; and which files were imported already, so that none
 * is twice. Imported responses say so by their channel.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table questionnaire_import (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      file_name text not null,
      format text not null,
      document jsonb not null,
      losses jsonb not null,
      uploaded_by uuid not null,
      expires_at timestamptz not null,
      primary key (programme_id, id)
    );
    create index questionnaire_import_by_expiry on questionnaire_import (expires_at);

    alter table answers.response drop constraint response_channel_check;
    alter table answers.response add constraint response_channel_check
      check (channel in ('online', 'kiosk', 'paper', 'import'));

    create table answers.earlier_upload (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      file_name text not null,
      file_hash text not null,
      sheets jsonb not null,
      choices jsonb,
      uploaded_by uuid not null,
      expires_at timestamptz not null,
      primary key (programme_id, id)
    );
    create index earlier_upload_by_expiry on answers.earlier_upload (expires_at);
    comment on table answers.earlier_upload is
      'Earlier answers between upload and import. A row goes when it was imported, and when it expires.';

    create table answers.earlier_import (
      programme_id uuid not null references programme (id) on delete cascade,
      file_hash text not null,
      sheet text not null,
      responses integer not null,
      imported_by uuid not null,
      imported_on date not null,
      primary key (programme_id, file_hash, sheet)
    );

    create table answers.earlier_code (
      programme_id uuid not null references programme (id) on delete cascade,
      hash bytea not null,
      pairing_code uuid not null,
      locality_id uuid not null,
      primary key (programme_id, hash)
    );
    comment on table answers.earlier_code is
      'Hashes of codes in imported files, so that the waves of one person pair although they came in several files. They can be forgotten at any time; then no later file pairs with these.';
  `.execute(db);
}
