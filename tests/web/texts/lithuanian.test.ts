import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = "web/texts";

interface Words {
  file: string;
  /** As it stands in the source, with what is between braces. */
  source: string;
  /** Without code, no-break spaces as themselves. */
  text: string;
}

/** The Lithuanian half of a file: all of "…-lt.ts", and of other files what stands above their English. */
function lithuanianOf(file: string): string {
  if (file.endsWith("-en.ts")) return "";
  const source = fs.readFileSync(path.join(folder, file), "utf8");
  const code = source.replace(/^\s*(\/\/|\/?\*).*$/gm, "");
  const half = file.endsWith("-lt.ts") ? code : (code.split(/^const en\b/m)[0] ?? "");
  // In drafts and tables both languages stand side by side; English is told by its key.
  return half.replace(/\ben: (?:"(?:[^"\\\n]|\\.)*"|\{[^{}]*\})/g, "");
}

function wordsOf(file: string): Words[] {
  return literalsIn(lithuanianOf(file)).map(({ source, text }) => ({
    file,
    source: source.replaceAll("\\u00a0", "\u00a0"),
    text: text.replaceAll("\\u00a0", "\u00a0"),
  }));
}

interface Literal {
  source: string;
  text: string;
}

/** Every literal of some code, and those within the code of templates as well. */
function literalsIn(code: string): Literal[] {
  const found: Literal[] = [];
  for (let at = 0; at < code.length; at++) {
    const isTemplate = code[at] === "`";
    if (code[at] !== '"' && !isTemplate) continue;
    const literal = readLiteral(code, at);
    found.push(literal, ...(isTemplate ? literalsIn(literal.inner) : []));
    at += literal.source.length + 1;
  }
  return found;
}

/** One literal; what stands between braces in a template becomes one sign that is neither a letter nor a blank. */
function readLiteral(code: string, start: number): Literal & { inner: string } {
  let text = "";
  let inner = "";
  let at = start + 1;
  while (code[at] !== code[start]) {
    const isCode = code[start] === "`" && code.startsWith("${", at);
    const end = isCode ? endOfCode(code, at + 2) : at + (code[at] === "\\" ? 2 : 1);
    text += isCode ? "◊" : code.slice(at, end);
    inner += isCode ? `${code.slice(at + 2, end - 1)}\n` : "";
    at = end;
  }
  return { source: code.slice(start + 1, at), text, inner };
}

/** Behind the brace that closes what begins here, whatever braces and templates lie between. */
function endOfCode(code: string, start: number): number {
  let at = start;
  for (let depth = 1; depth > 0; at++) {
    if (code[at] === "`" || code[at] === '"') at += readLiteral(code, at).source.length + 1;
    else if (code[at] === "{") depth++;
    else if (code[at] === "}") depth--;
  }
  return at;
}

const files = fs.readdirSync(folder).filter((file) => file.endsWith(".ts"));
const words = files.flatMap(wordsOf);
const lithuanian = words.filter(({ text }) => /[ąčęėįšųūž]/i.test(text));

function where(pattern: RegExp, among: readonly Words[] = lithuanian): string[] {
  return among
    .filter(({ text }) => pattern.test(text))
    .map(({ file, text }) => `${file}: ${text.slice(0, 120)}`);
}

function timesIn(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

describe("Lithuanian as it is set", () => {
  it("is there to be looked at", () => {
    expect(lithuanian.length).toBeGreaterThan(1500);
  });

  it("opens every quotation with „ and closes it with “", () => {
    const torn = lithuanian.filter(({ text }) => timesIn(text, "„") !== timesIn(text, "“"));
    expect(torn.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
    expect(where(/\\"|'|”|‘|’/)).toEqual([]);
  });

  it.each([
    ["a hyphen for a dash", / -+ /],
    ["a hyphen in a range", /(?<![\w-])\d+-\d+(?![\w-])/],
    ["two spaces", / {2}/],
    ["a space before a sign", / (?:[,:;!)]|[.?](?!\w))/],
    ["a decimal point", /\d\.\d/],
    ["a number that may part from its unit", /\d (?:%|m\.|d\.|val\.|min\.|proc\.|kB|MB|000\b)/],
    ["a number sign that may part from its number", /\bNr\. (?=[\d◊])/],
    ["a small „jūs“", /(?<!\p{L})(?:jūs|jūsų|jums|jumis)(?!\p{L})/u],
  ])("has nowhere %s", (_, pattern) => {
    expect(where(pattern)).toEqual([]);
  });

  it("ends no sentence with „d..“ or „val..“: days and moments bring their full stop along", () => {
    const doubled = words.filter(({ source }) =>
      /\$\{(?:[^{}]*format(?:Day|Moment)[^{}]*|\w*(?:[dD]ay|[mM]oment|[dD]ate|until|due))\}\./.test(
        source,
      ),
    );
    expect(doubled.map(({ file, source }) => `${file}: ${source}`)).toEqual([]);
  });

  it("has all four forms of every counted noun", () => {
    const lacking = files.flatMap((file) => {
      const objects = lithuanianOf(file).match(/\{[^{}]*\bone: "[^{}]*\bother: "[^{}]*\}/g) ?? [];
      return objects
        .filter((object) => /[ąčęėįšųūž]/i.test(object))
        .filter((object) => !/\bfew:/.test(object) || !/\bmany:/.test(object))
        .map((object) => `${file}: ${object}`);
    });
    expect(lacking).toEqual([]);
  });
});

describe("one word for one thing", () => {
  it.each([
    // The law calls the processor so; the organiser's person is "už duomenis atsakingas žmogus".
    ["duomenų tvarkytojas", /duomenų tvarkytoj/i],
    ["pasitikėjimo intervalas", /pasitikėjimo interval/i],
    ["duomenų paketas", /duomenų paket|(?<!\p{L})paketas rengiamas/iu],
    ["publikuoti", /publikuo/i],
    ["eksportas", /eksport/i],
    ["dėstytojas", /dėstytoj/i],
    ["parsisiųsti", /parsisiųs/i],
    ["dalinai", /(?<!\p{L})dalinai(?!\p{L})/iu],
    ["kukis", /(?<!\p{L})kuki/iu],
    ["tokenas", /(?<![\p{L}-])token/iu],
    ["slug", /(?<![\p{L}-])slug(?!s)/iu],
    ["uždaryti anketą", /anketa (?:jau )?uždaryta|uždarytos? anket/i],
  ])("never says „%s“", (_, pattern) => {
    expect(where(pattern, words)).toEqual([]);
  });
});

describe("pages, figures and browser code", () => {
  it.each(["web/pages", "web/figures", "web/browser"])("have no words of their own: %s", (root) => {
    const sources = fs.readdirSync(root, { recursive: true, encoding: "utf8" });
    const speaking = sources.filter((file) => {
      if (!/\.tsx?$/.test(file)) return false;
      const source = fs.readFileSync(path.join(root, file), "utf8");
      const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
      return /[ąčęėįšųūž„]/i.test(code);
    });
    expect(sources.length).toBeGreaterThan(5);
    expect(speaking).toEqual([]);
  });
});
