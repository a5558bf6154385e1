import { describe, expect, it } from "vitest";
import { compactGainTable } from "../../../web/figures/compact-table.ts";
import {
  changeCell,
  emptyCell,
  type FigureTable,
  numberCell,
  textCell,
  wordColumn,
} from "../../../web/figures/figure.ts";
import { gainColumns } from "../../../web/figures/gain-table.ts";

const table = (cells: FigureTable["rows"][number]["cells"]): FigureTable => ({
  caption: "Pokytis",
  columns: [wordColumn("Vietovė"), ...gainColumns("lt")],
  rows: [{ cells, isTotal: false, isWithheld: false }],
});
const printed = (cells: FigureTable["rows"][number]["cells"]) =>
  compactGainTable(table(cells), "lt").rows[0]!.cells.map((cell) => cell.text);
const counts = [12, 54.5, 68.2] as const;
const numbers = [
  numberCell(14, "lt"),
  numberCell(counts[0], "lt"),
  numberCell(counts[1], "lt", 1),
  numberCell(counts[2], "lt", 1),
  changeCell(13.7, "lt", 1),
  changeCell(-1.7, "lt", 1),
  changeCell(25.7, "lt", 1),
];

describe("a table of changes for print", () => {
  it("has as many cells as columns and says everything the wide one says", () => {
    const wide = [
      textCell("Šilutė"),
      ...numbers,
      ...[8, 2, 2].map((n) => numberCell(n, "lt")),
      textCell("Aiškus"),
    ];
    expect(printed(wide)).toEqual([
      "Šilutė",
      "12 iš 14",
      "54,5",
      "68,2",
      "+13,7",
      "−1,7 … +25,7",
      "8 / 2 / 2",
      "Aiškus",
    ]);
    expect(compactGainTable(table(wide), "lt").columns).toHaveLength(8);
  });

  it("says in words what is only told in words, with the direction", () => {
    const cells = [
      textCell("Šilutė"),
      ...numbers,
      emptyCell(),
      emptyCell(),
      textCell("(beveik) visi"),
      textCell("Aiškus"),
    ];
    expect(printed(cells)[6]).toBe("(beveik) visi ↓");
  });

  it("has no number in a withheld row", () => {
    const cells = [
      textCell("Šilutė"),
      ...Array.from({ length: 10 }, emptyCell),
      textCell("nerodoma"),
    ];
    expect(printed(cells)).toEqual(["Šilutė", "–", "–", "–", "–", "–", "–", "nerodoma"]);
  });
});
