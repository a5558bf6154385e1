import { type Kysely, sql } from "kysely";

/** Dates that wait remember the questionnaire that was chosen with them, so that nobody has to choose it again. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table wave_plan
      add column questionnaire_version_id uuid,
      add foreign key (programme_id, questionnaire_version_id) references questionnaire_version;
  `.execute(db);
}
