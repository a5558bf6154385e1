import { insertSubmissionWhileOpen } from "../../../db/queries/responses.ts";
import { Problem } from "../../domain/problem.ts";
import type { Answers } from "../../domain/response/answers.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { completeAnswers } from "../../domain/response/complete-answers.ts";
import { scoreResponse, scoringVersion } from "../../domain/scoring/score-response.ts";
import { originOf } from "./begin-response.ts";
import type { AnsweringDeps, Participant } from "./participant.ts";

/** `deviceKey`: what this device has to keep when the response began with this very sending. */
export type Submitted =
  | { outcome: "submitted"; deviceKey: string | undefined }
  | { outcome: "outdated" };

/**
 * Sends a participant's answers: completes them with missing codes, scores them and stores both in one statement.
 * A response that is submitted already is the answer to a second click, a reload, another device or a lost reply.
 * "outdated" when the draft moved between reading and writing: read it again and repeat. Whoever sends in the moment of
 * closing is counted by it, or refused: nothing is stored that a release should have counted and did not.
 */
export async function submitResponse(
  { db, now }: AnsweringDeps,
  participant: Participant,
  sent: { answers: Answers; consents: Record<string, boolean> },
): Promise<Submitted> {
  const { response, document, wave, isNewcomer, invitation } = participant;
  if (response?.status === "submitted") {
    return { outcome: "submitted", deviceKey: undefined };
  }
  const answers = completeAnswers(document, { wave: wave.kind, isNewcomer, answers: sent.answers });
  const at = now();
  const origin = originOf(participant, { now: at, consents: sent.consents });
  const stored = await insertSubmissionWhileOpen(db, {
    origin,
    revision: response?.revision ?? 0,
    answers,
    scores: scoreResponse(document, answers),
    scoringVersion,
    submittedOn: calendarDay(at, invitation.timeZone),
  });
  if (stored.isClosed) throw new Problem("wave-closed");
  if (stored.id === undefined) return { outcome: "outdated" };
  // A draft keeps the key of the device that began it.
  return { outcome: "submitted", deviceKey: response ? undefined : origin.deviceKey };
}
