import type { Db } from "../../../db/connect.ts";
import { type AuditEntry, insertAuditEvent } from "../../../db/queries/audit.ts";
import { updatePaperUntil } from "../../../db/queries/corrections.ts";
import { findWaveOfLocality } from "../../../db/queries/waves.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { WaveKind } from "../../domain/words.ts";
import { makeReleaseIfNew } from "./make-release.ts";

export const mostLateDays = 60;

export interface LatePaperOrder {
  programmeId: string;
  kind: WaveKind;
  localityKey: string;
  staffId: string;
  reason: string;
  now: Date;
}

/** Takes sheets on paper for so many days although the wave has closed there. Online it stays closed. */
export async function takeLatePaper(
  db: Db,
  order: LatePaperOrder & { days: number },
): Promise<void> {
  const until = new Date(order.now.getTime() + order.days * 86_400_000);
  await inTransaction(db, async (tx) => {
    await setUntil(tx, order, until);
    await insertAuditEvent(tx, deedOf(order, "reopened-for-paper", { days: order.days }));
  });
}

/** No more late sheets; what came is released at once if it is enough people, and waits otherwise. */
export async function endLatePaper(db: Db, order: LatePaperOrder): Promise<void> {
  await inTransaction(db, async (tx) => {
    await setUntil(tx, order, null);
    const { programmeId, staffId, now } = order;
    const deeds = [deedOf(order, "ended-late-paper", {})];
    await makeReleaseIfNew(tx, { programmeId, madeBy: staffId, now, reason: "late-paper", deeds });
  });
}

async function setUntil(tx: Db, order: LatePaperOrder, until: Date | null): Promise<void> {
  const { programmeId } = order;
  const wave = await findWaveOfLocality(tx, order);
  if (!wave) throw new Problem("not-found");
  if (!(await updatePaperUntil(tx, { ...wave, programmeId, until }))) throw new Problem("conflict");
}

function deedOf(
  order: LatePaperOrder,
  action: "reopened-for-paper" | "ended-late-paper",
  detail: Record<string, number>,
): AuditEntry {
  return {
    programmeId: order.programmeId,
    at: order.now,
    actor: order.staffId,
    action,
    subject: order.localityKey,
    reason: order.reason,
    detail: { wave: order.kind, ...detail },
  };
}
