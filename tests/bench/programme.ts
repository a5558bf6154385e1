import { sql } from "kysely";
import type { Db } from "../../db/connect.ts";
import { json } from "../../db/json.ts";
import { calendarDay } from "../../server/domain/response/calendar-day.ts";
import { scoreResponse } from "../../server/domain/scoring/score-response.ts";
import { readyQuestionnaire } from "../domain/questionnaire/documents.ts";
import { asBody, fieldsOf, inventSheet } from "../processes/sheets.ts";
import { aProgramme, type TestProgramme } from "../support/programme.ts";

/** A programme with the ready questionnaire, its first wave open, and as many cards as a benchmark may use up. */
export async function insertBenchProgramme(db: Db, cards: number): Promise<TestProgramme> {
  const programme = await aProgramme(db, new Date(), { questionnaire: readyQuestionnaire() });
  await sql`
    with card as (
      insert into answers.access_code (programme_id, locality_id, kind, created_on)
      select ${programme.id}, ${programme.localities[0]!.id}, 'card', current_date
      from generate_series(1, ${cards}::integer)
      returning programme_id, id
    ), numbered as (
      select *, 'bench-' || lpad((row_number() over () - 1)::text, 18, '0') as token from card
    )
    insert into answers.entry (hash, kind, programme_id, access_code_id)
    select sha256(convert_to(token, 'UTF8')), 'link', programme_id, id from numbered
  `.execute(db);
  await sql`analyze answers.access_code, answers.entry`.execute(db);
  return programme;
}

const sheets = 64;

/** Answers of some invented participants, in each form in which the three compared ways take them. */
export interface Workload {
  /** For the product: sent forms. */
  forms: string[];
  /** For the bare server: the JSON that the product stores. */
  answers: string[];
  /** For the bare database: the parameters of `insertStatement`. */
  rows: unknown[][];
}

export function inventWorkload(programme: TestProgramme): Workload {
  const invented = Array.from({ length: sheets }, (_, seed) =>
    inventSheet(programme.questionnaire, seed),
  );
  const origin = [
    programme.id,
    programme.waves.before,
    programme.localities[0]!.id,
    programme.versionId,
    programme.noticeId,
    calendarDay(new Date(), "Europe/Vilnius"),
  ];
  return {
    forms: invented.map((sheet) => {
      const form = asBody(fieldsOf(sheet));
      form.append("_statement.participate", "yes");
      return form.toString();
    }),
    answers: invented.map(({ answers }) => json(answers)),
    rows: invented.map(({ answers }) => [
      ...origin,
      json(answers),
      json(scoreResponse(programme.questionnaire, answers)),
    ]),
  };
}

/** What the product stores for one participant, written straight into its tables: one row of answers, seven of scores. */
export const insertStatement = `
  with stored as (
    insert into answers.response (
      programme_id, wave_id, pairing_code, locality_id, questionnaire_version_id, notice_version_id, language,
      status, answers, consents, idempotency_key, begun_at, begun_on, submitted_on
    )
    values ($1, $2, gen_random_uuid(), $3, $4, $5, 'lt', 'submitted', $7, '{"participate": true}',
      gen_random_uuid(), now(), $6, $6)
    returning programme_id, id
  )
  insert into answers.score (programme_id, response_id, scale_key, units, answered, scoring_version)
  select stored.programme_id, stored.id, score."scaleKey", score.units, score.answered, 1
  from stored, jsonb_to_recordset($8::jsonb) score ("scaleKey" text, units integer, answered smallint)`;

/** What the bare server stores: the same answers as one value of one row. */
export const bareStatement = "insert into bare_answer (answers) values ($1)";

export async function createBareTable(db: Db): Promise<void> {
  await sql`
    create table bare_answer (id uuid primary key default gen_random_uuid(), answers jsonb not null)
  `.execute(db);
}
