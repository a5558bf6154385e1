import { findInvitation } from "../../../db/queries/invitations.ts";
import { type CardInWave, findCardInWave } from "../../../db/queries/paper-entries.ts";
import { countEvent } from "../../../db/queries/rate-limits.ts";
import type { Deps } from "../../deps.ts";
import { readAccessCode } from "../../domain/pairing/access-code.ts";
import { Problem } from "../../domain/problem.ts";
import type { WaveKind } from "../../domain/words.ts";
import { hashOf } from "../../http/session.ts";

/** Unknown codes that one person may try in ten minutes: a pile of sheets has mistyped codes, but not this many. */
const mostUnknown = 100;
const windowSeconds = 600;

export type FoundCard =
  | { found: true; card: CardInWave }
  | { found: false; reason: "mistyped" | "unknown" };

/**
 * The card whose code somebody of the staff typed. A wrong check letter is told apart, which is arithmetic; unknown and
 * revoked codes and those of other programmes are one and the same.
 */
export async function findCard(
  { db, now }: Deps,
  input: { programmeId: string; kind: WaveKind; typed: string; staffId: string },
): Promise<FoundCard> {
  const typed = readAccessCode(input.typed);
  if (!typed.ok) return { found: false, reason: "mistyped" };
  const entry = await findInvitation(db, hashOf(typed.code));
  const isOwn = entry?.entryKind === "code" && entry.programmeId === input.programmeId;
  const accessCodeId = isOwn ? entry.accessCodeId : undefined;
  const card = accessCodeId && (await findCardInWave(db, { ...input, accessCodeId }));
  if (card) return { found: true, card };
  const limit = { key: `entry ${input.staffId}`, now: now(), windowSeconds };
  if ((await countEvent(db, limit)) > mostUnknown) throw new Problem("too-many-tries");
  return { found: false, reason: "unknown" };
}
