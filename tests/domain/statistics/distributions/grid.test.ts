import { describe, expect, it } from "vitest";
import { betaQuantile } from "../../../../server/domain/statistics/distributions/beta.ts";
import {
  chiSquareUpper,
  chiSquareUpperQuantile,
} from "../../../../server/domain/statistics/distributions/chi-square.ts";
import {
  fUpper,
  fUpperQuantile,
} from "../../../../server/domain/statistics/distributions/fisher-f.ts";
import {
  normalLower,
  normalQuantile,
} from "../../../../server/domain/statistics/distributions/normal.ts";
import {
  tUpper,
  tUpperQuantile,
} from "../../../../server/domain/statistics/distributions/student-t.ts";
import { reference, rightDigits } from "../reference.ts";

type Arguments = [number, number, number];
type Row = [name: string, given: Arguments, truth: string];

const functions: Record<string, (...given: Arguments) => number> = {
  pnorm: normalLower,
  qnorm: normalQuantile,
  pt_upper: tUpper,
  qt_upper: tUpperQuantile,
  pf_upper: fUpper,
  qf_upper: fUpperQuantile,
  pchisq_upper: chiSquareUpper,
  qchisq_upper: chiSquareUpperQuantile,
  qbeta: betaQuantile,
};

/** The grid asks for 10 digits above 20,000 degrees of freedom; the kernel keeps 12 there too. */
const DIGITS = 12;

describe("distributions against 50-digit references", () => {
  const { rows, tolerance } = reference("distributions-grid") as {
    rows: Row[];
    tolerance: { min_LRE: number; min_LRE_df_up_to_20000: number };
  };

  it("demands at least what the grid demands, of every one of its points", () => {
    expect(DIGITS).toBeGreaterThanOrEqual(tolerance.min_LRE_df_up_to_20000);
    expect(rows).toHaveLength(1069);
    expect(rows.filter(([name]) => !(name in functions))).toEqual([]);
  });

  it.each(Object.keys(functions))("%s has twelve right digits everywhere", (name) => {
    const wrong = rows
      .filter(([row]) => row === name)
      .map(([, given, truth]) => ({ given, truth, value: functions[name]!(...given) }))
      .filter(({ value, truth }) => !(rightDigits(value, Number(truth)) >= DIGITS));
    expect(wrong).toEqual([]);
  });
});
