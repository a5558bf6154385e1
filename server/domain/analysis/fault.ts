import type { FindingCode } from "../questionnaire/finding.ts";
import type { MistakeCode } from "../response/mistakes.ts";

/** What can be wrong in a file, without words; who shows it says it. Cells add the mistakes of forms, questionnaires the findings of their checks. */
export type FaultCode =
  | "not-utf-8"
  | "empty-file"
  | "json-syntax"
  | "json-repeated-key"
  | "json-too-deep"
  | "format"
  | "name-taken"
  | "scale-too-long"
  | "quote-not-closed"
  | "text-after-quote"
  | "cell-count"
  | "no-rows"
  | "column-missing"
  | "column-unknown"
  | "column-repeated"
  | "cell-empty"
  | "wave-unknown"
  | "wave-not-in-questionnaire"
  | "response-repeated"
  | "locality-differs"
  | "locality-not-enrolled"
  | "locality-repeated"
  | "not-a-count"
  | "not-asked-in-wave"
  | "missing-code-unknown"
  | "missing-code-not-offered"
  | "words-beside-missing"
  | MistakeCode
  | FindingCode;

/** One thing that is wrong in a file, where it is, and what it is about. Lines and columns count from 1. */
export interface Fault {
  code: FaultCode;
  line: number;
  /** In a table the number of the cell, elsewhere of the character. */
  column?: number;
  /** The column's heading, or the path in a questionnaire (`items[3].showIf`). */
  at?: string;
  detail?: Record<string, string | number>;
}

/** What was read of a file, or everything that is wrong with it. */
export type Reading<Content> = { ok: true; content: Content } | { ok: false; faults: Fault[] };

/** So many are collected before reading stops: enough to see a pattern, few enough to read. */
export const mostFaults = 20;

export function isFault(entry: object): entry is Fault {
  return "code" in entry;
}

export function faulty(...faults: Fault[]): { ok: false; faults: Fault[] } {
  return { ok: false, faults };
}

/** The line and the character in it of a place in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return { line, column: [...before.slice(lineStart)].length + 1 };
}
