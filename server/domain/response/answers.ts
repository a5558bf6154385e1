/**
 * Why an item has no answer: seen and left empty, never reached, not asked (routing), "cannot answer" chosen,
 * "I don't know" chosen on a knowledge item (scores 0, kept apart).
 */
export const missingCodes = [
  "skipped",
  "not-reached",
  "not-asked",
  "cannot-answer",
  "dont-know",
] as const;
export type MissingCode = (typeof missingCodes)[number];

/** A missing answer as it is stored. */
export interface Missing {
  missing: MissingCode;
}

/** A choice with the participant's own words for "other". */
export interface ChoiceWithOther {
  chosen: string[];
  other: string;
}

/** One stored answer: a number (rating, number), a text or option, several options, or why there is none. */
export type Answer = number | string | string[] | ChoiceWithOther | Missing;

/** All answers of one response, by item key. */
export type Answers = Record<string, Answer>;

/** Stored for the "no opportunity" option of a rating: an ordinary answer that scales leave out. */
export const noOpportunity = "no-opportunity";

export function isMissing(answer: Answer | undefined): answer is Missing {
  return typeof answer === "object" && !Array.isArray(answer) && "missing" in answer;
}
