import type { Item } from "../questionnaire/document.ts";
import type { Text } from "../text.ts";
import type { LimeAnswer, LimeQuestion } from "./limesurvey.ts";
import type { LimeWriting } from "./write-limesurvey.ts";

/** Makes codes of letters and digits, at most twenty, each once. */
export function limeCodes() {
  const taken = new Set<string>();
  return (wanted: string): string => {
    const bare = wanted.replace(/[^A-Za-z0-9]/g, "").slice(0, 20) || "Q";
    let code = bare;
    for (let number = 2; taken.has(code.toLowerCase()); number++) {
      code = bare.slice(0, 20 - String(number).length) + number;
    }
    taken.add(code.toLowerCase());
    return code;
  };
}

/** The codes of an item's options, which conditions on it use too. Answers may have five letters or digits. */
export function optionCodes(item: {
  kind: string;
  options: { value: string }[];
}): Map<string, string> {
  const longest = item.kind === "multiple" ? 20 : 5;
  const values = item.options.map(({ value }) => value);
  const isFit = values.every((value) => value.length <= longest && /^[a-z0-9]+$/.test(value));
  return new Map(values.map((value, index) => [value, isFit ? value : `A${index + 1}`]));
}

/** Any item but a rating as a question of LimeSurvey. */
export function limeQuestion(item: Item, writing: LimeWriting): LimeQuestion {
  const base: LimeQuestion = {
    code: writing.codeOf(item.key),
    type: "X",
    text: item.text,
    help: item.help ?? {},
    isMandatory: item.isRequired,
    validation: "",
    hasDefault: false,
    hasOther: "hasOther" in item && item.hasOther,
    relevance: "",
    attributes: "isShuffled" in item && item.isShuffled ? { random_order: "1" } : {},
    wordings: {},
    subquestions: [],
    answers: [],
  };
  return { ...base, ...partsOf(item, base, writing) };
}

function partsOf(
  item: Item,
  { attributes }: LimeQuestion,
  writing: LimeWriting,
): Partial<LimeQuestion> {
  switch (item.kind) {
    case "single":
      return { type: "L", answers: optionsOf(item, writing) };
    case "multiple": {
      const limits = given({ min_answers: item.minimum, max_answers: item.maximum });
      return {
        type: "M",
        subquestions: optionsOf(item, writing),
        attributes: { ...attributes, ...limits },
      };
    }
    case "knowledge":
      return { type: "L", answers: knowledgeOptions(item, writing) };
    case "recommendation":
      return { type: "L", answers: zeroToTen(item, writing) };
    case "ranking":
      return { type: "R", answers: optionsOf(item, writing) };
    case "short-text":
    case "long-text": {
      const length = { maximum_chars: String(item.maximumLength) };
      return { type: item.kind === "short-text" ? "S" : "T", attributes: length };
    }
    case "number":
      return { type: "N", attributes: numberAttributes(item, writing) };
    case "date":
      return { type: "D", attributes: given({ date_min: item.earliest, date_max: item.latest }) };
    case "consent":
      return { type: "M", subquestions: [answer("given", { lt: "Sutinku", en: "I agree" })] };
    case "information":
    case "rating":
      return {};
  }
}

function optionsOf(
  item: Extract<Item, { kind: "single" | "multiple" | "ranking" | "knowledge" }>,
  { losses }: LimeWriting,
): LimeAnswer[] {
  const codes = optionCodes(item);
  const isChanged = [...codes].some(([value, code]) => value !== code);
  if (isChanged)
    losses.push({ code: "codes-changed", name: item.key, detail: [...codes.values()].join(", ") });
  return item.options.map(({ value, label }) => answer(codes.get(value)!, label));
}

function knowledgeOptions(
  item: Extract<Item, { kind: "knowledge" }>,
  writing: LimeWriting,
): LimeAnswer[] {
  const { losses } = writing;
  losses.push({ code: "knowledge-key-left-out", name: item.key, detail: item.correct });
  const options = optionsOf(item, writing);
  if (!item.dontKnow) return options;
  losses.push({ code: "way-out-as-option", name: item.key, detail: "DK" });
  return [...options, answer("DK", item.dontKnow)];
}

function zeroToTen(
  { lowLabel, highLabel }: Extract<Item, { kind: "recommendation" }>,
  { document }: LimeWriting,
): LimeAnswer[] {
  return Array.from({ length: 11 }, (_, number) => {
    const plain = document.languages.map((language) => [language, String(number)]);
    const label = number === 0 ? lowLabel : number === 10 ? highLabel : Object.fromEntries(plain);
    return answer(String(number), label);
  });
}

function numberAttributes(
  item: Extract<Item, { kind: "number" }>,
  { losses }: LimeWriting,
): Record<string, string> {
  if (item.unit) losses.push({ code: "unit-left-out", name: item.key });
  return {
    ...given({ min_num_value_n: item.minimum, max_num_value_n: item.maximum }),
    ...(item.decimals === 0 ? { num_value_int_only: "1" } : {}),
  };
}

function answer(code: string, text: Text): LimeAnswer {
  return { code, text, scale: "0", assessment: 0, relevance: "" };
}

function given(fields: Record<string, string | number | undefined>): Record<string, string> {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there.map(([name, value]) => [name, String(value)]));
}
