import { type Kysely, sql } from "kysely";

/**
 * Keyed hashes of codes that participants make of six things they know by heart: of the whole (place 0) and of the
 * whole without each element in turn (1 ... 6). One making is one set; after two codes were found to be one person's,
 * an access code has several. The key lies outside the database; both go when matching is over.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table answers.self_made_hash (
      programme_id uuid not null,
      set_id uuid not null,
      access_code_id uuid not null,
      place smallint not null check (place between 0 and 6),
      hash bytea not null,
      primary key (programme_id, set_id, place),
      foreign key (programme_id, access_code_id) references answers.access_code on delete cascade
    );
    create index self_made_hash_of_code on answers.self_made_hash (programme_id, access_code_id);
    create index self_made_hash_by_hash on answers.self_made_hash (programme_id, hash);
  `.execute(db);
}
