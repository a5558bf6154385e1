import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../server/documents/csv.ts";
import {
  type CsvRecord,
  readCsvRecords,
  separatorOf,
} from "../../../server/domain/analysis/csv-records.ts";
import type { Fault } from "../../../server/domain/analysis/fault.ts";

const read = (text: string): (CsvRecord | Fault)[] => [...readCsvRecords(text, separatorOf(text))];
const cellsOf = (text: string) => read(text).map((one) => ("cells" in one ? one.cells : one));

describe("records of a CSV text", () => {
  it.each([
    [
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a;b\r\n1,5;2\r\n",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "a\tb\r1\t2\r",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      'a,b\n"1, 2","say ""ačiū"""\n',
      [
        ["a", "b"],
        ["1, 2", 'say "ačiū"'],
      ],
    ],
    [
      'a,b\n"two\r\nlines",\n',
      [
        ["a", "b"],
        ["two\r\nlines", ""],
      ],
    ],
    [
      'a,b\n2" pipe,x\n',
      [
        ["a", "b"],
        ['2" pipe', "x"],
      ],
    ],
    [
      "a,b\n\n,\n1,2\n\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a\n", [["a"]]],
  ])("reads %j", (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it("knows on which line of the file each begins", () => {
    const lines = read('a,b\n"1\n\n1",2\n\n3,"x"\n4,5').map(({ line }) => line);
    expect(lines).toEqual([1, 2, 6, 7]);
  });

  it("takes off the apostrophe that keeps a spreadsheet from running a cell, and no other", () => {
    const text = "a;b;c;d\n'=1+1;'-x;'tis;-3\n";
    expect(cellsOf(text)[1]).toEqual(["=1+1", "-x", "'tis", "-3"]);
    expect(cellsOf("a,b\n'=1+1,x\n")[1]).toEqual(["'=1+1", "x"]);
  });

  it("ends with a fault where a quotation is broken", () => {
    expect(read('a,b\n1,2\n3,"x\ny')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "2"] },
      { code: "quote-not-closed", line: 3, column: 2 },
    ]);
    expect(read('a,b\n"1\n2","x"y\n').at(-1)).toEqual({
      code: "text-after-quote",
      line: 3,
      column: 2,
    });
  });

  it("reads back what our writer writes, in both forms", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    const text = fc.oneof(
      word,
      fc.constantFrom('"', ";", ",", "a\nb", "=1", "ąčęėįšųūž", "'", " x "),
    );
    // A cell that begins with an apostrophe of its own may lose it in Excel's form.
    const plain = text.filter((cell) => !cell.includes("\r") && !cell.startsWith("'"));
    const rows = fc.array(fc.tuple(plain, plain, plain), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom("raw", "excel"), (table, variant) => {
        const bytes = writeCsv({ columns: ["p", "q", "r"], rows: table }, variant as "raw");
        const back = new TextDecoder().decode(bytes);
        expect(cellsOf(back)).toEqual([["p", "q", "r"], ...table]);
      }),
      { numRuns: 500 },
    );
  });
});
