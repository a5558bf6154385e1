import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  listVersions,
  listWaveUses,
  updateWaveVersion,
} from "../../../db/queries/questionnaire-versions.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { WaveKind } from "../../domain/words.ts";

/**
 * Gives a wave another published version, as long as nobody has begun to answer it.
 *
 * @throws Problem "not-found" for a wave or a version that the programme does not have, or a version without this wave;
 *   "conflict" once there are answers.
 */
export async function assignVersion(
  db: Db,
  input: {
    programmeId: string;
    kind: WaveKind;
    versionId: string;
    assignedBy: string;
    now: Date;
  },
): Promise<void> {
  const { programmeId, kind, versionId, now } = input;
  await inTransaction(db, async (tx) => {
    const waves = await listWaveUses(tx, { programmeId, isLocked: true });
    const wave = waves.find((use) => use.kind === kind);
    const version = (await listVersions(tx, { programmeId })).find(({ id }) => id === versionId);
    if (!wave || !version?.document.waves[kind]) throw new Problem("not-found");
    if (wave.versionId === versionId) return;
    if (wave.hasAnswers) throw new Problem("conflict");
    await updateWaveVersion(tx, { programmeId, waveId: wave.waveId, versionId });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: input.assignedBy,
      action: "assigned-version",
      subject: wave.waveId,
      detail: { kind, version: versionId, contentHash: version.contentHash },
    });
  });
}
