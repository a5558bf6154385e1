import { type Kysely, sql } from "kysely";

/** Tokens with which programmes read released results. Each belongs to one programme and one person, and only reads. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table api_token (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      staff_user_id uuid not null references staff_user (id) on delete cascade,
      name text not null,
      token_hash bytea not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_on date,
      revoked_at timestamptz,
      primary key (programme_id, id)
    );
    create index api_token_by_user on api_token (staff_user_id);
  `.execute(db);
}
