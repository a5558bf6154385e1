import { tUpperQuantile } from "../../server/domain/statistics/distributions/student-t.ts";
import type { Fact, Rounded } from "./facts.ts";

/** Every whole number from ... to, both included. */
export interface Window {
  from: number;
  to: number;
}

/** A little more than rounding errors of doubles: a border case is never excluded. */
const slack = 1e-7;

export function meet(a: Window, b: Window): Window {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

/** The sums (in steps) of `people` values whose mean in points was rounded to this. */
export function sumWindow(mean: Rounded, people: number, steps: number): Window {
  const inSteps = (points: number) => (points * people * steps) / 100;
  return {
    from: Math.ceil(inSteps(mean.value - mean.within) - slack),
    to: Math.floor(inSteps(mean.value + mean.within) + slack),
  };
}

/** The sums of squares (in steps) that a fact leaves to its group, when its sum (in steps) is known. */
export function squaresWindow(fact: Fact, sum: number, steps: number): Window {
  const people = fact.people.length;
  const base = (sum * sum) / people;
  let window: Window = { from: 0, to: Number.POSITIVE_INFINITY };
  for (const [low, high] of deviationRanges(fact, sum, steps)) {
    const squares = (deviation: number) => (people - 1) * Math.max(0, deviation) ** 2 + base;
    window = meet(window, {
      from: Math.ceil(squares(low) - slack * (1 + base)),
      to: Math.floor(squares(high) + slack * (1 + base)),
    });
  }
  return window;
}

/** From ... to for the standard deviation, in steps: of a published one, and of a published range. */
function deviationRanges(fact: Fact, sum: number, steps: number): [number, number][] {
  const { sd, interval } = fact;
  const people = fact.people.length;
  const ranges: [number, number][] = [];
  if (sd) {
    const inSteps = (points: number) => (points * steps) / 100;
    ranges.push([inSteps(sd.value - sd.within), inSteps(sd.value + sd.within) + slack]);
  }
  if (interval) {
    const mean = (100 * sum) / (people * steps);
    const narrow = Math.max(mean - interval.low, interval.high - mean) - interval.within;
    const wide = Math.min(mean - interval.low, interval.high - mean) + interval.within;
    const perPoint = (Math.sqrt(people) / tUpperQuantile(0.025, people - 1)) * (steps / 100);
    ranges.push([narrow * perPoint, wide * perPoint + slack]);
  }
  return ranges;
}
