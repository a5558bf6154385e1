import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  type CertificateTemplate,
  upsertCertificateTemplate,
} from "../../../db/queries/certificate-templates.ts";
import { inTransaction } from "../../../db/transaction.ts";

/** Stores what the certificates to come will say. Those that were issued stay as they are. */
export async function saveTemplate(
  db: Db,
  saving: { programmeId: string; template: CertificateTemplate; savedBy: string; now: Date },
): Promise<void> {
  const { programmeId, template, now } = saving;
  await inTransaction(db, async (tx) => {
    await upsertCertificateTemplate(tx, { programmeId, template, now });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: saving.savedBy,
      action: "changed-certificate-template",
      detail: { leastAttendedPercent: template.leastAttendedPercent },
    });
  });
}
