import { describe, expect, test } from "vitest";
import { foldColumnTitles, levelHeadings } from "../../../server/documents/annex-outline.ts";
import type { AnnexBlock } from "../../../server/domain/annex/document.ts";
import { aTable, cellsOf } from "../../support/annex.ts";

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
