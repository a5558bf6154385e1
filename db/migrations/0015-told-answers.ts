import { type Kysely, sql } from "kysely";

/**
 * Words of open answers that were chosen to be quoted, and the tables that scales' items, groups and reliability were
 * released from: a later release of the same people is made of the same answers.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table quotation (
      programme_id uuid not null,
      response_id uuid not null,
      item_key text not null,
      text text not null,
      primary key (programme_id, response_id, item_key),
      foreign key (programme_id, response_id) references answers.response on delete cascade
    );

    create table answers.settled_answers (
      programme_id uuid not null,
      release_id uuid not null,
      locality_id uuid not null,
      scale_key text not null,
      tables jsonb not null,
      primary key (programme_id, release_id, locality_id, scale_key),
      foreign key (programme_id, locality_id) references locality on delete cascade
    );
    comment on table answers.settled_answers is
      'Answers of a scale''s pairs counted by item, by group and for reliability, frozen with a release. Confidential.';
  `.execute(db);
}
