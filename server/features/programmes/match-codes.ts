import type { Db } from "../../../db/connect.ts";
import type { AuditEntry } from "../../../db/queries/audit.ts";
import { joinCodes, lockMatching } from "../../../db/queries/code-matching.ts";
import { matchCodes } from "../../domain/pairing/match-codes.ts";
import type { WaveKind } from "../../domain/words.ts";
import { listUnmatched, type Round, rounds } from "./unmatched-codes.ts";

/**
 * After a wave has closed: finds partners for self-made codes and joins what the rule settles. Programmes with cards
 * have no hashes, so nothing happens there. What is left waits for a person. Gives what is to be noted.
 */
export async function matchClosedWave(
  tx: Db,
  { programmeId, kind, now }: { programmeId: string; kind: WaveKind; now: Date },
): Promise<AuditEntry[]> {
  const due = rounds.filter((round) => round.later === kind || kind === "followup");
  if (due.length === 0) return [];
  await lockMatching(tx, programmeId);
  const deeds: AuditEntry[] = [];
  for (const round of due) deeds.push(...(await matchRound(tx, { programmeId, round, now })));
  return deeds;
}

async function matchRound(
  tx: Db,
  { programmeId, round, now }: { programmeId: string; round: Round; now: Date },
): Promise<AuditEntry[]> {
  const { earlier, later, isRefused } = await listUnmatched(tx, { programmeId, round });
  const { matches } = matchCodes(earlier, later, isRefused);
  let joined = 0;
  for (const match of matches) {
    if (await joinCodes(tx, { programmeId, ...match })) joined += 1;
  }
  if (joined === 0) return [];
  const detail = { wave: round.later, joined };
  return [{ programmeId, at: now, actor: "system", action: "matched-codes", detail }];
}
