import type { Db } from "../../../db/connect.ts";
import { type AuditEntry, insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertRefusedMatch, joinCodes, lockMatching } from "../../../db/queries/code-matching.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { endMatchingIfOver } from "./end-matching.ts";
import { listOpenMatches } from "./list-candidates.ts";
import { makeReleaseIfNew } from "./make-release.ts";

export interface Decision {
  programmeId: string;
  /** The pair's name on the page. */
  name: string;
  isSamePerson: boolean;
  decidedBy: string;
  now: Date;
}

/**
 * A person says whether two codes are one participant's. Joined ones are counted by the next release; a new one is made
 * at once when so many new pairs have come that it may tell of them. Decided already, by whomever, is not found.
 */
export async function decideMatch(db: Db, decision: Decision): Promise<void> {
  const { programmeId, isSamePerson, decidedBy, now } = decision;
  await inTransaction(db, async (tx) => {
    await lockMatching(tx, programmeId);
    const { wave } = isSamePerson ? await join(tx, decision) : await tellApart(tx, decision);
    const deed: AuditEntry = {
      programmeId,
      at: now,
      actor: decidedBy,
      action: isSamePerson ? "joined-codes" : "told-codes-apart",
      detail: { wave },
    };
    const releasing = { programmeId, madeBy: decidedBy, now, reason: "matched-codes" };
    if (isSamePerson) await makeReleaseIfNew(tx, { ...releasing, deeds: [deed] });
    else await insertAuditEvent(tx, deed);
    await endMatchingIfOver(tx, { programmeId, now });
  });
}

async function join(tx: Db, decision: Decision) {
  const pair = await getPair(tx, decision);
  const { programmeId } = decision;
  const isJoined = await joinCodes(tx, { programmeId, ...pair, how: "self-made-confirmed" });
  if (!isJoined) throw new Problem("not-found");
  return pair;
}

async function tellApart(tx: Db, decision: Decision) {
  const pair = await getPair(tx, decision);
  await insertRefusedMatch(tx, { programmeId: decision.programmeId, ...pair });
  return pair;
}

async function getPair(tx: Db, { programmeId, name }: Decision) {
  const { open } = await listOpenMatches(tx, programmeId);
  for (const { later, wave, candidates } of open) {
    const candidate = candidates.find((each) => each.name === name);
    if (candidate) return { earlier: candidate.earlier, later, wave };
  }
  throw new Problem("not-found");
}
