import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertQuestionnaire } from "../../../db/queries/questionnaire-drafts.ts";
import {
  deleteQuestionnaireImport,
  type QuestionnaireImport,
} from "../../../db/queries/questionnaire-imports.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

const mostNames = 200;

/** Makes a draft of an imported questionnaire, under its own key or the next that is free. Returns the draft's id. */
export async function takeImport(
  db: Db,
  { taken, ...by }: { programmeId: string; taken: QuestionnaireImport; takenBy: string; now: Date },
): Promise<string> {
  return await inTransaction(db, async (tx) => {
    const key = { programmeId: by.programmeId, id: taken.id };
    if (!(await deleteQuestionnaireImport(tx, key))) throw new Problem("conflict");
    const id = await insertUnderFreeKey(tx, taken, by);
    await insertAuditEvent(tx, {
      programmeId: by.programmeId,
      at: by.now,
      actor: by.takenBy,
      action: "imported-questionnaire",
      subject: id,
      detail: { format: taken.format, losses: taken.losses.length },
    });
    return id;
  });
}

async function insertUnderFreeKey(
  tx: Db,
  { document }: QuestionnaireImport,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<string> {
  for (let number = 1; number <= mostNames; number++) {
    const ending = number === 1 ? "" : `-${number}`;
    const key = document.key.slice(0, 80 - ending.length) + ending;
    const id = await insertQuestionnaire(tx, { programmeId, draft: { ...document, key }, now });
    if (id !== undefined) return id;
  }
  throw new Problem("conflict");
}
