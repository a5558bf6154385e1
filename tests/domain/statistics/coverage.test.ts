import { describe, expect, it } from "vitest";
import { shapeOf, simulateCoverage } from "../../simulation/coverage.ts";
import { fewGainMuch, midScale, nearCeiling } from "../../simulation/scenarios.ts";

const runs = 2000;
const seed = 4711;

/** Four standard errors of a share in percent. */
function doubt(percent: number): number {
  return 400 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / runs);
}

describe("coverage of the mean gain's intervals (short; tests/simulation/coverage.ts has the whole table)", () => {
  it.each([midScale, nearCeiling])(
    "$name: t holds what it promises, even with five people",
    (scenario) => {
      for (const n of [5, 12]) {
        const { t } = simulateCoverage(scenario, { n, runs, seed });
        expect(Math.abs(t - 95)).toBeLessThan(doubt(95));
      }
    },
  );

  it("with five people the bootstrap intervals hold 83 %, not 95", () => {
    const { bca, percentile } = simulateCoverage(midScale, { n: 5, runs, seed });
    expect(Math.abs(bca - 83.5)).toBeLessThan(doubt(83.5));
    expect(Math.abs(percentile - 83.1)).toBeLessThan(doubt(83.1));
  });

  it("where few gain a lot nothing helps five people, and BCa helps twenty", () => {
    const five = simulateCoverage(fewGainMuch, { n: 5, runs, seed });
    for (const share of [five.t, five.bca, five.percentile]) expect(share).toBeLessThan(75);
    const twenty = simulateCoverage(fewGainMuch, { n: 20, runs, seed });
    expect(twenty.bca).toBeGreaterThan(twenty.t + 2);
    expect(Math.abs(twenty.bca - 95.5)).toBeLessThan(doubt(95.5));
  });

  it("has scenarios with the shapes that their names promise", () => {
    const shapes = [midScale, nearCeiling, fewGainMuch].map((scenario) => ({
      scenario,
      ...shapeOf(scenario, 60_000, seed),
    }));
    const skews = shapes.map(({ skewness }) => skewness!);
    expect(skews[0]).toBeCloseTo(0, 1);
    expect(skews[1]).toBeCloseTo(0.4, 1);
    expect(skews[2]! / 1.6).toBeCloseTo(1, 0);
    for (const { scenario, mean, sd } of shapes) {
      expect(Math.abs(mean! - scenario.trueGain)).toBeLessThan((4 * sd!) / Math.sqrt(60_000));
    }
  });
});
