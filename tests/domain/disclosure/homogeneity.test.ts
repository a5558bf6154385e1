import { describe, expect, it } from "vitest";
import {
  isAtAnEnd,
  likenessOf,
  releaseChange,
} from "../../../server/domain/disclosure/homogeneity.ts";
import { histogramOf } from "../../../server/domain/statistics/histogram.ts";

const values = (...list: number[]) => histogramOf(list.map((value) => [value, 1]));

describe("gains are alike", () => {
  it.each([
    ["when all gained the same", values(9, 9, 9, 9, 9), "alike"],
    ["when all but one did, however far off that one is", values(9, 9, 9, 9, -40), "alike"],
    ["when two of the others are one answer step off", values(6, 9, 9, 12, -40), "alike"],
    ["but not when two are two steps off", values(3, 9, 9, 15, 9), "different"],
    ["but not when two differ and another stands out", values(0, 9, 18, 9, 40), "different"],
    ["and near zero up to two answer steps", values(6, 6, 6, 6, -40), "alike-near-zero"],
    ["and near zero when all fell by one", values(-3, -3, -3, -3, -3), "alike-near-zero"],
  ] as const)("%s", (_, gains, expected) => {
    expect(likenessOf(gains, 3)).toBe(expected);
  });
});

describe("people are at an end of the scale", () => {
  const scale = { lowest: 0, highest: 48 };
  it.each([
    ["when all are at the top", values(48, 48, 48, 48, 48), true],
    ["when all but one are, however far off that one is", values(48, 48, 48, 48, 0), true],
    ["when another is one answer step below", values(48, 48, 48, 45, 0), true],
    ["but not when two others are", values(48, 48, 45, 45, 0), false],
    ["when all but one are at the bottom", values(0, 0, 0, 0, 30), true],
  ])("%s", (_, scores, expected) => {
    expect(isAtAnEnd(scores, scale, 3)).toBe(expected);
  });
});

describe("counts of higher, same and lower", () => {
  it.each([
    [
      { higher: 9, same: 1, lower: 0 },
      { kind: "nearly-all", direction: "higher" },
    ],
    [
      { higher: 8, same: 1, lower: 1 },
      { kind: "counts", higher: 8, same: 1, lower: 1 },
    ],
    [
      { higher: 0, same: 1, lower: 6 },
      { kind: "nearly-all", direction: "lower" },
    ],
    [
      { higher: 1, same: 8, lower: 0 },
      { kind: "nearly-all", direction: "same" },
    ],
    [
      { higher: 20, same: 0, lower: 0 },
      { kind: "counts", higher: 20, same: 0, lower: 0 },
    ],
  ] as const)("%j are told as %j", (counts, told) => {
    expect(releaseChange(counts)).toEqual(told);
  });
});
