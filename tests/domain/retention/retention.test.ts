import { describe, expect, it } from "vitest";
import {
  destructionState,
  dueDestructions,
  type RetentionState,
} from "../../../server/domain/retention/retention.ts";
import { dueDayOf } from "../../../server/domain/retention/subject-request.ts";

const state: RetentionState = {
  keyDestroyOn: "2027-06-30",
  answersDeleteOn: "2028-06-30",
  peopleDeleteOn: null,
  done: [],
  isAnsweringOver: true,
};

describe("what is destroyed at its date", () => {
  it.each([
    ["2027-06-29", "waiting"],
    ["2027-06-30", "due"],
    ["2029-01-01", "due"],
  ] as const)("on %s the key is %s", (today, expected) => {
    expect(destructionState(state, "key", today)).toBe(expected);
  });

  it("waits while anybody may still answer", () => {
    const open = { ...state, isAnsweringOver: false };
    expect(destructionState(open, "key", "2027-07-01")).toBe("held-up");
    expect(dueDestructions(open, "2029-01-01")).toEqual([]);
  });

  it("is nothing without a date, and nothing twice", () => {
    expect(destructionState(state, "people", "2099-01-01")).toBe("no-date");
    expect(destructionState({ ...state, done: ["key"] }, "key", "2099-01-01")).toBe("done");
  });

  it("comes key first when several dates have passed", () => {
    expect(dueDestructions(state, "2028-06-30")).toEqual(["key", "answers"]);
    expect(dueDestructions({ ...state, done: ["key"] }, "2028-06-30")).toEqual(["answers"]);
  });
});

it.each([
  ["2026-11-23", "2026-12-23"],
  ["2026-12-15", "2027-01-15"],
  ["2027-01-31", "2027-02-28"],
  ["2028-01-31", "2028-02-29"],
  ["2027-03-31", "2027-04-30"],
])("a request of %s is due on %s", (received, due) => {
  expect(dueDayOf(received)).toBe(due);
});
