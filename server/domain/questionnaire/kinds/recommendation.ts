import { distinctValues } from "./choice-values.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** How likely somebody is to recommend, from 0 to 10. */
export const recommendationPoints = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const recommendation: KindRules<"recommendation"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read(item, sent) {
    const [value, ...more] = distinctValues(sent, item.key);
    if (value === undefined) return leftEmpty;
    if (more.length > 0) return mistaken(item, "one-answer-only");
    const point = recommendationPoints.find((each) => String(each) === value);
    return point === undefined ? mistaken(item, "not-an-option") : { answer: point };
  },
  fill: (item, answer) => (typeof answer === "number" ? [[item.key, String(answer)]] : []),
};
