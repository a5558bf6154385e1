import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteUnpublished,
  findQuestionnaire,
  updateDraft,
} from "../../../db/queries/questionnaire-drafts.ts";
import { listVersions } from "../../../db/queries/questionnaire-versions.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

interface Deed {
  programmeId: string;
  id: string;
  doneBy: string;
  now: Date;
}

/** Begins a draft of the next version from the last one; where there is a draft already, it stays as it is. */
export async function beginDraft(db: Db, { programmeId, id, doneBy, now }: Deed): Promise<void> {
  await inTransaction(db, async (tx) => {
    const stored = await findQuestionnaire(tx, { programmeId, id, isLocked: true });
    const [last] = await listVersions(tx, { programmeId, questionnaireId: id });
    if (!stored || !last) throw new Problem("not-found");
    if (stored.draft) return;
    const { revision } = stored;
    await updateDraft(tx, {
      programmeId,
      id,
      revision,
      draft: last.document,
      lastRemoved: null,
      now,
    });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: doneBy,
      action: "began-questionnaire",
      subject: id,
      detail: { from: `version:${last.number}` },
    });
  });
}

/**
 * Deletes a questionnaire that was never published.
 *
 * @throws Problem "conflict" when it has a version: those never go.
 */
export async function discardQuestionnaire(
  db: Db,
  { programmeId, id, doneBy, now }: Deed,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await deleteUnpublished(tx, { programmeId, id }))) throw new Problem("conflict");
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: doneBy,
      action: "discarded-questionnaire",
      subject: id,
    });
  });
}
