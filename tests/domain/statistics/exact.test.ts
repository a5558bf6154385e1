import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  divide,
  multiply,
  nearestRatio,
  subtract,
  toNumber,
} from "../../../server/domain/statistics/exact.ts";

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n });

describe("the nearest double of a ratio", () => {
  it("is never more than half a step away", () => {
    fc.assert(
      fc.property(whole, positive, (over, under) => {
        const value = nearestRatio(over, under);
        const size = Math.abs(value);
        fc.pre(size > 0);
        const step = 2 ** (Math.floor(Math.log2(size)) - 52);
        // |over/under - value| ≤ step/2, in whole numbers: doubles are whole multiples of a power of 2.
        const scale = 2n ** 200n;
        const exact = (over * scale) / under;
        const given = BigInt(value / step) * BigInt(step * 2 ** 200);
        const distance = exact > given ? exact - given : given - exact;
        expect(distance <= BigInt(step * 2 ** 200) / 2n + 1n).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("is exact where the ratio is a double, and keeps its sign", () => {
    expect(nearestRatio(10n ** 40n, 10n ** 39n)).toBe(10);
    expect(nearestRatio(-(3n * 10n ** 30n), 4n * 10n ** 30n)).toBe(-0.75);
    expect(nearestRatio(0n, 10n ** 30n)).toBe(0);
    expect(nearestRatio(1n, 3n)).toBe(1 / 3);
  });

  it("rounds a tie to even, and what is just beside a tie to its own side", () => {
    const half = 2n ** 53n + 1n;
    expect(nearestRatio(half, 1n)).toBe(2 ** 53);
    expect(nearestRatio(half * 10n ** 40n + 1n, 10n ** 40n)).toBe(2 ** 53 + 2);
    expect(nearestRatio(half * 10n ** 40n - 1n, 10n ** 40n)).toBe(2 ** 53);
  });
});

describe("fractions", () => {
  const third = { over: 1n, under: 3n };
  const quarter = { over: 1n, under: 4n };

  it("add, subtract, multiply and divide", () => {
    expect(toNumber(add(third, quarter))).toBe(7 / 12);
    expect(toNumber(subtract(quarter, third))).toBe(-1 / 12);
    expect(toNumber(multiply(third, quarter))).toBe(1 / 12);
    expect(toNumber(divide(third, quarter))).toBe(4 / 3);
    expect(toNumber(divide(third, { over: -1n, under: 4n }))).toBe(-4 / 3);
  });
});
