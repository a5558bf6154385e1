import type { Db } from "../../../db/connect.ts";
import { type AuditEntry, insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  type DueClosure,
  findWaveOfLocality,
  forgetTimesOfDay,
  insertClosure,
  listDueClosures,
} from "../../../db/queries/waves.ts";
import { allowLongReading, inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { type WaveKind, waveKinds } from "../../domain/words.ts";
import { endMatchingIfOver } from "./end-matching.ts";
import { makeRelease } from "./make-release.ts";
import { matchClosedWave } from "./match-codes.ts";

export interface Closing {
  programmeId: string;
  kind: WaveKind;
  localityKeys: readonly string[];
  /** A staff user's id; null when the wave's own time closed it. */
  closedBy: string | null;
  now: Date;
}

/**
 * Closes a wave in the localities named, with the waves before it, and returns in how many it was still open. Closing a wave after the
 * training releases the results in the same transaction: all localities closed together are one release.
 */
export async function closeWave(db: Db, closing: Closing): Promise<number> {
  const { programmeId, kind, closedBy, now } = closing;
  return await inTransaction(db, async (tx) => {
    await allowLongReading(tx);
    const { closed, deeds } = await closeLocalities(tx, closing);
    if (closed === 0 || kind === "before") {
      for (const deed of deeds) await insertAuditEvent(tx, deed);
      return closed;
    }
    // Before the release, so that the pairs that are found count in it.
    deeds.push(...(await matchClosedWave(tx, { programmeId, kind, now })));
    await makeRelease(tx, {
      programmeId,
      madeBy: closedBy,
      now,
      reason: `closed-${kind}`,
      deeds,
    });
    await endMatchingIfOver(tx, { programmeId, now });
    return closed;
  });
}

/** Whoever closes a wave means the earlier ones too: nobody answers "before" once "after" is over. */
async function closeLocalities(
  tx: Db,
  closing: Closing,
): Promise<{ closed: number; deeds: AuditEntry[] }> {
  const kinds = waveKinds.slice(0, waveKinds.indexOf(closing.kind) + 1);
  const deeds: AuditEntry[] = [];
  let closed = 0;
  for (const localityKey of closing.localityKeys) {
    for (const kind of kinds) {
      const deed = await closeInLocality(tx, { ...closing, kind }, localityKey);
      if (deed) deeds.push(deed);
      if (deed && kind === closing.kind) closed += 1;
    }
  }
  return { closed, deeds };
}

/** What is to be noted; undefined when the wave was closed there already. */
async function closeInLocality(
  tx: Db,
  { programmeId, kind, closedBy, now }: Closing,
  localityKey: string,
): Promise<AuditEntry | undefined> {
  const wave = await findWaveOfLocality(tx, { programmeId, kind, localityKey });
  if (!wave) throw new Problem("not-found");
  const key = { programmeId, waveId: wave.waveId, localityId: wave.localityId };
  if (!(await insertClosure(tx, { ...key, now, closedBy }))) return undefined;
  await forgetTimesOfDay(tx, key);
  return {
    programmeId,
    at: now,
    actor: closedBy ?? "system",
    action: "closed-wave",
    subject: wave.waveId,
    detail: { kind, locality: localityKey },
  };
}

/** Closes every wave whose time and grace have passed; called by the clock. Returns how many were closed. */
export async function closeDueWaves(db: Db, now: Date): Promise<number> {
  const due = await listDueClosures(db, now);
  for (const group of byProgrammeAndWave(due)) {
    const { programmeId, kind } = group[0]!;
    const localityKeys = group.map((closure) => closure.localityKey);
    await closeWave(db, { programmeId, kind, localityKeys, closedBy: null, now });
  }
  return due.length;
}

function byProgrammeAndWave(due: readonly DueClosure[]): DueClosure[][] {
  const groups = new Map<string, DueClosure[]>();
  for (const closure of due) {
    const key = `${closure.programmeId} ${closure.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), closure]);
  }
  return [...groups.values()];
}
