import { updateSubmissionWhileOpen } from "../../../db/queries/own-responses.ts";
import { Problem } from "../../domain/problem.ts";
import { completeAnswers } from "../../domain/response/complete-answers.ts";
import { readAnswers } from "../../domain/response/read-answers.ts";
import { hasChangedSince } from "../../domain/response/seen.ts";
import { scoreResponse, scoringVersion } from "../../domain/scoring/score-response.ts";
import type { AnsweringDeps, Participant } from "./participant.ts";
import { differences, keyOf, pick, type SavedPart, type SentPart, without } from "./save-part.ts";

/**
 * Corrects one part of a response that was sent already, while its wave is open. It stays sent; its scores are made
 * anew with the answers, in one statement. Outcomes are those of saving a part.
 */
export async function correctPart(
  { db }: AnsweringDeps,
  participant: Participant,
  { items, sent, seen }: Pick<SentPart, "items" | "sent" | "seen">,
): Promise<SavedPart> {
  const { document, wave, isNewcomer } = participant;
  const response = participant.response!;
  const stored = { revision: response.revision, answers: pick(response.answers, items) };
  const earlier = without(response.answers, items);
  const read = readAnswers({ document, items, sent, earlier });
  if (!read.ok) return { outcome: "mistaken", mistakes: read.mistakes };
  const conflicts = differences(read.answers, stored.answers);
  if (Object.keys(conflicts).length === 0) {
    return { outcome: "saved", revision: response.revision, answers: response.answers };
  }
  if (hasChangedSince(seen, stored)) return { outcome: "changed-elsewhere", stored, conflicts };
  const given = { ...response.answers, ...read.answers };
  const answers = completeAnswers(document, { wave: wave.kind, isNewcomer, answers: given });
  const { localityId } = participant.invitation;
  const key = { ...keyOf(participant), localityId };
  const corrected = await updateSubmissionWhileOpen(db, key, {
    revision: response.revision,
    answers,
    scores: scoreResponse(document, answers),
    scoringVersion,
  });
  if (corrected.isClosed) throw new Problem("wave-closed");
  return corrected.id !== undefined
    ? { outcome: "saved", revision: response.revision + 1, answers }
    : { outcome: "outdated" };
}
