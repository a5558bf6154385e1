import { expect, it } from "vitest";
import { plannedHalfWidth, planPrecision } from "../../../server/domain/statistics/planning.ts";

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

it("tells a group's precision from the share who answer twice, and whether it is enough", () => {
  const rows = planPrecision({ deviation: 15, share: 0.85, worthwhile: 7.5 });
  const of = (people: number) => rows.find((row) => row.people === people);
  expect(of(12)).toMatchObject({ pairs: 10, isEnough: false });
  expect(of(12)?.halfWidthPoints).toBeCloseTo(10.73, 2);
  expect(of(20)).toMatchObject({ pairs: 17, isEnough: false });
  expect(of(25)).toMatchObject({ pairs: 21, isEnough: true });
});

it("shows nothing of fewer than five pairs, and judges nothing without a worthwhile change", () => {
  const rows = planPrecision({ deviation: 15, share: 0.85, worthwhile: null });
  const nothing = { halfWidthPoints: null, isEnough: null, power: null };
  expect(rows[0]).toEqual({ people: 5, pairs: 4, ...nothing });
});
