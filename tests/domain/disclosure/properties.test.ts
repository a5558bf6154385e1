import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReleasedFigures, ReleasedGain } from "../../../server/domain/disclosure/figures.ts";
import { release } from "../../../server/domain/disclosure/release.ts";
import { settleCells } from "../../../server/domain/disclosure/settle.ts";
import { aProgramme, type Scores } from "./programme.ts";

const score = fc.option(fc.integer({ min: 0, max: 16 }), { freq: 8 });
const place: fc.Arbitrary<Scores> = fc.array(fc.tuple(score, score), { maxLength: 16 });
const places = fc.array(place, { minLength: 1, maxLength: 5 });
const audience = fc.constantFrom("evaluator" as const, "public" as const);

const gainsOf = (figures: ReleasedFigures): ReleasedGain[] =>
  figures.scales.flatMap(({ all, localities }) => [all, ...localities.map(({ gain }) => gain)]);

/** Every number in a value, but for the given keys. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const everyday = { isEverydayOnly: true };

describe("whatever people answered, a release", () => {
  it("never shows fewer people than its threshold, and no number of a withheld row", () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 5, max: 10 }), audience, (scores, threshold, to) => {
        const figures = release(aProgramme(scores, { threshold, ...everyday }), to);
        for (const gain of gainsOf(figures)) {
          if (gain.shown) expect(gain.pairs).toBeGreaterThanOrEqual(figures.threshold);
          else expect(numbersIn(gain)).toEqual([]);
        }
      }),
    );
  });

  it("is the same every time, in whatever order cells and scales come", () => {
    fc.assert(
      fc.property(places, audience, (scores, to) => {
        const input = aProgramme(scores);
        const turned = {
          ...input,
          scales: input.scales.map((scale) => ({
            ...scale,
            localities: [...scale.localities]
              .reverse()
              .map((table) => ({ ...table, cells: [...table.cells].reverse() })),
          })),
        };
        expect(release(turned, to)).toEqual(release(input, to));
      }),
      { numRuns: 40 },
    );
  });

  it("never leaves a hidden row to subtraction from the total", () => {
    fc.assert(
      fc.property(places, (scores) => {
        const { all, localities } = release(aProgramme(scores, everyday), "evaluator").scales[0]!;
        if (!all.shown) return;
        const shown = localities.reduce((sum, { gain }) => sum + (gain.shown ? gain.pairs : 0), 0);
        const rest = all.pairs - shown;
        expect(rest === 0 || rest >= 5).toBe(true);
      }),
    );
  });

  it("shows less, and nothing else, when the threshold is raised", () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 5, max: 9 }), (scores, threshold) => {
        const few = gainsOf(release(aProgramme(scores, { threshold, ...everyday }), "evaluator"));
        const more = gainsOf(
          release(aProgramme(scores, { threshold: threshold + 1, ...everyday }), "evaluator"),
        );
        more.forEach((gain, i) => {
          if (gain.shown) expect(few[i]!.shown).toBe(true);
        });
      }),
    );
  });

  it("tells the public nothing that it does not tell evaluators", () => {
    fc.assert(
      fc.property(places, (scores) => {
        const input = aProgramme(scores, everyday);
        const evaluator = gainsOf(release(input, "evaluator"));
        gainsOf(release(input, "public")).forEach((gain, i) => {
          const same = evaluator[i]!;
          expect(gain.shown && !same.shown).toBe(false);
          if (!gain.shown || !same.shown) return;
          const known = new Set(numbersIn(same));
          for (const number of numbersIn(gain)) expect(known.has(number)).toBe(true);
        });
      }),
    );
  });

  it("differs from the one before by nobody or by as many as the threshold", () => {
    fc.assert(
      fc.property(places, fc.array(fc.tuple(score, score), { maxLength: 9 }), (scores, joined) => {
        const first = aProgramme(scores, everyday);
        const figures = release(first, "evaluator");
        const second = aProgramme([[...scores[0]!, ...joined], ...scores.slice(1)], everyday);
        const scales = settleCells(second.scales, [{ cells: first.scales, figures }], 5);
        const next = release({ ...second, scales, earlier: [figures] }, "evaluator");
        gainsOf(next).forEach((gain, i) => {
          const before = gainsOf(figures)[i]!;
          if (!gain.shown || !before.shown) return;
          const difference = Math.abs(gain.pairs - before.pairs);
          expect(difference === 0 || difference >= 5).toBe(true);
        });
      }),
    );
  });
});
