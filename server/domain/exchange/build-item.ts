import type { AnswerSet, Item } from "../questionnaire/document.ts";
import type { Text } from "../text.ts";
import type { BuiltItem } from "./build-rule.ts";
import { createValues } from "./legal-names.ts";
import type { Loss } from "./loss.ts";
import type { OutlineOption, OutlineQuestion } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";

type Choice = Extract<OutlineQuestion, { kind: "choice" }>;
type Common = Pick<Item, "key" | "text" | "waves" | "isRequired"> & { help?: Text };

export interface ItemSetting {
  key: string;
  waves: Item["waves"];
  /** The key of an answer set with these points: the same for the same points. */
  answerSetOf: (set: AnswerSet) => string;
  losses: Loss[];
}

const mostOptions = 40;
const mostPoints = 11;

/** An item of a foreign question; undefined, with its reason, where there is none of ours. */
export function buildItem(question: OutlineQuestion, setting: ItemSetting): BuiltItem | undefined {
  const common = commonOf(question, setting);
  switch (question.kind) {
    case "choice":
      return buildChoice(question, common, setting);
    case "rating":
      return buildRating(question, common, setting);
    default:
      return { item: buildPlain(question, common), valueOf: (value) => value };
  }
}

function commonOf({ text, help, isRequired }: OutlineQuestion, setting: ItemSetting): Common {
  const { key, waves } = setting;
  return { key, text, waves, isRequired, ...(isEmptyText(help) ? {} : { help }) };
}

function buildPlain(
  question: Exclude<OutlineQuestion, { kind: "choice" | "rating" }>,
  common: Common,
): Item {
  switch (question.kind) {
    case "text": {
      const [usual, most] = question.isLong ? [1500, 10_000] : [200, 500];
      const maximumLength = Math.min(Math.max(question.maximumLength ?? usual, 1), most);
      return { kind: question.isLong ? "long-text" : "short-text", ...common, maximumLength };
    }
    case "number": {
      const { minimum, maximum, unit } = question;
      const decimals = Math.min(Math.max(question.decimals, 0), 6);
      return { kind: "number", ...common, ...given({ minimum, maximum, unit }), decimals };
    }
    case "date":
      return {
        kind: "date",
        ...common,
        ...given({ earliest: day(question.earliest), latest: day(question.latest) }),
      };
    case "consent":
      return { kind: "consent", ...common };
    case "information":
      return { kind: "information", ...common, isRequired: false };
  }
}

function buildChoice(
  question: Choice,
  common: Common,
  setting: ItemSetting,
): BuiltItem | undefined {
  const { options, shape } = question;
  if (shape === "multiple" && options.length === 1 && !question.hasOther) {
    return buildConsent(common, options[0]!);
  }
  if (shape === "single" && question.correct === undefined && isZeroToTen(options)) {
    return buildRecommendation(common, options);
  }
  if (options.length < 2 || options.length > mostOptions) {
    const code = options.length < 2 ? "choices-too-few" : "choices-too-many";
    setting.losses.push({ code, name: question.name, detail: String(options.length) });
    return undefined;
  }
  return buildOptions(question, common);
}

/** One box to tick is a consent. */
function buildConsent(common: Common, { label }: OutlineOption): BuiltItem {
  const text = isEmptyText(common.text) ? label : common.text;
  return { item: { kind: "consent", ...common, text }, valueOf: (value) => value };
}

function isZeroToTen(options: readonly OutlineOption[]): boolean {
  return options.length === 11 && options.every(({ name }, index) => name === String(index));
}

function buildRecommendation(common: Common, options: readonly OutlineOption[]): BuiltItem {
  const [lowLabel, highLabel] = [options[0]!.label, options[10]!.label];
  const item: Item = { kind: "recommendation", ...common, lowLabel, highLabel };
  return { item, valueOf: (name) => Number(name) };
}

