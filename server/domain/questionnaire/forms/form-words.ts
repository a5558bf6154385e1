import { cleanLine, cleanText, lengthOf } from "../../response/clean-text.ts";
import type { FormFields } from "../../response/form-fields.ts";
import type { Text } from "../../text.ts";

/** What is wrong with one field of an editor's form. */
export type FormMistakeCode =
  | "empty"
  | "too-long"
  | "not-a-number"
  | "out-of-range"
  | "not-a-date"
  | "code-malformed"
  | "code-taken"
  | "option-code-malformed"
  | "option-code-repeated"
  | "rule-value-missing"
  | "unknown-choice"
  | "line-count"
  | "too-many-lines"
  | "group-empty";

export interface FormMistake {
  field: string;
  code: FormMistakeCode;
  detail?: string | number;
}

/** Gathers mistakes while a form is read, so that all of them are told at once. */
export interface FormReading {
  fields: FormFields;
  languages: readonly string[];
  mistakes: FormMistake[];
}

export function typedIn(fields: FormFields, name: string): string {
  return fields.get(name)?.[0] ?? "";
}

export function isTicked(fields: FormFields, name: string): boolean {
  return typedIn(fields, name) === "yes";
}

/** The field of a wording in one language. */
export function wordingField(name: string, language: string): string {
  return `${name}.${language}`;
}

export interface WordingRules {
  longest: number;
  isLong?: boolean;
  isNeeded?: boolean;
  /** Wordings in languages that the form does not show stay as they were. */
  old?: Text;
}

/** A wording in the form's languages; what is not needed may be empty in all of them. */
export function readWording(
  { fields, languages, mistakes }: FormReading,
  name: string,
  { longest, isLong, isNeeded, old }: WordingRules,
): Text {
  const clean = isLong ? cleanText : cleanLine;
  const words = languages.map((language) => {
    const field = wordingField(name, language);
    const text = clean(typedIn(fields, field));
    if (lengthOf(text) > longest) mistakes.push({ field, code: "too-long", detail: longest });
    return [language, text] as const;
  });
  if (isNeeded && words.every(([, text]) => text === "")) {
    mistakes.push({ field: wordingField(name, languages[0]!), code: "empty" });
  }
  return { ...old, ...Object.fromEntries(words) };
}

/** The same for a wording that need not be there at all. */
export function readOptionalWording(
  reading: FormReading,
  name: string,
  rules: WordingRules,
): Text | undefined {
  const text = readWording(reading, name, rules);
  return Object.values(text).some((words) => words !== "") ? text : undefined;
}

export function wordingFields(name: string, text: Text | undefined): [string, string[]][] {
  return Object.entries(text ?? {}).map(([language, words]) => [
    wordingField(name, language),
    [words],
  ]);
}

/** A number as people of either language write it; undefined where the field is empty. */
export function readNumber(
  { fields, mistakes }: FormReading,
  field: string,
  { isWhole = true }: { isWhole?: boolean } = {},
): number | undefined {
  const text = typedIn(fields, field).trim().replace(/[−–]/, "-").replace(",", ".");
  if (text === "") return undefined;
  const isNumber = isWhole ? /^-?\d{1,9}$/.test(text) : /^-?\d{1,12}(\.\d{1,6})?$/.test(text);
  if (isNumber) return Number(text);
  mistakes.push({ field, code: "not-a-number" });
  return undefined;
}

/** What is stored for a number, in a form; empty where there is none. */
export function numberField(name: string, value: number | undefined): [string, string[]][] {
  return value === undefined ? [] : [[name, [String(value)]]];
}

export function tickField(name: string, isOn: boolean): [string, string[]][] {
  return isOn ? [[name, ["yes"]]] : [];
}

const keyPattern = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/**
 * The code of something: the one typed, or one that is free where none was typed. Codes name columns of data files, so
 * they are letters, digits and low lines.
 */
export function readKey(
  { fields, mistakes }: FormReading,
  { old, taken, base }: { old: string | undefined; taken: ReadonlySet<string>; base: string },
): string {
  const typed = cleanLine(typedIn(fields, "key"));
  if (typed === "") return old ?? nextKey(base, taken);
  if (typed === old) return typed;
  if (!keyPattern.test(typed) || typed in {})
    mistakes.push({ field: "key", code: "code-malformed" });
  else if (taken.has(typed)) mistakes.push({ field: "key", code: "code-taken" });
  return typed;
}

/** `INOV1`, `INOV2` … : the first that is free. */
export function nextKey(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const key = `${base.slice(0, 34)}${number}`;
    if (!taken.has(key)) return key;
  }
}
