import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { certificatesFileKind } from "../../../db/queries/certificate-files.ts";
import { dropFileContents } from "../../../db/queries/destruction.ts";
import {
  deleteCodesAndAnswers,
  deleteHoldings,
  deletePerson,
} from "../../../db/queries/subject-data.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { getSubject, type SubjectKey } from "./find-subject.ts";

export interface Erasing {
  programmeId: string;
  key: SubjectKey;
  /** Answers and code alone, or everything kept by name too. */
  scope: "answers" | "all";
  /** The request that asked for it: its id stands in the audit log, and no id of the person erased. */
  requestId: string;
  erasedBy: string;
  now: Date;
}

/** Erases one person's answers, or the person with them. Nobody else's rows are touched; released figures stay. */
export async function eraseSubject(db: Db, order: Erasing): Promise<{ responses: number }> {
  const { programmeId, key, scope } = order;
  return await inTransaction(db, async (tx) => {
    const programme = { id: programmeId };
    const { person, accessCodeIds } = await getSubject(tx, programme, {
      key,
      canOpenAnswers: false,
    });
    await deleteHoldings(tx, { programmeId, accessCodeIds });
    const erased = await deleteCodesAndAnswers(tx, { programmeId, accessCodeIds });
    if (scope === "all" && person) {
      await deletePerson(tx, { programmeId, personId: person.id });
      await dropFileContents(tx, { programmeId, kinds: [certificatesFileKind] });
    }
    await insertAuditEvent(tx, {
      programmeId,
      at: order.now,
      actor: order.erasedBy,
      action: scope === "all" ? "erased-person" : "erased-answers",
      subject: order.requestId,
      detail: { responses: erased.responses, codes: erased.codes },
    });
    return { responses: erased.responses };
  });
}
