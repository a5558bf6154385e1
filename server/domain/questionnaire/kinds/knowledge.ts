import { distinctValues, dontKnowValue, valueOfMissing } from "./choice-values.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** One option of a knowledge question, or "I don't know", which scores nothing and is kept apart from a wrong answer. */
export const knowledge: KindRules<"knowledge"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read(item, sent) {
    const [value, ...more] = distinctValues(sent, item.key);
    if (value === undefined) return leftEmpty;
    if (more.length > 0) return mistaken(item, "one-answer-only");
    if (value === dontKnowValue && item.dontKnow) return { answer: { missing: dontKnowValue } };
    const isOption = item.options.some((option) => option.value === value);
    return isOption ? { answer: value } : mistaken(item, "not-an-option");
  },
  fill(item, answer) {
    const value = typeof answer === "string" ? answer : valueOfMissing(answer, dontKnowValue);
    return value ? [[item.key, value]] : [];
  },
};
