import { describe, expect, it } from "vitest";
import {
  equivalentItems,
  type LinkedVersion,
} from "../../../server/domain/comparison/equivalence.ts";
import { aDocument, anItem } from "../questionnaire/documents.ts";

function version(
  number: number,
  items: Record<string, string>,
  equivalent: Record<string, string> = {},
): LinkedVersion {
  const rated = Object.entries(items).map(([key, lt]) => anItem("rating", { key, text: { lt } }));
  return { number, document: aDocument(rated), equivalentItems: equivalent };
}

const first = version(1, { A: "Moku", B: "Žinau" });
const latest = (versions: LinkedVersion[], later: number, earlier = 1) =>
  equivalentItems(versions, { later, earlier });

describe("items that mean the same in two versions", () => {
  it("are those in the same words, and those declared", () => {
    const second = version(2, { A: "Moku", B: "Žinau gerai", C: "Nauja" }, { B: "B" });
    expect(latest([first, second], 2)).toEqual({ A: "A", B: "B" });
  });

  it("are not those reworded without a declaration", () => {
    expect(latest([first, version(2, { A: "Moku!", B: "Žinau" })], 2)).toEqual({ B: "B" });
  });

  it("may have another key", () => {
    expect(latest([first, version(2, { A2: "Moku jau", B: "Žinau" }, { A2: "A" })], 2)).toEqual({
      A2: "A",
      B: "B",
    });
  });

  it("are followed through the versions in between", () => {
    const second = version(2, { A2: "Moku jau", B: "Žinau" }, { A2: "A" });
    const third = version(3, { A3: "Tikrai moku", B: "Kita prasmė" }, { A3: "A2" });
    expect(latest([third, first, second], 3)).toEqual({ A3: "A" });
    expect(latest([third, first, second], 3, 2)).toEqual({ A3: "A2" });
  });

  it("are unknown where a version in between is missing", () => {
    expect(latest([first, version(3, { A: "Moku" })], 3)).toEqual({});
  });
});
