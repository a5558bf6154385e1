import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../../server/documents/spreadsheet.ts";
import { readTable } from "../../../server/uploads/read-table.ts";
import { rawWorkbook } from "./workbooks.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = (bytes: Uint8Array, name = "list.csv") => {
  const outcome = readTable(bytes, name);
  return outcome.ok ? outcome.sheets[0]!.rows : outcome.fault;
};

/** "Ąžuolas;Žemė" in the code page that Lithuanian Windows wrote CSV in. */
const windows1257 = Uint8Array.from([
  0xc0, 0xfe, 0x75, 0x6f, 0x6c, 0x61, 0x73, 0x3b, 0xde, 0x65, 0x6d, 0xeb, 0x0d, 0x0a, 0x31, 0x3b,
  0x32,
]);

function utf16(text: string, isBigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? `\ufeff${text}` : text)].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (isBigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

describe("a CSV file", () => {
  it.each([
    [
      "semicolons",
      "a;b\n1,5;2\n",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "commas",
      'a,b\n"1,5",2\n',
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1,5\t2;3\n",
      [
        ["a", "b"],
        ["1,5", "2;3"],
      ],
    ],
    [
      "Excel's own line",
      "sep=,\r\na;x,b\r\n1,2\r\n",
      [
        ["a;x", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a heading full of commas",
      "vardas, pavardė, kiti;b\nx;y\n",
      [
        ["vardas, pavardė, kiti", "b"],
        ["x", "y"],
      ],
    ],
    [
      "line breaks in a cell",
      'a;b\r\n"x\r\ny";2\r\n',
      [
        ["a", "b"],
        ["x\ny", "2"],
      ],
    ],
    ["one column", "a\nb\n", [["a"], ["b"]]],
    [
      "old Macintosh line ends",
      "a;b\r1;2\r",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
  ])("is read with %s", (_, text, rows) => {
    expect(rowsOf(utf8(text))).toEqual(rows);
  });

  const people = [
    "Vardas;Adresas;Balas",
    "Ona;Laisvės al. 5, Kaunas;4,5",
    "Jonas;Turgaus g. 1, Šilutė;3,5",
  ];
  const cells = people.map((line) => line.split(";"));

  it.each([
    ["a title", ["Apklausos dalyviai", ...people], [["Apklausos dalyviai"], ...cells]],
    [
      "titles with commas",
      ["Dalyviai, 2024 m.", "Parengė A, B, C", "", ...people],
      [["Dalyviai, 2024 m."], ["Parengė A, B, C"], [], ...cells],
    ],
    [
      "a title, and commas between cells",
      ["Rezultatai", "Kodas,Amžius", "A1,34", "A2,51"],
      [["Rezultatai"], ["Kodas", "Amžius"], ["A1", "34"], ["A2", "51"]],
    ],
    [
      "a title with semicolons, and commas between cells",
      ["Prienai; Kupiškis", "a,b,c", "1,2,3", "4,5,6"],
      [["Prienai; Kupiškis"], ["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]],
    ],
    [
      "a title, and tabs between cells",
      ["Balai: a, b, c", "x\ty", "1,5\t2,5", "3,5\t4,5"],
      [["Balai: a, b, c"], ["x", "y"], ["1,5", "2,5"], ["3,5", "4,5"]],
    ],
    [
      "decimal commas in every cell",
      ["Rezultatai", "k;x;y", "A;1,5;2,5", "B;2,5;3,5"],
      [["Rezultatai"], ["k", "x", "y"], ["A", "1,5", "2,5"], ["B", "2,5", "3,5"]],
    ],
    [
      "a comma in every heading and cell beside semicolons",
      ["Vardas, pavardė;Miestas, gatvė", "Ona, O;Kaunas, A g.", "Jonas, J;Trakai, B g."],
      [
        ["Vardas, pavardė", "Miestas, gatvė"],
        ["Ona, O", "Kaunas, A g."],
        ["Jonas, J", "Trakai, B g."],
      ],
    ],
    [
      "one column of addresses",
      ["Adresas", "Laisvės al. 5, Kaunas", "Turgaus g. 1, Šilutė"],
      [["Adresas"], ["Laisvės al. 5, Kaunas"], ["Turgaus g. 1, Šilutė"]],
    ],
    ["one column of numbers", ["Balas", "1,5", "2,5"], [["Balas"], ["1,5"], ["2,5"]]],
    [
      "one column of words",
      ["Ką pagerinti?", "Viskas gerai; ačiū", "Ne, nieko", "Laiką, vietą, kavą"],
      [["Ką pagerinti?"], ["Viskas gerai; ačiū"], ["Ne, nieko"], ["Laiką, vietą, kavą"]],
    ],
    [
      "two columns of numbers",
      ["a,b", "1,2", "3,4"],
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "rows of different lengths",
      ["a,b,c", "1,2", "1,2,3,4", "1", "5,6,7,8,9"],
      [["a", "b", "c"], ["1", "2"], ["1", "2", "3", "4"], ["1"], ["5", "6", "7", "8", "9"]],
    ],
    [
      "separators in quotation marks",
      ["a,b", '"x;y;z, w",1', '"x;y;z, v",2', '"x;y;z, u",3'],
      [
        ["a", "b"],
        ["x;y;z, w", "1"],
        ["x;y;z, v", "2"],
        ["x;y;z, u", "3"],
      ],
    ],
    ["a heading alone", ["a;b;c"], [["a", "b", "c"]]],
    ["a sentence alone", ["Kas, kur, kada"], [["Kas, kur, kada"]]],
  ])("with %s is cut where its table is", (_, lines, expected) => {
    const width = Math.max(...expected.map((row) => row.length));
    const square = expected.map((row) => [...row, ...Array(width - row.length).fill("")]);
    expect(rowsOf(utf8(lines.join("\r\n")))).toEqual(square);
  });

  it("keeps rows at their numbers, and drops columns and rows that are empty to the end", () => {
    const rows = rowsOf(utf8('a;b;;\n\n;;;\n"x\ny";2;;\n\n3;;;\n;;;\n\n'));
    expect(rows).toEqual([
      ["a", "b"],
      ["", ""],
      ["", ""],
      ["x\ny", "2"],
      ["", ""],
      ["3", ""],
    ]);
  });

  it.each([
    ["UTF-8", utf8("Ąžuolas;Žemė\n1;2"), "utf-8"],
    ["UTF-8 with a mark", utf8("\ufeffĄžuolas;Žemė\n1;2"), "utf-8"],
    ["UTF-16 LE", utf16("Ąžuolas;Žemė\n1;2", false, true), "utf-16"],
    ["UTF-16 BE", utf16("Ąžuolas;Žemė\n1;2", true, true), "utf-16"],
    ["UTF-16 without a mark", utf16("Ąžuolas;Žemė\n1;2", false, false), "utf-16"],
    ["windows-1257", windows1257, "windows-1257"],
    ["decomposed letters", utf8("Ąžuolas;Žemė\n1;2".normalize("NFD")), "utf-8"],
  ])("in %s gives the same letters", (_, bytes, encoding) => {
    const outcome = readTable(bytes, "list.csv");
    expect(outcome).toMatchObject({ ok: true, encoding });
    expect(rowsOf(bytes)).toEqual([
      ["Ąžuolas", "Žemė"],
      ["1", "2"],
    ]);
  });

  it("gives its sheet the file's name, without folders", () => {
    const outcome = readTable(utf8("a;b\n1;2"), "C:\\Žmonės\\<b>sąrašas & ko.csv");
    expect(outcome).toMatchObject({ sheets: [{ name: "<b>sąrašas & ko" }] });
  });

  it.each([
    ["nothing", new Uint8Array(), { code: "empty-file" }],
    ["blanks alone", utf8(" \n\n"), { code: "empty-file" }],
    ["separators alone", utf8(";;;\n;;;"), { code: "empty-file" }],
    ["an open quotation", utf8('a;b\n1;"2\n'), { code: "quote-not-closed", line: 2 }],
    ["text after a quotation", utf8('a;b\n1;2\n"x"y;2'), { code: "text-after-quote", line: 3 }],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      { code: "not-a-table" },
    ],
    [
      "an old workbook",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      { code: "old-excel" },
    ],
    ["too many rows", utf8("a;b\n".repeat(50_001)), { code: "too-many-rows", limit: 50_000 }],
    ["too many columns", utf8("a;".repeat(600)), { code: "too-many-columns", limit: 500 }],
  ])("of %s is refused with its reason", (_, bytes, fault) => {
    expect(rowsOf(bytes)).toEqual(fault);
  });
});

describe("a workbook", () => {
  it("gives back what our own writer wrote", () => {
    const values = [
      ["Vardas", "Amžius"],
      ["=1+1", "42"],
      [" tarpai ", "_x0041_"],
      ['<b>&"', "0.1"],
    ];
    const bytes = writeWorkbook({
      title: "x",
      author: "y",
      day: "2026-01-01",
      sheets: [
        {
          name: "Žmonės",
          columnWidths: [10, 10],
          headRows: 1,
          header: null,
          rows: values.map((row) => ({
            cells: row.map((value) => ({ value: /^[\d.]+$/.test(value) ? Number(value) : value })),
          })),
        },
      ],
    });
    const outcome = readTable(bytes, "a.xlsx");
    expect(outcome).toMatchObject({
      ok: true,
      encoding: null,
      sheets: [{ name: "Žmonės", rows: values }],
    });
  });

  it("reads shared, rich, inline and formula texts, booleans and errors", () => {
    const bytes = rawWorkbook({
      sharedStrings:
        '<si><t>Jonas</t></si><si><r><t>Jo</t></r><r><rPr><b/></rPr><t xml:space="preserve">nas </t></r><rPh><t>skip</t></rPh></si><si><t>a_x000D_\nb</t></si>',
      sheets: [
        {
          name: "S",
          data:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
            '<row r="3"><c r="A3" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r="B3" t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c r="E3" t="str"><f>A1&amp;"x"</f><v>Jonasx</v></c></row>',
        },
      ],
    });
    expect(rowsOf(bytes, "a.xlsx")).toEqual([
      ["Jonas", "Jonas ", "a\nb", "", ""],
      ["", "", "", "", ""],
      ["inline", "TRUE", "#N/A", "", "Jonasx"],
    ]);
  });

  it("tells days, moments, times and percentages by the number format", () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;-m.&quot;mm\\-dd"/><numFmt numFmtId="165" formatCode="[$-427]dd.mm.yyyy h:mm;@"/><numFmt numFmtId="166" formatCode="0.0&quot; d&quot;"/><numFmt numFmtId="167" formatCode="[Red]General"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
      [0, 14, 164, 165, 166, 9, 20, 167].map((id) => `<xf numFmtId="${id}"/>`).join("") +
      "</cellXfs>";
    const numbers: [number, number | string][] = [
      [0, 45947],
      [1, 45947],
      [2, 45947],
      [3, 45947.5],
      [4, 3],
      [5, 0.155],
      [6, 0.5],
      [7, 5],
      [0, "0.30000000000000004"],
      [0, "1E-3"],
      [1, -5],
      [1, 1],
      [1, 59],
      [1, 61],
    ];
    const data = `<row>${numbers.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join("")}</row>`;
    expect(rowsOf(rawWorkbook({ styles, sheets: [{ name: "S", data }] }), "a.xlsx")).toEqual([
      [
        "45947",
        "2025-10-17",
        "2025-10-17",
        "2025-10-17 12:00",
        "3",
        "15.5%",
        "12:00",
        "5",
        "0.3",
        "0.001",
        "-5",
        "1900-01-01",
        "1900-02-28",
        "1900-03-01",
      ],
    ]);
    const from1904 = rawWorkbook({
      styles,
      workbookPr: 'date1904="1"',
      sheets: [{ name: "S", data: '<row><c s="1"><v>44485</v></c></row>' }],
    });
    expect(rowsOf(from1904, "a.xlsx")).toEqual([["2025-10-17"]]);
  });

  it("keeps a joined cell's value in the first, and counts the joins", () => {
    const bytes = rawWorkbook({
      sheets: [
        {
          name: "S",
          data: '<row><c r="A1" t="inlineStr"><is><t>Vietovė</t></is></c><c r="B1"/></row><row><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>',
          after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ],
    });
    expect(readTable(bytes, "a.xlsx")).toMatchObject({
      sheets: [
        {
          mergedCells: 1,
          rows: [
            ["Vietovė", ""],
            ["1", "2"],
          ],
        },
      ],
    });
  });

  it("reads several sheets, prefixed elements, and cells coloured down to the last row", () => {
    const bytes = rawWorkbook({
      sheets: [
        {
          name: "A &amp; B",
          data: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>',
        },
        { name: "C", data: "" },
      ],
    });
    expect(readTable(bytes, "a.xlsx")).toMatchObject({
      sheets: [
        { name: "A & B", rows: [["1"]] },
        { name: "C", rows: [] },
      ],
    });
    const faraway = rawWorkbook({
      sheets: [{ name: "A", data: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }],
    });
    expect(rowsOf(faraway, "a.xlsx")).toEqual({ code: "too-many-rows", limit: 50_000 });
    const wide = rawWorkbook({
      sheets: [{ name: "A", data: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }],
    });
    expect(rowsOf(wide, "a.xlsx")).toEqual({ code: "too-many-columns", limit: 500 });
  });
});

describe("any bytes", () => {
  const workbook = rawWorkbook({
    sharedStrings: "<si><t>x</t></si>",
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    sheets: [
      { name: "S", data: '<row><c r="A1" t="s" s="0"><v>0</v></c><c><v>45000</v></c></row>' },
    ],
  });

  it("are answered with an outcome", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, name) => {
        expect(typeof readTable(bytes, name).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });

  it("are answered with an outcome where a workbook was cut or changed", () => {
    const change = fc.record({ at: fc.nat(workbook.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        fc.nat(workbook.length),
        (changes, length) => {
          const bytes = Uint8Array.from(workbook);
          for (const { at, byte } of changes) bytes[at] = byte;
          expect(typeof readTable(bytes.subarray(0, length), "a.xlsx").ok).toBe("boolean");
          expect(typeof readTable(bytes, "a.xlsx").ok).toBe("boolean");
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("of a sheet with any XML inside are answered with an outcome", () => {
    const piece = fc.constantFrom(
      "<row>",
      '<row r="2">',
      "</row>",
      "<c>",
      '<c r="B2" t="s">',
      '<c r="ZZZZ1">',
      "</c>",
      "<v>",
      "</v>",
      "1",
      "99",
      "<is>",
      "<t>",
      "</t>",
      "</is>",
      "&amp;",
      "&x;",
      "<![CDATA[",
      "]]>",
      "<!--",
      "<mergeCell/>",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const bytes = rawWorkbook({ sheets: [{ name: "S", data: pieces.join("") }] });
        expect(typeof readTable(bytes, "a.xlsx").ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});
