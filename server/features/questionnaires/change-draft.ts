import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findQuestionnaire, updateDraft } from "../../../db/queries/questionnaire-drafts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDraft } from "../../domain/questionnaire/document.ts";
import type { Removed } from "../../domain/questionnaire/removal.ts";
import type { WithDraft } from "./desk.ts";

export interface DraftChange {
  programmeId: string;
  id: string;
  changedBy: string;
  now: Date;
  /** What of it, for the audit log: `item INOV1`. Keys only. */
  part: string;
}

/** A new draft, or anything else that the caller wants to know instead; then nothing is stored. */
export type Change<Other> =
  | { isChanged: true; draft: QuestionnaireDraft; removed?: Removed | null }
  | { isChanged: false; outcome: Other };

/**
 * Changes a draft as it is at this moment, while nobody else can: what others saved since a page was opened is seen by
 * `change`, which decides whether the two go together.
 */
export async function changeDraft<Other>(
  db: Db,
  { programmeId, id, changedBy, now, part }: DraftChange,
  change: (stored: WithDraft) => Change<Other>,
): Promise<Change<Other>> {
  return await inTransaction(db, async (tx) => {
    const stored = await findQuestionnaire(tx, { programmeId, id, isLocked: true });
    if (!stored?.draft) throw new Problem("not-found");
    const changed = change({ ...stored, draft: stored.draft });
    if (!changed.isChanged) return changed;
    await updateDraft(tx, {
      programmeId,
      id,
      revision: stored.revision,
      draft: changed.draft,
      lastRemoved: changed.removed,
      now,
    });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: changedBy,
      action: "changed-questionnaire",
      subject: id,
      detail: { part, revision: stored.revision + 1 },
    });
    return changed;
  });
}
