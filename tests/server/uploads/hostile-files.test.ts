import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../server/uploads/read-table.ts";
import { readXml } from "../../../server/uploads/read-xml.ts";
import { describeTableFault, uploadTexts } from "../../../web/texts/uploads.ts";
import { rawWorkbook } from "./workbooks.ts";

const oneCell = { name: "S", data: "<row><c><v>1</v></c></row>" };
const megabyte = 1024 * 1024;

/** Reads a harmful file, and how long and how much memory that took. */
function refusal(bytes: Uint8Array) {
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const outcome = readTable(bytes, "a.xlsx");
  const tookMs = performance.now() - start;
  const grewBytes = process.memoryUsage.rss() - before;
  return { code: outcome.ok ? "read" : outcome.fault.code, tookMs, grewBytes };
}

function withField(bytes: Uint8Array, change: (view: DataView, directory: number) => void) {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  change(view, view.getUint32(copy.length - 6, true));
  return copy;
}

function bomb(length: number): Uint8Array {
  return rawWorkbook({ sheets: [{ name: "S", data: " ".repeat(length) }] });
}

const nested = zipSync({
  "lib 0.zip": zipSync({ "0.zip": zipSync({ "0.dll": new Uint8Array(8 * megabyte) }) }),
});
const many = () =>
  zipSync(
    Object.fromEntries(Array.from({ length: 65_000 }, (_, i) => [`f${i}`, new Uint8Array()])),
    { level: 0 },
  );
const link = () => {
  const files = { "xl/workbook.xml": strToU8("/etc/passwd") };
  return zipSync(files, { os: 3, attrs: (0o120777 << 16) >>> 0 });
};

const hostile: [string, () => Uint8Array, string][] = [
  ["a thousandfold bomb", () => bomb(64 * megabyte), "too-much-inside"],
  ["zip files in zip files", () => nested, "not-a-workbook"],
  ["65,000 entries", many, "too-much-inside"],
  [
    "a size that is not true",
    () =>
      withField(bomb(4 * megabyte), (view, at) => {
        for (let next = at; view.getUint32(next, true) === 0x02014b50; ) {
          const size = view.getUint32(next + 24, true);
          if (size > megabyte) view.setUint32(next + 24, 1000, true);
          next += 46 + view.getUint16(next + 28, true) + view.getUint16(next + 30, true);
        }
      }),
    "broken-archive",
  ],
  [
    "entries that overlap",
    () =>
      withField(rawWorkbook({ sheets: [oneCell] }), (view, at) => {
        const second = at + 46 + view.getUint16(at + 28, true);
        view.setUint32(second + 42, view.getUint32(at + 42, true), true);
      }),
    "unsafe-archive",
  ],
  [
    "a cipher",
    () =>
      withField(rawWorkbook({ sheets: [oneCell] }), (view, at) => view.setUint16(at + 8, 1, true)),
    "locked-archive",
  ],
  [
    "a way out of the archive",
    () => rawWorkbook({ sheets: [oneCell], extra: { "../../etc/cron.d/x": strToU8("x") } }),
    "unsafe-archive",
  ],
  [
    "an absolute path",
    () => rawWorkbook({ sheets: [oneCell], extra: { "/etc/x": strToU8("x") } }),
    "unsafe-archive",
  ],
  ["a link", link, "unsafe-archive"],
  [
    "the same name twice",
    () => rawWorkbook({ sheets: [oneCell], extra: { "XL/workbook.xml": strToU8("x") } }),
    "unsafe-archive",
  ],
  ["half of itself", () => rawWorkbook({ sheets: [oneCell] }).subarray(0, 500), "broken-archive"],
  [
    "a document of another kind",
    () => zipSync({ "word/document.xml": strToU8("<w/>") }),
    "not-a-workbook",
  ],
  [
    "a document type",
    () =>
      zipSync({
        "xl/workbook.xml": strToU8(
          '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>',
        ),
      }),
    "doctype",
  ],
  [
    "XML that ends too early",
    () => zipSync({ "xl/workbook.xml": strToU8("<workbook><sheets>") }),
    "broken-xml",
  ],
];

