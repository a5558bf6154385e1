import type { CardInWave } from "../../../db/queries/paper-entries.ts";

/** What a sheet is keyed for: the first time, or once more to be compared. */
export const purposes = ["entry", "check"] as const;
export type Purpose = (typeof purposes)[number];

/** Why a sheet cannot be keyed. */
export type SheetRefusal = "ahead" | "closed" | "entered" | "answered" | "not-entered";

/**
 * Whether a sheet can be keyed, and why not. Entry stays possible after the time for answering until somebody, or the
 * clock, has closed the wave: then results may be out. A check changes nothing and is possible at any time.
 */
export function refusalOf(
  card: CardInWave,
  { purpose, now }: { purpose: Purpose; now: Date },
): SheetRefusal | undefined {
  const submitted = card.response?.status === "submitted" ? card.response : undefined;
  if (purpose === "check") return submitted?.channel === "paper" ? undefined : "not-entered";
  if (submitted) return submitted.channel === "paper" ? "entered" : "answered";
  const isLateTaken = card.paperUntil !== null && card.paperUntil > now;
  if (card.closedAt !== null && !isLateTaken) return "closed";
  return now < card.opensAt ? "ahead" : undefined;
}
