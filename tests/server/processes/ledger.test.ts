import { describe, expect, it } from "vitest";
import { receiptOf } from "../../../server/domain/response/receipt.ts";
import { type Acknowledged, checkLedger, type Stored } from "../../processes/ledger.ts";

const id = "89abcdef-0000-4000-8000-000000000000";
const answers = { INOV1: 4, INOV2: { missing: "skipped" }, BG2: "ngo" } as const;
const scores = [
  { scaleKey: "INOV", units: 36, answered: 4 },
  { scaleKey: "ZIN", units: 5, answered: 8 },
];
const promise: Acknowledged = { pairingCode: "one", answers, scores, receipts: [receiptOf(id)] };
const stored: Stored = { id, pairingCode: "one", status: "submitted", answers, scores };

const faults = (acknowledged: Acknowledged[], rows: Stored[]) =>
  checkLedger(acknowledged, rows).map(({ fault }) => fault);

describe("the ledger of what was acknowledged and what is stored", () => {
  it("agrees when each is there once, whole, in whatever order", () => {
    const reordered = { ...stored, answers: { ...answers }, scores: [...scores].reverse() };
    expect(faults([promise], [reordered])).toEqual([]);
    expect(faults([{ ...promise, receipts: [] }], [stored])).toEqual([]);
  });

  it("passes over a draft that nobody was promised anything for", () => {
    expect(faults([], [{ ...stored, status: "draft" }])).toEqual([]);
  });

  const { BG2: _, ...withoutOne } = answers;
  const cases: [string, string, Stored[]][] = [
    ["nothing is stored", "lost", []],
    ["only somebody else's is stored", "lost", [{ ...stored, pairingCode: "promised too" }]],
    ["only a draft is stored", "lost", [{ ...stored, status: "draft" }]],
    ["it is stored twice", "doubled", [stored, stored]],
    ["an answer is not there", "torn", [{ ...stored, answers: withoutOne }]],
    ["an answer is another one", "torn", [{ ...stored, answers: { ...answers, INOV1: 5 } }]],
    ["an answer is more than was sent", "torn", [{ ...stored, answers: { ...answers, X: 1 } }]],
    ["no score is there", "torn", [{ ...stored, scores: [] }]],
    ["a score is not there", "torn", [{ ...stored, scores: scores.slice(1) }]],
    ["a score is there twice", "torn", [{ ...stored, scores: [...scores, scores[0]!] }]],
    [
      "a score is another one",
      "torn",
      [{ ...stored, scores: [scores[0]!, { ...scores[1]!, units: 6 }] }],
    ],
    ["another id is stored", "other-receipt", [{ ...stored, id: id.replace("89ab", "ba98") }]],
  ];
  it.each(cases)("disagrees when %s: %s", (_, fault, rows) => {
    const others = rows.filter(({ pairingCode }) => pairingCode !== "one");
    const promises = others.map(({ pairingCode }) => ({ ...promise, pairingCode }));
    expect(faults([promise, ...promises], rows)).toEqual([fault]);
  });

  it("disagrees when two receipts were shown for one response", () => {
    const receipts = [receiptOf(id), "BCDF-GHJK"];
    expect(faults([{ ...promise, receipts }], [stored])).toEqual(["other-receipt"]);
  });

  it("disagrees when something is stored that nobody sent, and names every fault with its code", () => {
    const foreign = { ...stored, pairingCode: "two" };
    expect(checkLedger([promise], [foreign])).toEqual([
      { fault: "lost", pairingCode: "one" },
      { fault: "unpromised", pairingCode: "two" },
    ]);
  });
});
