import { Hono } from "hono";
import { findTrueNotice } from "../../../db/queries/planned-waves.ts";
import { listLocalities } from "../../../db/queries/programmes.ts";
import { listPublishedVersions } from "../../../db/queries/wave-setup.ts";
import { type WaveState, wavesPage } from "../../../web/pages/setup/waves-page.tsx";
import { formatMoment } from "../../../web/texts/numbers.ts";
import { setupTexts } from "../../../web/texts/setup.ts";
import type { Typed } from "../../domain/setup/field.ts";
import { localTimeOf } from "../../domain/setup/local-time.ts";
import {
  isWholeWaveClosed,
  type StoredWave,
  type WaveMistake,
  waveInput,
} from "../../domain/setup/wave-form.ts";
import { inLanguage } from "../../domain/text.ts";
import { waveKinds } from "../../domain/words.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type Desk, type Doing, frameOf, getDoing, setupAddress } from "./desk.ts";
import { listPlannedWaves, listStoredWaves, saveWaves } from "./save-waves.ts";

const path = "/programmes/:slug/setup/waves";
const whats = ["opensAt", "closesAt", "grace", "version"] as const;

/** When the questionnaires are answered. */
export function waveRoutes(desk: Desk): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();

  routes.get(path, async (c) => {
    const isSaved = c.req.query("saved") === "1";
    return c.html(await showWaves(desk, await getDoing(desk, c), { isSaved, mistakes: [] }));
  });

  routes.post(path, async (c) => {
    const doing = await getDoing(desk, c);
    const localities = await listLocalities(desk.db, doing.programme.id);
    const typed = pickTyped(
      localities.map(({ id }) => id),
      await c.req.parseBody(),
    );
    const saved = await saveWaves(desk.db, typed, doing);
    if (saved.ok) return c.redirect(setupAddress(doing, "waves?saved=1"), 303);
    const shown = { isSaved: false, mistakes: saved.mistakes, typed };
    return c.html(await showWaves(desk, doing, shown), 422);
  });

  return routes;
}

function pickTyped(localityIds: readonly string[], sent: Record<string, unknown>): Typed {
  const names = waveKinds.flatMap((kind) => [
    ...whats.map((what) => waveInput(kind, what)),
    ...localityIds.flatMap((id) => [
      waveInput(kind, "opensAt", id),
      waveInput(kind, "closesAt", id),
    ]),
  ]);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = sent[name];
      return typeof value === "string" ? [[name, value.slice(0, 100)]] : [];
    }),
  );
}

interface Shown {
  isSaved: boolean;
  mistakes: readonly WaveMistake[];
  typed?: Typed;
}

async function showWaves(
  desk: Desk,
  doing: Doing,
  { isSaved, mistakes, typed }: Shown,
): Promise<string> {
  const { programme, language } = doing;
  const localities = (await listLocalities(desk.db, programme.id)).map(({ id, nominative }) => ({
    value: id,
    label: nominative,
  }));
  const texts = setupTexts[language].waves;
  const versions = (await listPublishedVersions(desk.db, programme.id)).map((version) => ({
    value: version.id,
    label: texts.versionName(version.number, inLanguage(version.document.title, language)),
  }));
  const stored = await listStoredWaves(desk.db, programme.id);
  const planned = (await listPlannedWaves(desk.db, programme.id)).filter(
    (plan) => !stored.some(({ kind }) => kind === plan.kind),
  );
  const kept = typedOfWaves([...stored, ...planned], programme.timeZone);
  return wavesPage({
    frame: frameOf(desk, doing),
    timeZone: programme.timeZone,
    localities,
    versions,
    canBegin: versions.length > 0 && (await findTrueNotice(desk.db, programme.id)) !== undefined,
    states: [
      ...stored.map((wave) => stateOf(wave, { doing, localities, versions })),
      ...planned.map(plannedState),
    ],
    typed: { ...kept, ...typed },
    mistakes,
    isSaved,
  });
}

function typedOfWaves(waves: readonly StoredWave[], timeZone: string): Typed {
  const local = (at: Date | null) => (at ? localTimeOf(at, timeZone) : "");
  const typed: Typed = {};
  for (const { kind, opensAt, closesAt, graceMinutes, versionId, windows } of waves) {
    typed[waveInput(kind, "opensAt")] = local(opensAt);
    typed[waveInput(kind, "closesAt")] = local(closesAt);
    typed[waveInput(kind, "grace")] = String(graceMinutes);
    if (versionId) typed[waveInput(kind, "version")] = versionId;
    for (const window of windows) {
      typed[waveInput(kind, "opensAt", window.localityId)] = local(window.opensAt);
      typed[waveInput(kind, "closesAt", window.localityId)] = local(window.closesAt);
    }
  }
  return typed;
}

interface Around {
  doing: Doing;
  localities: readonly { value: string; label: string }[];
  versions: readonly { value: string; label: string }[];
}

function stateOf(wave: StoredWave, { doing, localities, versions }: Around): WaveState {
  const { now, language, programme } = doing;
  const closed = wave.windows.filter(({ closedAt }) => closedAt !== null);
  const begun = wave.windows.filter(({ opensAt }) => opensAt !== null && opensAt <= now);
  const nameOf = (id: string) => localities.find(({ value }) => value === id)?.label ?? "";
  return {
    kind: wave.kind,
    isPlanned: false,
    isClosed: isWholeWaveClosed(
      wave,
      localities.map(({ value }) => value),
    ),
    openedAt: wave.opensAt <= now ? formatMoment(wave.opensAt, language, programme.timeZone) : null,
    fixedVersion: wave.isAnswered
      ? (versions.find(({ value }) => value === wave.versionId)?.label ?? "–")
      : null,
    closedIn: closed.map(({ localityId }) => nameOf(localityId)).filter(Boolean),
    begunIn: begun.map(({ localityId }) => localityId),
    closedIds: closed.map(({ localityId }) => localityId),
  };
}

function plannedState({ kind }: StoredWave): WaveState {
  return {
    kind,
    isPlanned: true,
    isClosed: false,
    openedAt: null,
    fixedVersion: null,
    closedIn: [],
    begunIn: [],
    closedIds: [],
  };
}
