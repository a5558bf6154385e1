import type { QuestionnaireDocument } from "../questionnaire/document.ts";

/** Why something of a questionnaire could not be taken from one format into another, or was taken differently. */
export type LossCode =
  // Coming in.
  | "type-not-known"
  | "repeat-refused"
  | "calculation-left-out"
  | "condition-not-expressible"
  | "check-left-out"
  | "language-left-out"
  | "language-taken-as"
  | "name-changed"
  | "choices-too-few"
  | "choices-too-many"
  | "list-not-found"
  | "comment-left-out"
  | "default-left-out"
  | "media-left-out"
  | "taken-as-text"
  | "taken-as-rating"
  | "taken-as-number"
  | "hidden-left-out"
  | "scale-proposed"
  | "scores-left-out"
  | "choices-not-filtered"
  | "insertion-left-in"
  | "too-many-items"
  // Going out.
  | "waves-left-out"
  | "scale-left-out"
  | "breakdown-left-out"
  | "knowledge-key-left-out"
  | "looking-back-left-out"
  | "newcomers-left-out"
  | "way-out-as-option"
  | "limits-left-out"
  | "unit-left-out"
  | "codes-changed";

/** One thing that was lost; `name` is what the file calls the question, `detail` what it was. Both come from outside. */
export interface Loss {
  code: LossCode;
  name?: string;
  detail?: string;
  /** The row of the sheet that it is about, where the file is one. */
  row?: number;
}

export type ExchangeFaultCode =
  | "format-not-known"
  | "json-syntax"
  | "own-format"
  | "no-survey-sheet"
  | "no-type-column"
  | "no-questions";

export interface ExchangeFault {
  code: ExchangeFaultCode;
  /** Where in the file, as far as that can be told. */
  places?: string[];
}

export type ImportOutcome =
  | { ok: true; document: QuestionnaireDocument; losses: Loss[] }
  | { ok: false; fault: ExchangeFault };

/** A document in another format, and what that format cannot say. */
export interface Exported<Content> {
  content: Content;
  losses: Loss[];
}
