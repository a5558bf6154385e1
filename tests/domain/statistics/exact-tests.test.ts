import { describe, expect, it } from "vitest";
import { exactBootstrap } from "../../../server/domain/statistics/bootstrap.ts";
import { histogramOf } from "../../../server/domain/statistics/histogram.ts";
import { hodgesLehmann } from "../../../server/domain/statistics/location.ts";
import { signFlipTest } from "../../../server/domain/statistics/sign-flip.ts";
import { signedRankTest } from "../../../server/domain/statistics/signed-rank.ts";

const gainsOf = (...values: number[]) => histogramOf(values.map((value) => [value, 1]));

describe("exact tests and their limits", () => {
  it("are normal above 200 changes", () => {
    const many = histogramOf([
      [1, 150],
      [-1, 51],
      [2, 10],
    ]);
    const test = signedRankTest(many)!;
    expect(test.exact).toBeNull();
    expect(test.p).toBe(test.normal.pCorrected);
    expect(signedRankTest(gainsOf(0, 0))).toBeNull();
  });

  it("are near the normal law just below 200", () => {
    const gains = histogramOf(
      Array.from({ length: 190 }, (_, i) => [i % 7 === 0 ? -i - 1 : i + 1, 1]),
    );
    const balanced = histogramOf(
      Array.from({ length: 190 }, (_, i) => [(i % 9 < 4 ? -1 : 1) * (i + 1), 1]),
    );
    expect(signedRankTest(gains)!.exact!.p).toBeLessThan(1e-8);
    const test = signedRankTest(balanced)!;
    expect(test.exact!.p / test.normal.pCorrected).toBeCloseTo(1, 2);
  });

  it("give up on flipping signs where it would take too long, and say so with null", () => {
    const many = histogramOf(Array.from({ length: 600 }, (_, i) => [i + 1, 1]));
    expect(signFlipTest(many)).toBeNull();
    expect(signFlipTest(gainsOf(0))).toBeNull();
    expect(signFlipTest(gainsOf(60, 60, 120))?.p).toBe(0.25);
  });

  it("bootstrap neither one person, nor people who all gained alike, nor thousands", () => {
    expect(exactBootstrap(gainsOf(4), 100)).toBeNull();
    expect(exactBootstrap(gainsOf(4, 4, 4), 100)).toBeNull();
    const thousand = histogramOf([
      [0, 500],
      [1, 500],
    ]);
    expect(exactBootstrap(thousand, 100)).toBeNull();
  });

  it("bootstrap as counting all resamples does", () => {
    const gains = [0, 0, 3, 7];
    const sums = gains.flatMap((a) =>
      gains.flatMap((b) => gains.flatMap((c) => gains.map((d) => a + b + c + d))),
    );
    const share = (isIn: (sum: number) => boolean) => sums.filter(isIn).length / 256;
    const bootstrap = exactBootstrap(gainsOf(...gains), 100)!;
    expect(bootstrap.massBelow).toBeCloseTo(
      share((sum) => sum < 10),
      14,
    );
    expect(bootstrap.massAt).toBeCloseTo(
      share((sum) => sum === 10),
      14,
    );
    const sorted = sums.sort((a, b) => a - b);
    const reaching = (level: number) => sorted[Math.ceil(level * 256) - 1]! / 4;
    expect(bootstrap.percentile).toEqual({ low: reaching(0.025), high: reaching(0.975) });
  });

  it("say null or turn normal instead of taking minutes", () => {
    const manyUnchanged = histogramOf([
      [0, 5_000_000],
      [1, 120],
      [-1, 60],
    ]);
    expect(signedRankTest(manyUnchanged)).toMatchObject({ exact: null, changed: 180 });
    const fineLattice = histogramOf(
      Array.from({ length: 400 }, (_, i) => [(i * i * 7919) % 110_880, 1]),
    );
    expect(exactBootstrap(fineLattice, 110_880)).toBeNull();
    const manyDistinct = histogramOf(Array.from({ length: 1600 }, (_, i) => [i, 1]));
    expect(hodgesLehmann(manyDistinct)).toBeNull();
  });
});
