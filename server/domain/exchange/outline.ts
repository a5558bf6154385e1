import type { Text } from "../text.ts";
import type { Loss } from "./loss.ts";

// A questionnaire as other systems have it: names and codes are still theirs. Each format is read into this, and one
// place (build-document.ts) makes a document of it, so that all formats are treated alike.

export interface Outline {
  title: Text;
  introduction: Text;
  sections: OutlineSection[];
  losses: Loss[];
}

export interface OutlineSection {
  name: string;
  title: Text;
  stem: Text;
  questions: OutlineQuestion[];
}

interface OutlineCommon {
  name: string;
  text: Text;
  help: Text;
  isRequired: boolean;
  rule: OutlineRule | undefined;
}

export interface OutlineOption {
  name: string;
  label: Text;
  /** What it counts, where the file says so. */
  score?: number;
  /** Set where choosing it means that there is no answer, or none that counts. */
  wayOut?: "cannot-answer" | "no-opportunity" | "dont-know";
}

export type OutlineQuestion = OutlineCommon &
  (
    | {
        kind: "choice";
        shape: "single" | "multiple" | "ranking";
        options: OutlineOption[];
        hasOther: boolean;
        isShuffled: boolean;
        minimum?: number;
        maximum?: number;
        /** The name of the right option, where one is right. */
        correct?: string;
        /** What the right answer counts, from 1 to 10. */
        points?: number;
      }
    | { kind: "rating"; options: OutlineOption[] }
    | { kind: "text"; isLong: boolean; maximumLength?: number }
    | { kind: "number"; minimum?: number; maximum?: number; decimals: number; unit?: Text }
    | { kind: "date"; earliest?: string; latest?: string }
    | { kind: "consent" }
    | { kind: "information" }
  );

export interface OutlineCondition {
  /** The name of a question, or of what a format knows by another name. */
  item: string;
  is:
    | "answered"
    | "unanswered"
    | "equal"
    | "not-equal"
    | "includes"
    | "excludes"
    | "at-least"
    | "at-most"
    | "above"
    | "below";
  value?: string | number;
}

export interface OutlineRule {
  match: "all" | "any";
  conditions: OutlineCondition[];
}

/** What every reader has to be told: formats know no waves, and not always in which language they speak. */
export interface ImportWish {
  waves: readonly ("before" | "after" | "followup")[];
  /** The language of wordings that do not say theirs. */
  language: "lt" | "en";
}
