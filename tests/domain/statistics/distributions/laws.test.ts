import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chiSquareUpper,
  chiSquareUpperQuantile,
} from "../../../../server/domain/statistics/distributions/chi-square.ts";
import { findRoot } from "../../../../server/domain/statistics/distributions/find-root.ts";
import {
  fUpper,
  fUpperQuantile,
} from "../../../../server/domain/statistics/distributions/fisher-f.ts";
import { integrate } from "../../../../server/domain/statistics/distributions/gauss-legendre.ts";
import {
  normalQuantile,
  normalUpper,
} from "../../../../server/domain/statistics/distributions/normal.ts";
import { stirlingError } from "../../../../server/domain/statistics/distributions/stirling.ts";
import {
  tTwoSided,
  tUpper,
  tUpperQuantile,
} from "../../../../server/domain/statistics/distributions/student-t.ts";
import { rightDigits } from "../reference.ts";

const share = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true });
const degrees = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 200, max: 10_000_000 }),
);

describe("a quantile undoes its tail", () => {
  it("for Student's t", () => {
    fc.assert(
      fc.property(share, degrees, (p, df) => {
        expect(rightDigits(tUpper(tUpperQuantile(p, df), df), p)).toBeGreaterThan(11);
      }),
    );
  });

  it("for chi-square", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 100_000 }), (p, df) => {
        expect(rightDigits(chiSquareUpper(chiSquareUpperQuantile(p, df), df), p)).toBeGreaterThan(
          10,
        );
      }),
    );
  });

  it("for F", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 60 }), degrees, (p, df1, df2) => {
        const x = fUpperQuantile(p, df1, df2);
        expect(rightDigits(fUpper(x, df1, df2), p)).toBeGreaterThan(10);
      }),
    );
  });
});

describe("laws agree where one is another", () => {
  it("t squared is F with one degree", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), degrees, (t, df) => {
        expect(rightDigits(fUpper(t * t, 1, df), tTwoSided(t, df))).toBeGreaterThan(10);
      }),
    );
  });

  it("a normal squared is chi-square with one degree", () => {
    for (const z of [0.1, 1, 3, 10, 30]) {
      expect(rightDigits(chiSquareUpper(z * z, 1), 2 * normalUpper(z))).toBeGreaterThan(12);
    }
  });

  it("t with endless degrees is normal", () => {
    expect(tUpper(1.96, Number.POSITIVE_INFINITY)).toBe(normalUpper(1.96));
    expect(normalQuantile(0.5)).toBe(0);
  });
});

describe("numerical tools", () => {
  it("completes Stirling's formula to the factorial", () => {
    let factorial = 1;
    for (let n = 1; n < 60; n++) {
      factorial *= n;
      const stirling = (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2;
      expect(stirling + stirlingError(n)).toBeCloseTo(Math.log(factorial), 12);
    }
    expect(stirlingError(2.3)).toBeCloseTo(1 / (12 * 2.3) - 1 / (360 * 2.3 ** 3), 4);
  });

  it("integrates over panels, and over nothing", () => {
    expect(integrate(Math.sin, 0, Math.PI, 1)).toBeCloseTo(2, 14);
    expect(integrate(Math.exp, 0, 10, 4) / (Math.exp(10) - 1)).toBeCloseTo(1, 13);
    expect(integrate(Math.exp, 3, 3, 0)).toBe(0);
  });

  it("finds a root from either side, and at an end", () => {
    const f = (x: number) => x ** 3 - 2;
    expect(findRoot(f, 0, 100)).toBeCloseTo(Math.cbrt(2), 14);
    expect(findRoot(f, 100, 0)).toBeCloseTo(Math.cbrt(2), 14);
    expect(findRoot((x) => x - 5, 5, 9)).toBe(5);
  });
});
