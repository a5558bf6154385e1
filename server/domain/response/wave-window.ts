/** When one wave may be answered in one locality: the programme's dates, unless the locality has its own. */
export interface WaveWindow {
  opensAt: Date;
  closesAt: Date;
  /** Set when somebody, or the clock after the grace, has closed the wave for good. */
  closedAt: Date | null;
  /** How long after `closesAt` somebody who had begun may still finish. */
  graceMinutes: number;
}

/** In `grace`, only those who had begun may go on. Once `closed`, results may be out, and nothing more is accepted. */
export type WindowState = "ahead" | "open" | "grace" | "closed";

/** The one place that decides whether a wave can be answered; `now` is always the server's. */
export function windowState(window: WaveWindow, now: Date): WindowState {
  if (window.closedAt !== null && window.closedAt <= now) return "closed";
  if (now < window.opensAt) return "ahead";
  if (now < window.closesAt) return "open";
  const graceEnds = window.closesAt.getTime() + window.graceMinutes * 60_000;
  return now.getTime() < graceEnds ? "grace" : "closed";
}

/** Whether answers are accepted now, from somebody who has begun already or not. */
export function isOpen(
  window: WaveWindow,
  { now, hasBegun }: { now: Date; hasBegun: boolean },
): boolean {
  const state = windowState(window, now);
  return state === "open" || (state === "grace" && hasBegun);
}

/** Of a programme's waves, what a participant may find: the one to answer, or why there is none. */
export type WaveChoice<Wave> =
  | { open: true; wave: Wave }
  | { open: false; reason: "wave-not-open" | "wave-closed"; wave: Wave | undefined };

/**
 * The wave to answer: of those that are open the one that opened last, so that a window left open from before the
 * training never catches somebody who came to answer after it. With none open: the next to come, else the last closed.
 */
export function chooseWave<Wave extends WaveWindow & { hasBegun: boolean }>(
  waves: readonly Wave[],
  now: Date,
): WaveChoice<Wave> {
  const byOpening = [...waves].sort(
    (one, other) => one.opensAt.getTime() - other.opensAt.getTime(),
  );
  const open = byOpening.filter((wave) => windowState(wave, now) === "open").at(-1);
  const inGrace = byOpening.filter((wave) => isOpen(wave, { now, hasBegun: wave.hasBegun })).at(-1);
  const answerable = open ?? inGrace;
  if (answerable) return { open: true, wave: answerable };
  const ahead = byOpening.find((wave) => windowState(wave, now) === "ahead");
  if (ahead) return { open: false, reason: "wave-not-open", wave: ahead };
  return { open: false, reason: "wave-closed", wave: byOpening.at(-1) };
}
