import { cleanLine, cleanText, lengthOf } from "../response/clean-text.ts";
import { languages, type Text } from "../text.ts";
import {
  type Field,
  type Fields,
  inputOf,
  type Mistake,
  type MistakeCode,
  type Typed,
  type Values,
} from "./field.ts";

/** What a form needs to know of the programme to be judged. */
export interface FormSetting {
  /** Languages in which required pairs must be given. */
  languages: readonly string[];
  /** Options of choices that come from the programme, by the field's name. */
  options: Readonly<Record<string, readonly string[]>>;
}

export type ReadForm<All extends Fields> =
  | { ok: true; values: Values<All> }
  | { ok: false; mistakes: Mistake[] };

/** The longest text that is looked at and shown again; what a field may hold is shorter. */
const longestTyped = 20_000;

/** Picks what belongs to a form out of what was sent, as it was typed. */
export function typedOf(fields: Fields, sent: Readonly<Record<string, unknown>>): Typed {
  const names = Object.entries(fields).flatMap(([name, field]) => inputsOf(name, field));
  return Object.fromEntries(
    names.map((name) => {
      const value = sent[name];
      return [name, typeof value === "string" ? value.slice(0, longestTyped) : ""];
    }),
  );
}

/** Reads a typed form into values, or says what is wrong with which input, in the order of the form. */
export function readForm<All extends Fields>(
  fields: All,
  typed: Typed,
  setting: FormSetting,
): ReadForm<All> {
  const mistakes: Mistake[] = [];
  const values = Object.entries(fields).map(([name, field]) => {
    const read = readField({ name, field }, typed, setting);
    mistakes.push(...read.mistakes);
    return [name, read.value];
  });
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, values: asValues(Object.fromEntries(values)) };
}

/** Each value was read by its own field, so together they are the values of the form. */
function asValues<All extends Fields>(values: Record<string, unknown>): Values<All> {
  return values as Values<All>;
}

/** Stored values as a form shows them. */
export function formOf(fields: Fields, values: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      inputsOf(name, field).map((input) => [input, shown(field, values[name], input)]),
    ),
  );
}

function inputsOf(name: string, field: Field): string[] {
  return field.kind === "pair" ? languages.map((language) => inputOf(name, language)) : [name];
}

function shown(field: Field, value: unknown, input: string): string {
  if (value === null || value === undefined) return "";
  if (field.kind === "pair") return (value as Text)[input.slice(-2)] ?? "";
  if (field.kind === "tick") return value === true ? "yes" : "";
  return String(value);
}

interface ReadField {
  value: unknown;
  mistakes: Mistake[];
}

interface Named {
  name: string;
  field: Field;
}

function readField({ name, field }: Named, typed: Typed, setting: FormSetting): ReadField {
  if (field.kind === "pair") return readPair(name, field, typed, setting);
  const read = readOne(field, typed[name] ?? "", setting.options[name] ?? []);
  if (!("code" in read)) return { value: read.value, mistakes: [] };
  return { value: null, mistakes: [{ input: name, code: read.code }] };
}

function readPair(
  name: string,
  field: Extract<Field, { kind: "pair" }>,
  typed: Typed,
  setting: FormSetting,
): ReadField {
  const value: Text = {};
  const mistakes: Mistake[] = [];
  for (const language of languages) {
    const input = inputOf(name, language);
    const isRequired = field.isRequired && setting.languages.includes(language);
    const read = readWords(typed[input] ?? "", { ...field, isRequired });
    if ("code" in read) mistakes.push({ input, code: read.code });
    else value[language] = read.value;
  }
  return { value, mistakes };
}

type ReadOne<Value> = { value: Value } | { code: MistakeCode };

function readOne(
  field: Exclude<Field, { kind: "pair" }>,
  text: string,
  given: readonly string[],
): ReadOne<unknown> {
  switch (field.kind) {
    case "line":
      return readWords(text, field);
    case "words":
      return readWords(text, { ...field, isLong: true });
    case "tick":
      return { value: text === "yes" };
    case "number":
      return readNumber(text, field);
    case "choice":
      return readChoice(text, field, given);
    case "address":
      return readAddress(text, field.isRequired);
    case "day":
      return readTime(text, field.isRequired, "not-a-day", isDay);
    case "moment":
      return readTime(text, field.isRequired, "not-a-moment", isMoment);
  }
}

function readWords(
  text: string,
  field: { isRequired: boolean; most: number; isLong?: boolean },
): ReadOne<string> {
  const value = field.isLong ? cleanText(text) : cleanLine(text);
  if (value === "" && field.isRequired) return { code: "missing" };
  return lengthOf(value) > field.most ? { code: "too-long" } : { value };
}

function readNumber(
  text: string,
  field: Extract<Field, { kind: "number" }>,
): ReadOne<number | null> {
  const plain = text.replace(/\s/g, "").replace(",", ".").replace("\u2212", "-");
  if (plain === "") return field.isRequired ? { code: "missing" } : { value: null };
  if (!/^-?\d{1,12}(\.\d{1,8})?$/.test(plain)) return { code: "not-a-number" };
  const places = plain.split(".")[1]?.length ?? 0;
  const value = Number(plain);
  const isInRange = value >= field.least && value <= field.most && places <= field.decimals;
  return isInRange ? { value } : { code: "out-of-range" };
}

function readChoice(
  text: string,
  field: Extract<Field, { kind: "choice" }>,
  given: readonly string[],
): ReadOne<string | null> {
  if (text === "") return field.isRequired ? { code: "missing" } : { value: null };
  const options = field.options === "given" ? given : field.options;
  return options.includes(text) ? { value: text } : { code: "not-offered" };
}

function readAddress(text: string, isRequired: boolean): ReadOne<string> {
  const value = cleanLine(text);
  if (value === "") return isRequired ? { code: "missing" } : { value };
  if (lengthOf(value) > 500) return { code: "too-long" };
  return /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value)
    ? { value }
    : { code: "not-an-address" };
}

function readTime(
  text: string,
  isRequired: boolean,
  code: MistakeCode,
  isRight: (value: string) => boolean,
): ReadOne<string | null> {
  const value = text.trim();
  if (value === "") return isRequired ? { code: "missing" } : { value: null };
  return isRight(value) ? { value } : { code };
}

/** Whether it is a day of the calendar, YYYY-MM-DD, in a year that a programme could be in. */
export function isDay(text: string): boolean {
  if (!/^(19[5-9]|20|21)\d{1,2}-\d{2}-\d{2}$/.test(text) || text.length !== 10) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether it is a day and a time of day, YYYY-MM-DDTHH:MM. */
export function isMoment(text: string): boolean {
  const [day = "", time = ""] = text.split("T");
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}
