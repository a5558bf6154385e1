import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { joinCodes, lockMatching } from "../../../db/queries/code-matching.ts";
import { matchCodes } from "../../domain/pairing/match-codes.ts";
import type { WaveKind } from "../../domain/words.ts";
import { endMatchingIfOver } from "./end-matching.ts";
import { listUnmatched, type Round, rounds } from "./unmatched-codes.ts";

/**
 * After a wave has closed: finds partners for self-made codes and joins what the rule settles. Programmes with cards
 * have no hashes, so nothing happens there. What is left waits for a person.
 */
export async function matchClosedWave(
  tx: Db,
  { programmeId, kind, now }: { programmeId: string; kind: WaveKind; now: Date },
): Promise<void> {
  const due = rounds.filter((round) => round.later === kind || kind === "followup");
  if (due.length === 0) return;
  await lockMatching(tx, programmeId);
  for (const round of due) await matchRound(tx, { programmeId, round, now });
  await endMatchingIfOver(tx, { programmeId, now });
}

async function matchRound(
  tx: Db,
  { programmeId, round, now }: { programmeId: string; round: Round; now: Date },
): Promise<void> {
  const { earlier, later, isRefused } = await listUnmatched(tx, { programmeId, round });
  const { matches } = matchCodes(earlier, later, isRefused);
  let joined = 0;
  for (const match of matches) {
    if (await joinCodes(tx, { programmeId, ...match })) joined += 1;
  }
  if (joined === 0) return;
  await insertAuditEvent(tx, {
    programmeId,
    at: now,
    actor: "system",
    action: "matched-codes",
    detail: { wave: round.later, joined },
  });
}
