import type { Text } from "../text.ts";
import type { OutlineOption, OutlineQuestion } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";
import type { SurveyjsReading } from "./read-surveyjs.ts";
import { isJson, type Json, listOf, numberOf, stringOf } from "./surveyjs-shapes.ts";
import { optionsOf, type SurveyjsCommon } from "./surveyjs-tables.ts";

/** A choice, where its choices are in the file: others are fetched from an address or taken from another question. */
export function choicesOf(
  element: Json,
  common: SurveyjsCommon,
  reading: SurveyjsReading,
  shape: "single" | "multiple" | "ranking",
): OutlineQuestion[] {
  const { choicesByUrl, choicesFromQuestion } = element;
  const elsewhere = isJson(choicesByUrl) ? choicesByUrl.url : choicesFromQuestion;
  if (elsewhere === undefined || listOf(element.choices).length > 0) {
    return [choiceOf(element, common, reading, shape)];
  }
  const detail = stringOf(elsewhere);
  reading.losses.push({ code: "list-not-found", name: common.name, detail });
  return [];
}

/** Choices are listed, or numbers from one to another. */
function ownChoices(element: Json): unknown[] {
  const [from, to] = [numberOf(element.choicesMin), numberOf(element.choicesMax)];
  if (from === undefined || to === undefined || to < from) return listOf(element.choices);
  const step = Math.max(numberOf(element.choicesStep) ?? 1, 1);
  const count = Math.min(Math.floor((to - from) / step) + 1, 200);
  const numbers = Array.from({ length: count }, (_, index) => from + index * step);
  return [...listOf(element.choices), ...numbers];
}

function choiceOf(
  element: Json,
  common: SurveyjsCommon,
  reading: SurveyjsReading,
  shape: "single" | "multiple" | "ranking",
): OutlineQuestion {
  const special = (flags: unknown[], name: string, text: unknown, usual: Text): OutlineOption[] => {
    const label = reading.text(text);
    return flags.includes(true) ? [{ name, label: isEmptyText(label) ? usual : label }] : [];
  };
  const { hasNone, showNoneItem, showDontKnowItem, showRefuseItem } = element;
  const none = special([hasNone, showNoneItem], "none", element.noneText, {
    lt: "Nė vienas",
    en: "None",
  });
  const dontKnow = special([showDontKnowItem], "dontknow", element.dontKnowText, {
    lt: "Nežinau",
    en: "Don't know",
  });
  const refuse = special([showRefuseItem], "refused", element.refuseText, {
    lt: "Nenoriu atsakyti",
    en: "Refuse to answer",
  });
  const own = optionsOf(ownChoices(element), reading);
  const isKnowledge = hasCorrect(element, shape, own, { common, reading });
  const out = dontKnow.map(
    (one): OutlineOption => (isKnowledge ? { ...one, wayOut: "dont-know" } : one),
  );
  return {
    ...common,
    kind: "choice",
    shape,
    options: [...own, ...none, ...out, ...refuse],
    hasOther: element.hasOther === true || element.showOtherItem === true,
    isShuffled: element.choicesOrder === "random",
    ...(isKnowledge ? { correct: stringOf(element.correctAnswer) } : {}),
    minimum: numberOf(element.minSelectedChoices),
    maximum: numberOf(element.maxSelectedChoices) || undefined,
  };
}

/** Whether one of the options is the right one; a right answer of several cannot be said here, which is told. */
function hasCorrect(
  { correctAnswer }: Json,
  shape: "single" | "multiple" | "ranking",
  options: readonly OutlineOption[],
  { common, reading }: { common: SurveyjsCommon; reading: SurveyjsReading },
): boolean {
  if (correctAnswer === undefined) return false;
  if (shape === "single" && options.some(({ name }) => name === stringOf(correctAnswer)))
    return true;
  const detail = (Array.isArray(correctAnswer) ? correctAnswer : [correctAnswer])
    .map(stringOf)
    .join(", ");
  reading.losses.push({ code: "scores-left-out", name: common.name, detail });
  return false;
}

export function booleanOf(
  element: Json,
  common: SurveyjsCommon,
  reading: SurveyjsReading,
): OutlineQuestion {
  const option = (name: string, text: unknown, usual: Text): OutlineOption => {
    const label = reading.text(text);
    return { name, label: isEmptyText(label) ? usual : label };
  };
  const options = [
    option(stringOf(element.valueTrue) || "true", element.labelTrue, { lt: "Taip", en: "Yes" }),
    option(stringOf(element.valueFalse) || "false", element.labelFalse, { lt: "Ne", en: "No" }),
  ];
  return {
    ...common,
    kind: "choice",
    shape: "single",
    options,
    hasOther: false,
    isShuffled: false,
    ...(hasCorrect(element, "single", options, { common, reading })
      ? { correct: stringOf(element.correctAnswer) }
      : {}),
  };
}
