import type { Text } from "../text.ts";

/**
 * One field of a form of the set-up. A `pair` is typed in each language; the options of a `choice` are either the same
 * for every programme or come from the programme itself (`given`).
 */
export type Field =
  | { kind: "line" | "words"; isRequired: boolean; most: number }
  | { kind: "pair"; isRequired: boolean; most: number; isLong?: boolean }
  | { kind: "day" | "moment" | "address"; isRequired: boolean }
  | { kind: "number"; isRequired: boolean; least: number; most: number; decimals: number }
  | { kind: "choice"; isRequired: boolean; options: readonly string[] | "given" }
  | { kind: "tick"; isRequired: false };

export type Fields = Record<string, Field>;

type Unless<F extends Field, Value> = F["isRequired"] extends true ? Value : Value | null;

/** What a field is once it has been read. Days are YYYY-MM-DD, moments local times without a zone. */
export type ValueOf<F extends Field> = F["kind"] extends "pair"
  ? Text
  : F["kind"] extends "tick"
    ? boolean
    : F["kind"] extends "number"
      ? Unless<F, number>
      : F["kind"] extends "day" | "moment" | "choice"
        ? Unless<F, string>
        : string;

export type Values<All extends Fields> = { -readonly [Name in keyof All]: ValueOf<All[Name]> };

/** A form as it is typed: the text of every input by its name. A tick is "yes" or nothing. */
export type Typed = Record<string, string>;

export type MistakeCode =
  | "missing"
  | "too-long"
  | "not-a-day"
  | "not-a-moment"
  | "not-a-number"
  | "out-of-range"
  | "not-an-address"
  | "not-offered"
  | "taken"
  | "not-a-slug"
  | "ends-before-start"
  | "before-programme-ends"
  | "before-key"
  | "half-a-place"
  | "no-forms"
  | "not-a-zone";

/** What is wrong with one input, named as in the page. */
export interface Mistake {
  input: string;
  code: MistakeCode;
}

/** The name of the input for one language of a pair. */
export function inputOf(name: string, language: string): string {
  return `${name}-${language}`;
}
