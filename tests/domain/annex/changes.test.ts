import { describe, expect, it } from "vitest";
import {
  type AnnexRecord,
  compareAnnexes,
  printedNumbers,
} from "../../../server/domain/annex/changes.ts";
import { aTable, cellsOf } from "../../support/annex.ts";

function aRecord(record: Partial<AnnexRecord> = {}): AnnexRecord {
  const lines = { annexedTo: "", preparedBy: "", signatoryPosition: "", signatoryName: "Jonė" };
  return { release: 1, parts: ["summary", "results"], printed: [], ...lines, ...record };
}

function aNumber(row: string, text: string) {
  return { table: "Pokytis", row, column: "Po", text };
}

describe("what changed between two revisions", () => {
  it("is nothing for the same annex", () => {
    expect(compareAnnexes(aRecord(), aRecord())).toEqual([]);
  });

  it("names the release, parts, their order, who signs, and every number that is another", () => {
    const earlier = aRecord({
      parts: ["summary", "results", "limits"],
      printed: [aNumber("Trakai", "67"), aNumber("Visi", "65,3"), aNumber("Prienai", "66")],
    });
    const later = aRecord({
      release: 2,
      parts: ["results", "summary", "method"],
      signatoryName: "Rūta",
      printed: [aNumber("Trakai", "68"), aNumber("Visi", "65,3"), aNumber("Šilutė", "50")],
    });
    expect(compareAnnexes(earlier, later)).toEqual([
      { kind: "release", from: 1, to: 2 },
      { kind: "parts-added", parts: ["method"] },
      { kind: "parts-removed", parts: ["limits"] },
      { kind: "order" },
      { kind: "signatoryName", from: "Jonė", to: "Rūta" },
      { kind: "number", table: "Pokytis", row: "Trakai", column: "Po", from: "67", to: "68" },
      { kind: "rows-added", table: "Pokytis", count: 1 },
      { kind: "rows-removed", table: "Pokytis", count: 1 },
    ]);
  });
});

describe("numbers that an annex printed", () => {
  it("are told by table, row and column; rows of one name by their turn", () => {
    const columns = ["Vietovė", "Prieš", "Kaip"].map((title) => ({
      title,
      align: "start" as const,
      width: 1,
    }));
    const rows = [cellsOf("Trakai", 5, "gerai"), cellsOf("Trakai", 6, "gerai")].map((cells) => ({
      cells,
      isTotal: false,
    }));
    const table = aTable({ caption: "Pokytis", columns, rows });
    expect(printedNumbers({ blocks: [table] })).toEqual([
      { table: "Pokytis", row: "Trakai", column: "Prieš", text: "5" },
      { table: "Pokytis", row: "Trakai (2)", column: "Prieš", text: "6" },
    ]);
  });

  it("never come from tables of people by name", () => {
    const blocks = ["participant-list", "certificates"].map((key) => aTable({ key }));
    expect(printedNumbers({ blocks })).toEqual([]);
  });
});
