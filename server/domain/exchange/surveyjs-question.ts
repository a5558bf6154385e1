import type { Text } from "../text.ts";
import type { OutlineOption, OutlineQuestion, OutlineRule } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";
import type { SurveyjsReading } from "./read-surveyjs.ts";
import { isJson, type Json, listOf, numberOf, stringOf } from "./surveyjs-shapes.ts";

type Common = Pick<OutlineQuestion, "name" | "text" | "help" | "isRequired" | "rule">;

/** A question of SurveyJS as one of ours or, where it is a table, as one for each row. */
export function readSurveyjsQuestion(
  element: Json,
  rule: OutlineRule | undefined,
  reading: SurveyjsReading,
): OutlineQuestion[] {
  const name = stringOf(element.name) || "question";
  const title = reading.text(element.title);
  const common: Common = {
    name,
    text: isEmptyText(title) ? reading.text(name) : title,
    help: reading.text(element.description),
    isRequired: element.isRequired === true,
    rule,
  };
  noteLeftOut(element, name, reading);
  return readTyped(element, common, reading);
}

function noteLeftOut(element: Json, name: string, { losses }: SurveyjsReading): void {
  if (element.hasComment === true || element.showCommentArea === true) {
    losses.push({ code: "comment-left-out", name });
  }
  if (listOf(element.validators).length > 0) losses.push({ code: "check-left-out", name });
  if (element.defaultValue !== undefined) losses.push({ code: "default-left-out", name });
  if (element.choicesByUrl !== undefined) losses.push({ code: "list-not-found", name });
}

function readTyped(element: Json, common: Common, reading: SurveyjsReading): OutlineQuestion[] {
  switch (element.type) {
    case "radiogroup":
    case "dropdown":
      return [choiceOf(element, common, reading, "single")];
    case "checkbox":
    case "tagbox":
      return [choiceOf(element, common, reading, "multiple")];
    case "ranking":
      return [choiceOf(element, common, reading, "ranking")];
    case "imagepicker":
      reading.losses.push({ code: "media-left-out", name: common.name });
      return [
        choiceOf(element, common, reading, element.multiSelect === true ? "multiple" : "single"),
      ];
    case "boolean":
      return [booleanOf(element, common, reading)];
    case "rating":
      return [ratingOf(element, common, reading)];
    case "matrix":
      return matrixOf(element, common, reading);
    case "multipletext":
      return listOf(element.items)
        .filter(isJson)
        .map((item) => textOf(item, { ...common, ...rowNamed(common, item, reading) }, reading));
    case "comment":
      return [
        { ...common, kind: "text", isLong: true, maximumLength: numberOf(element.maxLength) },
      ];
    case "text":
      return [textOf(element, common, reading)];
    case "html":
      return [{ ...common, text: reading.text(element.html), kind: "information" }];
    default: {
      const code = element.type === "expression" ? "calculation-left-out" : "type-not-known";
      reading.losses.push({ code, name: common.name, detail: stringOf(element.type) });
      return [];
    }
  }
}

/** Choices are values, or values with their texts. */
function optionsOf(choices: unknown, reading: SurveyjsReading): OutlineOption[] {
  return listOf(choices).map((choice) => {
    const name = stringOf(isJson(choice) ? choice.value : choice);
    const label = isJson(choice) ? reading.text(choice.text ?? choice.value) : reading.text(choice);
    return { name, label: isEmptyText(label) ? reading.text(name) : label };
  });
}

function choiceOf(
  element: Json,
  common: Common,
  reading: SurveyjsReading,
  shape: "single" | "multiple" | "ranking",
): OutlineQuestion {
  const special = (flags: unknown[], name: string, text: unknown, usual: Text): OutlineOption[] => {
    const label = reading.text(text);
    return flags.includes(true) ? [{ name, label: isEmptyText(label) ? usual : label }] : [];
  };
  const { hasNone, showNoneItem, showDontKnowItem, showRefuseItem } = element;
  const none = special([hasNone, showNoneItem], "none", element.noneText, {
    lt: "Nė vienas",
    en: "None",
  });
  const dontKnow = special([showDontKnowItem], "dontknow", element.dontKnowText, {
    lt: "Nežinau",
    en: "Don't know",
  });
  const refuse = special([showRefuseItem], "refused", element.refuseText, {
    lt: "Nenoriu atsakyti",
    en: "Refuse to answer",
  });
  const isKnowledge = shape === "single" && element.correctAnswer !== undefined;
  const out = dontKnow.map(
    (one): OutlineOption => (isKnowledge ? { ...one, wayOut: "dont-know" } : one),
  );
  return {
    ...common,
    kind: "choice",
    shape,
    options: [...optionsOf(element.choices, reading), ...none, ...out, ...refuse],
    hasOther: element.hasOther === true || element.showOtherItem === true,
    isShuffled: element.choicesOrder === "random",
    ...(isKnowledge ? { correct: stringOf(element.correctAnswer) } : {}),
    minimum: numberOf(element.minSelectedChoices),
    maximum: numberOf(element.maxSelectedChoices) || undefined,
  };
}

