import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  insertMatchingEnd,
  listKeysToDestroy,
  lockMatching,
  updateKeyDestroyed,
} from "../../../db/queries/code-matching.ts";
import { listWaveWindows } from "../../../db/queries/programmes.ts";
import { deleteSelfMadeHashes, hasSelfMadeCodes } from "../../../db/queries/self-made-codes.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { listOpenMatches } from "./list-candidates.ts";

interface Ending {
  programmeId: string;
  now: Date;
}

/** Nobody can answer any more, so no code will be made or compared again. */
export async function areAllWavesClosed(db: Db, programmeId: string): Promise<boolean> {
  const windows = await listWaveWindows(db, programmeId);
  return windows.length > 0 && windows.every((window) => window.closedAt !== null);
}

/** Ends matching by itself when every wave has closed everywhere and nothing is left for a person to decide. */
export async function endMatchingIfOver(tx: Db, { programmeId, now }: Ending): Promise<void> {
  if (!(await hasSelfMadeCodes(tx, programmeId))) return;
  if (!(await areAllWavesClosed(tx, programmeId))) return;
  const { open } = await listOpenMatches(tx, programmeId);
  if (open.length === 0) await endMatching(tx, { programmeId, now, endedBy: "system" });
}

/** An organiser says that nothing more is to be decided. */
export async function endMatchingByHand(
  db: Db,
  ending: Ending & { endedBy: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockMatching(tx, ending.programmeId);
    if (!(await areAllWavesClosed(tx, ending.programmeId))) throw new Problem("not-allowed");
    await endMatching(tx, ending);
  });
}

/**
 * The hashes go at once; the key, which no transaction holds, right after it. What was destroyed cannot be worked out
 * again, whoever asks.
 */
async function endMatching(
  tx: Db,
  { programmeId, now, endedBy }: Ending & { endedBy: string },
): Promise<void> {
  if (!(await insertMatchingEnd(tx, { programmeId, now }))) return;
  await deleteSelfMadeHashes(tx, programmeId);
  await insertAuditEvent(tx, {
    programmeId,
    at: now,
    actor: endedBy,
    action: "ended-code-matching",
  });
}

/** Destroys the keys of programmes whose matching is over; called by the clock too, so that a crash leaves none behind. */
export async function destroyKeys({
  db,
  pairingKeys,
  now,
}: Pick<Deps, "db" | "pairingKeys" | "now">): Promise<void> {
  for (const programmeId of await listKeysToDestroy(db)) {
    await pairingKeys.destroy(programmeId);
    await inTransaction(db, async (tx) => {
      if (!(await updateKeyDestroyed(tx, { programmeId, now: now() }))) return;
      await insertAuditEvent(tx, {
        programmeId,
        at: now(),
        actor: "system",
        action: "destroyed-pairing-key",
      });
    });
  }
}
