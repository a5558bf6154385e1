import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { type Language, languages } from "../domain/text.ts";

const cookieName = "language";

/** The language of a page: what the reader chose (?language=), else chose before, else the browser's, else Lithuanian. */
export function languageOf(c: Context): Language {
  const chosen = asLanguage(c.req.query("language"));
  if (chosen) return chosen;
  return asLanguage(getCookie(c, cookieName)) ?? accepted(c.req.header("accept-language") ?? "");
}

/** Remembers a language for the pages to come. */
export function rememberLanguage(c: Context, language: Language): void {
  setCookie(c, cookieName, language, { path: "/", sameSite: "Lax", maxAge: 31_536_000 });
}

/** Whether a language was chosen in this browser before this page was asked for. */
export function hasRememberedLanguage(c: Context): boolean {
  return getCookie(c, cookieName) !== undefined;
}

/** Pages are again in the browser's own language. */
export function forgetLanguage(c: Context): void {
  deleteCookie(c, cookieName, { path: "/", sameSite: "Lax" });
}

/** The first of the browser's languages that we have. Only the first 200 characters are looked at. */
function accepted(header: string): Language {
  const wanted = header
    .slice(0, 200)
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  for (const code of wanted) {
    const language = asLanguage(code);
    if (language) return language;
  }
  return "lt";
}

function asLanguage(code: string | undefined): Language | undefined {
  return languages.find((language) => language === code);
}
