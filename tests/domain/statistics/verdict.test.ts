import { describe, expect, it } from "vitest";
import { tierOf, verdictOf } from "../../../server/domain/statistics/verdict.ts";

describe("tiers", () => {
  it.each([
    [0, "none"],
    [1, "hidden"],
    [4, "hidden"],
    [5, "small"],
    [9, "small"],
    [10, "medium"],
    [19, "medium"],
    [20, "large"],
  ])("%d pairs are %s", (pairs, tier) => expect(tierOf(pairs)).toBe(tier));

  it("hide more where the threshold is higher", () => {
    expect(tierOf(9, 10)).toBe("hidden");
    expect(tierOf(10, 10)).toBe("medium");
    expect(tierOf(0, 10)).toBe("none");
  });
});

describe("verdicts", () => {
  it.each([
    [1, 9, undefined, "clear-rise"],
    [1, 9, 5, "clear-rise"],
    [6, 9, 5, "clear-worthwhile-rise"],
    [5, 9, 5, "clear-rise"],
    [-9, -1, undefined, "clear-fall"],
    [-9, -6, 5, "clear-worthwhile-fall"],
    [-9, -5, 5, "clear-fall"],
    [-2, 3, 5, "practically-unchanged"],
    [-2, 3, undefined, "too-uncertain"],
    [-2, 8, 5, "too-uncertain"],
    [-5, 3, 5, "too-uncertain"],
    [0, 8, undefined, "too-uncertain"],
    [-8, 0, undefined, "too-uncertain"],
    [1, 3, 5, "clear-rise"],
  ])("%d to %d points, worthwhile %s: %s", (low, high, worthwhile, verdict) => {
    expect(verdictOf({ low, high }, worthwhile)).toBe(verdict);
  });

  it("without an interval nothing can be told", () => {
    expect(verdictOf(null, 5)).toBe("too-uncertain");
  });
});
