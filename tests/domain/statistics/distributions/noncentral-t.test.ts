import { describe, expect, it } from "vitest";
import {
  noncentralityInterval,
  noncentralTLower,
  noncentralTUpper,
} from "../../../../server/domain/statistics/distributions/noncentral-t.ts";
import { tUpper } from "../../../../server/domain/statistics/distributions/student-t.ts";
import { reference, rightDigits } from "../reference.ts";

describe("noncentral t", () => {
  const { data, expected } = reference("noncentral-t-ci");

  it.each<[number, number, number]>(data.t.map((t: number, i: number) => [t, data.df[i], i]))(
    "limits of the noncentrality for t = %d, df = %d",
    (t, df, i) => {
      const interval = noncentralityInterval(t, df);
      expect(rightDigits(interval.low, expected.ncp_low[i])).toBeGreaterThan(10);
      expect(rightDigits(interval.high, expected.ncp_high[i])).toBeGreaterThan(10);
    },
  );

  it.each([1, 2, 5, 30, 1000, 1e7])("is Student's t where nothing is shifted (df %d)", (df) => {
    for (const t of [-3, -0.2, 0, 1, 8]) {
      expect(rightDigits(noncentralTUpper(t, df, 0), tUpper(t, df))).toBeGreaterThan(11);
    }
  });

  it("has tails that add up to one, even where t is enormous", () => {
    for (const [t, df, shift] of [
      [1e4, 4, 9e3],
      [-2, 1, 3],
      [5000, 1e7, 5001],
    ] as const) {
      const sum = noncentralTLower(t, df, shift) + noncentralTUpper(t, df, shift);
      expect(sum).toBeCloseTo(1, 11);
    }
  });

  it("takes the mirror image of t to the mirror image of the interval", () => {
    const right = noncentralityInterval(2.5, 11);
    const left = noncentralityInterval(-2.5, 11);
    expect(left.low).toBeCloseTo(-right.high, 11);
    expect(left.high).toBeCloseTo(-right.low, 11);
  });
});
