import { type Coverage, readCoverage } from "./font-coverage.ts";
import { readFonts } from "./fonts.ts";

/** Makes any text drawable. */
export type TextCleaner = (text: string) => string;

/** What takes the place of a character that no font of ours draws. */
const replacement = "\u25a1";

/** Joiners, variation selectors and skin tones: they change how a neighbour looks and draw nothing themselves. */
const invisible = /\u200b|\u200d|\u2060|\ufeff|\ufe0e|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu;

/**
 * A cleaner for fonts with these coverages. One missing glyph makes a whole PDF/UA export fail, and any
 * person can type an emoji or paste a control character, so every text goes through here first:
 * composed (NFC), line ends as \n, controls removed, private-use and undrawable characters replaced by □.
 */
export function createTextCleaner(coverages: Coverage[]): TextCleaner {
  const isDrawn = (codePoint: number) => coverages.some((draws) => draws(codePoint));
  return (text) =>
    text
      .normalize("NFC")
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replace(invisible, "")
      .replace(/[^\x20-\x7e\n]/gu, (character) => cleanCharacter(character, isDrawn));
}

/** A cleaner for what the fonts of our documents draw together. */
export function documentCleaner(): TextCleaner {
  return createTextCleaner(readFonts().map(readCoverage));
}

function cleanCharacter(character: string, isDrawn: (codePoint: number) => boolean): string {
  if (character === "\t") return " ";
  if (/\p{Cc}|\p{Cf}/u.test(character)) return character === "\u00ad" ? character : "";
  if (/\p{Co}|\p{Cs}|\p{Cn}/u.test(character)) return replacement;
  const codePoint = character.codePointAt(0) ?? 0;
  if (isDrawn(codePoint)) return character;
  return /\p{Zs}/u.test(character) ? " " : replacement;
}

/** The same data with every text cleaned; keys of objects are ours and stay. */
export function cleanTexts<Data>(data: Data, clean: TextCleaner): Data {
  if (typeof data === "string") return clean(data) as Data;
  if (Array.isArray(data)) return data.map((part) => cleanTexts(part, clean)) as Data;
  if (typeof data !== "object" || data === null || ArrayBuffer.isView(data)) return data;
  const parts = Object.entries(data).map(([key, part]) => [key, cleanTexts(part, clean)]);
  return Object.fromEntries(parts) as Data;
}
