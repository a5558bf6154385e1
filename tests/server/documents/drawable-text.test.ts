import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanTexts, createTextCleaner } from "../../../server/documents/drawable-text.ts";
import { readCoverage } from "../../../server/documents/font-coverage.ts";
import { fontFiles, readFonts } from "../../../server/documents/fonts.ts";

const { text, symbols } = fontFiles();
const sans = readCoverage(readFileSync(text[0] ?? ""));
const emoji = readCoverage(readFileSync(symbols[0] ?? ""));
const clean = createTextCleaner([sans, emoji]);

describe("what a font covers", () => {
  test("all cuts draw Lithuanian, its quotes, the real minus and what tables need", () => {
    for (const cut of text.map((file) => readCoverage(readFileSync(file)))) {
      for (const letter of "ąčęėįšųūžĄČĘĖĮŠŲŪŽ„“–−≥→☐□↑↓±×…") {
        expect(cut(letter.codePointAt(0) ?? 0), letter).toBe(true);
      }
    }
  });

  test("the sans has no emoji, the emoji font has", () => {
    const smile = 0x1f600;
    expect([sans(smile), emoji(smile)]).toEqual([false, true]);
  });

  test("a font without a character map is refused", () => {
    expect(() => readCoverage(new Uint8Array(64))).toThrow("no cmap table");
  });

  test("every font of ours can be read", () => {
    expect(readFonts().map((font) => readCoverage(font)(0x31))).not.toContain(false);
  });
});

describe("cleaning", () => {
  test.each([
    ["keeps Lithuanian as it is", "Žąsų „sąrašas“ – 4,5 %", "Žąsų „sąrašas“ – 4,5 %"],
    ["composes a letter and its accent", "ė".normalize("NFD"), "ė"],
    ["drops control characters", "a\u0000b\u0007c\u009bd", "abcd"],
    ["keeps line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["turns a tab into a space", "a\tb", "a b"],
    ["drops what only changes a neighbour", "\u{1f44d}\u{1f3fd}\ufe0f", "\u{1f44d}"],
    ["takes a family apart into people", "\u{1f468}\u200d\u{1f469}", "\u{1f468}\u{1f469}"],
    ["replaces a script we have no font for", "ok 漢字", "ok □□"],
    ["replaces private-use characters", "a\ue000b", "a□b"],
    ["replaces half a surrogate pair", "a\ud83db", "a□b"],
    ["keeps a no-break space", "95\u00a0%", "95\u00a0%"],
  ])("%s", (_, dirty, expected) => {
    expect(clean(dirty)).toBe(expected);
  });

  test("whatever is typed comes out drawable, and cleaning twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const cleaned = clean(typed);
        for (const character of cleaned.replace(/[\n\u00ad]/g, "")) {
          const codePoint = character.codePointAt(0) ?? 0;
          expect(sans(codePoint) || emoji(codePoint)).toBe(true);
        }
        expect(clean(cleaned)).toBe(cleaned);
      }),
      { numRuns: 1_000 },
    );
  });

  test("reaches texts anywhere in the data", () => {
    expect(cleanTexts({ a: ["漢", 1, null], b: { c: true } }, clean)).toEqual({
      a: ["□", 1, null],
      b: { c: true },
    });
  });
});
