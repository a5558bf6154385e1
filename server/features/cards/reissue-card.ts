import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findAccessCodeOf, listCardHolders } from "../../../db/queries/card-holders.ts";
import { replaceCard } from "../../../db/queries/reissued-cards.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { drawFreeCard } from "./draw-card.ts";
import type { IssuedCard, Issuing } from "./issue-cards.ts";

/**
 * A new card for somebody who lost theirs, in register mode. The old one stops working; answers given with it stay
 * linked. Looking up whose code it is goes into the audit log with the reason.
 */
export async function reissueCard(
  db: Db,
  issuing: Issuing,
  { enrolmentId, reason }: { enrolmentId: string; reason: string },
): Promise<IssuedCard> {
  return await inTransaction(db, async (tx) => {
    const { programmeId, now } = issuing;
    const holders = await listCardHolders(tx, issuing);
    const holder = holders.find((one) => one.enrolmentId === enrolmentId);
    const accessCodeId = await findAccessCodeOf(tx, { programmeId, enrolmentId });
    if (!holder || !accessCodeId) throw new Problem("not-found");
    const { card } = await drawFreeCard((drawn) =>
      replaceCard(tx, { programmeId, accessCodeId, now, ...drawn }),
    );
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: issuing.issuedBy,
      action: "reissued-card",
      subject: enrolmentId,
      reason,
    });
    return { code: card.code, token: card.token, holder: holder.fullName };
  });
}
