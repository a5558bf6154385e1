import fc from "fast-check";
import type { RawPerson, RawScale } from "./naive.ts";

export interface RandomProgramme {
  scale: RawScale;
  towns: string[];
  people: RawPerson[];
}

/**
 * Programmes with towns of 0 to 16 people, missing answers, newcomers, drop-outs and people who
 * answered neither time. Sizes shrink one by one; the answers follow from the seed.
 */
export const aRandomProgramme: fc.Arbitrary<RandomProgramme> = fc
  .record({
    sizes: fc.array(fc.nat({ max: 16 }), { minLength: 1, maxLength: 6 }),
    items: fc.integer({ min: 1, max: 7 }),
    min: fc.constantFrom(0, 1),
    span: fc.integer({ min: 1, max: 6 }),
    missing: fc.constantFrom(0, 0.1, 0.4),
    lift: fc.constantFrom(0, 0.5, 2, 9),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  })
  .map(({ sizes, items, min, span, missing, lift, seed }) => {
    const random = randomFrom(seed);
    const reversed = Array.from({ length: items }, () => random() < 0.3);
    const scale = { items, min, max: min + span, reversed };
    const wave = (level: number) =>
      random() < 0.15
        ? null
        : reversed.map((isReversed) => {
            if (random() < missing) return null;
            const step = Math.max(0, Math.min(span, Math.round(level + 2 * random() - 1)));
            return isReversed ? min + span - step : min + step;
          });
    const towns = sizes.map((_, i) => `town ${i + 1}`);
    const people = sizes.flatMap((size, i) =>
      Array.from({ length: size }, () => {
        const level = span * random();
        return { town: towns[i]!, before: wave(level), after: wave(level + lift * random()) };
      }),
    );
    return { scale, towns, people };
  });

/** Park & Miller's minimal generator: the same numbers for the same seed, everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
