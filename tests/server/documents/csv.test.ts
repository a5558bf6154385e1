import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DataTable, writeCsv } from "../../../server/documents/csv.ts";

function textOf(table: DataTable, variant: "excel" | "raw"): string {
  return Buffer.from(writeCsv(table, variant)).toString("utf8");
}

function excelCell(value: string | number | null): string {
  const lines = textOf({ columns: ["a"], rows: [[value]] }, "excel");
  return lines.slice("\ufeffa\r\n".length, -"\r\n".length);
}

/** Reads RFC 4180 as any programme would. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text;
  while (rest !== "") {
    const [quoted] = /^"(?:[^"]|"")*"/.exec(rest) ?? [];
    const field = quoted ?? rest.slice(0, rest.search(separator === "," ? /,|\r\n/ : /;|\r\n/));
    rows.at(-1)?.push(quoted ? quoted.slice(1, -1).replace(/""/g, '"') : field);
    rest = rest.slice(field.length);
    if (rest === "\r\n") break;
    if (rest.startsWith("\r\n")) rows.push([]);
    rest = rest.slice(rest.startsWith(separator) ? 1 : 2);
  }
  return rows;
}

describe("for Excel", () => {
  test("begins with a byte order mark and separates by semicolons, lines by CRLF", () => {
    const table = {
      columns: ["vietovė", "pokytis"],
      rows: [
        ["Šilutė", -4.5],
        ["Trakai", null],
      ],
    };
    expect([...writeCsv(table, "excel").slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(textOf(table, "excel")).toBe("\ufeffvietovė;pokytis\r\nŠilutė;-4,5\r\nTrakai;\r\n");
  });

  test.each([
    [1234567.25, "1234567,25"],
    [-0.1, "-0,1"],
    [0, "0"],
    [-0, "0"],
    [Number.NaN, ""],
    [Number.POSITIVE_INFINITY, ""],
  ])("the number %d is written %s", (value, written) => {
    expect(excelCell(value)).toBe(written);
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+370 600 00000", "'+370 600 00000"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1+1", "'  =1+1"],
    ["\u00a0=1+1", "'\u00a0=1+1"],
    ["\u200b=1+1", "'\u200b=1+1"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠a", "'＠a"],
    ["\tx", "'\tx"],
    ["\r=x", '"\'\n=x"'],
    ['=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"'],
  ])("%j cannot run", (typed, written) => {
    expect(excelCell(typed)).toBe(written);
  });

  test.each(["Gebu – 2017 m.", "4 = 4", "a@b.lt", "−4,5", "'jau kabutė"])("%j stays", (typed) => {
    expect(excelCell(typed)).toBe(typed);
  });

  test("quotes what holds a separator, a quote, a line end or blanks at its ends", () => {
    expect(excelCell("a;b")).toBe('"a;b"');
    expect(excelCell('sakė „taip" ')).toBe('"sakė „taip"" "');
    expect(excelCell("viena\r\ndvi")).toBe('"viena\ndvi"');
    expect(excelCell("a,b")).toBe("a,b");
  });

  test("no cell starts as a formula does, whatever was typed", () => {
    const signs = fc.constantFrom(..."=+-@＝＋－＠ \t\r\n\u00a0\u200b;\"'a");
    fc.assert(
      fc.property(fc.string({ unit: signs }), (typed) => {
        const table = { columns: ["a"], rows: [[typed]] };
        const seen = readCsv(textOf(table, "excel").slice(1), ";")[1]?.[0] ?? "";
        expect(seen).not.toMatch(/^[\s\u200b]*[=+\-@＝＋－＠]/);
        expect(seen.replace(/^'/, "")).toBe(typed.replace(/\r\n?/g, "\n").replace(/^'/, ""));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("raw", () => {
  test("has commas, decimal points and no mark, and tells nothing from an empty text", () => {
    const table = {
      columns: ["a", "b", "c"],
      rows: [
        [-4.5, null, ""],
        ["=1+1", "a;b", "c,d"],
      ],
    };
    expect(textOf(table, "raw")).toBe('a,b,c\r\n-4.5,,""\r\n=1+1,a;b,"c,d"\r\n');
  });

  test("whatever is written comes back", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ž", ",", '"', "\r", "\n", "=", " ") });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = textOf({ columns: ["x", "y"], rows }, "raw");
        expect(readCsv(text, ",")).toEqual([["x", "y"], ...rows]);
      }),
    );
  });
});
