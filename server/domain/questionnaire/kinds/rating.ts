import { noOpportunity } from "../../response/answers.ts";
import { cannotAnswerValue, distinctValues, valueOfMissing } from "./choice-values.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** One labelled point of an answer set, "cannot answer", or "no opportunity". */
export const rating: KindRules<"rating"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read(item, sent, document) {
    const [value, ...more] = distinctValues(sent, item.key);
    if (value === undefined) return leftEmpty;
    if (more.length > 0) return mistaken(item, "one-answer-only");
    const set = document.answerSets[item.answerSet];
    if (value === cannotAnswerValue && set?.cannotAnswer) {
      return { answer: { missing: cannotAnswerValue } };
    }
    if (value === noOpportunity && set?.noOpportunity) return { answer: noOpportunity };
    const point = set?.points.find((each) => String(each.value) === value);
    return point ? { answer: point.value } : mistaken(item, "not-an-option");
  },
  fill(item, answer) {
    if (typeof answer === "number") return [[item.key, String(answer)]];
    if (answer === noOpportunity) return [[item.key, noOpportunity]];
    const missing = valueOfMissing(answer, cannotAnswerValue);
    return missing ? [[item.key, missing]] : [];
  },
};
