import { inLanguage, languages, type Text } from "../text.ts";

const namedEntities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bdquo: "„",
  ldquo: "“",
  rdquo: "”",
};

/** What people read of a text with HTML in it: no tags, breaks where blocks end. Questionnaires hold plain text. */
export function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return tidy(markup);
  const bare = markup
    .replace(/<(script|style)\b[^<>]*>[^<]*/gi, "")
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi, "\n")
    .replace(/<li\b[^<>]*>/gi, "– ")
    .replace(/<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi, "");
  return tidy(bare.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, decodeEntity));
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith("#")) return namedEntities[name.toLowerCase()] ?? whole;
  const isHex = /^#x/i.test(name);
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isLetter = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : "";
}

function tidy(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A wording of those languages that we know, without empty ones. */
export function knownText(wordings: Readonly<Record<string, string | undefined>>): Text {
  const text: Text = {};
  for (const language of languages) {
    const wording = plainText(wordings[language] ?? "");
    if (wording !== "") text[language] = wording;
  }
  return text;
}

export function isEmptyText(text: Text): boolean {
  return Object.values(text).every((wording) => wording === "");
}

const languageNames: Record<string, string> = {
  english: "en",
  anglų: "en",
  lithuanian: "lt",
  lietuvių: "lt",
  lietuviškai: "lt",
};

/** "lt" for "lt", "lt-LT", "Lithuanian", "Lietuvių (lt)"; other languages keep the name they came with. */
export function languageCode(name: string): string {
  const inBrackets = /\(([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\)\s*$/.exec(name)?.[1];
  const bare = (inBrackets ?? name).trim().toLowerCase();
  return languageNames[bare] ?? bare.replace(/^([a-z]{2})[-_].*$/, "$1");
}

/** "Planning – January" in the languages of the first. */
export function joined(first: Text, second: Text): Text {
  if (isEmptyText(second)) return first;
  if (isEmptyText(first)) return second;
  const both = Object.entries(first).map(([language, text]) => {
    return [language, `${text} – ${inLanguage(second, language)}`];
  });
  return Object.fromEntries(both);
}
