import { updateDraft } from "../../../db/queries/responses.ts";
import type { Item } from "../../domain/questionnaire/document.ts";
import type { Answers } from "../../domain/response/answers.ts";
import type { FormFields } from "../../domain/response/form-fields.ts";
import type { Mistake } from "../../domain/response/mistakes.ts";
import { readAnswers } from "../../domain/response/read-answers.ts";
import {
  areSameAnswers,
  hasChangedSince,
  hasMovedSince,
  type StoredPart,
} from "../../domain/response/seen.ts";
import type { AnsweringDeps, Participant } from "./participant.ts";

/** One part as it was sent: the fields of its items, and what its page knew when it was shown. */
export interface SentPart {
  items: readonly Item[];
  sent: FormFields;
  seen: string | undefined;
  /** Sent by a script, which tries again by itself: then only what was built on the newest revision is stored. */
  isByScript: boolean;
  /** Saved on the way back or elsewhere: what is empty is not yet skipped. */
  isUnfinished: boolean;
  /** Where to go on after a break, given all answers so far. */
  placeAfter(answers: Answers): string;
}

export type SavedPart =
  | { outcome: "saved"; revision: number; answers: Answers }
  | { outcome: "mistaken"; mistakes: Mistake[] }
  | { outcome: "changed-elsewhere"; stored: StoredPart; conflicts: Answers }
  | { outcome: "outdated" };

/**
 * Saves one part of a draft. What other parts hold is never touched, what was changed in another window is never
 * overwritten unasked, and the same form sent twice is saved once. "outdated" when the draft moved between reading
 * and writing: read it again and repeat.
 */
export async function savePart(
  deps: AnsweringDeps,
  participant: Participant,
  part: SentPart,
): Promise<SavedPart> {
  const draft = participant.response!;
  const stored = { revision: draft.revision, answers: pick(draft.answers, part.items) };
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
  const conflicts = differences(answers, stored.answers);
  if (isStale(part, stored) && Object.keys(conflicts).length > 0) {
    return { outcome: "changed-elsewhere", stored, conflicts };
  }
  return await store(deps, participant, { part, answers, stored });
}

function isStale({ seen, isByScript }: SentPart, stored: StoredPart): boolean {
  return isByScript ? hasMovedSince(seen, stored) : hasChangedSince(seen, stored);
}

async function store(
  { db }: AnsweringDeps,
  participant: Participant,
  { part, answers, stored }: { part: SentPart; answers: Answers; stored: StoredPart },
): Promise<SavedPart> {
  const draft = participant.response!;
  const all = { ...draft.answers, ...answers };
  const place = part.placeAfter(all);
  const isWhereItWas = draft.place === place && draft.language === participant.language;
  if (isWhereItWas && areSameAnswers(answers, stored.answers)) {
    return { outcome: "saved", revision: draft.revision, answers: all };
  }
  const revision = await updateDraft(db, keyOf(participant), {
    revision: draft.revision,
    answers,
    place,
    language: participant.language,
  });
  return revision === undefined
    ? { outcome: "outdated" }
    : { outcome: "saved", revision, answers: all };
}

export function keyOf({ invitation, wave }: Participant) {
  return {
    programmeId: invitation.programmeId,
    waveId: wave.id,
    pairingCode: invitation.pairingCode,
  };
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
