import {
  chosenIn,
  distinctValues,
  otherIn,
  otherMaximumLength,
  otherValue,
  readOther,
  subFieldOf,
} from "./choice-values.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** One option, or "other" in the participant's own words. */
export const single: KindRules<"single"> = {
  isAsked: true,
  fieldsOf: (item) => (item.hasOther ? [item.key, subFieldOf(item.key, otherValue)] : [item.key]),
  read(item, sent) {
    const [chosen, ...more] = distinctValues(sent, item.key);
    if (more.length > 0) return mistaken(item, "one-answer-only");
    const other = item.hasOther ? readOther(sent, item.key) : { words: "", isTooLong: false };
    // Words typed without marking "other" are meant as "other".
    const value = chosen ?? (other.words ? otherValue : undefined);
    if (value === undefined) return leftEmpty;
    if (item.hasOther && value === otherValue) {
      if (other.isTooLong) return mistaken(item, "too-long", { maximum: otherMaximumLength });
      return { answer: { chosen: [otherValue], other: other.words } };
    }
    const isOption = item.options.some((option) => option.value === value);
    return isOption ? { answer: value } : mistaken(item, "not-an-option");
  },
  fill(item, answer) {
    const fields: [string, string][] = chosenIn(answer).map((value) => [item.key, value]);
    const words = otherIn(answer);
    if (words) fields.push([subFieldOf(item.key, otherValue), words]);
    return fields;
  },
};
