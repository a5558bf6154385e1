import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../db/seed/random.ts";
import {
  differingPlaces,
  type HashedCode,
  listCandidates,
  matchCodes,
} from "../../../server/domain/pairing/match-codes.ts";
import {
  choicesOf,
  selfMadeElements,
  textsToHash,
} from "../../../server/domain/pairing/self-made-code.ts";

function aCode(pairingCode: string, values: string, locality = "silute"): HashedCode {
  const texts = textsToHash(values.split(" "));
  return { pairingCode, locality, hashes: new Map(texts.map(({ place, text }) => [place, text])) };
}

describe("matching codes of two waves", () => {
  it("pairs equal ones and those that differ in one element, and leaves strangers apart", () => {
    const earlier = [
      aCode("e1", "A 7 3 2 R V"),
      aCode("e2", "B 8 4 0 L K"),
      aCode("e3", "C 9 5 1 M P"),
    ];
    const later = [
      aCode("l1", "A 7 3 2 R V"),
      aCode("l2", "B 8 4 1 L K"),
      aCode("l3", "Z 1 1 3 T T"),
    ];
    expect(matchCodes(earlier, later)).toEqual({
      matches: [
        { earlier: "e1", later: "l1", how: "self-made-exact" },
        { earlier: "e2", later: "l2", how: "self-made-approximate" },
      ],
      queue: [],
    });
  });

  it("never pairs across localities", () => {
    const found = matchCodes([aCode("e", "A 7 3 2 R V", "trakai")], [aCode("l", "A 7 3 2 R V")]);
    expect(found).toEqual({ matches: [], queue: [] });
  });

  it("prefers the equal one and does not let it count as a rival", () => {
    const earlier = [aCode("same", "A 7 3 2 R V"), aCode("near", "A 7 3 1 R V")];
    const later = [aCode("l1", "A 7 3 2 R V"), aCode("l2", "A 7 3 0 R V")];
    expect(matchCodes(earlier, later).matches).toEqual([
      { earlier: "same", later: "l1", how: "self-made-exact" },
      { earlier: "near", later: "l2", how: "self-made-approximate" },
    ]);
  });

  it("leaves to a person what has several candidates on either side", () => {
    const earlier = [aCode("e1", "A 7 3 1 R V"), aCode("e2", "A 7 3 2 R V")];
    const one = matchCodes(earlier, [aCode("l", "A 7 3 0 R V")]);
    expect(one).toEqual({ matches: [], queue: [{ later: "l", candidates: ["e1", "e2"] }] });
    const twins = [aCode("l1", "A 7 3 0 R V"), aCode("l2", "A 7 3 3 R V")];
    expect(matchCodes(earlier.slice(0, 1), twins)).toEqual({
      matches: [],
      queue: [
        { later: "l1", candidates: ["e1"] },
        { later: "l2", candidates: ["e1"] },
      ],
    });
  });

  it("counts an unknown element as the one that may differ", () => {
    const found = matchCodes([aCode("e", "A ? 3 2 R V")], [aCode("l", "A 7 3 2 R V")]);
    expect(found.matches).toEqual([{ earlier: "e", later: "l", how: "self-made-approximate" }]);
  });

  it("finds nearly all of a town of fifteen who misremember an element now and then, and pairs nobody wrongly", () => {
    const { pick, chance } = randomFrom(7);
    let found = 0;
    let wrong = 0;
    let people = 0;
    for (let town = 0; town < 100; town++) {
      const codes = Array.from({ length: 15 }, () =>
        selfMadeElements.map((element) => pick(choicesOf(element))),
      );
      const again = codes.map((code) =>
        code.map((value, at) => (chance(0.03) ? pick(choicesOf(selfMadeElements[at]!)) : value)),
      );
      const { matches } = matchCodes(
        codes.map((code, at) => aCode(`e${at}`, code.join(" "))),
        again.map((code, at) => aCode(`l${at}`, code.join(" "))),
      );
      people += 15;
      found += matches.filter((match) => match.earlier.slice(1) === match.later.slice(1)).length;
      wrong += matches.filter((match) => match.earlier.slice(1) !== match.later.slice(1)).length;
    }
    // P(at most one of six wrong at 3 %) is 98.8 %.
    expect(found / people).toBeGreaterThan(0.97);
    expect(wrong).toBe(0);
  });
});

describe("what a person decides about", () => {
  const earlier = [aCode("e1", "A 1 3 2 R V"), aCode("e2", "A 2 3 2 R V")];
  const later = [aCode("l", "A 3 3 2 R V")];

  it("is every pair that differs in one element and was not told apart", () => {
    const isRefused = (one: string) => one === "e1";
    expect(listCandidates(earlier, later, () => false)).toEqual([
      { later: "l", candidates: ["e1", "e2"] },
    ]);
    expect(listCandidates(earlier, later, isRefused)).toEqual([{ later: "l", candidates: ["e2"] }]);
    expect(matchCodes(earlier, later, isRefused).matches).toEqual([
      { earlier: "e2", later: "l", how: "self-made-approximate" },
    ]);
    expect(matchCodes(earlier, later, () => true)).toEqual({ matches: [], queue: [] });
  });

  it("is told by the element in which two codes differ, whichever was not known", () => {
    expect(differingPlaces(earlier[0]!, later[0]!)).toEqual([2]);
    expect(differingPlaces(aCode("e", "A 1 3 2 R V"), aCode("l", "A 1 3 2 ? V"))).toEqual([5]);
    expect(differingPlaces(earlier[0]!, aCode("same", "A 1 3 2 R V"))).toEqual([]);
    expect(differingPlaces(earlier[0]!, aCode("other", "B 9 9 2 R V"))).toEqual([]);
  });
});
