import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/**
 * The law calls one of its documents the data protection impact assessment (GDPR, Article 35; in Lithuanian "poveikio
 * duomenų apsaugai vertinimas"). In these files, which name it and say nothing of results, it may be called so.
 */
const lawful =
  /poveikio duomenų apsaugai vertinim|data protection impact assessment|^impact-assessment$/gi;
const lawfulFiles = [
  "privacy.ts",
  "privacy-lt.ts",
  "privacy-en.ts",
  "privacy-documents-lt.ts",
  "privacy-documents-en.ts",
];

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
  const isLawful = lawfulFiles.includes(path.basename(file));
  return found.map((literal) => {
    const text = withoutCode(literal.slice(1, -1));
    return { file, text: isLawful ? text.replace(lawful, "") : text };
  });
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
