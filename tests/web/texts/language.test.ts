import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** Everything between quotes in the files that hold what people read about results. */
function literals(): { file: string; text: string }[] {
  const folders = ["web/texts", "web/figures", "web/pages/dashboard"];
  const files = folders.flatMap((folder) =>
    fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : [],
  );
  return files.filter((file) => /\.tsx?$/.test(file)).flatMap(literalsOf);
}

function literalsOf(file: string): { file: string; text: string }[] {
  const source = fs.readFileSync(file, "utf8").replace(/^\s*(\/\/|\/?\*).*$/gm, "");
  const found = source.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  return found.map((literal) => ({ file, text: withoutCode(literal.slice(1, -1)) }));
}

/** What stands between braces in a template is code, not words. */
function withoutCode(text: string): string {
  const shorter = text.replace(/\$\{[^{}]*\}/g, "…");
  return shorter === text ? text : withoutCode(shorter);
}

/** At least one whole word with a letter that English has not. */
function isLithuanian(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => /[ąčęėįšųūž]/i.test(word));
}

describe("the language of results", () => {
  it("has something to look at", () => {
    expect(literals().filter(({ text }) => isLithuanian(text)).length).toBeGreaterThan(40);
  });

  it.each([
    /\bsignifican/i,
    /\beffect/i,
    /\bprove[ds]?\b|\bproven\b/i,
    /\bno change\b/i,
    /\bimpact/i,
    /reikšming/i,
    /poveik/i,
    /įrody/i,
    /efekt/i,
    /mokymai padidino/i,
    /pokyčio nėra/i,
  ])("never says %s", (forbidden) => {
    expect(literals().filter(({ text }) => forbidden.test(text))).toEqual([]);
  });

  it("has no straight or English quotes in Lithuanian", () => {
    const wrong = literals().filter(
      ({ text }) =>
        isLithuanian(text) && (/\\"|'|”|‘|’/.test(text) || (/“/.test(text) && !/„/.test(text))),
    );
    expect(wrong).toEqual([]);
  });

  it("has no hyphen where a dash belongs", () => {
    expect(literals().filter(({ text }) => isLithuanian(text) && / - /.test(text))).toEqual([]);
  });
});
