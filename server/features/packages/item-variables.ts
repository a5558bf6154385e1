import { packageDataTexts } from "../../../web/texts/packages.ts";
import type { ValueLabel, Variable } from "../../documents/statistical-data.ts";
import { headingsOf } from "../../domain/analysis/answer-columns.ts";
import { pointsOf } from "../../domain/analysis/item-values.ts";
import { isOpenText } from "../../domain/package/answers-tables.ts";
import type { PackageResponse } from "../../domain/package/package-response.ts";
import type { Item, QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import {
  chosenIn,
  otherIn,
  otherValue,
  subFieldOf,
} from "../../domain/questionnaire/kinds/choice-values.ts";
import { consentGiven } from "../../domain/questionnaire/kinds/consent.ts";
import {
  type Answer,
  isMissing,
  missingCodes,
  noOpportunity,
} from "../../domain/response/answers.ts";
import { inLanguage } from "../../domain/text.ts";
import type { Column, Value, Wording } from "./build-variables.ts";

/** Codes of answers that are missing, in every variable that is coded; what scales leave out is among them. */
const missingValues: Record<string, number> = {
  skipped: -91,
  "not-reached": -92,
  "not-asked": -93,
  "cannot-answer": -94,
  "dont-know": -95,
  [noOpportunity]: -96,
};
const missingRange = { from: -96, to: -91 };

type Choice = Extract<Item, { options: unknown }>;

/** One item as variables: one for each option where several can be chosen or all are put in order. */
export function itemColumns(
  document: QuestionnaireDocument,
  item: Item,
  wording: Wording,
): Column[] {
  const [heading] = headingsOf(item);
  if (heading === undefined) return [];
  const asked: Asked = { item, wording, question: inLanguage(item.text, wording.language) };
  if (isOpenText(item)) return wording.hasOpenTexts ? [textColumn(asked)] : [];
  if (item.kind === "date") return [dayColumn(asked)];
  if (item.kind === "number") return [numberColumn(asked, item.decimals)];
  if (item.kind === "multiple" || item.kind === "ranking") return eachOption(asked, item);
  if (item.kind === "single" || item.kind === "knowledge") {
    return [choiceColumn(asked, item), ...otherColumn(asked)];
  }
  return [pointsColumn(document, asked)];
}

interface Asked {
  item: Item;
  wording: Wording;
  question: string;
}

function answerOf({ item }: Asked, { answers }: PackageResponse): Answer {
  return answers[item.key] ?? { missing: "not-asked" };
}

/** The code of what is missing, else what the answer is coded as. */
function coded(asked: Asked, codeOf: (answer: Exclude<Answer, { missing: unknown }>) => Value) {
  return (response: PackageResponse): Value => {
    const answer = answerOf(asked, response);
    if (isMissing(answer)) return missingValues[answer.missing]!;
    return codeOf(answer as Exclude<Answer, { missing: unknown }>);
  };
}

function codedVariable(
  { item, question, wording }: Asked,
  about: Partial<Variable> & { values: ValueLabel[] },
): Variable {
  const texts = packageDataTexts[wording.language];
  const missing = missingCodes.map((code) => {
    return { value: missingValues[code]!, label: texts.missing[code] };
  });
  const noChance = { value: missingValues[noOpportunity]!, label: texts.noOpportunity };
  return {
    name: item.key,
    label: question,
    question,
    kind: "number",
    measure: "nominal",
    missing: missingRange,
    ...about,
    values: [...about.values, ...missing, ...(item.kind === "rating" ? [noChance] : [])],
  };
}

/** Ratings, recommendations and consents. */
function pointsColumn(document: QuestionnaireDocument, asked: Asked): Column {
  const { item, wording } = asked;
  const { language } = wording;
  const set = item.kind === "rating" ? document.answerSets[item.answerSet] : undefined;
  const points = set?.points.map(({ value, label }) => ({
    value,
    label: inLanguage(label, language),
  }));
  const isConsent = item.kind === "consent";
  const given = [{ value: 1, label: packageDataTexts[language].yes }];
  const values = points ?? (isConsent ? given : []);
  const measure = isConsent ? "nominal" : "ordinal";
  // Points that lie where the missing codes do: then what is missing is a system-missing value.
  const isClear = pointsOf(document, item).every((point) => point > missingRange.to);
  const variable = codedVariable(asked, { measure, values });
  const read = coded(asked, (answer) => {
    if (typeof answer === "number") return answer;
    if (answer === consentGiven && isConsent) return 1;
    return missingValues[noOpportunity]!;
  });
  if (isClear) return { variable, read };
  const plain: Variable = { ...variable, missing: undefined, values };
  return { variable: plain, read: (one) => numberIn(answerOf(asked, one)) };
}

function numberIn(answer: Answer): Value {
  return typeof answer === "number" ? answer : null;
}

function optionsOf({ wording }: Asked, item: Choice): { value: string; label: string }[] {
  const options = item.options.map(({ value, label }) => {
    return { value, label: inLanguage(label, wording.language) };
  });
  const hasOther = "hasOther" in item && item.hasOther;
  const other = { value: otherValue, label: packageDataTexts[wording.language].other };
  return hasOther ? [...options, other] : options;
}

function choiceColumn(asked: Asked, item: Choice): Column {
  const options = optionsOf(asked, item);
  const values = options.map(({ label }, index) => ({ value: index + 1, label }));
  const read = coded(asked, (answer) => {
    const index = options.findIndex(({ value }) => value === chosenIn(answer)[0]);
    return index === -1 ? null : index + 1;
  });
  return { variable: codedVariable(asked, { values }), read };
}

function eachOption(asked: Asked, item: Choice): Column[] {
  const texts = packageDataTexts[asked.wording.language];
  const isRanking = item.kind === "ranking";
  const chosen = [
    { value: 0, label: texts.no },
    { value: 1, label: texts.yes },
  ];
  const options = optionsOf(asked, item).map(({ value, label }): Column => {
    const variable = codedVariable(asked, {
      name: `${item.key}_${value}`,
      label: isRanking ? texts.place(label) : label,
      measure: isRanking ? "ordinal" : "nominal",
      values: isRanking ? [] : chosen,
    });
    const read = coded(asked, (answer) => {
      const index = chosenIn(answer).indexOf(value);
      if (isRanking) return index === -1 ? null : index + 1;
      return index === -1 ? 0 : 1;
    });
    return { variable, read };
  });
  return [...options, ...otherColumn(asked)];
}

function otherColumn(asked: Asked): Column[] {
  const { item, wording } = asked;
  if (!wording.hasOpenTexts || headingsOf(item).length < 2) return [];
  const { other } = packageDataTexts[wording.language];
  const name = subFieldOf(item.key, otherValue);
  const variable: Variable = { name, label: other, kind: "text", measure: "nominal", width: 1600 };
  return [{ variable, read: (response) => otherIn(answerOf(asked, response)) || null }];
}

/** Bytes of UTF-8 that the longest allowed answer may need, as far as the format goes. */
function textColumn(asked: Asked): Column {
  const { item, question } = asked;
  const longest = "maximumLength" in item ? item.maximumLength : 1500;
  const width = Math.min(longest * 4, 32_759);
  const variable: Variable = {
    ...{ name: item.key, label: question, question },
    ...{ kind: "text", measure: "nominal", width },
  };
  return { variable, read: (response) => textIn(answerOf(asked, response)) };
}

function dayColumn(asked: Asked): Column {
  const { item, question } = asked;
  const variable: Variable = { name: item.key, label: question, question, ...dayKind };
  return { variable, read: (response) => textIn(answerOf(asked, response)) };
}

const dayKind = { kind: "day", measure: "scale" } as const;

/** A number may be any, so no code can stand for a missing one; why it is missing, the CSV files say. */
function numberColumn(asked: Asked, decimals: number): Column {
  const { item, question } = asked;
  const about = { name: item.key, label: question, question, decimals };
  const variable: Variable = { ...about, kind: "number", measure: "scale" };
  return { variable, read: (response) => numberIn(answerOf(asked, response)) };
}

function textIn(answer: Answer): Value {
  return typeof answer === "string" ? answer : null;
}
