import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "../../../web/figures/configuration-wrapping.ts";

const oneEach = (text: string) => text.length;

test("breaks between words", () => {
  expect(wrapText("Senamiesčio ir centrinių erdvių", 14, oneEach)).toEqual([
    "Senamiesčio ir",
    "centrinių",
    "erdvių",
  ]);
});

test("keeps a no-break space whole", () => {
  expect(wrapText("apie 95\u00a0% atsakymų", 8, oneEach)).toEqual([
    "apie",
    "95\u00a0%",
    "atsakymų",
  ]);
});

test("cuts a word that is wider than a line", () => {
  expect(wrapText("nebeprisikiškiakopūsteliaudamas", 12, oneEach)).toEqual([
    "nebeprisikiš",
    "kiakopūsteli",
    "audamas",
  ]);
});

test("an empty text has no lines", () => {
  expect(wrapText("  ", 10, oneEach)).toEqual([]);
});

test("never makes a line too wide, and loses no letter", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrapText(text, width, oneEach);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      expect(lines.join("").replace(/ /g, "")).toBe(text.replace(/[ \t\n]/g, ""));
    }),
  );
});
