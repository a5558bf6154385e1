import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { holdClosure } from "../../../db/queries/held-window.ts";
import {
  type CardInWave,
  paperCheckAction,
  replacePaperAnswers,
  replaceScores,
} from "../../../db/queries/paper-entries.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import type { Answers } from "../../domain/response/answers.ts";
import {
  compareKeyings,
  correctAnswers,
  type Difference,
} from "../../domain/response/second-entry.ts";
import { scoreResponse, scoringVersion } from "../../domain/scoring/score-response.ts";

/** A sheet keyed a second time, beside what is stored of it. */
export interface SecondKeying {
  programmeId: string;
  card: CardInWave;
  stored: NonNullable<CardInWave["response"]>;
  document: QuestionnaireDocument;
  answers: Answers;
  staffId: string;
  now: Date;
}

/** Compares and counts; nothing stored changes. The audit log keeps how many answers differ, never which or how. */
export async function checkSheet(db: Db, keying: SecondKeying): Promise<Difference[]> {
  const { document, card, stored, answers } = keying;
  const input = { wave: card.kind, stored: stored.answers, keyed: answers };
  const { compared, differences } = compareKeyings(document, input);
  await inTransaction(db, (tx) =>
    insertAuditEvent(tx, {
      programmeId: keying.programmeId,
      at: keying.now,
      actor: keying.staffId,
      action: paperCheckAction,
      subject: stored.id,
      detail: { wave: card.kind, compared, different: differences.length },
    }),
  );
  return differences;
}

export type Corrected = "corrected" | "closed" | "changed-meanwhile";

/** Puts the second keying's answers in place of the chosen items' stored ones, with a reason, while the wave is open to it. */
export async function correctSheet(
  db: Db,
  keying: SecondKeying,
  { chosen, reason, revision }: { chosen: ReadonlySet<string>; reason: string; revision: number },
): Promise<Corrected> {
  const { programmeId, document, card, stored } = keying;
  const input = { wave: card.kind, stored: stored.answers, keyed: keying.answers, chosen };
  const answers = correctAnswers(document, input);
  return await inTransaction(db, async (tx) => {
    if (await holdClosure(tx, { ...card, programmeId, now: keying.now })) return "closed";
    const change = { programmeId, responseId: stored.id, revision, answers };
    if (!(await replacePaperAnswers(tx, change))) return "changed-meanwhile";
    const scores = scoreResponse(document, answers);
    await replaceScores(tx, { programmeId, responseId: stored.id, scores, scoringVersion });
    await insertAuditEvent(tx, {
      programmeId,
      at: keying.now,
      actor: keying.staffId,
      action: "corrected-paper-sheet",
      subject: stored.id,
      reason,
      detail: { wave: card.kind, items: chosen.size },
    });
    return "corrected";
  });
}
