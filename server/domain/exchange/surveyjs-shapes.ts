import type { Text } from "../text.ts";
import { knownText, languageCode } from "./plain-text.ts";

// SurveyJS questionnaires are JSON that its users write freely: nothing in them is taken for granted.

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function stringOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** Reads wordings: a plain one is in the survey's own language, others are by language beside "default". */
export function wordingReader(ownLanguage: string) {
  return (value: unknown): Text => {
    if (!isJson(value)) return knownText({ [ownLanguage]: stringOf(value) });
    const { default: usual, ...others } = value;
    const named = Object.entries(others).map(([name, wording]) => [
      languageCode(name),
      stringOf(wording),
    ]);
    return knownText({ [ownLanguage]: stringOf(usual), ...Object.fromEntries(named) });
  };
}

/** A wording as SurveyJS writes it: plain where there is one language, else by language. */
export function wordingOf(text: Text, languages: readonly string[]): string | Json {
  const [first = "lt", ...others] = languages;
  if (others.length === 0) return text[first] ?? "";
  return {
    default: text[first] ?? "",
    ...Object.fromEntries(languages.map((one) => [one, text[one] ?? ""])),
  };
}

/** All languages that are named anywhere in wordings of the survey. */
export function languagesIn(value: unknown, depth = 0): Set<string> {
  const found = new Set<string>();
  if (depth > 12) return found;
  if (isJson(value) && "default" in value) {
    for (const name of Object.keys(value)) if (name !== "default") found.add(languageCode(name));
  }
  const inner = Array.isArray(value) ? value : isJson(value) ? Object.values(value) : [];
  for (const one of inner) for (const name of languagesIn(one, depth + 1)) found.add(name);
  return found;
}
