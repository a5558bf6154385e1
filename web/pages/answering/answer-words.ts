import type { Item, QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import {
  cannotAnswerValue,
  dontKnowValue,
  otherValue,
} from "../../../server/domain/questionnaire/kinds/choice-values.ts";
import { consentGiven } from "../../../server/domain/questionnaire/kinds/consent.ts";
import { type Answer, noOpportunity } from "../../../server/domain/response/answers.ts";
import { inLanguage, type Language } from "../../../server/domain/text.ts";
import { answeringTexts } from "../../texts/answering.ts";

/** An answer as its participant would read it back; empty where there is none. */
export function answerInWords(
  { document, language }: { document: QuestionnaireDocument; language: Language },
  item: Item,
  answer: Answer,
): string {
  const wording = (value: string | number) => {
    const label = labelOf(document, item, value);
    if (label) return inLanguage(label, language);
    if (item.kind === "consent" && value === consentGiven)
      return answeringTexts[language].fields.agree;
    return String(value).replace(".", item.kind === "number" && language === "lt" ? "," : ".");
  };
  return listValues(answer).map(wording).join(", ");
}

function listValues(answer: Answer): (string | number)[] {
  if (typeof answer !== "object") return [answer];
  if (Array.isArray(answer)) return answer;
  if ("missing" in answer) {
    return [cannotAnswerValue, dontKnowValue].filter((value) => value === answer.missing);
  }
  const options = answer.chosen.filter((value) => value !== otherValue || !answer.other);
  return answer.other ? [...options, answer.other] : options;
}

function labelOf(document: QuestionnaireDocument, item: Item, value: string | number) {
  if (item.kind === "rating") {
    const set = document.answerSets[item.answerSet];
    if (value === cannotAnswerValue) return set?.cannotAnswer;
    if (value === noOpportunity) return set?.noOpportunity;
    return set?.points.find((point) => point.value === value)?.label;
  }
  if (item.kind === "knowledge" && value === dontKnowValue) return item.dontKnow;
  if (!("options" in item)) return undefined;
  return item.options.find((option) => option.value === value)?.label;
}
