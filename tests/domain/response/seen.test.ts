import { describe, expect, it } from "vitest";
import { areSameAnswers, hasChangedSince, seenOf } from "../../../server/domain/response/seen.ts";

describe("what a page saw", () => {
  const stored = { revision: 3, answers: { A: 1, B: { missing: "skipped" as const } } };
  const seen = seenOf(stored, true);

  it("has not changed while the draft is at the same revision, or at another with the same part", () => {
    expect(hasChangedSince(seen, stored)).toBe(false);
    expect(hasChangedSince(seen, { ...stored, revision: 9 })).toBe(false);
  });

  it("has changed when the part holds something else", () => {
    expect(hasChangedSince(seen, { revision: 4, answers: { ...stored.answers, A: 2 } })).toBe(true);
    expect(hasChangedSince(seen, { revision: 4, answers: {} })).toBe(true);
  });

  it("that held nothing has changed as soon as it holds something", () => {
    expect(hasChangedSince(undefined, { revision: 7, answers: {} })).toBe(false);
    expect(hasChangedSince(undefined, stored)).toBe(true);
  });

  it("tells nothing of the answers to a device that may not read them", () => {
    expect(seenOf(stored, false)).toBe("3");
    expect(hasChangedSince("3", stored)).toBe(false);
    expect(hasChangedSince("2", stored)).toBe(true);
  });

  it.each(["", "x", "3.", ".", "9007199254740993.zz", "0"])(
    "and is forged as %j counts as changed",
    (mark) => {
      expect(hasChangedSince(mark, { revision: 4, answers: { A: 1 } })).toBe(true);
    },
  );
});

it("answers are the same whatever the order in which they were written", () => {
  const other = { chosen: ["other"], other: "x" };
  expect(areSameAnswers({ A: 1, B: other }, { B: { other: "x", chosen: ["other"] }, A: 1 })).toBe(
    true,
  );
  expect(areSameAnswers({ A: ["a", "b"] }, { A: ["b", "a"] })).toBe(false);
  expect(areSameAnswers({ A: 1 }, { A: "1" })).toBe(false);
});