function buildOptions(question: Choice, common: Common): BuiltItem {
  const isKnowledge = question.correct !== undefined && question.shape === "single";
  const dontKnow = isKnowledge
    ? question.options.find((one) => one.wayOut === "dont-know")
    : undefined;
  const asked = question.options.filter((one) => one !== dontKnow);
  const valueFor = createValues([
    ...(question.hasOther ? ["other"] : []),
    ...(isKnowledge ? ["dont-know"] : []),
  ]);
  const values = new Map(asked.map(({ name }) => [name, valueFor(name)]));
  if (question.hasOther) values.set("other", "other");
  const options = asked.map(({ name, label }) => ({ value: values.get(name)!, label }));
  const { isShuffled, hasOther, minimum, maximum } = question;
  const optionOf = (name: string | number) => values.get(String(name));
  const correct = isKnowledge ? values.get(question.correct!) : undefined;
  if (correct !== undefined && options.length >= 2) {
    const knowledge = { ...common, options, correct, points: question.points ?? 1, isShuffled };
    const known = dontKnow ? { ...knowledge, dontKnow: dontKnow.label } : knowledge;
    return { item: { kind: "knowledge", ...known }, valueOf: optionOf };
  }
  switch (question.shape) {
    case "single":
      return {
        item: { kind: "single", ...common, options, hasOther, isShuffled },
        valueOf: optionOf,
      };
    case "ranking":
      return { item: { kind: "ranking", ...common, options, isShuffled }, valueOf: optionOf };
    case "multiple": {
      const limits = given({
        minimum: within(minimum, options),
        maximum: within(maximum, options),
      });
      return {
        item: { kind: "multiple", ...common, options, hasOther, isShuffled, ...limits },
        valueOf: optionOf,
      };
    }
  }
}

/** A number of options to choose that can be chosen. */
function within(count: number | undefined, options: readonly unknown[]): number | undefined {
  const isUsable = count !== undefined && Number.isInteger(count) && count >= 1;
  return isUsable ? Math.min(count, options.length) : undefined;
}

function buildRating(
  question: Extract<OutlineQuestion, { kind: "rating" }>,
  common: Common,
  { answerSetOf, losses }: ItemSetting,
): BuiltItem | undefined {
  const named = question.options.filter(({ wayOut }) => wayOut === undefined);
  if (named.length < 2 || named.length > mostPoints) {
    const code = named.length < 2 ? "choices-too-few" : "choices-too-many";
    losses.push({ code, name: question.name, detail: String(named.length) });
    return undefined;
  }
  const points = named.map(({ name, label }, index) => ({
    value: scoreOf(named, name) ?? pointValue(named, name) ?? index + 1,
    label,
  }));
  const values = new Map(named.map(({ name }, index) => [name, points[index]!.value]));
  const wayOut = (kind: OutlineOption["wayOut"]) =>
    question.options.find((one) => one.wayOut === kind)?.label;
  const waysOut = given({
    cannotAnswer: wayOut("cannot-answer"),
    noOpportunity: wayOut("no-opportunity"),
  });
  const answerSet = answerSetOf({ points, ...waysOut });
  return {
    item: { kind: "rating", ...common, answerSet },
    valueOf: (name) => values.get(String(name)),
  };
}

/** What an option counts, where that is said of all and tells all apart. */
function scoreOf(options: readonly OutlineOption[], name: string): number | undefined {
  const scores = options.map(({ score }) => score);
  if (scores.includes(undefined) || new Set(scores).size < scores.length) return undefined;
  return options.find((option) => option.name === name)?.score;
}

/** The number in a code such as "3" or "A3", where all codes have one and none has another's. */
function pointValue(options: readonly OutlineOption[], name: string): number | undefined {
  const numbers = options.map((option) => /^[A-Za-z]?(-?\d{1,4})$/.exec(option.name)?.[1]);
  if (numbers.includes(undefined) || new Set(numbers).size < numbers.length) return undefined;
  return Number(numbers[options.findIndex((option) => option.name === name)]);
}

function day(text: string | undefined): string | undefined {
  const found = text === undefined ? null : /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return found && !Number.isNaN(Date.parse(found)) ? found : undefined;
}

/** Without what is not there. */
function given<T extends Record<string, unknown>>(
  fields: T,
): { [Key in keyof T]?: NonNullable<T[Key]> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Key in keyof T]?: NonNullable<T[Key]> };
}
