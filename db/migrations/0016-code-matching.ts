import { type Kysely, sql } from "kysely";

/**
 * What people decide about self-made codes that the rule leaves open: pairs they told apart (those they joined are
 * joined), and that matching is over, after which neither hashes nor key exist any more.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table answers.refused_match (
      programme_id uuid not null,
      earlier_id uuid not null,
      later_id uuid not null,
      primary key (programme_id, earlier_id, later_id),
      foreign key (programme_id, earlier_id) references answers.access_code on delete cascade,
      foreign key (programme_id, later_id) references answers.access_code on delete cascade
    );
    create index refused_match_by_later on answers.refused_match (programme_id, later_id);

    create table answers.matching_end (
      programme_id uuid primary key references programme on delete cascade,
      ended_at timestamptz not null,
      key_destroyed_at timestamptz
    );

    alter table answers.response drop constraint response_match_type_check;
    alter table answers.response add constraint response_match_type_check check (match_type in (
      'card', 'reissued-card', 'self-made-exact', 'self-made-approximate', 'self-made-confirmed', 'paper'
    ));
  `.execute(db);
}
