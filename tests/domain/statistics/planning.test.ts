import { expect, it } from "vitest";
import { plannedHalfWidth } from "../../../server/domain/statistics/planning.ts";

it.each([
  [5, 1.24],
  [6, 1.05],
  [8, 0.84],
  [10, 0.72],
  [12, 0.64],
  [15, 0.55],
  [20, 0.47],
  [30, 0.37],
  [50, 0.28],
  [77, 0.23],
])("%d pairs tell the mean gain to within %d deviations", (pairs, width) => {
  expect(plannedHalfWidth(pairs)?.toFixed(2)).toBe(width.toFixed(2));
});

it("one person tells nothing of others", () => {
  expect(plannedHalfWidth(1)).toBeNull();
});
