import type { Db } from "../../../db/connect.ts";
import {
  deleteSelfMadeHashes,
  joinCodes,
  listUnmatchedCodes,
} from "../../../db/queries/self-made-codes.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { type CodeMatches, matchCodes } from "../../domain/pairing/match-codes.ts";
import type { WaveKind } from "../../domain/words.ts";
import type { PairingKeys } from "./pairing-keys.ts";

/**
 * Finds partners for self-made codes of a later wave among those of an earlier one, joins what the rule settles, and
 * gives back what a person has to decide, named by pairing codes alone, without any score.
 */
export async function matchSelfMadeCodes(
  db: Db,
  key: { programmeId: string; earlier: WaveKind; later: WaveKind },
): Promise<CodeMatches["queue"]> {
  const { programmeId, earlier, later } = key;
  return await inTransaction(db, async (tx) => {
    const before = await listUnmatchedCodes(tx, {
      programmeId,
      answered: earlier,
      notAnswered: later,
    });
    const after = await listUnmatchedCodes(tx, {
      programmeId,
      answered: later,
      notAnswered: earlier,
    });
    const { matches, queue } = matchCodes(before, after);
    for (const match of matches) await joinCodes(tx, { programmeId, ...match });
    return queue;
  });
}

/** Matching is over: the hashes go, and with the key nothing could be made of them any more anyway. */
export async function closeSelfMadeMatching(
  { db, pairingKeys }: { db: Db; pairingKeys: PairingKeys },
  programmeId: string,
): Promise<void> {
  await pairingKeys.destroy(programmeId);
  await deleteSelfMadeHashes(db, programmeId);
}
