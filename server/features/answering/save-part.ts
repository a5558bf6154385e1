import { updateDraft } from "../../../db/queries/responses.ts";
import type { Item } from "../../domain/questionnaire/document.ts";
import type { Answers } from "../../domain/response/answers.ts";
import type { FormFields } from "../../domain/response/form-fields.ts";
import type { Mistake } from "../../domain/response/mistakes.ts";
import { readAnswers } from "../../domain/response/read-answers.ts";
import { areSameAnswers, hasChangedSince, type StoredPart } from "../../domain/response/seen.ts";
import type { AnsweringDeps, Participant } from "./participant.ts";

/** One part as it was sent: the fields of its items, and what its page knew when it was shown. */
export interface SentPart {
  items: readonly Item[];
  sent: FormFields;
  seen: string | undefined;
  /** Where to go on after a break. */
  place: string;
  /** Saved on the way back or elsewhere: what is empty is not yet skipped. */
  isUnfinished: boolean;
}

export type SavedPart =
  | { outcome: "saved" }
  | { outcome: "mistaken"; mistakes: Mistake[] }
  | { outcome: "changed-elsewhere"; stored: StoredPart; conflicts: Answers }
  | { outcome: "outdated" };

/**
 * Saves one part of a draft. What other parts hold is never touched, what was changed in another window is never
 * overwritten unasked, and the same form sent twice is saved once. "outdated" when the draft moved between reading
 * and writing: read it again and repeat.
 */
export async function savePart(
  { db }: AnsweringDeps,
  participant: Participant,
  part: SentPart,
): Promise<SavedPart> {
  const draft = participant.response!;
  const stored: StoredPart = {
    revision: draft.revision,
    answers: pick(draft.answers, part.items),
  };
  const read = readAnswers({
    document: participant.document,
    items: part.items,
    sent: part.sent,
    earlier: without(draft.answers, part.items),
    kept: participant.canRead ? undefined : stored.answers,
    isUnfinished: part.isUnfinished,
  });
  if (!read.ok) return { outcome: "mistaken", mistakes: read.mistakes };
  const answers = part.isUnfinished ? withEmptied(read.answers, stored.answers) : read.answers;
  if (areSameAnswers(answers, stored.answers) && isWhereItWas(participant, part)) {
    return { outcome: "saved" };
  }
  const conflicts = differences(answers, stored.answers);
  if (hasChangedSince(part.seen, stored) && Object.keys(conflicts).length > 0) {
    return { outcome: "changed-elsewhere", stored, conflicts };
  }
  const revision = await updateDraft(db, keyOf(participant), {
    revision: draft.revision,
    answers,
    place: part.place,
    language: participant.language,
  });
  return { outcome: revision === undefined ? "outdated" : "saved" };
}

export function keyOf({ invitation, wave }: Participant) {
  return {
    programmeId: invitation.programmeId,
    waveId: wave.id,
    pairingCode: invitation.pairingCode,
  };
}

function isWhereItWas({ response, language }: Participant, { place }: SentPart): boolean {
  return response?.place === place && response.language === language;
}

/** An answer that was stored and is now emptied is skipped, even while the part is unfinished. */
function withEmptied(answers: Answers, stored: Answers): Answers {
  const emptied = Object.keys(stored).filter((key) => !(key in answers));
  const skipped = emptied.map((key) => [key, { missing: "skipped" }] as const);
  return { ...Object.fromEntries(skipped), ...answers };
}

/** What is stored differently from what was sent, where something is stored. */
export function differences(sent: Answers, stored: Answers): Answers {
  const different = Object.entries(stored).filter(
    ([key, answer]) => !areSameAnswers({ [key]: answer }, { [key]: sent[key]! }),
  );
  return Object.fromEntries(different);
}

export function pick(answers: Answers, items: readonly Item[]): Answers {
  const keys = new Set(items.map((item) => item.key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}

export function without(answers: Answers, items: readonly Item[]): Answers {
  const keys = new Set(items.map((item) => item.key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key)));
}
