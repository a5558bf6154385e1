import { z } from "zod";
import { type DestructionKind, destructionKinds } from "../../domain/retention/retention.ts";

export type SentDates = Record<DestructionKind, string>;

export type DatesOutcome =
  | { ok: true; dates: Record<DestructionKind, string | null> }
  | { ok: false; wrong: Partial<Record<DestructionKind, "not-a-day" | "too-early">> };

const daySchema = z.iso.date();

/** Three days as they were typed; an empty one is none. None may come before the programme is over. */
export function readDates(sent: SentDates, endsOn: string): DatesOutcome {
  const wrong: Partial<Record<DestructionKind, "not-a-day" | "too-early">> = {};
  const dates: Record<DestructionKind, string | null> = { key: null, answers: null, people: null };
  for (const kind of destructionKinds) {
    const day = sent[kind].trim();
    if (day === "") continue;
    if (!daySchema.safeParse(day).success) wrong[kind] = "not-a-day";
    else if (day < endsOn) wrong[kind] = "too-early";
    else dates[kind] = day;
  }
  return Object.keys(wrong).length === 0 ? { ok: true, dates } : { ok: false, wrong };
}
