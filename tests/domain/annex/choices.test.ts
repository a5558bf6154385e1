import { describe, expect, it } from "vitest";
import {
  annexParts,
  movePart,
  orderParts,
  partsFor,
} from "../../../server/domain/annex/choices.ts";
import { mergeSmall } from "../../../server/domain/annex/merge-small.ts";

describe("parts of an annex", () => {
  it("keep names for the closed file and small counts from the public", () => {
    expect(partsFor("closed")).toEqual([...annexParts]);
    expect(partsFor("funder")).not.toContain("participantList");
    expect(partsFor("public")).not.toContain("participantList");
    expect(partsFor("public")).not.toContain("excluded");
    expect(partsFor("public")).not.toContain("certificates");
  });

  it("move by one place and stay at the ends", () => {
    expect(movePart(["summary", "method", "limits"], "method", "up")).toEqual([
      "method",
      "summary",
      "limits",
    ]);
    expect(movePart(["summary", "method"], "method", "down")).toEqual(["summary", "method"]);
    expect(movePart(["summary", "method"], "summary", "up")).toEqual(["summary", "method"]);
  });

  it("that an order does not name follow as usual, each once", () => {
    const order = orderParts(["limits", "summary", "limits"]);
    expect(order.slice(0, 3)).toEqual(["limits", "summary", "indicators"]);
    expect(order).toHaveLength(annexParts.length);
  });
});

describe("merging small groups of registered people", () => {
  it("takes the next smallest along where the small are too few together", () => {
    const counts = [
      { key: "women", people: 40 },
      { key: "men", people: 21 },
      { key: "other", people: 3 },
    ];
    expect(mergeSmall(counts, 5)).toEqual([
      { key: "women", people: 40 },
      { key: null, people: 24 },
    ]);
    expect(mergeSmall(counts, 1)).toHaveLength(3);
  });

  it("tells nothing where one group would be left", () => {
    expect(
      mergeSmall(
        [
          { key: "women", people: 12 },
          { key: "men", people: 2 },
        ],
        5,
      ),
    ).toBeUndefined();
    expect(mergeSmall([], 5)).toBeUndefined();
  });

  it("never tells a count below the least, nor one that the total gives away", () => {
    for (let seed = 0; seed < 500; seed++) {
      const counts = Array.from({ length: 1 + (seed % 6) }, (_, index) => ({
        key: String(index),
        people: (seed * (index + 3) * 7919) % 17,
      }));
      const told = mergeSmall(counts, 5) ?? [];
      expect(told.every(({ people }) => people >= 5)).toBe(true);
      const sum = (rows: { people: number }[]) => rows.reduce((all, { people }) => all + people, 0);
      if (told.length > 0) expect(sum(told)).toBe(sum(counts));
    }
  });
});
