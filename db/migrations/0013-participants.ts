import { type Kysely, sql } from "kysely";

/**
 * What keeping the list of participants needs besides people: an uploaded list between the steps of its import, and the
 * pairs that a person has looked at and found to be two people. A merged person may hold two valid certificates of one
 * locality: the one that came with the merging keeps its number and stays valid, and says where it came from.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table identity.uploaded_list (
      programme_id uuid not null references programme (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      file_name text not null,
      sheets jsonb not null,
      choices jsonb,
      outcome jsonb,
      uploaded_by uuid not null,
      uploaded_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (programme_id, id)
    );
    create index uploaded_list_by_expiry on identity.uploaded_list (expires_at);
    comment on table identity.uploaded_list is
      'A list between upload and import. Its rows are emptied once it was imported, and it goes when it expires.';

    create table identity.distinct_people (
      programme_id uuid not null,
      one_id uuid not null,
      other_id uuid not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      primary key (programme_id, one_id, other_id),
      check (one_id < other_id),
      foreign key (programme_id, one_id) references identity.person on delete cascade,
      foreign key (programme_id, other_id) references identity.person on delete cascade
    );

    create index enrolment_of_locality on identity.enrolment (programme_id, locality_id);

    alter table identity.certificate add column merged_from uuid;
    comment on column identity.certificate.merged_from is
      'The enrolment it was issued to, where that was merged into one that held a valid certificate already.';
    drop index identity.certificate_valid_once;
    create unique index certificate_valid_once
      on identity.certificate (programme_id, enrolment_id)
      where revoked_at is null and merged_from is null;
  `.execute(db);
}
