import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathText, readJson } from "../../../server/domain/analysis/json-text.ts";
import { readUtf8 } from "../../../server/domain/analysis/utf8.ts";

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("JSON with places", () => {
  it("knows where each part stands, and the nearest part around one that is missing", () => {
    const read = readJson('{\n  "items": [\n    {"key": "a"},\n    {"key": "b"}\n  ]\n}');
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const { positionOf, value } = read.content;
    expect(value).toEqual({ items: [{ key: "a" }, { key: "b" }] });
    expect(positionOf("items[1].key")).toEqual({ line: 4, column: 13 });
    expect(positionOf("items[1].showIf.item")).toEqual({ line: 4, column: 5 });
    expect(positionOf("items[7]")).toEqual({ line: 2, column: 12 });
    expect(positionOf("scales")).toEqual({ line: 1, column: 1 });
    expect(pathText(["items", 1, "key"])).toBe("items[1].key");
  });

  it.each([
    ["", 1, 1, "a value", "the end of the file"],
    ["{a: 1}", 1, 2, "a key in double quotes", '"a"'],
    ['{"a": 1,}', 1, 9, "a key in double quotes", '"}"'],
    ["[1,\n 2,]", 2, 4, "a value", '"]"'],
    ["[1 2]", 1, 4, "a comma or ]", '"2"'],
    ["01", 1, 2, "the end of the file", '"1"'],
    ['"open', 1, 1, "a closing quote", "the end of the file"],
    ['["a\nb"]', 1, 2, "a text without raw line breaks or unknown escapes", "a text"],
    ["NaN", 1, 1, "a value", '"N"'],
  ])("%j is refused at line %d, column %d", (text, line, column, expected, found) => {
    const fault = { code: "json-syntax", line, column, detail: { expected, found } };
    expect(readJson(text)).toEqual({ ok: false, faults: [fault] });
  });

  it("accepts what JSON.parse accepts, gives the same, and refuses the rest", () => {
    const edited = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", "", ",", "}", "]", '"', ":", "0", "\\", "\n"))
      .map(([json, at, extra]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + extra + json.slice(place + (extra === "" ? 0 : 1));
      });
    fc.assert(
      fc.property(edited, (text) => {
        const read = readJson(text);
        if (read.ok) expect(read.content.value).toEqual(JSON.parse(text));
        else if (read.faults[0]!.code !== "json-repeated-key") expect(parses(text)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("bytes as text", () => {
  it("are read without their byte order mark", () => {
    expect(readUtf8(Buffer.from("\ufeffŽagarė"))).toEqual({ ok: true, content: "Žagarė" });
  });

  it("are refused at the first that is no UTF-8", () => {
    const whole = Buffer.from("ąž\nčęė š");
    fc.assert(
      fc.property(fc.nat({ max: 7 }), (letters) => {
        const good = Buffer.from([..."ąž\nčęė š"].slice(0, letters).join(""));
        const bytes = Buffer.concat([good, Buffer.from([0xe0]), whole]);
        const [line, column] = letters < 3 ? [1, letters + 1] : [2, letters - 2];
        expect(readUtf8(bytes)).toMatchObject({
          ok: false,
          faults: [{ code: "not-utf-8", line, column }],
        });
      }),
    );
    expect(readUtf8(whole.subarray(0, whole.length - 1))).toMatchObject({
      faults: [{ line: 2, column: 5 }],
    });
  });
});
