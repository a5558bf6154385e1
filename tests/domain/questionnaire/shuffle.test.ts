import { expect, it } from "vitest";
import {
  shuffled,
  shuffleSeedOf,
  shuffleSeeds,
} from "../../../server/domain/questionnaire/shuffle.ts";

const options = ["a", "b", "c", "d", "e"];
const orderOf = (seed: number, itemKey = "Q") => shuffled(options, { seed, itemKey }).join("");

it("a shuffle keeps every option, is repeatable, and differs by participant and by item", () => {
  const orders = Array.from({ length: shuffleSeeds }, (_, seed) => orderOf(seed));
  for (const order of orders) expect([...order].sort()).toEqual(options);
  expect(orders).toEqual(Array.from({ length: shuffleSeeds }, (_, seed) => orderOf(seed)));
  expect(new Set(orders).size).toBeGreaterThan(12);
  expect(orderOf(1, "Q")).not.toBe(orderOf(1, "R"));
});

it("each option comes first about as often as any other", () => {
  const firsts = new Map<string, number>();
  for (let item = 0; item < 200; item++) {
    for (let seed = 0; seed < shuffleSeeds; seed++) {
      const first = orderOf(seed, `Q${item}`)[0]!;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
  }
  // 640 expected of 3,200; five standard deviations are 113.
  for (const count of firsts.values()) expect(Math.abs(count - 640)).toBeLessThan(113);
});

it("the seed is the participant's own, the same in every wave", () => {
  expect(shuffleSeedOf("a3b2c1d0-0000-4000-8000-000000000000")).toBe(10);
});
