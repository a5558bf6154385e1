import { GlobalFonts } from "@napi-rs/canvas";
import { fontFiles, symbolFamily, textFamily } from "./fonts.ts";

/**
 * Makes our fonts known to every canvas of this process. Whatever draws letters asks for it first: a drawing must not
 * look otherwise because another one came before it.
 */
export function registerFonts(): void {
  if (GlobalFonts.has(textFamily)) return;
  const files = fontFiles();
  for (const file of files.text) GlobalFonts.registerFromPath(file, textFamily);
  for (const file of files.symbols) GlobalFonts.registerFromPath(file, symbolFamily);
}
