import type { MissingCode } from "../response/answers.ts";
import type { ItemAnswer } from "./lattice.ts";

/**
 * What a missing answer to a knowledge item counts as in a sent questionnaire. "I don't know" is
 * an honest answer worth no points; an item that was seen and left empty earns none either, but is
 * not an answer; an item that never came on the screen says nothing, and leaves no score.
 */
export function missingKnowledgeAnswer(code: MissingCode): ItemAnswer {
  switch (code) {
    case "dont-know":
      return 0;
    case "skipped":
    case "cannot-answer":
      return null;
    case "not-reached":
    case "not-asked":
      return undefined;
  }
}
