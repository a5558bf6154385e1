import type { Part } from "../../domain/questionnaire/parts.ts";
import { askedItems } from "../../domain/questionnaire/routing.ts";
import type { Answers } from "../../domain/response/answers.ts";
import type { Step } from "./sent-form.ts";

/**
 * The part that a button leads to, given all answers so far; undefined after the last. Parts in which nothing is asked
 * are passed over.
 */
export function partAfter(
  parts: readonly Part[],
  { part, step, answers }: { part: Part; step: Step; answers: Answers },
): Part | undefined {
  if (step.to !== "next" && step.to !== "back") return part;
  const shown = partsToShow(parts, answers);
  const here = parts.indexOf(part);
  if (step.to === "next") return shown.find((each) => parts.indexOf(each) > here);
  return shown.findLast((each) => parts.indexOf(each) < here) ?? part;
}

function partsToShow(parts: readonly Part[], answers: Answers): Part[] {
  const items = parts.flatMap((part) => part.items);
  const asked = askedItems(items, answers);
  return parts.filter((part) => part.items.some((item) => asked.has(item.key)));
}
