/** Every refusal the system can utter. The HTTP layer maps each to a status and a page; texts are in web/texts. */
export type ProblemCode =
  | "not-found"
  | "link-unknown"
  | "code-mistyped"
  | "code-unknown"
  | "too-many-tries"
  | "wave-not-open"
  | "wave-closed"
  | "already-answered"
  | "sign-in-needed"
  | "sign-in-link-used"
  | "not-allowed"
  | "whole-programme-only"
  | "data-role-needed"
  | "foreign-origin"
  | "unknown-host"
  | "bad-request"
  | "too-large"
  | "conflict"
  | "release-not-possible"
  | "busy"
  | "unexpected";

/** A refusal, thrown where it arises and answered in one place. `detail` is for the page and holds no personal data. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: Record<string, string | number>;

  constructor(code: ProblemCode, detail: Record<string, string | number> = {}) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.detail = detail;
  }
}
