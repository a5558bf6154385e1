import { type Kysely, sql } from "kysely";

/** What a draft of a questionnaire needs beside its document: when it was saved, and what was deleted from it last. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table questionnaire
      add column draft_saved_at timestamptz,
      add column last_removed jsonb,
      add column created_at timestamptz not null default now();
  `.execute(db);
}
