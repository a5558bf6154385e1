import type { Text } from "../text.ts";
import type { LimeAnswer, LimeQuestion } from "./limesurvey.ts";
import { dualTable, grid, rows, table } from "./limesurvey-arrays.ts";
import { optionsOf } from "./limesurvey-options.ts";
import type { LimeCommon, LimeOutline, LimeReading, LimeRow } from "./limesurvey-reading.ts";
import { readScores } from "./limesurvey-scores.ts";
import type { OutlineOption, OutlineQuestion } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";

/** Questions whose answers LimeSurvey knows by itself, with its own codes. */
const fixed: Record<string, { code: string; label: Text }[]> = {
  Y: [
    { code: "Y", label: { lt: "Taip", en: "Yes" } },
    { code: "N", label: { lt: "Ne", en: "No" } },
  ],
  G: [
    { code: "F", label: { lt: "Moteris", en: "Female" } },
    { code: "M", label: { lt: "Vyras", en: "Male" } },
  ],
  // The other way round than LimeSurvey shows them: points count in their order, and "yes" counts most.
  C: [
    { code: "N", label: { lt: "Ne", en: "No" } },
    { code: "U", label: { lt: "Nesu tikras (-a)", en: "Uncertain" } },
    { code: "Y", label: { lt: "Taip", en: "Yes" } },
  ],
  E: [
    { code: "D", label: { lt: "Sumažėjo", en: "Decrease" } },
    { code: "S", label: { lt: "Nepasikeitė", en: "Same" } },
    { code: "I", label: { lt: "Padidėjo", en: "Increase" } },
  ],
};

const numbered = (last: number): OutlineOption[] =>
  Array.from({ length: last }, (_, index) => {
    const name = String(index + 1);
    return { name, label: { lt: name, en: name } };
  });

/** A question of LimeSurvey as one of ours or as several; what has none of ours is told and left out. */
export function readLimeQuestion(question: LimeQuestion, reading: LimeReading): LimeOutline[] {
  const common: LimeCommon = {
    name: question.code,
    text: reading.text(question.text),
    help: reading.text(question.help),
    isRequired: question.isMandatory,
    rule: undefined,
  };
  noteLeftOut(question, reading);
  return readTyped(question, common, reading).map((one) => ({ ...one, source: question }));
}

/** Types that nobody answers as a question of ours, by the names that LimeSurvey's own pages give them. */
const foreignTypes: Record<string, string> = { I: "Language Switch", "|": "File Upload" };

function noteLeftOut(question: LimeQuestion, { losses }: LimeReading): void {
  const { code: name, type, attributes, validation } = question;
  if (type === "O" || type === "P") losses.push({ code: "comment-left-out", name });
  if (question.hasDefault) losses.push({ code: "default-left-out", name });
  const { em_validation_q, array_filter, exclude_all_others } = attributes;
  const computed = [attributes.min_num_value_n, attributes.max_num_value_n].filter(isComputed);
  const checks = [validation, em_validation_q, exclude_all_others, ...computed].filter(Boolean);
  if (checks.length > 0) losses.push({ code: "check-left-out", name, detail: checks[0] });
  if (array_filter) losses.push({ code: "choices-not-filtered", name, detail: array_filter });
  const texts = Object.values(question.text);
  if (texts.some((text) => /<(?:img|video|audio|iframe|object)\b/i.test(text)))
    losses.push({ code: "media-left-out", name });
}

/** A limit may be an expression, which only LimeSurvey can reckon. */
function isComputed(limit: string | undefined): boolean {
  return limit !== undefined && limit !== "" && !isPlainNumber.test(limit.trim());
}

const isPlainNumber = /^-?\d+(?:\.\d+)?$/;

