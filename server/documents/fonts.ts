import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The family every document is set in, and the one that draws what it lacks (emoji, symbols). */
export const textFamily = "Source Sans 3";
export const symbolFamily = "Noto Emoji";

const cuts = ["Regular", "It", "Semibold", "SemiboldIt", "Bold"] as const;

/** Font files of both families. They are found at run time, so that the built server needs no copies. */
export function fontFiles(): { text: string[]; symbols: string[] } {
  const require = createRequire(import.meta.url);
  const sans = path.dirname(require.resolve("source-sans/package.json"));
  const emoji = path.dirname(require.resolve("@expo-google-fonts/noto-emoji/package.json"));
  return {
    text: cuts.map((cut) => path.join(sans, "TTF", `SourceSans3-${cut}.ttf`)),
    symbols: [path.join(emoji, "400Regular", "NotoEmoji_400Regular.ttf")],
  };
}

/** The same as bytes. */
export function readFonts(): Buffer[] {
  const { text, symbols } = fontFiles();
  return [...text, ...symbols].map((file) => fs.readFileSync(file));
}
