import type { Text } from "../../server/domain/text.ts";
import type { IdentityMode } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** A programme's own record as its set-up shows and changes it. */
export interface ProgrammeRecord {
  title: Text;
  contractTitle: Text;
  contractNumber: string;
  goal: Text;
  startsOn: string;
  endsOn: string;
  languages: string[];
  moreInfoUrl: string;
  timeZone: string;
  evaluatorName: string;
  threshold: number;
  smallestWorthwhilePoints: number | null;
  identityMode: IdentityMode;
  keyDestroyOn: string | null;
  answersDeleteOn: string | null;
}

export async function getProgrammeRecord(db: Db, id: string): Promise<ProgrammeRecord> {
  return await db
    .selectFrom("programme")
    .select([
      "title",
      "contract_title as contractTitle",
      "contract_number as contractNumber",
      "goal",
      "starts_on as startsOn",
      "ends_on as endsOn",
      "languages",
      "more_info_url as moreInfoUrl",
      "time_zone as timeZone",
      "evaluator_name as evaluatorName",
      "threshold",
      "smallest_worthwhile_points as smallestWorthwhilePoints",
      "identity_mode as identityMode",
      "key_destroy_on as keyDestroyOn",
      "answers_delete_on as answersDeleteOn",
    ])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Changes what is given and leaves the rest. */
export async function updateProgrammeRecord(
  db: Db,
  id: string,
  record: Partial<ProgrammeRecord>,
): Promise<void> {
  const text = (value: Text | undefined) => (value ? json(value) : undefined);
  await db
    .updateTable("programme")
    .set({
      title: text(record.title),
      contract_title: text(record.contractTitle),
      contract_number: record.contractNumber,
      goal: text(record.goal),
      starts_on: record.startsOn,
      ends_on: record.endsOn,
      languages: record.languages,
      more_info_url: record.moreInfoUrl,
      time_zone: record.timeZone,
      evaluator_name: record.evaluatorName,
      threshold: record.threshold,
      smallest_worthwhile_points: record.smallestWorthwhilePoints,
      identity_mode: record.identityMode,
      key_destroy_on: record.keyDestroyOn,
      answers_delete_on: record.answersDeleteOn,
    })
    .where("id", "=", id)
    .execute();
}

/** Holds the programme's row until the transaction ends, so that two who set it up come one after the other. */
export async function lockProgramme(db: Db, id: string): Promise<void> {
  await db.selectFrom("programme").select("id").where("id", "=", id).forUpdate().execute();
}

/** Inserts a programme with a free address; undefined when another has that address. */
export async function insertProgrammeRow(
  db: Db,
  programme: {
    organisationId: string;
    slug: string;
    title: Text;
    languages: string[];
    startsOn: string;
    endsOn: string;
    now: Date;
  },
): Promise<string | undefined> {
  const row = await db
    .insertInto("programme")
    .values({
      organisation_id: programme.organisationId,
      slug: programme.slug,
      title: json(programme.title),
      contract_title: json({}),
      languages: programme.languages,
      starts_on: programme.startsOn,
      ends_on: programme.endsOn,
      created_at: programme.now,
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Addresses that begin so and are taken. */
export async function listTakenSlugs(db: Db, beginning: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("programme")
    .select("slug")
    .where("slug", "like", `${beginning.replace(/[\\%_]/g, "")}%`)
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

export async function insertOrganiser(
  db: Db,
  key: { programmeId: string; staffUserId: string },
): Promise<void> {
  await db
    .insertInto("staff_role")
    .values({
      programme_id: key.programmeId,
      staff_user_id: key.staffUserId,
      role: "organiser",
    })
    .execute();
}

export async function getOrganisationOfStaff(db: Db, staffUserId: string): Promise<string> {
  const { organisation_id } = await db
    .selectFrom("staff_user")
    .select("organisation_id")
    .where("id", "=", staffUserId)
    .executeTakeFirstOrThrow();
  return organisation_id;
}

/** Whether anybody has begun to answer. */
export async function hasAnswers(db: Db, programmeId: string): Promise<boolean> {
  const row = await db
    .selectFrom("answers.response")
    .select("id")
    .where("programme_id", "=", programmeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a card was noted against a person, which only register mode does. */
export async function hasCardHolders(db: Db, programmeId: string): Promise<boolean> {
  const row = await db
    .selectFrom("identity.card_holder")
    .select("access_code_id")
    .where("programme_id", "=", programmeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasReleases(db: Db, programmeId: string): Promise<boolean> {
  const row = await db
    .selectFrom("release")
    .select("id")
    .where("programme_id", "=", programmeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Steps that the organiser said this programme does without. */
export async function listStepsNotNeeded(db: Db, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("setup_step_not_needed")
    .select("step")
    .where("programme_id", "=", programmeId)
    .execute();
  return rows.map(({ step }) => step);
}

export async function insertStepNotNeeded(
  db: Db,
  key: { programmeId: string; step: string },
): Promise<void> {
  await db
    .insertInto("setup_step_not_needed")
    .values({ programme_id: key.programmeId, step: key.step })
    .onConflict((conflict) => conflict.columns(["programme_id", "step"]).doNothing())
    .execute();
}

export async function deleteStepNotNeeded(
  db: Db,
  key: { programmeId: string; step: string },
): Promise<void> {
  await db
    .deleteFrom("setup_step_not_needed")
    .where("programme_id", "=", key.programmeId)
    .where("step", "=", key.step)
    .execute();
}
