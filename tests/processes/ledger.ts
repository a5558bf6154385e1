import { isDeepStrictEqual } from "node:util";
import type { Answers } from "../../server/domain/response/answers.ts";
import { receiptOf } from "../../server/domain/response/receipt.ts";
import type { ResponseScore } from "../../server/domain/scoring/score-response.ts";

/** What a participant was promised: these answers and their scores, by every receipt that was shown. */
export interface Acknowledged {
  pairingCode: string;
  answers: Answers;
  scores: readonly ResponseScore[];
  receipts: readonly string[];
}

/** A response as the database holds it. */
export interface Stored {
  id: string;
  pairingCode: string;
  status: "draft" | "submitted";
  answers: Answers;
  scores: readonly ResponseScore[];
}

export interface Finding {
  /** Torn: a part of the answers or scores, or somebody else's. Unpromised: stored for somebody who never sent it. */
  fault: "lost" | "doubled" | "torn" | "unpromised" | "other-receipt";
  pairingCode: string;
}

/** Compares what was acknowledged with what is stored: each once, whole, under the receipts that were shown. */
export function checkLedger(
  acknowledged: readonly Acknowledged[],
  stored: readonly Stored[],
): Finding[] {
  const submitted = submittedByPairingCode(stored);
  const promised = new Set(acknowledged.map(({ pairingCode }) => pairingCode));
  const unpromised = [...submitted.keys()].filter((pairingCode) => !promised.has(pairingCode));
  return [
    ...acknowledged.flatMap((one) => checkOne(one, submitted.get(one.pairingCode) ?? [])),
    ...unpromised.map((pairingCode) => ({ fault: "unpromised", pairingCode }) as const),
  ];
}

function submittedByPairingCode(stored: readonly Stored[]): Map<string, Stored[]> {
  const groups = new Map<string, Stored[]>();
  for (const response of stored.filter(({ status }) => status === "submitted")) {
    groups.set(response.pairingCode, [...(groups.get(response.pairingCode) ?? []), response]);
  }
  return groups;
}

function checkOne(promise: Acknowledged, stored: readonly Stored[]): Finding[] {
  const { pairingCode } = promise;
  const [first] = stored;
  if (!first) return [{ fault: "lost", pairingCode }];
  const faults: Finding["fault"][] = [];
  if (stored.length > 1) faults.push("doubled");
  if (!isWhole(promise, first)) faults.push("torn");
  const receipts = new Set([receiptOf(first.id), ...promise.receipts]);
  if (receipts.size > 1) faults.push("other-receipt");
  return faults.map((fault) => ({ fault, pairingCode }));
}

function isWhole(promise: Acknowledged, stored: Stored): boolean {
  return (
    isDeepStrictEqual(stored.answers, promise.answers) &&
    isDeepStrictEqual(inOrder(stored.scores), inOrder(promise.scores))
  );
}

function inOrder(scores: readonly ResponseScore[]): ResponseScore[] {
  return scores
    .map(({ scaleKey, units, answered }) => ({ scaleKey, units, answered }))
    .sort((one, other) => (one.scaleKey < other.scaleKey ? -1 : 1));
}
