import { sql } from "kysely";
import type { Db } from "../../db/connect.ts";
import { json } from "../../db/json.ts";
import { inventAnswers } from "../../db/seed/invent-answers.ts";
import { closeEverywhere } from "../../db/seed/programme.ts";
import { randomFrom } from "../../db/seed/random.ts";
import { scaleUnits, scoringVersion } from "../../server/domain/scoring/score-response.ts";
import { readyQuestionnaire } from "../domain/questionnaire/documents.ts";
import { aProgramme, type TestProgramme } from "../support/programme.ts";

/**
 * A programme that so many people have answered before and after, its waves closed. Their scores are drawn by the
 * database itself; their answers are those of a few invented sheets over and over, as large as real ones.
 */
export async function insertAnsweredProgramme(db: Db, people: number): Promise<TestProgramme> {
  return await insertClosedProgramme(db, people, { hasAnswers: true });
}

/** Without answers there are responses to be counted, and nothing in them. */
export async function insertClosedProgramme(
  db: Db,
  people: number,
  { hasAnswers }: { hasAnswers: boolean },
): Promise<TestProgramme> {
  const programme = await aProgramme(db, new Date(), {
    slug: `atsake-${people}`,
    questionnaire: readyQuestionnaire(),
  });
  const looked = await dropConstraints(db, "answers.response", ["f"]);
  await insertResponses(db, programme, { people, hasAnswers });
  for (const statement of looked) await statement.execute(db);
  if (hasAnswers) {
    const kept = await dropConstraints(db, "answers.score", ["p", "f"]);
    await insertScores(db, programme);
    for (const statement of kept) await statement.execute(db);
  }
  await sql`vacuum (analyze) answers.response, answers.score`.execute(db);
  await closeEverywhere(db, programme.id, "before");
  await closeEverywhere(db, programme.id, "after");
  return programme;
}

/** A number that shares no factor with that of localities, so that each has every sheet. */
const sheets = 61;

function inventSheets({ questionnaire }: TestProgramme, wave: "before" | "after"): string[] {
  const random = randomFrom(wave === "before" ? 1 : 2);
  return Array.from({ length: sheets }, () => {
    const level = Object.fromEntries(questionnaire.scales.map(({ key }) => [key, random.normal()]));
    const background = { BG2: "municipality", BG3: "y6-15" };
    const person = { level, gain: {}, background, isNewcomer: false, skippedSections: [] };
    return json(inventAnswers(questionnaire, { wave, person, random }));
  });
}

async function insertResponses(
  db: Db,
  programme: TestProgramme,
  { people, hasAnswers }: { people: number; hasAnswers: boolean },
): Promise<void> {
  const places = programme.localities.map(({ id }) => id);
  const sheetsOf = (wave: "before" | "after") =>
    hasAnswers ? inventSheets(programme, wave) : new Array<string>(sheets).fill("{}");
  const before = sheetsOf("before");
  const after = sheetsOf("after");
  // Made once: joined as it stands, each wave would draw codes of its own, and there would be no pairs.
  await sql`
    with person as materialized (
      select
        gen_random_uuid() as code,
        (${places}::uuid[])[1 + number % ${places.length}] as place,
        1 + number % ${sheets} as sheet
      from generate_series(1, ${people}::integer) as number
    )
    insert into answers.response (
      programme_id, wave_id, pairing_code, locality_id, questionnaire_version_id, notice_version_id,
      language, status, answers, begun_on, submitted_on
    )
    select
      ${programme.id}, wave.id, person.code, person.place, ${programme.versionId}, ${programme.noticeId},
      'lt', 'submitted',
      (case wave.kind when 'before' then ${before}::jsonb[] else ${after}::jsonb[] end)[person.sheet],
      current_date, current_date
    from person
    cross join wave
    where wave.programme_id = ${programme.id} and wave.kind in ('before', 'after')
  `.execute(db);
}

/** Each scale's scores before lie in the lower three quarters of its steps; those after on all of them. */
async function insertScores(db: Db, { id, questionnaire }: TestProgramme): Promise<void> {
  const scales = questionnaire.scales.map((scale) => {
    const { top, answerStep } = scaleUnits(questionnaire, scale);
    return { key: scale.key, step: answerStep, steps: Math.round(top / answerStep) };
  });
  await sql`
    insert into answers.score
      (programme_id, response_id, scale_key, units, answered, scoring_version)
    select
      response.programme_id, response.id, scale.key,
      scale.step * floor(
        random() * (scale.steps + 1) * case wave.kind when 'before' then 0.75 else 1 end
      ),
      4, ${scoringVersion}::smallint
    from answers.response
    join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
    cross join jsonb_to_recordset(${json(scales)}::jsonb)
      as scale (key text, step integer, steps integer)
    where response.programme_id = ${id}
  `.execute(db);
}

/** Keys and references are made anew after millions of rows, not looked at for each; gives what makes them. */
async function dropConstraints(db: Db, name: string, kinds: readonly ("p" | "f")[]) {
  const { rows } = await sql<{ name: string; definition: string }>`
    select conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where conrelid = ${name}::regclass and contype = any (${kinds}::"char"[])
    order by contype desc
  `.execute(db);
  const table = sql.table(name);
  for (const { name } of rows) {
    await sql`alter table ${table} drop constraint ${sql.id(name)}`.execute(db);
  }
  return rows.map(
    ({ name, definition }) =>
      sql`alter table ${table} add constraint ${sql.id(name)} ${sql.raw(definition)}`,
  );
}