describe("a workbook made to harm", () => {
  it.each(hostile)("is refused at once: %s", (_, make, code) => {
    const bytes = make();
    const refused = refusal(bytes);
    expect(refused.code).toBe(code);
    expect(refused.tookMs).toBeLessThan(1000);
    expect(refused.grewBytes).toBeLessThan(50 * megabyte);
  });
});

describe("an XML file", () => {
  const faultOf = (text: string) => {
    const outcome = readXml(strToU8(text));
    return outcome.ok ? "read" : outcome.fault.code;
  };

  it("is read into elements, with CDATA and its own entities", () => {
    const outcome = readXml(
      strToU8('<?xml version="1.0"?><a x="1"><b:c><![CDATA[<i>]]>&amp;ž</b:c></a>'),
    );
    expect(outcome).toMatchObject({
      ok: true,
      root: { name: "a", attributes: { x: "1" }, children: [{ name: "c", text: "<i>&ž" }] },
    });
  });

  it.each([
    [
      "outside entities",
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      "doctype",
    ],
    [
      "a billion laughs",
      '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>',
      "doctype",
    ],
    ["an unknown entity", "<a>&x;</a>", "broken-xml"],
    ["a missing end", "<a><b></a>", "broken-xml"],
    ["nothing", "", "broken-xml"],
    ["endless nesting", `${"<a>".repeat(5000)}${"</a>".repeat(5000)}`, "too-much-inside"],
    ["letters that are no UTF-8", "<a>\u00ff</a>", "read"],
  ])("with %s is answered", (_, text, code) => expect(faultOf(text)).toBe(code));

  it("that is no UTF-8 is refused", () => {
    expect(
      readXml(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])),
    ).toMatchObject({
      ok: false,
      fault: { code: "broken-xml" },
    });
  });
});

describe("a list of 20,000 rows and 30 columns", () => {
  const cell = (row: number, column: number) =>
    column % 3 === 0 ? `žodis ${row % 50}` : String(row * column);
  const expected = Array.from({ length: 20_000 }, (_, row) =>
    Array.from({ length: 30 }, (_, column) => cell(row, column)),
  );

  it("is read whole as a workbook", () => {
    const data = expected.map(
      (row, r) =>
        `<row r="${r + 1}">${row
          .map((text, c) => {
            const place = `${c < 26 ? String.fromCharCode(65 + c) : `A${String.fromCharCode(39 + c)}`}${r + 1}`;
            return c % 3 === 0
              ? `<c r="${place}" t="s"><v>${r % 50}</v></c>`
              : `<c r="${place}"><v>${text}</v></c>`;
          })
          .join("")}</row>`,
    );
    const sharedStrings = Array.from({ length: 50 }, (_, i) => `<si><t>žodis ${i}</t></si>`).join(
      "",
    );
    const bytes = rawWorkbook({ sharedStrings, sheets: [{ name: "S", data: data.join("") }] });
    const start = performance.now();
    const outcome = readTable(bytes, "a.xlsx");
    console.info(`workbook of 20,000 x 30: ${Math.round(performance.now() - start)} ms`);
    expect(outcome.ok && outcome.sheets[0]!.rows).toEqual(expected);
  });

  it("is read whole as CSV", () => {
    const bytes = strToU8(expected.map((row) => row.join(";")).join("\n"));
    const start = performance.now();
    const outcome = readTable(bytes, "a.csv");
    console.info(`CSV of 20,000 x 30: ${Math.round(performance.now() - start)} ms`);
    expect(outcome.ok && outcome.sheets[0]!.rows).toEqual(expected);
  });
});

describe("a fault", () => {
  it("is told in both languages with its place", () => {
    expect(describeTableFault(uploadTexts.lt, { code: "quote-not-closed", line: 7 })).toContain(
      "7 eilutė",
    );
    expect(describeTableFault(uploadTexts.en, { code: "too-many-rows", limit: 50_000 })).toContain(
      "50,000 at most",
    );
  });
});
