import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { certificatesJob } from "../../../db/queries/certificate-files.ts";
import { enqueueJob } from "../../../db/queries/jobs.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Language } from "../../domain/text.ts";

export interface PrintOrder {
  programmeId: string;
  language: Language;
  /** Where the checking pages are reached. */
  origin: string;
  orderedBy: string;
  now: Date;
}

/** Queues the making of one file with all valid certificates. Returns the job. */
export async function orderCertificates(db: Db, order: PrintOrder): Promise<string> {
  const { programmeId, language, origin, orderedBy, now } = order;
  return await inTransaction(db, async (tx) => {
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: orderedBy,
      action: "ordered-certificates",
      detail: { language },
    });
    return await enqueueJob(tx, {
      programmeId,
      kind: certificatesJob,
      payload: { programmeId, language, origin },
      now,
      askedBy: orderedBy,
    });
  });
}
