import { type Kysely, sql } from "kysely";

/** Until when sheets on paper may still be keyed for a locality whose wave has closed: they came late by post. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table wave_window add column paper_until timestamptz
      check (paper_until is null or closed_at is not null);
  `.execute(db);
}
