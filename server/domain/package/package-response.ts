import type { FiledResponse } from "../analysis/answers-file.ts";

/** One submitted response as a data package holds it: to the day, and under an id that is found nowhere else. */
export interface PackageResponse extends FiledResponse {
  /** YYYY-MM-DD. */
  day: string;
  channel: "online" | "kiosk" | "paper" | "import";
  language: string;
  /** The number of the questionnaire's version that was answered. */
  version: number;
  consents: Record<string, boolean>;
  /** Why no figure counts it; null for all others. */
  excludedBecause: string | null;
}

/** What decides which columns there are. */
export interface PackageForm {
  /** Statements of the notice that can be agreed to, in its order. */
  consentKeys: readonly string[];
  /** Whether what people wrote in their own words is inside. */
  hasOpenTexts: boolean;
}
