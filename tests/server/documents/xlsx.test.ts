import { createHash } from "node:crypto";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readPrintedNumber } from "../../../server/documents/printed-number.ts";
import { sheetNames } from "../../../server/documents/spreadsheet.ts";
import { columnName } from "../../../server/documents/spreadsheet-cells.ts";
import { writeAnnexXlsx, writeDataXlsx } from "../../../server/documents/xlsx.ts";
import { aCell, anAnnex, aTable, cellsOf } from "../../support/annex.ts";
import { commandJudge, convertByOffice, unlessHere } from "../../support/judges.ts";

const office = commandJudge("soffice", "libreoffice-calc-nogui");

function partsOf(xlsx: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(xlsx));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const about = { title: "Duomenys", author: "Institutas", day: "2017-07-14", demonstration: null };

/** The value that the first cell below the head holds, as XML. */
function writtenCell(value: string | number | null): string {
  const xlsx = writeDataXlsx({ columns: ["a"], rows: [[value]] }, about);
  const sheet = partsOf(xlsx)["xl/worksheets/sheet1.xml"] ?? "";
  return /<row r="2">(.*?)<\/row>/s.exec(sheet)?.[1] ?? "";
}

function unescapeXml(text: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? "");
}

describe("a cell", () => {
  test.each(["=1+1", "+370", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', " =1", "＝1"])(
    "of the text %j stays that text, and no formula",
    (typed) => {
      const cell = writtenCell(typed);
      expect(cell).toMatch(/t="inlineStr"/);
      expect(unescapeXml(/<t [^>]*>(.*)<\/t>/s.exec(cell)?.[1] ?? "")).toBe(typed);
      expect(cell).not.toContain("<f>");
    },
  );

  test.each([
    [-4.5, '<c r="A2"><v>-4.5</v></c>'],
    [0, '<c r="A2"><v>0</v></c>'],
    [null, ""],
    [Number.NaN, ""],
  ])("of the value %s is written %s", (value, written) => {
    expect(writtenCell(value)).toBe(written);
  });

  test("keeps whatever XML can hold, and text that looks like an escape", () => {
    expect(writtenCell("_x0041_")).toContain("_x005F_x0041_");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const cell = writtenCell(typed);
        const text = unescapeXml(/<t [^>]*>(.*)<\/t>/s.exec(cell)?.[1] ?? "");
        expect(text.replace(/_x005F_/g, "_")).toBe(typed);
      }),
    );
  });

  test("drops what XML cannot hold", () => {
    expect(writtenCell("a\u0000\ud83db\uffff")).toContain(">ab<");
  });
});

describe("printed numbers", () => {
  test.each([
    ["13,2", 13.2, { value: 13.2, format: "0.0" }],
    ["−4,5", -4.5, { value: -4.5, format: "0.0" }],
    ["+18", 18, { value: 18, format: "+0;-0;0" }],
    ["106,7\u00a0%", 106.7, { value: 106.7, format: '0.0"\u00a0%"' }],
    ["83,1\u00a0%", 0.8312, { value: 0.831, format: "0.0%" }],
    ["12\u00a0345", 12345, { value: 12345, format: "0" }],
    ["13.2", 13.24999, { value: 13.2, format: "0.0" }],
  ])("%j over %d is %j", (text, number, expected) => {
    expect(readPrintedNumber(aCell(text, number))).toEqual(expected);
  });

  test.each([
    ["11 / 13", 11],
    ["mažiau negu 5", 3],
    ["13,2", null],
  ])("%j over %j is text", (text, number) => {
    expect(readPrintedNumber(aCell(text, number))).toBeUndefined();
  });
});

describe("the workbook", () => {
  const annex = anAnnex();
  const parts = partsOf(writeAnnexXlsx(annex));

  test("has a sheet a table, named as in the document, after one that leads to them", () => {
    const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]+)"/g)];
    expect(names.map((match) => match[1])).toEqual([
      "Turinys",
      "1 lentelė",
      "2 lentelė",
      "3 lentelė",
      "4 lentelė",
    ]);
    expect(parts["xl/worksheets/sheet1.xml"]).toContain("location=\"'1 lentelė'!A1\"");
  });

  test("has the printed numbers as numbers", () => {
    const sheet = parts["xl/worksheets/sheet4.xml"] ?? "";
    expect(sheet).toMatch(/<c [^>]*><v>-4\.5<\/v><\/c>/);
    expect(sheet).toMatch(/<c [^>]*><v>13\.2<\/v><\/c>/);
    expect(sheet).toContain("11 / 13");
  });

  test("tells on every sheet that the data is invented", () => {
    const sheets = Object.entries(parts).filter(([name]) => name.includes("/sheet"));
    expect(sheets).toHaveLength(5);
    for (const [name, xml] of sheets) {
      expect(xml.split("Demonstraciniai duomenys").length - 1, name).toBeGreaterThanOrEqual(2);
    }
  });

  test("never holds a formula", () => {
    const nasty = aTable({ rows: [{ cells: cellsOf("=1+1", "@x", "+1"), isTotal: false }] });
    const xml = Object.values(partsOf(writeAnnexXlsx(anAnnex({ blocks: [nasty] })))).join("");
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain(">=1+1<");
  });

  test("is the same bytes for the same annex", () => {
    const digest = () => createHash("sha256").update(writeAnnexXlsx(annex)).digest("hex");
    expect(digest()).toBe(digest());
  });

  test.each([
    [
      ["a/b", "a b"],
      ["a b", "a b 2"],
    ],
    [
      ["", "x".repeat(40)],
      ["1", "x".repeat(31)],
    ],
    [
      ["'Lentelė'", "LENTELĖ"],
      ["Lentelė", "LENTELĖ 2"],
    ],
  ])("names sheets as they may be named: %j", (wanted, expected) => {
    expect(sheetNames(wanted)).toEqual(expected);
  });

  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("names column %d %s", (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});

describe.skipIf(!office.isHere)(`as LibreOffice reads it${unlessHere(office)}`, () => {
  test("every value comes back as it was written", () => {
    const rows = [
      ["Šilutė „senamiestis“", -4.5, "=1+1"],
      ["eilutė\nviduje", 0.125, null],
      ["😀 <b> & ]]>", 0.001, "  tarpai  "],
    ];
    const xlsx = writeDataXlsx({ columns: ["tekstas", "skaičius", "x"], rows }, about);
    const csv = convertByOffice(
      xlsx,
      "xlsx",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false",
    );
    expect(csv.toString("utf8").replace(/^\ufeff/, "")).toBe(
      [
        "tekstas,skaičius,x",
        "Šilutė „senamiestis“,-4.5,=1+1",
        '"eilutė\nviduje",0.125,',
        "😀 <b> & ]]>,0.001,  tarpai  ",
        "",
      ].join("\n"),
    );
  }, 60_000);
});
