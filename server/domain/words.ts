/** Words that the whole domain shares; docs/GLOSSARY.md says what each means. */
export const waveKinds = ["before", "after", "followup"] as const;
export type WaveKind = (typeof waveKinds)[number];

export const identityModes = ["register", "bowl", "self-made"] as const;
export type IdentityMode = (typeof identityModes)[number];

/** `demo` and `try-out` programmes hold invented data, and every page and sheet made from them says so. */
export type ProgrammeKind = "real" | "demo" | "try-out";

/** How an answer after came to be paired with an answer before. */
export type MatchType =
  | "card"
  | "reissued-card"
  | "self-made-exact"
  | "self-made-approximate"
  | "self-made-confirmed"
  | "paper";

/** `data` may see rows (with a reason that is recorded); `evaluator` and `funder` see released figures only. */
export type StaffRole = "organiser" | "data" | "data-entry" | "evaluator" | "funder";

/** A sentence of the notice that a participant ticks, or not. */
export interface NoticeStatement {
  key: string;
  kind: "participation" | "consent";
  isRequired: boolean;
  text: Record<string, string>;
}
