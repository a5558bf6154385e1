import type { Histogram } from "./histogram.ts";

export interface ReliableChange {
  /** A change beyond this many points is more than the scale's own noise. */
  thresholdPoints: number;
  higher: number;
  lower: number;
}

/**
 * People whose score changed by more than measurement error explains: beyond
 * 1.96 · sd(before) · √(2(1 - α)) points (Jacobson & Truax 1991). The reliability α is that of the
 * programme, since no single locality has enough people to know it. Null where α is unknown or
 * negative: a scale whose items disagree has no error of its own.
 */
export function reliableChange(
  gains: Histogram,
  { top, sdBefore, alpha }: { top: number; sdBefore: number | null; alpha: number | null },
): ReliableChange | null {
  if (sdBefore === null || alpha === null || alpha < 0 || alpha > 1) return null;
  const thresholdPoints = 1.96 * sdBefore * Math.sqrt(2 * (1 - alpha));
  const count = (isBeyond: (points: number) => boolean) =>
    gains.reduce((sum, bin) => sum + (isBeyond((100 * bin.value) / top) ? bin.count : 0), 0);
  return {
    thresholdPoints,
    higher: count((points) => points > thresholdPoints),
    lower: count((points) => points < -thresholdPoints),
  };
}
