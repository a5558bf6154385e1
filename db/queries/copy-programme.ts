import { sql } from "kysely";
import type { CopyPart } from "../../server/domain/setup/copy-part.ts";
import type { Db } from "../connect.ts";

interface Copying {
  from: string;
  to: string;
}

/**
 * Takes a part of an old programme over into a new one. Rows are named column by column, so that nothing of people, of
 * answers, or of what was reached comes along by accident.
 */
export async function copyPart(db: Db, part: CopyPart, { from, to }: Copying): Promise<void> {
  for (const statement of statements[part]({ from, to })) await statement.execute(db);
}

const statements: Record<CopyPart, (copying: Copying) => ReturnType<typeof sql>[]> = {
  settings: ({ from, to }) => [
    sql`
      update programme set
        goal = old.goal,
        more_info_url = old.more_info_url,
        time_zone = old.time_zone,
        identity_mode = old.identity_mode,
        threshold = old.threshold,
        evaluator_name = old.evaluator_name
      from programme as old
      where programme.id = ${to} and old.id = ${from}`,
  ],
  funders: ({ from, to }) => [
    sql`
      insert into funder (programme_id, name, name_genitive, share, publicity_text, display_order)
      select ${to}, name, name_genitive, share, publicity_text, display_order
      from funder where programme_id = ${from}`,
  ],
  logos: ({ from, to }) => [
    sql`
      insert into logo (programme_id, alt, media_type, content, display_order)
      select ${to}, alt, media_type, content, display_order
      from logo where programme_id = ${from}`,
  ],
  localities: ({ from, to }) => [
    sql`
      insert into locality (
        programme_id, key, name_nominative, name_genitive, name_locative, municipality, county,
        latitude, longitude, display_order)
      select ${to}, key, name_nominative, name_genitive, name_locative, municipality, county,
        latitude, longitude, display_order
      from locality where programme_id = ${from} and withdrawn_at is null`,
  ],
  sectors: ({ from, to }) => [
    sql`
      insert into sector (programme_id, key, label, broad_key, display_order)
      select ${to}, key, label, broad_key, display_order
      from sector where programme_id = ${from}`,
  ],
  topics: ({ from, to }) => [
    sql`
      insert into topic (programme_id, title, scale_key, display_order)
      select ${to}, title, scale_key, display_order from topic where programme_id = ${from}`,
    sql`
      insert into method (programme_id, title, display_order)
      select ${to}, title, display_order from method where programme_id = ${from}`,
  ],
  criteria: ({ from, to }) => [
    sql`
      insert into selection_criterion (programme_id, text, display_order)
      select ${to}, text, display_order from selection_criterion where programme_id = ${from}`,
  ],
  indicators: ({ from, to }) => [
    sql`
      insert into indicator (
        programme_id, code, name, unit, definition, calculation_type, calculation_method,
        data_source, achieved_when, responsible, planned, display_order)
      select ${to}, code, name, unit, definition, calculation_type, calculation_method,
        data_source, achieved_when, responsible, planned, display_order
      from indicator where programme_id = ${from}`,
  ],
  questionnaires: ({ from, to }) => [
    sql`
      insert into questionnaire (programme_id, key, draft, draft_revision)
      select ${to}, key, draft, 0 from questionnaire where programme_id = ${from}`,
    sql`
      insert into questionnaire_version (
        programme_id, questionnaire_id, number, document, content_hash, published_at,
        equivalent_items)
      select ${to}, copied.id, version.number, version.document, version.content_hash,
        version.published_at, version.equivalent_items
      from questionnaire_version as version
      join questionnaire as old
        on old.programme_id = version.programme_id and old.id = version.questionnaire_id
      join questionnaire as copied on copied.programme_id = ${to} and copied.key = old.key
      where version.programme_id = ${from}`,
  ],
};
