import type { Db } from "../connect.ts";
import { listNoticeVersions } from "./notices.ts";
import { listLocalities } from "./programmes.ts";
import { getProgrammeRecord, lockProgramme } from "./setup-programme.ts";
import {
  deleteWavePlan,
  listPublishedVersions,
  listWavePlans,
  listWaveSettings,
  type PublishedVersion,
  upsertOwnWindow,
  upsertWave,
  type WavePlan,
} from "./wave-setup.ts";

/** The newest notice, if it is true for how people get their codes now. */
export async function findTrueNotice(db: Db, programmeId: string): Promise<string | undefined> {
  const [notice] = await listNoticeVersions(db, programmeId);
  const { identityMode } = await getProgrammeRecord(db, programmeId);
  const isTrue = notice && (notice.identityMode ?? identityMode) === identityMode;
  return isTrue ? notice.id : undefined;
}

/**
 * Makes waves of the dates that waited, as soon as a questionnaire and a true notice are published, and says how many.
 * What nobody can know waits on: which of several questionnaires is meant, and what to do with a time that is over.
 */
export async function insertPlannedWaves(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<number> {
  await lockProgramme(db, programmeId);
  const noticeId = await findTrueNotice(db, programmeId);
  if (!noticeId) return 0;
  const versions = await listPublishedVersions(db, programmeId);
  const there = (await listWaveSettings(db, programmeId)).map(({ kind }) => kind);
  const localities = (await listLocalities(db, programmeId)).map(({ id }) => id);
  let made = 0;
  for (const plan of await listWavePlans(db, programmeId)) {
    const versionId = versionFor(plan, versions);
    if (!versionId || there.includes(plan.kind) || lastClosing(plan) <= now) continue;
    await insertWave(db, { programmeId, noticeId, versionId, plan, localities });
    made += 1;
  }
  return made;
}

/** The version that was chosen with the dates; else the newest of the only questionnaire that asks in this wave. */
function versionFor(
  { kind, versionId }: WavePlan,
  versions: readonly PublishedVersion[],
): string | undefined {
  if (versionId) return versionId;
  const asking = versions.filter(({ document }) => document.waves[kind]);
  const questionnaires = new Set(asking.map(({ questionnaireId }) => questionnaireId));
  return questionnaires.size === 1 ? asking[0]!.id : undefined;
}

function lastClosing({ closesAt, windows }: WavePlan): Date {
  const own = windows.flatMap((window) => (window.closesAt ? [new Date(window.closesAt)] : []));
  return new Date(Math.max(closesAt.getTime(), ...own.map((at) => at.getTime())));
}

async function insertWave(
  db: Db,
  {
    programmeId,
    noticeId,
    versionId,
    plan,
    localities,
  }: {
    programmeId: string;
    noticeId: string;
    versionId: string;
    plan: WavePlan;
    localities: readonly string[];
  },
): Promise<void> {
  const { kind, opensAt, closesAt, graceMinutes, windows } = plan;
  const dates = { opensAt, closesAt, graceMinutes };
  const waveId = await upsertWave(db, { programmeId, kind, versionId, noticeId, ...dates });
  for (const window of windows.filter(({ localityId }) => localities.includes(localityId))) {
    await upsertOwnWindow(db, {
      programmeId,
      waveId,
      localityId: window.localityId,
      opensAt: window.opensAt ? new Date(window.opensAt) : null,
      closesAt: window.closesAt ? new Date(window.closesAt) : null,
    });
  }
  await deleteWavePlan(db, { programmeId, kind });
}
