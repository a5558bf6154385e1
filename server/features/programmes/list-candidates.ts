import { createHash } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { differingPlaces, listCandidates } from "../../domain/pairing/match-codes.ts";
import type { WaveKind } from "../../domain/words.ts";
import { listUnmatched, type Round, rounds } from "./unmatched-codes.ts";

/** An earlier code that a later one may be the same person's. */
export interface Candidate {
  earlier: string;
  /** What the page calls the pair: says nothing of either code. */
  name: string;
  /** The elements (1 ... 6) of which one may differ. */
  differsIn: number[];
}

/** A later code without a partner, and the earlier ones that differ from it in one element. */
export interface OpenMatch {
  wave: WaveKind;
  localityId: string;
  later: string;
  candidates: Candidate[];
}

/** How many codes of a locality still have no partner, on either side of a round. */
export interface UnmatchedCount {
  wave: WaveKind;
  localityId: string;
  earlier: number;
  later: number;
}

/** Everything that a person may decide about, worked out anew each time: nothing of it is stored. */
export async function listOpenMatches(
  db: Db,
  programmeId: string,
): Promise<{ open: OpenMatch[]; counts: UnmatchedCount[] }> {
  const found = [];
  for (const round of rounds) found.push(await openOfRound(db, { programmeId, round }));
  return {
    open: found.flatMap((round) => round.open),
    counts: found.flatMap((round) => round.counts),
  };
}

async function openOfRound(db: Db, key: { programmeId: string; round: Round }) {
  const { earlier, later, isRefused } = await listUnmatched(db, key);
  const wave = key.round.later;
  const byCode = new Map([...earlier, ...later].map((code) => [code.pairingCode, code]));
  const open = listCandidates(earlier, later, isRefused).map((entry): OpenMatch => {
    const code = byCode.get(entry.later)!;
    return {
      wave,
      localityId: code.locality,
      later: entry.later,
      candidates: entry.candidates.map((candidate) => ({
        earlier: candidate,
        name: nameOf(candidate, entry.later),
        differsIn: differingPlaces(byCode.get(candidate)!, code),
      })),
    };
  });
  const localities = [...new Set([...byCode.values()].map((code) => code.locality))];
  const counts = localities.map((localityId) => ({
    wave,
    localityId,
    earlier: earlier.filter((code) => code.locality === localityId).length,
    later: later.filter((code) => code.locality === localityId).length,
  }));
  return { open, counts };
}

function nameOf(earlier: string, later: string): string {
  return createHash("sha256").update(`${earlier} ${later}`).digest("hex").slice(0, 32);
}
