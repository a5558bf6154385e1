import { describe, expect, it } from "vitest";
import {
  decimalsFor,
  roundP,
  roundTo,
  tierOf,
} from "../../../server/domain/disclosure/precision.ts";

describe("rounding", () => {
  it.each([
    [-12.25, 1, -12.3],
    [12.25, 1, 12.3],
    [-0.04, 1, 0],
    [0.5, 0, 1],
    [-0.5, 0, -1],
  ])("takes %d to %d decimals as %d", (value, decimals, expected) => {
    expect(Object.is(roundTo(value, decimals), expected)).toBe(true);
  });

  it("never gives a p of 0", () => {
    expect(roundP(1e-30, 4)).toBe(0.0001);
    expect(roundP(0.03214, 4)).toBe(0.0321);
  });
});

describe("the size of a group", () => {
  it.each([
    [5, "small", 0],
    [9, "small", 0],
    [10, "medium", 1],
    [19, "medium", 1],
    [20, "large", 1],
  ] as const)("of %d people is %s, with %d decimals", (people, tier, decimals) => {
    expect(tierOf(people)).toBe(tier);
    expect(decimalsFor(people)).toBe(decimals);
  });
});
