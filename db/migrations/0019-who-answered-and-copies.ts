import { type Kysely, sql } from "kysely";

/**
 * Age as a band of a fixed list; notices that say the organiser sees who has handed a sheet in; archived copies of what
 * was published about a programme, as files that can be opened again.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table identity.person add constraint person_age_band_check
      check (age_band in ('under-18', '18-29', '30-54', '55-and-over'));

    alter table notice_version add column tells_who_answered boolean not null default false,
      add constraint notice_version_tells_who_answered_check
        check (not tells_who_answered or coalesce(identity_mode, '') = 'register');
    alter table notice_draft add column tells_who_answered boolean not null default false;

    alter table publicity_record
      add column copy_name text,
      add column copy_media_type text,
      add constraint publicity_record_copy_check
        check (num_nonnulls(archived_copy, copy_name, copy_media_type) in (0, 3));
  `.execute(db);
}
