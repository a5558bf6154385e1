import { sql } from "kysely";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import type { PlannedWindow } from "../schema/setup.ts";

/** A wave as it is set up; `id` is null while it waits for a questionnaire or a notice. */
export interface WaveSetting {
  id: string | null;
  kind: WaveKind;
  versionId: string | null;
  opensAt: Date;
  closesAt: Date;
  graceMinutes: number;
}

/** Dates that one locality has of its own, and when it was closed there. */
export interface OwnWindow {
  kind: WaveKind;
  localityId: string;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
}

export async function listWaveSettings(db: Db, programmeId: string): Promise<WaveSetting[]> {
  return await db
    .selectFrom("wave")
    .select([
      "id",
      "kind",
      "questionnaire_version_id as versionId",
      "opens_at as opensAt",
      "closes_at as closesAt",
      "grace_minutes as graceMinutes",
    ])
    .where("programme_id", "=", programmeId)
    .execute();
}

export async function listOwnWindows(db: Db, programmeId: string): Promise<OwnWindow[]> {
  return await db
    .selectFrom("wave_window")
    .innerJoin("wave", (join) =>
      join
        .onRef("wave.programme_id", "=", "wave_window.programme_id")
        .onRef("wave.id", "=", "wave_window.wave_id"),
    )
    .select([
      "wave.kind as kind",
      "wave_window.locality_id as localityId",
      "wave_window.opens_at as opensAt",
      "wave_window.closes_at as closesAt",
      "wave_window.closed_at as closedAt",
    ])
    .where("wave_window.programme_id", "=", programmeId)
    .execute();
}

/** Waves that somebody has begun to answer: their questionnaire stays as it is. */
export async function listAnsweredWaves(db: Db, programmeId: string): Promise<WaveKind[]> {
  const rows = await db
    .selectFrom("wave")
    .select("kind")
    .where("programme_id", "=", programmeId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("answers.response")
          .select("answers.response.id")
          .whereRef("answers.response.programme_id", "=", "wave.programme_id")
          .whereRef("answers.response.wave_id", "=", "wave.id"),
      ),
    )
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Whether a wave has begun somewhere, or people were invited to one: the notice they go by stands. */
export async function haveWavesBegun(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ hasBegun: boolean }>`
    select exists (
      select 1 from wave where programme_id = ${programmeId} and opens_at <= ${now}
      union all
      select 1 from wave_window where programme_id = ${programmeId} and opens_at <= ${now}
      union all
      select 1 from identity.mailing where programme_id = ${programmeId} and wave_id is not null
    ) as "hasBegun"
  `.execute(db);
  return rows[0]?.hasBegun === true;
}

/** Deletes a wave that nobody answered, with the dates of its localities. */
export async function deleteWave(
  db: Db,
  { programmeId, kind }: { programmeId: string; kind: WaveKind },
): Promise<void> {
  await db
    .deleteFrom("wave")
    .where("programme_id", "=", programmeId)
    .where("kind", "=", kind)
    .execute();
}

/** Inserts the wave or changes it, and returns its id. */
export async function upsertWave(
  db: Db,
  wave: {
    programmeId: string;
    kind: WaveKind;
    versionId: string;
    noticeId: string;
    opensAt: Date;
    closesAt: Date;
    graceMinutes: number;
  },
): Promise<string> {
  const values = {
    questionnaire_version_id: wave.versionId,
    opens_at: wave.opensAt,
    closes_at: wave.closesAt,
    grace_minutes: wave.graceMinutes,
  };
  const { id } = await db
    .insertInto("wave")
    .values({
      programme_id: wave.programmeId,
      kind: wave.kind,
      notice_version_id: wave.noticeId,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(["programme_id", "kind"]).doUpdateSet(values))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Gives a locality dates of its own for a wave, or takes them back (null); a wave closed there stays as it is. */
export async function upsertOwnWindow(
  db: Db,
  window: {
    programmeId: string;
    waveId: string;
    localityId: string;
    opensAt: Date | null;
    closesAt: Date | null;
  },
): Promise<void> {
  const values = { opens_at: window.opensAt, closes_at: window.closesAt };
  await db
    .insertInto("wave_window")
    .values({
      programme_id: window.programmeId,
      wave_id: window.waveId,
      locality_id: window.localityId,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["programme_id", "wave_id", "locality_id"])
        .doUpdateSet(values)
        .where("wave_window.closed_at", "is", null),
    )
    .execute();
}

/** Dates of waves that cannot be there yet. */
export interface WavePlan {
  kind: WaveKind;
  /** Of the questionnaire, where one could be chosen. */
  versionId: string | null;
  opensAt: Date;
  closesAt: Date;
  graceMinutes: number;
  windows: PlannedWindow[];
}

export async function listWavePlans(db: Db, programmeId: string): Promise<WavePlan[]> {
  return await db
    .selectFrom("wave_plan")
    .select([
      "kind",
      "questionnaire_version_id as versionId",
      "opens_at as opensAt",
      "closes_at as closesAt",
      "grace_minutes as graceMinutes",
      "windows",
    ])
    .where("programme_id", "=", programmeId)
    .execute();
}

export async function upsertWavePlan(db: Db, programmeId: string, plan: WavePlan): Promise<void> {
  const values = {
    opens_at: plan.opensAt,
    closes_at: plan.closesAt,
    grace_minutes: plan.graceMinutes,
    windows: json(plan.windows),
    questionnaire_version_id: plan.versionId,
  };
  await db
    .insertInto("wave_plan")
    .values({ programme_id: programmeId, kind: plan.kind, ...values })
    .onConflict((conflict) => conflict.columns(["programme_id", "kind"]).doUpdateSet(values))
    .execute();
}

export async function deleteWavePlan(
  db: Db,
  { programmeId, kind }: { programmeId: string; kind: WaveKind },
): Promise<void> {
  await db
    .deleteFrom("wave_plan")
    .where("programme_id", "=", programmeId)
    .where("kind", "=", kind)
    .execute();
}

export interface PublishedVersion {
  id: string;
  questionnaireId: string;
  number: number;
  document: QuestionnaireDocument;
}

/** The published questionnaire versions of a programme, the newest first. */
export async function listPublishedVersions(
  db: Db,
  programmeId: string,
): Promise<PublishedVersion[]> {
  return await db
    .selectFrom("questionnaire_version")
    .select(["id", "questionnaire_id as questionnaireId", "number", "document"])
    .where("programme_id", "=", programmeId)
    .orderBy("published_at", "desc")
    .orderBy("number", "desc")
    .execute();
}
