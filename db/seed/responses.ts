import { randomUUID } from "node:crypto";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Answers } from "../../server/domain/response/answers.ts";
import { scoreResponse, scoringVersion } from "../../server/domain/scoring/score-response.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

/** A submitted response with its scores, as the seed inserts it. */
export interface SeededResponse {
  waveKind: WaveKind;
  pairingCode: string;
  localityId: string;
  answers: Answers;
  submittedOn: string;
}

/** What a response belongs to: the programme's waves, version and notice. */
export interface ResponseFrame {
  id: string;
  versionId: string;
  noticeId: string;
  waves: Record<WaveKind, string>;
  questionnaire: QuestionnaireDocument;
}

/** Inserts submitted responses and scores them by the very rules that a real submission is scored by. */
export async function insertResponses(
  db: Db,
  frame: ResponseFrame,
  responses: readonly SeededResponse[],
): Promise<void> {
  if (responses.length === 0) return;
  const rows = responses.map((response) => ({ id: randomUUID(), ...response }));
  await db
    .insertInto("answers.response")
    .values(
      rows.map((row) => ({
        programme_id: frame.id,
        id: row.id,
        wave_id: frame.waves[row.waveKind],
        pairing_code: row.pairingCode,
        locality_id: row.localityId,
        questionnaire_version_id: frame.versionId,
        notice_version_id: frame.noticeId,
        language: "lt",
        status: "submitted" as const,
        answers: json(row.answers),
        begun_on: row.submittedOn,
        submitted_on: row.submittedOn,
      })),
    )
    .execute();
  const scores = rows.flatMap((row) =>
    scoreResponse(frame.questionnaire, row.answers).map((score) => ({
      programme_id: frame.id,
      response_id: row.id,
      scale_key: score.scaleKey,
      units: score.units,
      answered: score.answered,
      scoring_version: scoringVersion,
    })),
  );
  if (scores.length > 0) await db.insertInto("answers.score").values(scores).execute();
}
