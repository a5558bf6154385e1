import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { revokeCertificateRow } from "../../../db/queries/certificates.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

export interface Revocation {
  programmeId: string;
  certificateId: string;
  reason: string;
  revokedBy: string;
  now: Date;
}

/** Ends a certificate's validity for good, with the reason. It stays in the register, and its number with it. */
export async function revokeCertificate(db: Db, revocation: Revocation): Promise<void> {
  const { programmeId, certificateId, reason, now } = revocation;
  await inTransaction(db, async (tx) => {
    const isRevoked = await revokeCertificateRow(tx, {
      programmeId,
      id: certificateId,
      reason,
      now,
    });
    if (!isRevoked) throw new Problem("conflict");
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: revocation.revokedBy,
      action: "revoked-certificate",
      subject: certificateId,
      reason,
    });
  });
}
