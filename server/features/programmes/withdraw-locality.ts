import type { Db } from "../../../db/connect.ts";
import { type AuditEntry, insertAuditEvent } from "../../../db/queries/audit.ts";
import { listAllLocalities, updateWithdrawal } from "../../../db/queries/corrections.ts";
import { listReleasedFigures, lockReleases } from "../../../db/queries/release-rows.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { makeRelease } from "./make-release.ts";

export interface Withdrawing {
  programmeId: string;
  localityKey: string;
  /** Or taken back into the programme. */
  isWithdrawn: boolean;
  reason: string;
  staffId: string;
  now: Date;
}

/**
 * Takes a locality out of the programme. Nothing of it is deleted. Where results were released already, a new release
 * follows at once without it; disclosure rules see both and withhold what would follow from their difference. It can be
 * taken back only as long as nothing has been released: a row that comes back after people joined or left in the
 * meantime could be compared with the row told before.
 */
export async function withdrawLocality(db: Db, order: Withdrawing): Promise<void> {
  const { programmeId, staffId, now } = order;
  await inTransaction(db, async (tx) => {
    await lockReleases(tx, programmeId);
    const localities = await listAllLocalities(tx, programmeId);
    const locality = localities.find(({ key }) => key === order.localityKey);
    if (!locality) throw new Problem("not-found");
    const isReleased = (await listReleasedFigures(tx, programmeId)).length > 0;
    if (!order.isWithdrawn && isReleased) throw new Problem("conflict");
    const left = localities.filter((one) => one.withdrawnAt === null && one.id !== locality.id);
    if (order.isWithdrawn && left.length === 0) throw new Problem("conflict");
    const withdrawnAt = order.isWithdrawn ? now : null;
    const key = { programmeId, localityId: locality.id, withdrawnAt };
    if (!(await updateWithdrawal(tx, key))) throw new Problem("conflict");
    const deed: AuditEntry = {
      programmeId,
      at: now,
      actor: staffId,
      action: order.isWithdrawn ? "withdrew-locality" : "took-locality-back",
      subject: locality.id,
      reason: order.reason,
    };
    const releasing = { programmeId, madeBy: staffId, now, reason: "locality-withdrawn" };
    if (isReleased) await makeRelease(tx, { ...releasing, deeds: [deed] });
    else await insertAuditEvent(tx, deed);
  });
}