function booleanOf(element: Json, common: Common, reading: SurveyjsReading): OutlineQuestion {
  const option = (name: string, text: unknown, usual: Text): OutlineOption => {
    const label = reading.text(text);
    return { name, label: isEmptyText(label) ? usual : label };
  };
  const options = [
    option(stringOf(element.valueTrue) || "true", element.labelTrue, { lt: "Taip", en: "Yes" }),
    option(stringOf(element.valueFalse) || "false", element.labelFalse, { lt: "Ne", en: "No" }),
  ];
  return {
    ...common,
    kind: "choice",
    shape: "single",
    options,
    hasOther: false,
    isShuffled: false,
  };
}

/** Rates by values of its own or by numbers from one to another; 0 to 10 is the question of recommending. */
function ratingOf(element: Json, common: Common, reading: SurveyjsReading): OutlineQuestion {
  const [from, to, step] = [
    numberOf(element.rateMin) ?? 1,
    lastRate(element),
    numberOf(element.rateStep) ?? 1,
  ];
  const count = Math.min(Math.max(Math.floor((to - from) / step) + 1, 0), 50);
  const values = Array.from({ length: count }, (_, index) => from + index * step);
  const own = optionsOf(element.rateValues, reading);
  const options = own.length > 0 ? own : optionsOf(values, reading);
  const ends = [element.minRateDescription, element.maxRateDescription].map(reading.text);
  const labelled = options.map((option, index): OutlineOption => {
    const end = index === 0 ? ends[0]! : index === options.length - 1 ? ends[1]! : {};
    return withWayOut(isEmptyText(end) ? option : { ...option, label: end });
  });
  if (labelled.length !== 11 || labelled.some(({ name }, index) => name !== String(index))) {
    return { ...common, kind: "rating", options: labelled };
  }
  const choice = { kind: "choice", shape: "single", hasOther: false, isShuffled: false } as const;
  return { ...common, ...choice, options: labelled };
}

/** What our own export calls the ways out of an answer. */
function withWayOut(option: OutlineOption): OutlineOption {
  const way = option.name.replace(/_/g, "-");
  return way === "cannot-answer" || way === "no-opportunity" ? { ...option, wayOut: way } : option;
}

function lastRate(element: Json): number {
  const count = numberOf(element.rateCount);
  const first = numberOf(element.rateMin) ?? 1;
  return numberOf(element.rateMax) ?? (count === undefined ? 5 : first + count - 1);
}

function matrixOf(element: Json, common: Common, reading: SurveyjsReading): OutlineQuestion[] {
  if (element.cellType === "checkbox") {
    reading.losses.push({ code: "type-not-known", name: common.name, detail: "matrix, checkbox" });
    return [];
  }
  const columns = optionsOf(element.columns, reading).map((option): OutlineOption => {
    const way = option.name.replace(/_/g, "-");
    return way === "cannot-answer" || way === "no-opportunity"
      ? { ...option, wayOut: way }
      : option;
  });
  const title = reading.text(element.title);
  const above: OutlineQuestion[] = isEmptyText(title)
    ? []
    : [{ ...common, name: `${common.name}_text`, kind: "information", isRequired: false }];
  const isRequired = element.isAllRowRequired === true || element.eachRowRequired === true;
  const rows = listOf(element.rows).map((row): OutlineQuestion => {
    const named = rowNamed(common, row, reading);
    return { ...common, ...named, help: {}, isRequired, kind: "rating", options: columns };
  });
  return [...above, ...rows];
}

/** Conditions know a row as "matrix.row". */
function rowNamed(
  common: Common,
  row: unknown,
  reading: SurveyjsReading,
): Pick<Common, "name" | "text"> {
  const name = stringOf(isJson(row) ? (row.value ?? row.name) : row);
  const wording = reading.text(isJson(row) ? (row.text ?? row.title ?? name) : row);
  return {
    name: `${common.name}.${name}`,
    text: isEmptyText(wording) ? reading.text(name) : wording,
  };
}

function textOf(element: Json, common: Common, reading: SurveyjsReading): OutlineQuestion {
  const type = stringOf(element.inputType);
  const [minimum, maximum] = [numberOf(element.min), numberOf(element.max)];
  if (type === "number" || type === "range") {
    const decimals = Number.isInteger(numberOf(element.step) ?? 1) ? 0 : 2;
    return { ...common, kind: "number", minimum, maximum, decimals };
  }
  if (type === "date") {
    return {
      ...common,
      kind: "date",
      earliest: stringOf(element.min),
      latest: stringOf(element.max),
    };
  }
  if (type !== "" && type !== "text") {
    reading.losses.push({ code: "taken-as-text", name: common.name, detail: type });
  }
  return { ...common, kind: "text", isLong: false, maximumLength: numberOf(element.maxLength) };
}
