import type { Db } from "../../../db/connect.ts";
import { listRefusedMatches, listUnmatchedCodes } from "../../../db/queries/code-matching.ts";
import type { HashedCode, IsRefused } from "../../domain/pairing/match-codes.ts";
import type { WaveKind } from "../../domain/words.ts";

/** Which waves are compared: codes of `earlier` ones with those that appeared first in `later`. */
export interface Round {
  earlier: readonly WaveKind[];
  later: WaveKind;
}

/** Who came before the training and again only in the follow-up is found in the last round. */
export const rounds: readonly Round[] = [
  { earlier: ["before"], later: "after" },
  { earlier: ["before", "after"], later: "followup" },
];

/** Codes without a partner, on both sides of a round, and which of them a person has told apart. */
export interface Unmatched {
  earlier: HashedCode[];
  later: HashedCode[];
  isRefused: IsRefused;
}

/** In localities whose later wave of the round has closed. */
export async function listUnmatched(
  db: Db,
  { programmeId, round }: { programmeId: string; round: Round },
): Promise<Unmatched> {
  const key = { programmeId, closed: round.later };
  const { earlier, later } = round;
  const refused = await listRefusedMatches(db, programmeId);
  const told = new Set(refused.map((pair) => `${pair.earlier} ${pair.later}`));
  return {
    earlier: await listUnmatchedCodes(db, { ...key, answered: earlier, notAnswered: [later] }),
    later: await listUnmatchedCodes(db, { ...key, answered: [later], notAnswered: earlier }),
    isRefused: (one, other) => told.has(`${one} ${other}`),
  };
}
