import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { certificatesFileKind } from "../../../db/queries/certificate-files.ts";
import {
  countAnswers,
  countCodes,
  deleteAccessCodes,
  deleteAnswers,
  dropFileContents,
  type RowCounts,
  replacePairingCodes,
} from "../../../db/queries/destruction.ts";
import {
  countHolders,
  countPeople,
  deleteCardHolders,
  deletePeople,
} from "../../../db/queries/destruction-of-people.ts";
import { packageFileKind } from "../../../db/queries/packages.ts";
import { findRetention, insertDestruction } from "../../../db/queries/retention.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { DestructionKind } from "../../domain/retention/retention.ts";

export interface Destroying {
  programmeId: string;
  kind: DestructionKind;
  now: Date;
  /** A staff user's id; null when the date did it. */
  doneBy: string | null;
  reason: string;
}

/** Files whose rows or names go with what is destroyed. */
const fileKinds: Record<DestructionKind, readonly string[]> = {
  key: [],
  answers: [packageFileKind],
  people: [certificatesFileKind],
};

/** What would be destroyed now, in rows by table: the dry run. */
export async function countDestruction(
  db: Db,
  { programmeId, kind }: { programmeId: string; kind: DestructionKind },
): Promise<RowCounts> {
  switch (kind) {
    case "key":
      return { ...(await countHolders(db, programmeId)), ...(await countCodes(db, programmeId)) };
    case "answers":
      return await countAnswers(db, programmeId);
    case "people":
      return await countPeople(db, programmeId);
  }
}

/**
 * Destroys one kind of data of a programme for good and keeps the proof. Figures already released stay as they are.
 * Refused while somebody may still answer, and a second time.
 */
export async function destroy(db: Db, order: Destroying): Promise<{ id: string }> {
  const { programmeId, kind, now, doneBy } = order;
  return await inTransaction(db, async (tx) => {
    const state = await findRetention(tx, programmeId);
    if (!state) throw new Problem("not-found");
    if (!state.isAnsweringOver || state.done.includes(kind)) throw new Problem("conflict");
    const counts = await countDestruction(tx, order);
    await destroyRows(tx, order);
    const files = await dropFileContents(tx, { programmeId, kinds: fileKinds[kind] });
    const all = files > 0 ? { ...counts, export_file: files } : counts;
    const proof = await insertDestruction(tx, {
      programmeId,
      kind,
      doneAt: now,
      doneBy,
      counts: all,
    });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: doneBy ?? "system",
      action: `destroyed-${kind}`,
      subject: proof.id,
      reason: order.reason,
      detail: { hash: proof.contentHash },
    });
    return { id: proof.id };
  });
}

async function destroyRows(tx: Db, { programmeId, kind }: Destroying): Promise<void> {
  switch (kind) {
    case "key":
      await deleteCardHolders(tx, programmeId);
      await replacePairingCodes(tx, programmeId);
      return await deleteAccessCodes(tx, programmeId);
    case "answers":
      return await deleteAnswers(tx, programmeId);
    case "people":
      // Whose card it was is known through the person only; without people the notes go as well.
      await deleteCardHolders(tx, programmeId);
      return await deletePeople(tx, programmeId);
  }
}
