import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { rulesOf } from "../questionnaire/kinds/all.ts";
import { partsOf } from "../questionnaire/parts.ts";
import { askedItems } from "../questionnaire/routing.ts";
import type { WaveKind } from "../words.ts";
import { type Answers, isMissing } from "./answers.ts";

/**
 * The answers as a response stores them: one entry for every item of the wave. What was never reached is
 * `not-reached`; what routing hides, and background that was not asked again, is `not-asked`.
 */
export function completeAnswers(
  document: QuestionnaireDocument,
  { wave, isNewcomer, answers }: { wave: WaveKind; isNewcomer: boolean; answers: Answers },
): Answers {
  const items = itemsOfWave(document, { wave, isNewcomer: true });
  const asked = askedItems(itemsOfWave(document, { wave, isNewcomer }), answers);
  const complete: Answers = {};
  for (const item of items) {
    const given = answers[item.key];
    if (!asked.has(item.key)) complete[item.key] = { missing: "not-asked" };
    else complete[item.key] = given ?? { missing: "not-reached" };
  }
  return complete;
}

/** How far a participant has come. */
export interface Completeness {
  asked: number;
  answered: number;
  /** Keys of the items that are asked and have no answer, in the questionnaire's order. */
  unanswered: string[];
}

/** Counts as a participant would: "cannot answer" and "I don't know" are answers, an unticked consent is none owed. */
export function completenessOf(
  document: QuestionnaireDocument,
  { wave, isNewcomer, answers }: { wave: WaveKind; isNewcomer: boolean; answers: Answers },
): Completeness {
  const items = itemsOfWave(document, { wave, isNewcomer });
  const askedKeys = askedItems(items, answers);
  const asked = items.filter((item) => askedKeys.has(item.key) && item.kind !== "consent");
  const unanswered = asked.filter((item) => !isAnswered(answers, item.key)).map((item) => item.key);
  return { asked: asked.length, answered: asked.length - unanswered.length, unanswered };
}

function itemsOfWave(
  document: QuestionnaireDocument,
  participant: { wave: WaveKind; isNewcomer: boolean },
): Item[] {
  const items = partsOf(document, participant).flatMap((part) => part.items);
  return items.filter((item) => rulesOf(item).isAsked);
}

function isAnswered(answers: Answers, key: string): boolean {
  const answer = answers[key];
  if (answer === undefined) return false;
  return !isMissing(answer) || answer.missing === "cannot-answer" || answer.missing === "dont-know";
}
