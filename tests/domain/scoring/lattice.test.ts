import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingKnowledgeAnswer } from "../../../server/domain/scoring/knowledge.ts";
import {
  answerStepPoints,
  halfRule,
  type ItemAnswer,
  lattice,
  percentOfMaximum,
  type ScaleRule,
  scoreScale,
} from "../../../server/domain/scoring/lattice.ts";

function aRating(items: number, given: Partial<Extract<ScaleRule, { kind: "rating" }>> = {}) {
  const reversed = Array.from({ length: items }, () => false);
  const minimumAnswered = halfRule(items);
  return { kind: "rating", items, min: 1, max: 5, minimumAnswered, reversed, ...given } as const;
}

describe("the half rule", () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 3],
    [10, 5],
    [11, 6],
  ])("of %d items asks for %d", (items, needed) => expect(halfRule(items)).toBe(needed));
});

describe("the lattice", () => {
  it.each([
    [1, 1, 4],
    [2, 2, 8],
    [4, 12, 48],
    [5, 60, 240],
    [6, 60, 240],
    [10, 2520, 10_080],
    [12, 27_720, 110_880],
  ])("of %d items has steps of %d units and %d in all", (items, step, top) => {
    expect(lattice(aRating(items))).toEqual({ step, top });
  });

  it("is coarse where every item must be answered", () => {
    expect(lattice(aRating(7, { minimumAnswered: 7 }))).toEqual({ step: 7, top: 28 });
  });

  it("of a knowledge scale counts points", () => {
    expect(lattice({ kind: "knowledge", points: [1, 1, 3] })).toEqual({ step: 1, top: 5 });
  });

  it("says what one answer step moves", () => {
    expect(answerStepPoints(aRating(5))).toBe(5);
    expect(answerStepPoints(aRating(1))).toBe(25);
    expect(answerStepPoints({ kind: "knowledge", points: [1, 1, 1, 1] })).toBe(25);
  });
});

describe("a rating scale's score", () => {
  it("is the mean of the answered items", () => {
    const { top } = lattice(aRating(5));
    const complete = scoreScale(aRating(5), [4, 4, 4, 4, 3]);
    expect(complete).toEqual({ units: 168, answered: 5 });
    expect(percentOfMaximum(complete!.units, top)).toBe(70);
    expect(scoreScale(aRating(5), [4, null, 4, undefined, 3])).toEqual({ units: 160, answered: 3 });
  });

  it("does not exist with too few answers", () => {
    expect(scoreScale(aRating(5), [4, null, 4, null, null])).toBeUndefined();
    expect(scoreScale(aRating(2), [5, null])).toBeUndefined();
    expect(scoreScale(aRating(5, { minimumAnswered: 2 }), [4, null, 4, null, null])).toBeDefined();
  });

  it("counts reversed items from the other end", () => {
    const rule = aRating(3, { reversed: [false, true, false], minimumAnswered: 3 });
    expect(scoreScale(rule, [5, 1, 5])).toEqual({ units: lattice(rule).top, answered: 3 });
    expect(scoreScale(rule, [1, 5, 1])).toEqual({ units: 0, answered: 3 });
  });

  it("is a whole number of units that gives back the mean, whatever is answered", () => {
    const answers = fc.integer({ min: 1, max: 12 }).chain((items) =>
      fc.tuple(
        fc.array(fc.option(fc.integer({ min: -2, max: 4 }), { nil: null }), {
          minLength: items,
          maxLength: items,
        }),
        fc.array(fc.boolean(), { minLength: items, maxLength: items }),
      ),
    );
    fc.assert(
      fc.property(answers, ([given, reversed]) => {
        const rule = aRating(given.length, { min: -2, max: 4, reversed });
        const score = scoreScale(rule, given);
        const keyed = given.flatMap((a, i) => (a === null ? [] : [reversed[i] ? 2 - a : a]));
        expect(score !== undefined).toBe(keyed.length >= halfRule(given.length));
        if (!score) return;
        const mean = keyed.reduce((a, b) => a + b, 0) / keyed.length;
        expect(Number.isSafeInteger(score.units)).toBe(true);
        expect(percentOfMaximum(score.units, lattice(rule).top)).toBeCloseTo(
          (100 * (mean + 2)) / 6,
          10,
        );
      }),
    );
  });

  it("mirrors when every item is reversed", () => {
    const item = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    fc.assert(
      fc.property(fc.array(item, { minLength: 6, maxLength: 6 }), (given) => {
        const straight = scoreScale(aRating(6), given);
        const mirrored = scoreScale(aRating(6, { reversed: Array(6).fill(true) }), given);
        expect(mirrored?.units).toBe(straight && 240 - straight.units);
      }),
    );
  });
});

describe("a knowledge scale's score", () => {
  const rule: ScaleRule = { kind: "knowledge", points: [1, 1, 2, 1] };
  const score = (...given: ItemAnswer[]) => scoreScale(rule, given);

  it("adds points, and an item left empty earns none", () => {
    expect(score(1, 0, 2, 1)).toEqual({ units: 4, answered: 4 });
    expect(score(1, null, 2, null)).toEqual({ units: 3, answered: 2 });
    expect(score(null, null, null, null)).toEqual({ units: 0, answered: 0 });
  });

  it("does not exist where an item was never shown", () => {
    expect(score(1, undefined, 2, 1)).toBeUndefined();
  });

  it("takes 'I don't know' for an answer without points, and silence for none", () => {
    expect(missingKnowledgeAnswer("dont-know")).toBe(0);
    expect(missingKnowledgeAnswer("skipped")).toBeNull();
    expect(missingKnowledgeAnswer("cannot-answer")).toBeNull();
    expect(missingKnowledgeAnswer("not-reached")).toBeUndefined();
    expect(missingKnowledgeAnswer("not-asked")).toBeUndefined();
  });
});
