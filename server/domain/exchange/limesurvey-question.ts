import type { Text } from "../text.ts";
import type { LimeAnswer, LimeQuestion } from "./limesurvey.ts";
import type { LimeOutline, LimeReading } from "./limesurvey-reading.ts";
import type { OutlineOption, OutlineQuestion } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";

type Common = Pick<OutlineQuestion, "name" | "text" | "help" | "isRequired" | "rule">;

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
  C: [
    { code: "Y", label: { lt: "Taip", en: "Yes" } },
    { code: "U", label: { lt: "Nesu tikras (-a)", en: "Uncertain" } },
    { code: "N", label: { lt: "Ne", en: "No" } },
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
  const common: Common = {
    name: question.code,
    text: reading.text(question.text),
    help: reading.text(question.help),
    isRequired: question.isMandatory,
    rule: undefined,
  };
  noteLeftOut(question, reading);
  return readTyped(question, common, reading).map((one) => ({ ...one, source: question }));
}

function noteLeftOut({ code, type, attributes }: LimeQuestion, { losses }: LimeReading): void {
  if (type === "O" || type === "P") losses.push({ code: "comment-left-out", name: code });
  if (attributes.array_filter || attributes.em_validation_q) {
    losses.push({ code: "check-left-out", name: code });
  }
}

function readTyped(
  question: LimeQuestion,
  common: Common,
  reading: LimeReading,
): OutlineQuestion[] {
  switch (question.type) {
    case "L":
    case "!":
    case "O":
      return [choiceOf(question, common, "single", optionsOf(question.answers, reading))];
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

function readPlain(
  question: LimeQuestion,
  common: Common,
  reading: LimeReading,
): OutlineQuestion[] {
  const { attributes } = question;
  switch (question.type) {
    case "S":
      return [{ ...common, kind: "text", isLong: false, ...lengthOf(attributes) }];
    case "T":
    case "U":
      return [{ ...common, kind: "text", isLong: true, ...lengthOf(attributes) }];
    case "N":
      return [{ ...common, ...numberOf(attributes, reading) }];
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
        ...numberOf(attributes, reading),
      }));
    default: {
      const code = question.type === "*" ? "calculation-left-out" : "type-not-known";
      reading.losses.push({ code, name: question.code, detail: question.type });
      return [];
    }
  }
}

function lengthOf({ maximum_chars }: Record<string, string>): { maximumLength?: number } {
  const length = Number(maximum_chars);
  return Number.isInteger(length) && length > 0 ? { maximumLength: length } : {};
}

function numberOf(attributes: Record<string, string>, reading: LimeReading) {
  const limit = (name: string) => {
    const value = (attributes[name] ?? "").trim();
    return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
  };
  const [minimum, maximum] = [limit("min_num_value_n"), limit("max_num_value_n")];
  const suffix = attributes.suffix ? reading.text({ "": attributes.suffix }) : {};
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

function optionsOf(answers: readonly LimeAnswer[], reading: LimeReading): OutlineOption[] {
  return answers
    .filter(({ scale }) => scale === "0")
    .map(({ code, text }) => {
      const label = reading.text(text);
      return { name: code, label: !isEmptyText(label) ? label : { lt: code, en: code } };
    });
}

function fixedOptions(type: string): OutlineOption[] {
  return (fixed[type] ?? []).map(({ code, label }) => ({ name: code, label }));
}

function choiceOf(
  { attributes, hasOther }: LimeQuestion,
  common: Common,
  shape: "single" | "multiple" | "ranking",
  options: OutlineOption[],
): OutlineQuestion {
  const count = (name: string) => (attributes[name] ? Number(attributes[name]) : undefined);
  const [minimum, maximum] =
    shape === "multiple" ? [count("min_answers"), count("max_answers")] : [];
  const isShuffled = attributes.random_order === "1" || attributes.answer_order === "random";
  const choice = { kind: "choice", shape, options, isShuffled, minimum, maximum } as const;
  return { ...common, ...choice, hasOther: hasOther && shape !== "ranking" };
}

function table(
  question: LimeQuestion,
  common: Common,
  reading: LimeReading,
  options: OutlineOption[],
): OutlineQuestion[] {
  const isLabelled = (option: OutlineOption) => /^(?:NA|NO)$/i.test(option.name);
  const points = options.map((option): OutlineOption => {
    const wayOut = option.name.toUpperCase() === "NO" ? "no-opportunity" : "cannot-answer";
    return isLabelled(option) ? { ...option, wayOut } : option;
  });
  return rows(question, common, reading, (row) => ({ ...row, kind: "rating", options: points }));
}

/** A question for each row of a table; what stands above the table becomes a text of its own. */
function rows(
  question: LimeQuestion,
  common: Common,
  reading: LimeReading,
  make: (row: Common) => OutlineQuestion,
): OutlineQuestion[] {
  const above: OutlineQuestion[] = !isEmptyText(common.text)
    ? [{ ...common, name: `${common.name}_text`, kind: "information", isRequired: false }]
    : [];
  const below = question.subquestions
    .filter(({ scale }) => scale === "0")
    .map(({ code, text }) => {
      const name = rowName(question.code, code, reading);
      return make({ ...common, name, text: reading.text(text), help: {} });
    });
  return [...above, ...below];
}

/** A row keeps its own code where that says something and is nobody else's. */
function rowName(question: string, code: string, { renamed, takenNames }: LimeReading): string {
  const whole = `${question}_${code}`;
  const isTelling = /^[A-Za-z]/.test(code) && !/^(?:SQ|A|Y|X)?\d*$/i.test(code);
  const name = isTelling && !takenNames.has(code) ? code : whole;
  takenNames.add(name);
  renamed.set(whole, name);
  return name;
}