function readTyped(question: LimeQuestion, common: LimeCommon, reading: LimeReading): LimeRow[] {
  switch (question.type) {
    case "L":
    case "!":
    case "O": {
      const choice = choiceOf(question, common, "single", optionsOf(question.answers, reading));
      return [readScores(question, choice, reading)];
    }
    case "M":
    case "P":
      return [choiceOf(question, common, "multiple", optionsOf(question.subquestions, reading))];
    case "R":
      return [choiceOf(question, common, "ranking", optionsOf(rankedOf(question), reading))];
    case "Y":
    case "G":
      return [choiceOf(question, common, "single", fixedOptions(question.type))];
    case "5":
      return [{ ...common, kind: "rating", options: numbered(5) }];
    case "F":
    case "H":
      return table(question, common, reading, optionsOf(question.answers, reading));
    case "1":
      return dualTable(question, common, reading);
    case ":":
    case ";":
      return grid(question, common, reading);
    case "A":
      return table(question, common, reading, numbered(5));
    case "B":
      return table(question, common, reading, numbered(10));
    case "C":
    case "E":
      return table(question, common, reading, fixedOptions(question.type));
    default:
      return readPlain(question, common, reading);
  }
}

function readPlain(question: LimeQuestion, common: LimeCommon, reading: LimeReading): LimeRow[] {
  const { attributes } = question;
  switch (question.type) {
    case "S":
      return [{ ...common, kind: "text", isLong: false, ...lengthOf(attributes) }];
    case "T":
    case "U":
      return [{ ...common, kind: "text", isLong: true, ...lengthOf(attributes) }];
    case "N":
      return [{ ...common, ...numberOf(question, reading) }];
    case "D":
      return [
        { ...common, kind: "date", earliest: attributes.date_min, latest: attributes.date_max },
      ];
    case "X":
      return [{ ...common, kind: "information" }];
    case "Q":
      return rows(question, common, reading, (row) => ({ ...row, kind: "text", isLong: false }));
    case "K":
      return rows(question, common, reading, (row) => ({
        ...row,
        ...numberOf(question, reading),
      }));
    default: {
      const isSum = question.type === "*";
      const code = isSum ? "calculation-left-out" : "type-not-known";
      const detail = isSum ? "" : (foreignTypes[question.type] ?? question.type);
      reading.losses.push({ code, name: question.code, detail });
      return [];
    }
  }
}

function lengthOf({ maximum_chars }: Record<string, string>): { maximumLength?: number } {
  const length = Number(maximum_chars);
  return Number.isInteger(length) && length > 0 ? { maximumLength: length } : {};
}

function numberOf({ attributes, wordings }: LimeQuestion, reading: LimeReading) {
  const limit = (name: string) => {
    const value = (attributes[name] ?? "").trim();
    return isPlainNumber.test(value) ? Number(value) : undefined;
  };
  const [minimum, maximum] = [limit("min_num_value_n"), limit("max_num_value_n")];
  const suffix = reading.text(wordings.suffix ?? {});
  return {
    kind: "number" as const,
    decimals: attributes.num_value_int_only === "1" ? 0 : 2,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(!isEmptyText(suffix) ? { unit: suffix } : {}),
  };
}

/** Ranked are answers, and in some versions subquestions. */
function rankedOf({ answers, subquestions }: LimeQuestion): LimeAnswer[] {
  return answers.length > 0 ? answers : subquestions;
}

function fixedOptions(type: string): OutlineOption[] {
  return (fixed[type] ?? []).map(({ code, label }) => ({ name: code, label }));
}

function choiceOf(
  { attributes, hasOther }: LimeQuestion,
  common: LimeCommon,
  shape: "single" | "multiple" | "ranking",
  options: OutlineOption[],
): Extract<OutlineQuestion, { kind: "choice" }> {
  const count = (name: string) => (attributes[name] ? Number(attributes[name]) : undefined);
  const [minimum, maximum] =
    shape === "multiple" ? [count("min_answers"), count("max_answers")] : [];
  const isShuffled = attributes.random_order === "1" || attributes.answer_order === "random";
  const choice = { kind: "choice", shape, options, isShuffled, minimum, maximum } as const;
  return { ...common, ...choice, hasOther: hasOther && shape !== "ranking" };
}
