import { describe, expect, it } from "vitest";
import {
  endedBy,
  progressStep,
  stepWithin,
} from "../../../server/domain/disclosure/progress-step.ts";

describe("a step of those enrolled", () => {
  it.each([
    [0, 38, 0, 0],
    [3, 2, 1, 2],
    [3, 13, 1, 4],
    [30, 38, 30, 34],
    [31, 32, 30, 32],
    [12, 10, 10, 10],
    [15, 12, 15, 19],
    [4, 0, 1, 4],
  ])("%i of %i are told as %i to %i", (count, enrolled, low, high) => {
    expect(stepWithin(count, enrolled)).toEqual({ low, high });
  });

  it("tells nothing that the step and the number enrolled do not: equal steps end alike", () => {
    for (let enrolled = 0; enrolled <= 40; enrolled++) {
      for (let count = 0; count <= 45; count++) {
        const { low } = progressStep(count);
        expect(stepWithin(count, enrolled)).toEqual(stepWithin(low, enrolled));
      }
    }
  });

  it("ends sums of steps as well", () => {
    expect(endedBy({ low: 30, high: 42 }, 38)).toEqual({ low: 30, high: 38 });
    expect(endedBy({ low: 40, high: 52 }, 38)).toEqual({ low: 40, high: 52 });
  });
});
