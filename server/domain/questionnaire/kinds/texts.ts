import { cleanLine, cleanText, lengthOf } from "../../response/clean-text.ts";
import { type FormFields, valuesOf } from "../../response/form-fields.ts";
import { type KindRules, leftEmpty, mistaken, type Reading } from "./kind.ts";

/** One line in the participant's own words. */
export const shortText: KindRules<"short-text"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read: (item, sent) => readText(item, sent, cleanLine),
  fill: (item, answer) => (typeof answer === "string" ? [[item.key, answer]] : []),
};

/** Several lines in the participant's own words. */
export const longText: KindRules<"long-text"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read: (item, sent) => readText(item, sent, cleanText),
  fill: (item, answer) => (typeof answer === "string" ? [[item.key, answer]] : []),
};

function readText(
  item: { key: string; maximumLength: number },
  sent: FormFields,
  clean: (raw: string) => string,
): Reading {
  const [value, ...more] = valuesOf(sent, item.key);
  if (more.length > 0) return mistaken(item, "one-answer-only");
  const text = clean(value ?? "");
  if (text === "") return leftEmpty;
  const length = lengthOf(text);
  if (length <= item.maximumLength) return { answer: text };
  return mistaken(item, "too-long", { maximum: item.maximumLength, length });
}
