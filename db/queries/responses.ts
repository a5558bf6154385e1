import { type RawBuilder, sql } from "kysely";
import type { Answers } from "../../server/domain/response/answers.ts";
import type { ResponseScore } from "../../server/domain/scoring/score-response.ts";
import type { MatchType } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import { heldWindow, storeWhileOpen, type WhileOpen } from "./held-window.ts";

/** One participant in one wave: the key under which there is never more than one response. */
export interface ResponseKey {
  programmeId: string;
  waveId: string;
  pairingCode: string;
}

/** What a response belongs to and how it came about; none of it changes once it has begun. */
export interface ResponseOrigin extends ResponseKey {
  localityId: string;
  versionId: string;
  noticeId: string;
  deviceKey: string;
  shuffleSeed: number;
  channel: "online" | "kiosk" | "paper";
  /** How it is known whose it is; by the card unless said. */
  matchType?: MatchType;
  /** Who of the staff keyed it in from paper. */
  enteredBy?: string;
  language: string;
  consents: Record<string, boolean>;
  begunAt: Date;
  /** The day of `begunAt` in the programme's time zone. */
  begunOn: string;
}

/** Begins a response; false when there is one already, which then stays as it is. */
export async function insertDraft(db: Db, origin: ResponseOrigin): Promise<boolean> {
  const inserted = await db
    .insertInto("answers.response")
    .values({ ...columnsOf(origin), status: "draft", answers: json({}) })
    .onConflict((conflict) =>
      conflict.columns(["programme_id", "wave_id", "pairing_code"]).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/**
 * Adds answers to a draft that is still as it was read (`revision`), and says the new revision. Undefined when it has
 * changed since, was submitted or is gone: then nothing is written. Answers to other items stay untouched.
 */
export async function updateDraft(
  db: Db,
  key: ResponseKey,
  change: { revision: number; answers: Answers; place: string; language: string },
): Promise<number | undefined> {
  const updated = await db
    .updateTable("answers.response")
    .set({
      answers: sql`answers || ${json(change.answers)}::jsonb`,
      place: change.place,
      language: change.language,
      revision: sql<number>`revision + 1`,
    })
    .where("programme_id", "=", key.programmeId)
    .where("wave_id", "=", key.waveId)
    .where("pairing_code", "=", key.pairingCode)
    .where("status", "=", "draft")
    .where("revision", "=", change.revision)
    .returning("revision")
    .executeTakeFirst();
  return updated?.revision;
}

/** A response that is ready to be sent: complete answers and the scores made of them. */
export interface Submission {
  origin: ResponseOrigin;
  /** Revision of the draft that the answers were completed from; 0 where there was none. */
  revision: number;
  answers: Answers;
  scores: readonly ResponseScore[];
  scoringVersion: number;
  submittedOn: string;
}

/**
 * Stores a response as submitted, with its scores, in one statement: from nothing, or from a draft that is still at the
 * given revision. Returns its id; undefined when somebody was quicker (a second click, another device, a late save).
 * The unique key of participant and wave decides, so however many try, one response comes of it.
 */
export async function insertSubmission(
  db: Db,
  submission: Submission,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with ${storing(submission, sql`where true`)}
    select id from stored
  `.execute(db);
  return rows[0]?.id;
}

/** The same, while nobody has closed the wave in the participant's locality: it is stored before a closing counts, or not. */
export async function insertSubmissionWhileOpen(
  db: Db,
  submission: Submission,
): Promise<WhileOpen> {
  const statement = sql<{ id: string | null; isClosed: boolean | null }>`
    with ${heldWindow(submission.origin)},
    ${storing(submission, sql`from held where held.closed_at is null`)}
    select
      (select id from stored) as id, (select closed_at is not null from held) as "isClosed"
  `;
  return await storeWhileOpen(db, submission.origin, async () => {
    const { rows } = await statement.execute(db);
    return rows[0]!;
  });
}

/** Written out: building it from parts would cost more than reading and scoring the answers. */
function storing(submission: Submission, source: RawBuilder<unknown>) {
  const { origin, revision, answers, scores, scoringVersion, submittedOn } = submission;
  return sql`
    stored as (
      insert into answers.response as response (
        programme_id, wave_id, pairing_code, locality_id, questionnaire_version_id,
        notice_version_id, idempotency_key, shuffle_seed, channel, match_type, entered_by, language,
        consents, begun_at, begun_on, status, answers, submitted_on
      )
      select
        ${origin.programmeId}, ${origin.waveId}, ${origin.pairingCode}, ${origin.localityId},
        ${origin.versionId}, ${origin.noticeId}, ${origin.deviceKey}, ${origin.shuffleSeed},
        ${origin.channel}, ${origin.matchType ?? "card"}, ${origin.enteredBy ?? null},
        ${origin.language}, ${json(origin.consents)}, ${origin.begunAt}, ${origin.begunOn}, 'submitted',
        ${json(answers)}, ${submittedOn}
      ${source}
      on conflict (programme_id, wave_id, pairing_code) do update set
        status = excluded.status, answers = excluded.answers, submitted_on = excluded.submitted_on,
        ${origin.channel === "paper" ? broughtBySheet : sql`language = excluded.language`}
      where response.status = 'draft' and response.revision = ${revision}
      returning response.programme_id, response.id
    ), scored as (
      insert into answers.score
        (programme_id, response_id, scale_key, units, answered, scoring_version)
      select
        stored.programme_id, stored.id, score."scaleKey", score.units, score.answered,
        ${scoringVersion}::smallint
      from stored, jsonb_to_recordset(${json(scores)}::jsonb)
        as score ("scaleKey" text, units bigint, answered smallint)
    )`;
}

/** A sheet is whole in itself: over a draft begun on a screen, it brings its own consents, version and channel. */
const broughtBySheet = sql`
  locality_id = excluded.locality_id,
  questionnaire_version_id = excluded.questionnaire_version_id,
  notice_version_id = excluded.notice_version_id,
  idempotency_key = excluded.idempotency_key,
  shuffle_seed = excluded.shuffle_seed,
  channel = excluded.channel,
  entered_by = excluded.entered_by,
  language = excluded.language,
  consents = excluded.consents,
  begun_at = excluded.begun_at,
  begun_on = excluded.begun_on`;

function columnsOf(origin: ResponseOrigin) {
  return {
    programme_id: origin.programmeId,
    wave_id: origin.waveId,
    pairing_code: origin.pairingCode,
    locality_id: origin.localityId,
    questionnaire_version_id: origin.versionId,
    notice_version_id: origin.noticeId,
    idempotency_key: origin.deviceKey,
    shuffle_seed: origin.shuffleSeed,
    channel: origin.channel,
    match_type: origin.matchType ?? "card",
    entered_by: origin.enteredBy ?? null,
    language: origin.language,
    consents: json(origin.consents),
    begun_at: origin.begunAt,
    begun_on: origin.begunOn,
  };
}
