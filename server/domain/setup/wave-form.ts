import { type WaveKind, waveKinds } from "../words.ts";
import type { Typed } from "./field.ts";
import { localTimeOf, momentOf } from "./local-time.ts";
import { isMoment } from "./read-form.ts";

/** What is stored of a wave, as far as its form must respect it. */
export interface StoredWave {
  kind: WaveKind;
  opensAt: Date;
  closesAt: Date;
  graceMinutes: number;
  versionId: string | null;
  /** Answers were given, so the questionnaire stays. */
  isAnswered: boolean;
  windows: readonly StoredWindow[];
}

export interface StoredWindow {
  localityId: string;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
}

/** A wave as it is wanted. */
export interface WantedWave {
  kind: WaveKind;
  opensAt: Date;
  closesAt: Date;
  graceMinutes: number;
  versionId: string | null;
  windows: { localityId: string; opensAt: Date | null; closesAt: Date | null }[];
}

export type WaveMistakeCode =
  | "half"
  | "closes-before-opens"
  | "not-a-moment"
  | "grace"
  | "version"
  | "order"
  | "opened";

export interface WaveMistake {
  input: string;
  code: WaveMistakeCode;
}

export interface WaveFormSetting {
  timeZone: string;
  now: Date;
  localityIds: readonly string[];
  versionIds: readonly string[];
  stored: readonly StoredWave[];
}

export type ReadWaves = { ok: true; waves: WantedWave[] } | { ok: false; mistakes: WaveMistake[] };

export function waveInput(kind: WaveKind, what: string, localityId?: string): string {
  return localityId ? `${kind}-${localityId}-${what}` : `${kind}-${what}`;
}

/** Whether a wave is over in every locality: then nothing of it can change. */
export function isWholeWaveClosed(wave: StoredWave, localityIds: readonly string[]): boolean {
  const closed = wave.windows.filter(({ closedAt }) => closedAt !== null);
  return (
    localityIds.length > 0 &&
    localityIds.every((id) => closed.some(({ localityId }) => localityId === id))
  );
}

/**
 * Reads the dates of all waves, in the programme's time zone. A wave left empty is not wanted; what has begun or ended
 * keeps its moments, whatever was sent.
 */
export function readWaves(typed: Typed, setting: WaveFormSetting): ReadWaves {
  const mistakes: WaveMistake[] = [];
  const waves: WantedWave[] = [];
  for (const kind of waveKinds) {
    const stored = setting.stored.find((wave) => wave.kind === kind);
    if (stored && isWholeWaveClosed(stored, setting.localityIds)) continue;
    const wave = readWave(kind, { typed, setting, stored }, mistakes);
    if (wave) waves.push(wave);
  }
  mistakes.push(...ordering(waves));
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, waves };
}

interface Reading {
  typed: Typed;
  setting: WaveFormSetting;
  stored: StoredWave | undefined;
}

function readWave(
  kind: WaveKind,
  reading: Reading,
  mistakes: WaveMistake[],
): WantedWave | undefined {
  const { typed, setting, stored } = reading;
  const [opensInput, closesInput] = [waveInput(kind, "opensAt"), waveInput(kind, "closesAt")];
  const hasBegun = stored !== undefined && stored.opensAt <= setting.now;
  const opens = hasBegun
    ? stored.opensAt
    : readMoment(opensInput, reading, mistakes, stored?.opensAt);
  const closes = readMoment(closesInput, reading, mistakes, stored?.closesAt);
  if (opens === "wrong" || closes === "wrong") return undefined;
  if (opens === null && closes === null && !stored) return undefined;
  if (opens === null || closes === null) {
    mistakes.push({ input: opens === null ? opensInput : closesInput, code: "half" });
    return undefined;
  }
  if (closes <= opens) mistakes.push({ input: closesInput, code: "closes-before-opens" });
  const isChanged = closes.getTime() !== stored?.closesAt.getTime();
  if (hasBegun && isChanged && closes <= setting.now) {
    mistakes.push({ input: closesInput, code: "opened" });
  }
  return {
    kind,
    opensAt: opens,
    closesAt: closes,
    graceMinutes: readGrace(typed[waveInput(kind, "grace")] ?? "", kind, mistakes),
    versionId: readVersion(kind, reading, mistakes),
    windows: readWindows(kind, reading, { opens, closes }, mistakes),
  };
}

type ReadMoment = Date | null | "wrong";

/** The form shows minutes; sent back unchanged, a stored moment keeps its seconds. */
function readMoment(
  input: string,
  { typed, setting }: Reading,
  mistakes: WaveMistake[],
  stored: Date | null | undefined,
): ReadMoment {
  const text = (typed[input] ?? "").trim().slice(0, 16);
  if (text === "") return null;
  if (!isMoment(text)) {
    mistakes.push({ input, code: "not-a-moment" });
    return "wrong";
  }
  if (stored && localTimeOf(stored, setting.timeZone) === text) return stored;
  return momentOf(text, setting.timeZone);
}

function readGrace(text: string, kind: WaveKind, mistakes: WaveMistake[]): number {
  const minutes = text.trim() === "" ? 60 : Number(text);
  if (Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440) return minutes;
  mistakes.push({ input: waveInput(kind, "grace"), code: "grace" });
  return 0;
}

function readVersion(
  kind: WaveKind,
  { typed, setting, stored }: Reading,
  mistakes: WaveMistake[],
): string | null {
  if (stored?.isAnswered) return stored.versionId;
  const input = waveInput(kind, "version");
  const wanted = typed[input] ?? "";
  if (setting.versionIds.includes(wanted)) return wanted;
  if (setting.versionIds.length > 0) mistakes.push({ input, code: "version" });
  return null;
}

function readWindows(
  kind: WaveKind,
  reading: Reading,
  common: { opens: Date; closes: Date },
  mistakes: WaveMistake[],
): WantedWave["windows"] {
  const { setting, stored } = reading;
  return setting.localityIds.flatMap((localityId) => {
    const own = stored?.windows.find((window) => window.localityId === localityId);
    if (own?.closedAt) return [];
    const closesInput = waveInput(kind, "closesAt", localityId);
    const hasBegun = own?.opensAt ? own.opensAt <= setting.now : false;
    const opens = hasBegun
      ? (own?.opensAt ?? null)
      : readMoment(waveInput(kind, "opensAt", localityId), reading, mistakes, own?.opensAt);
    const closes = readMoment(closesInput, reading, mistakes, own?.closesAt);
    if (opens === "wrong" || closes === "wrong") return [];
    if ((closes ?? common.closes) <= (opens ?? common.opens)) {
      mistakes.push({ input: closesInput, code: "closes-before-opens" });
    }
    if (!own && opens === null && closes === null) return [];
    return [{ localityId, opensAt: opens, closesAt: closes }];
  });
}

function ordering(waves: readonly WantedWave[]): WaveMistake[] {
  return waves.flatMap((wave, index) => {
    const before = waves[index - 1];
    if (!before || wave.opensAt >= before.opensAt) return [];
    return [{ input: waveInput(wave.kind, "opensAt"), code: "order" as const }];
  });
}
