import { type Answer, isMissing, type MissingCode } from "../../response/answers.ts";
import { cleanLine, lengthOf } from "../../response/clean-text.ts";
import { type FormFields, firstValueOf, valuesOf } from "../../response/form-fields.ts";

/** The form value, and the stored option, of "other" where an item has it. */
export const otherValue = "other";
export const otherMaximumLength = 200;

/** Form values that stand for a missing code; no option may be called like this. */
export const cannotAnswerValue = "cannot-answer";
export const dontKnowValue = "dont-know";

/** The field of the words for "other", or of the rank of one option. A dot cannot occur in an item's key. */
export function subFieldOf(itemKey: string, name: string): string {
  return `${itemKey}.${name}`;
}

/** The words typed for "other", and whether they are too long. */
export function readOther(
  sent: FormFields,
  itemKey: string,
): { words: string; isTooLong: boolean } {
  const words = cleanLine(firstValueOf(sent, subFieldOf(itemKey, otherValue)) ?? "");
  return { words, isTooLong: lengthOf(words) > otherMaximumLength };
}

/** The distinct values of a field that allows one or several. */
export function distinctValues(sent: FormFields, name: string): string[] {
  return [...new Set(valuesOf(sent, name))];
}

/** The form value of an answer stored as missing by the participant's own choice; undefined for every other. */
export function valueOfMissing(answer: Answer, chosen: MissingCode): string | undefined {
  return isMissing(answer) && answer.missing === chosen ? chosen : undefined;
}

/** The options chosen in a stored answer of either shape. */
export function chosenIn(answer: Answer): string[] {
  if (typeof answer === "string") return [answer];
  if (Array.isArray(answer)) return answer;
  return typeof answer === "object" && "chosen" in answer ? answer.chosen : [];
}

/** The words for "other" in a stored answer. */
export function otherIn(answer: Answer): string {
  return typeof answer === "object" && "other" in answer ? answer.other : "";
}
