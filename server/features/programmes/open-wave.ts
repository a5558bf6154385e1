import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findWaveOfLocality, insertOpening } from "../../../db/queries/waves.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { WaveKind } from "../../domain/words.ts";

export interface Opening {
  programmeId: string;
  kind: WaveKind;
  localityKeys: readonly string[];
  openedBy: string;
  now: Date;
}

/** Opens a wave now, before its date, in the localities named; one that has been closed stays closed. */
export async function openWave(db: Db, opening: Opening): Promise<void> {
  const { programmeId, kind, now } = opening;
  await inTransaction(db, async (tx) => {
    for (const localityKey of opening.localityKeys) {
      const wave = await findWaveOfLocality(tx, { programmeId, kind, localityKey });
      if (!wave) throw new Problem("not-found");
      await insertOpening(tx, {
        programmeId,
        waveId: wave.waveId,
        localityId: wave.localityId,
        now,
      });
      await insertAuditEvent(tx, {
        programmeId,
        at: now,
        actor: opening.openedBy,
        action: "opened-wave",
        subject: wave.waveId,
        detail: { kind, locality: localityKey },
      });
    }
  });
}
