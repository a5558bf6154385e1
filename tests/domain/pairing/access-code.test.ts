import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkLetter,
  drawAccessCode,
  formatCode,
  readAccessCode,
} from "../../../server/domain/pairing/access-code.ts";
import { codeLetters } from "../../../server/domain/pairing/alphabet.ts";

const letters = fc
  .array(fc.constantFrom(...codeLetters), { minLength: 7, maxLength: 7 })
  .map((drawn) => drawn.join(""));
const isCode = (typed: string) => readAccessCode(typed).ok;

describe("an access code", () => {
  it("is seven letters and the one check letter that fits", () => {
    expect(checkLetter("BKMRTVZ")).toBe("F");
    expect(readAccessCode("BKMR-TVZF")).toEqual({ ok: true, code: "BKMRTVZF" });
    fc.assert(
      fc.property(letters, (seven) => {
        const fitting = [...codeLetters].filter((last) => isCode(seven + last));
        expect(fitting).toEqual([checkLetter(seven)]);
      }),
    );
  });

  it("with any one letter wrong is found to be mistyped", () => {
    fc.assert(
      fc.property(letters, (seven) => {
        const code = seven + checkLetter(seven);
        for (let place = 0; place < 8; place++) {
          for (const letter of codeLetters) {
            if (letter === code[place]) continue;
            expect(isCode(code.slice(0, place) + letter + code.slice(place + 1))).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("with two neighbours swapped is found to be mistyped in 99.1 % of cases", () => {
    let swapped = 0;
    let caught = 0;
    for (const start of ["BKMRTV", "ZZZZZZ", "CDFGHJ", "NPRSTV"]) {
      for (const one of codeLetters) {
        for (const other of codeLetters) {
          if (one === other) continue;
          for (let place = 0; place <= 5; place++) {
            const right = start.slice(0, place) + one + other + start.slice(place, 5);
            const wrong = start.slice(0, place) + other + one + start.slice(place, 5);
            swapped += 1;
            if (!isCode(wrong + checkLetter(right))) caught += 1;
          }
        }
      }
    }
    expect(caught / swapped).toBeGreaterThan(0.989);
    expect(caught / swapped).toBeLessThan(0.994);
  });

  it.each([
    "bkmr-tvzf",
    "BKMRTVZF",
    " bkmr tvzf ",
    "b k m r – t v z f",
    "BKMR\u2011TVŽF",
    "BKMR_TVZ\u030cF",
  ])("may be typed as %j", (typed) => {
    expect(readAccessCode(typed)).toEqual({ ok: true, code: "BKMRTVZF" });
  });

  it.each(["", "BKMRTVZ", "BKMRTVZFF", "BKMR-TVZ8", "BAMR-TVZF", "ＢKMRTVZF", "B".repeat(100_000)])(
    "is not %j",
    (typed) => {
      expect(isCode(typed)).toBe(false);
    },
  );

  it("is printed as two groups of four, which read back as the same code", () => {
    expect(formatCode("BKMRTVZF")).toBe("BKMR-TVZF");
  });

  it("is drawn from all letters evenly", () => {
    let next = 0;
    const counts = new Map<string, number>();
    for (let drawn = 0; drawn < 256; drawn++) {
      const code = drawAccessCode((limit) => next++ % limit);
      expect(isCode(code)).toBe(true);
      for (const letter of code.slice(0, 7)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array(16).fill(112));
  });
});
