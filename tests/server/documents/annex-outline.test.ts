import { describe, expect, test } from "vitest";
import {
  foldColumnTitles,
  hasContents,
  levelHeadings,
} from "../../../server/documents/annex-outline.ts";
import type { AnnexBlock } from "../../../server/domain/annex/document.ts";
import { aTable, cellsOf } from "../../support/annex.ts";

describe("a table of contents", () => {
  const heading: AnnexBlock = { kind: "heading", level: 1, text: "Skyrius" };
  const paragraph: AnnexBlock = { kind: "paragraph", text: "Tekstas" };

  test("stands in a document of many parts, or of many tables", () => {
    expect(hasContents(Array(8).fill(heading))).toBe(true);
    expect(hasContents([heading, ...Array(4).fill(aTable())])).toBe(true);
  });

  test("is left out of a few pages, and where it would be empty", () => {
    expect(hasContents([...Array(6).fill(heading), paragraph, aTable()])).toBe(false);
    expect(hasContents(Array(9).fill(aTable()))).toBe(false);
  });
});

describe("heading levels", () => {
  const levels = (...given: (1 | 2 | 3)[]) =>
    levelHeadings(given.map((level): AnnexBlock => ({ kind: "heading", level, text: "" }))).map(
      (block) => block.kind === "heading" && block.level,
    );

  test.each([
    [
      [1, 2, 3, 1],
      [1, 2, 3, 1],
    ],
    [
      [3, 3, 2],
      [1, 2, 2],
    ],
    [
      [1, 3, 1, 3],
      [1, 2, 1, 2],
    ],
  ] as const)("%j become %j", (given, expected) => {
    expect(levels(...given)).toEqual(expected);
  });
});

describe("titles of narrow columns", () => {
  const titleOver = (title: string, cell: string, width: "content" | number = "content") =>
    foldColumnTitles(
      aTable({
        columns: [{ title, align: "end", width }],
        rows: [{ cells: cellsOf(cell), isTotal: false }],
      }),
    ).columns[0]?.title;

  test("fold over short numbers", () => {
    expect(titleOver("Ciklo dalyviai, asmenys", "13")).toBe("Ciklo\ndalyviai,\nasmenys");
  });

  test("stay whole over long cells and in wide columns", () => {
    expect(titleOver("Ciklo dalyviai", "nuo 8,1 iki 18,3 balo")).toBe("Ciklo dalyviai");
    expect(titleOver("Ciklo dalyviai, asmenys", "13", 1)).toBe("Ciklo dalyviai, asmenys");
  });

  test("short titles are not folded for the sake of shorter numbers", () => {
    expect(titleOver("95 % PI", "1")).toBe("95 % PI");
  });
});
