import { randomUUID } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { holdClosure } from "../../../db/queries/held-window.ts";
import type { CardInWave } from "../../../db/queries/paper-entries.ts";
import { insertSubmission, type ResponseOrigin } from "../../../db/queries/responses.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import type { Answers } from "../../domain/response/answers.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { completeAnswers } from "../../domain/response/complete-answers.ts";
import { scoreResponse, scoringVersion } from "../../domain/scoring/score-response.ts";

/** A sheet that was read without mistakes. */
export interface KeyedSheet {
  programmeId: string;
  timeZone: string;
  card: CardInWave;
  document: QuestionnaireDocument;
  answers: Answers;
  consents: Record<string, boolean>;
  language: string;
  staffId: string;
  now: Date;
}

export type Entered = "entered" | "closed" | "somebody-was-quicker";

/**
 * Stores a sheet as the participant's one response of the wave. What was submitted before, from paper or on a screen,
 * is never touched; a draft begun on a screen and not sent gives way to the sheet, which is complete.
 */
export async function enterSheet(db: Db, sheet: KeyedSheet): Promise<Entered> {
  const { programmeId, card, document, staffId, now } = sheet;
  return await inTransaction(db, async (tx) => {
    if (await holdClosure(tx, { ...card, programmeId, now })) return "closed";
    const { answers } = sheet;
    // Whoever got a sheet was asked the background too, whichever of their sheets is keyed first.
    const complete = completeAnswers(document, { wave: card.kind, isNewcomer: true, answers });
    const responseId = await insertSubmission(tx, {
      origin: originOf(sheet),
      revision: card.response?.revision ?? 0,
      answers: complete,
      scores: scoreResponse(document, complete),
      scoringVersion,
      submittedOn: calendarDay(now, sheet.timeZone),
    });
    if (responseId === undefined) return "somebody-was-quicker";
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: staffId,
      action: "entered-paper-sheet",
      subject: responseId,
      detail: { wave: card.kind, overDraft: card.response !== null },
    });
    return "entered";
  });
}

function originOf(sheet: KeyedSheet): ResponseOrigin {
  const { card, now } = sheet;
  return {
    programmeId: sheet.programmeId,
    waveId: card.waveId,
    pairingCode: card.pairingCode,
    localityId: card.localityId,
    versionId: card.versionId,
    noticeId: card.noticeId,
    // The key of no device: no browser may show these answers without the card's own link.
    deviceKey: randomUUID(),
    // Nothing is shuffled on paper.
    shuffleSeed: 0,
    channel: "paper",
    enteredBy: sheet.staffId,
    language: sheet.language,
    consents: sheet.consents,
    begunAt: now,
    begunOn: calendarDay(now, sheet.timeZone),
  };
}
