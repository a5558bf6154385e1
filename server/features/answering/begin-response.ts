import { randomUUID } from "node:crypto";
import { insertDraft, type ResponseOrigin } from "../../../db/queries/responses.ts";
import { statementField } from "../../../web/pages/answering/notice.tsx";
import { shuffleSeedOf } from "../../domain/questionnaire/shuffle.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import type { FormFields } from "../../domain/response/form-fields.ts";
import type { NoticeStatement } from "../../domain/words.ts";
import type { AnsweringDeps, Participant } from "./participant.ts";

/** What was agreed to, or which statements still have to be ticked. */
export type Agreement =
  | { ok: true; consents: Record<string, boolean> }
  | { ok: false; missing: string[]; ticked: Set<string> };

/** Only a ticked box is a yes; nothing is ever taken for granted. */
export function readAgreement(statements: readonly NoticeStatement[], sent: FormFields): Agreement {
  const isTicked = ({ key }: NoticeStatement) => sent.get(statementField(key))?.[0] === "yes";
  const missing = statements.filter((each) => each.isRequired && !isTicked(each));
  if (missing.length > 0) {
    const ticked = statements.filter(isTicked).map((each) => each.key);
    return { ok: false, missing: missing.map((each) => each.key), ticked: new Set(ticked) };
  }
  return {
    ok: true,
    consents: Object.fromEntries(statements.map((each) => [each.key, isTicked(each)])),
  };
}

/** Begins the response of a participant; one that was begun already, here or elsewhere, stays as it is. */
export async function beginResponse(
  { db, now }: AnsweringDeps,
  participant: Participant,
  consents: Record<string, boolean>,
): Promise<{ deviceKey: string }> {
  const origin = originOf(participant, { now: now(), consents });
  await insertDraft(db, origin);
  return { deviceKey: origin.deviceKey };
}

export function originOf(
  { invitation, wave, isKiosk, language }: Participant,
  { now, consents }: { now: Date; consents: Record<string, boolean> },
): ResponseOrigin {
  return {
    programmeId: invitation.programmeId,
    waveId: wave.id,
    pairingCode: invitation.pairingCode,
    localityId: invitation.localityId,
    versionId: wave.response?.versionId ?? wave.versionId,
    noticeId: wave.response?.noticeId ?? wave.noticeId,
    deviceKey: randomUUID(),
    shuffleSeed: shuffleSeedOf(invitation.pairingCode),
    matchType: invitation.codeKind === "self-made" ? "self-made-exact" : "card",
    channel: isKiosk ? "kiosk" : "online",
    language,
    consents,
    begunAt: now,
    begunOn: calendarDay(now, invitation.timeZone),
  };
}
