import { z } from "zod";

export const languages = ["lt", "en"] as const;
export type Language = (typeof languages)[number];

/** One wording in several languages, by language code. */
export type Text = Record<string, string>;

export const textSchema = z.record(z.string().regex(/^[a-z]{2}$/), z.string());

/** The wording in the wanted language, else in the first language that has one, else nothing. */
export function inLanguage(text: Text, language: string): string {
  return text[language] || Object.values(text).find((wording) => wording !== "") || "";
}
