import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { chosenIn, otherIn } from "../questionnaire/kinds/choice-values.ts";
import { askedItems } from "../questionnaire/routing.ts";
import type { WaveKind } from "../words.ts";
import { type Answer, type Answers, isMissing } from "./answers.ts";
import { type NumberedItem, numberedItems } from "./keyed-answers.ts";

// A sample of sheets is keyed a second time: how often two keyings differ says how far typed data can be trusted.

/** An item for which the two keyings of one sheet differ. */
export interface Difference extends NumberedItem {
  stored: Answer | undefined;
  keyed: Answer | undefined;
}

/**
 * Compares a second keying with what is stored. The reasons for having no answer that a sheet cannot show (skipped,
 * not asked, not reached) are the same; words are compared without regard to capitals and blanks.
 */
export function compareKeyings(
  document: QuestionnaireDocument,
  { wave, stored, keyed }: { wave: WaveKind; stored: Answers; keyed: Answers },
): { compared: number; differences: Difference[] } {
  const asked = numberedItems(document, wave);
  const differences = asked
    .map(({ item, number }) => ({
      item,
      number,
      stored: stored[item.key],
      keyed: keyed[item.key],
    }))
    .filter((one) => markOf(one.item, one.stored) !== markOf(one.item, one.keyed));
  return { compared: asked.length, differences };
}

/**
 * The stored answers with those of the second keying in place of the `chosen` items' own. Routing is applied again: a
 * corrected answer may open or close other items.
 */
export function correctAnswers(
  document: QuestionnaireDocument,
  input: { wave: WaveKind; stored: Answers; keyed: Answers; chosen: ReadonlySet<string> },
): Answers {
  const items = numberedItems(document, input.wave).map(({ item }) => item);
  const merged: Answers = {};
  for (const { key } of items) {
    const answer = (input.chosen.has(key) ? input.keyed : input.stored)[key];
    if (answer !== undefined && !(isMissing(answer) && answer.missing === "not-asked")) {
      merged[key] = answer;
    }
  }
  const asked = askedItems(items, merged);
  const answerOf = (key: string): Answer =>
    asked.has(key) ? (merged[key] ?? { missing: "skipped" }) : { missing: "not-asked" };
  return Object.fromEntries(items.map(({ key }) => [key, answerOf(key)]));
}

/** What the pen left, in a form to be compared. */
function markOf(item: Item, answer: Answer | undefined): string {
  if (answer === undefined) return "";
  if (isMissing(answer)) {
    const isChosen = answer.missing === "cannot-answer" || answer.missing === "dont-know";
    return isChosen ? answer.missing : "";
  }
  if (typeof answer === "number") return String(answer);
  const isWords = item.kind === "short-text" || item.kind === "long-text";
  if (isWords && typeof answer === "string") return folded(answer);
  return JSON.stringify([chosenIn(answer), folded(otherIn(answer))]);
}

function folded(words: string): string {
  return words.replace(/\s+/g, " ").trim().toLowerCase();
}
