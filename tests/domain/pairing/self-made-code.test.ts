import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choicesOf,
  formatSelfMade,
  readSelfMade,
  type SelfMadeKey,
  selfMadeElements,
  textsToHash,
} from "../../../server/domain/pairing/self-made-code.ts";

const aCode = fc.tuple(
  ...selfMadeElements.map((element) => fc.constantFrom(...choicesOf(element))),
);
const agreeSomewhere = (one: readonly string[], other: readonly string[]) => {
  const texts = new Set(textsToHash(one).map(({ text }) => text));
  return textsToHash(other).some(({ text }) => texts.has(text));
};

describe("a self-made code", () => {
  it("agrees with another at some place exactly when at most one element differs", () => {
    const codes = fc.tuple(aCode, fc.array(fc.tuple(fc.nat(5), aCode), { maxLength: 3 }));
    fc.assert(
      fc.property(codes, ([code, changes]) => {
        const other = [...code];
        for (const [at, values] of changes) other[at] = values[at]!;
        const distance = code.filter((value, at) => value !== other[at]).length;
        expect(agreeSomewhere(code, other)).toBe(distance <= 1);
      }),
      { numRuns: 500 },
    );
  });

  it("with an unknown element has only the place without it, and with two none", () => {
    expect(textsToHash(["A", "7", "?", "2", "R", "V"])).toEqual([
      { place: 3, text: "3:A|7|*|2|R|V" },
    ]);
    expect(textsToHash(["A", "?", "?", "2", "R", "V"])).toEqual([]);
    expect(agreeSomewhere(["A", "7", "?", "2", "R", "V"], ["A", "7", "3", "2", "R", "V"])).toBe(
      true,
    );
    expect(agreeSomewhere(["A", "7", "?", "2", "R", "V"], ["B", "7", "3", "2", "R", "V"])).toBe(
      false,
    );
  });

  it("is read from choices alone", () => {
    const chosen: Record<string, string> = {
      mother: "A",
      day: "7",
      month: "3",
      siblings: "2",
      surname: "R",
      birthplace: "?",
    };
    const read = (more: Record<string, string> = {}) =>
      readSelfMade((key: SelfMadeKey) => ({ ...chosen, ...more })[key]);
    expect(read()).toEqual({ ok: true, values: ["A", "7", "3", "2", "R", "?"] });
    expect(read({ day: "32", surname: "Č", siblings: "" })).toEqual({
      ok: false,
      missing: ["day", "siblings", "surname"],
    });
  });

  it("is shown so that it can be noted", () => {
    expect(formatSelfMade(["A", "7", "3", "2", "R", "?"])).toBe("A 07 03 2 R ?");
  });
});
