/** What can be wrong with one answer, without words: pages and the interface say it in the reader's language. */
export type MistakeCode =
  | "required"
  | "not-an-option"
  | "one-answer-only"
  | "too-few"
  | "too-many"
  | "too-long"
  | "not-a-number"
  | "too-small"
  | "too-large"
  | "too-many-decimals"
  | "not-a-date"
  | "too-early"
  | "too-late"
  | "rank-missing"
  | "rank-repeated";

/** A mistake in the answer to one item; `detail` holds the limits that the wording needs. */
export interface Mistake {
  item: string;
  code: MistakeCode;
  detail: Record<string, string | number>;
}
