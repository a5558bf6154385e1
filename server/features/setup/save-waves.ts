import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findTrueNotice } from "../../../db/queries/planned-waves.ts";
import { listLocalities } from "../../../db/queries/programmes.ts";
import { lockProgramme } from "../../../db/queries/setup-programme.ts";
import {
  deleteWave,
  deleteWavePlan,
  listAnsweredWaves,
  listOwnWindows,
  listPublishedVersions,
  listWavePlans,
  listWaveSettings,
  upsertOwnWindow,
  upsertWave,
  upsertWavePlan,
  type WavePlan,
} from "../../../db/queries/wave-setup.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Typed } from "../../domain/setup/field.ts";
import {
  readWaves,
  type StoredWave,
  type WantedWave,
  type WaveMistake,
} from "../../domain/setup/wave-form.ts";
import type { Doing } from "./desk.ts";

export type SavedWaves = { ok: true } | { ok: false; mistakes: WaveMistake[] };

/**
 * Keeps the dates of the waves. Where a questionnaire and a notice are published the waves are there with it; before
 * that the dates are kept as a plan, so that nobody has to wait for one thing in order to write down another, and
 * become waves with the last of the two that is published.
 */
export async function saveWaves(db: Db, typed: Typed, doing: Doing): Promise<SavedWaves> {
  const { programme, now } = doing;
  const programmeId = programme.id;
  return await inTransaction(db, async (tx) => {
    await lockProgramme(tx, programmeId);
    const versions = await listPublishedVersions(tx, programmeId);
    const localities = await listLocalities(tx, programmeId);
    const read = readWaves(typed, {
      timeZone: programme.timeZone,
      now,
      localityIds: localities.map(({ id }) => id),
      versionIds: versions.map(({ id }) => id),
      stored: await listStoredWaves(tx, programmeId),
    });
    if (!read.ok) return read;
    const noticeId = await findTrueNotice(tx, programmeId);
    for (const wave of read.waves) {
      await keepWave(tx, { programmeId, wave, noticeId });
    }
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: doing.staffId,
      action: "changed-waves",
      detail: { waves: read.waves.length },
    });
    return { ok: true };
  });
}

async function keepWave(
  db: Db,
  {
    programmeId,
    wave,
    noticeId,
  }: { programmeId: string; wave: WantedWave; noticeId: string | undefined },
): Promise<void> {
  const { kind, versionId, windows, ...dates } = wave;
  if (!versionId || !noticeId) {
    const planned = { kind, versionId, ...dates, windows: windows.map(asPlanned) };
    await upsertWavePlan(db, programmeId, planned);
    return;
  }
  const waveId = await upsertWave(db, { programmeId, kind, versionId, noticeId, ...dates });
  for (const window of windows) await upsertOwnWindow(db, { programmeId, waveId, ...window });
  await deleteWavePlan(db, { programmeId, kind });
}

function asPlanned({ localityId, opensAt, closesAt }: WantedWave["windows"][number]) {
  return {
    localityId,
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
  };
}

/**
 * Makes plans of waves that have not begun: their notice is no longer true, and nothing opens by the clock until one that
 * is has been published.
 */
export async function planWavesAgain(db: Db, programmeId: string): Promise<void> {
  for (const { kind, versionId, windows, ...dates } of await listStoredWaves(db, programmeId)) {
    const { opensAt, closesAt, graceMinutes } = dates;
    const kept = { opensAt, closesAt, graceMinutes };
    const planned = { kind, versionId, ...kept, windows: windows.map(asPlanned) };
    await upsertWavePlan(db, programmeId, planned);
    await deleteWave(db, { programmeId, kind });
  }
}

/** The waves that are there, with what may no longer change about them. */
export async function listStoredWaves(db: Db, programmeId: string): Promise<StoredWave[]> {
  const answered = await listAnsweredWaves(db, programmeId);
  const windows = await listOwnWindows(db, programmeId);
  return (await listWaveSettings(db, programmeId)).map((wave) => ({
    ...wave,
    isAnswered: answered.includes(wave.kind),
    windows: windows.filter(({ kind }) => kind === wave.kind),
  }));
}

/** Plans in the shape of waves: nothing of them is fixed. */
export async function listPlannedWaves(db: Db, programmeId: string): Promise<StoredWave[]> {
  return (await listWavePlans(db, programmeId)).map(asStored);
}

function asStored({ windows, ...plan }: WavePlan): StoredWave {
  return {
    ...plan,
    isAnswered: false,
    windows: windows.map(({ localityId, opensAt, closesAt }) => ({
      localityId,
      opensAt: opensAt ? new Date(opensAt) : null,
      closesAt: closesAt ? new Date(closesAt) : null,
      closedAt: null,
    })),
  };
}
