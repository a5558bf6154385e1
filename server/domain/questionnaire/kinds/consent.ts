import { distinctValues } from "./choice-values.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** What is stored for a ticked statement; one left unticked is simply not given. */
export const consentGiven = "given";

export const consent: KindRules<"consent"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read(item, sent) {
    const [value, ...more] = distinctValues(sent, item.key);
    if (value === undefined) return leftEmpty;
    if (more.length > 0 || value !== consentGiven) return mistaken(item, "not-an-option");
    return { answer: consentGiven };
  },
  fill: (item, answer) => (answer === consentGiven ? [[item.key, consentGiven]] : []),
};
