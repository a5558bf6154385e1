import { sql } from "kysely";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { WaveWindow } from "../../server/domain/response/wave-window.ts";
import type { ResponseScore } from "../../server/domain/scoring/score-response.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** A card in one wave: where the answers of its sheet belong, and what is there already. */
export interface CardInWave extends WaveWindow {
  accessCodeId: string;
  pairingCode: string;
  code: string | null;
  localityId: string;
  localityName: string;
  waveId: string;
  kind: WaveKind;
  versionId: string;
  noticeId: string;
  /** Until when late sheets are taken although the wave has closed; null where none are. */
  paperUntil: Date | null;
  response: {
    id: string;
    status: "draft" | "submitted";
    channel: "online" | "kiosk" | "paper";
    revision: number;
    versionId: string;
    answers: Answers;
  } | null;
}

/** Undefined for a card of another programme, a revoked one, and a wave that the programme does not have. */
export async function findCardInWave(
  db: Db,
  key: { programmeId: string; kind: WaveKind; accessCodeId: string },
): Promise<CardInWave | undefined> {
  return await db
    .selectFrom("answers.access_code as code")
    .innerJoin("locality", (join) =>
      join
        .onRef("locality.programme_id", "=", "code.programme_id")
        .onRef("locality.id", "=", "code.locality_id"),
    )
    .innerJoin("wave", "wave.programme_id", "code.programme_id")
    .leftJoin("wave_window as own", (join) =>
      join
        .onRef("own.programme_id", "=", "wave.programme_id")
        .onRef("own.wave_id", "=", "wave.id")
        .onRef("own.locality_id", "=", "code.locality_id"),
    )
    .leftJoin("answers.response as response", (join) =>
      join
        .onRef("response.programme_id", "=", "wave.programme_id")
        .onRef("response.wave_id", "=", "wave.id")
        .onRef("response.pairing_code", "=", "code.pairing_code"),
    )
    .select([
      "code.id as accessCodeId",
      "code.pairing_code as pairingCode",
      "code.code as code",
      "locality.id as localityId",
      "locality.name_nominative as localityName",
      "wave.id as waveId",
      "wave.kind as kind",
      "wave.questionnaire_version_id as versionId",
      "wave.notice_version_id as noticeId",
      "wave.grace_minutes as graceMinutes",
      sql<Date>`coalesce(own.opens_at, wave.opens_at)`.as("opensAt"),
      sql<Date>`coalesce(own.closes_at, wave.closes_at)`.as("closesAt"),
      "own.closed_at as closedAt",
      "own.paper_until as paperUntil",
      sql<CardInWave["response"]>`case when response.id is not null then jsonb_build_object(
        'id', response.id, 'status', response.status, 'channel', response.channel,
        'revision', response.revision, 'versionId', response.questionnaire_version_id,
        'answers', response.answers) end`.as("response"),
    ])
    .where("code.programme_id", "=", key.programmeId)
    .where("code.id", "=", key.accessCodeId)
    .where("code.revoked_at", "is", null)
    .where("wave.kind", "=", key.kind)
    .executeTakeFirst();
}

/** Replaces the answers of a sheet that is still as it was read; false when somebody changed it meanwhile. */
export async function replacePaperAnswers(
  db: Db,
  change: { programmeId: string; responseId: string; revision: number; answers: Answers },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("answers.response")
    .set({ answers: json(change.answers), revision: sql<number>`revision + 1` })
    .where("programme_id", "=", change.programmeId)
    .where("id", "=", change.responseId)
    .where("status", "=", "submitted")
    .where("channel", "=", "paper")
    .where("revision", "=", change.revision)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Replaces the scores of one response; call it in the transaction that replaces its answers. */
export async function replaceScores(
  db: Db,
  change: {
    programmeId: string;
    responseId: string;
    scores: readonly ResponseScore[];
    scoringVersion: number;
  },
): Promise<void> {
  await db
    .deleteFrom("answers.score")
    .where("programme_id", "=", change.programmeId)
    .where("response_id", "=", change.responseId)
    .execute();
  if (change.scores.length === 0) return;
  const rows = change.scores.map((score) => ({
    programme_id: change.programmeId,
    response_id: change.responseId,
    scale_key: score.scaleKey,
    units: score.units,
    answered: score.answered,
    scoring_version: change.scoringVersion,
  }));
  await db.insertInto("answers.score").values(rows).execute();
}

/** How many sheets have been keyed, by wave. */
export async function countPaperSheets(
  db: Db,
  programmeId: string,
): Promise<{ kind: WaveKind; sheets: number }[]> {
  return await db
    .selectFrom("answers.response as response")
    .innerJoin("wave", (join) =>
      join
        .onRef("wave.programme_id", "=", "response.programme_id")
        .onRef("wave.id", "=", "response.wave_id"),
    )
    .select(["wave.kind as kind", ({ fn }) => fn.countAll<number>().as("sheets")])
    .where("response.programme_id", "=", programmeId)
    .where("response.channel", "=", "paper")
    .where("response.status", "=", "submitted")
    .groupBy("wave.kind")
    .execute();
}

/** What second keyings found so far. */
export interface CheckTally {
  sheets: number;
  compared: number;
  different: number;
}

export const paperCheckAction = "checked-paper-sheet";

/** Each sheet counts with its first check: one made after a correction would praise what was just put right. */
export async function tallyPaperChecks(db: Db, programmeId: string): Promise<CheckTally> {
  const { rows } = await sql<CheckTally>`
    select count(*)::int as sheets,
      coalesce(sum((detail->>'compared')::int), 0)::int as compared,
      coalesce(sum((detail->>'different')::int), 0)::int as different
    from (
      select distinct on (subject) detail from audit_event
      where programme_id = ${programmeId} and action = ${paperCheckAction}
      order by subject, id
    ) as first_check
  `.execute(db);
  return rows[0]!;
}
