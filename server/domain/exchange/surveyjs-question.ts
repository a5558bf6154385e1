import type { OutlineOption, OutlineQuestion, OutlineRule } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";
import type { SurveyjsReading } from "./read-surveyjs.ts";
import { booleanOf, choicesOf } from "./surveyjs-choices.ts";
import { isJson, type Json, listOf, numberOf, stringOf } from "./surveyjs-shapes.ts";
import {
  cellsOf,
  matrixOf,
  optionsOf,
  rowNamed,
  type SurveyjsCommon,
  underTitle,
  withWayOut,
} from "./surveyjs-tables.ts";

/** More points than a rating may have. */
const mostPoints = 11;

/** A question of SurveyJS as one of ours or, where it is a table, as one for each row. */
export function readSurveyjsQuestion(
  element: Json,
  rule: OutlineRule | undefined,
  reading: SurveyjsReading,
): OutlineQuestion[] {
  const name = stringOf(element.name) || "question";
  const title = reading.text(element.title);
  const common: SurveyjsCommon = {
    name,
    text: isEmptyText(title) ? reading.text(name) : title,
    help: reading.text(element.description),
    isRequired: element.isRequired === true,
    rule,
  };
  if (element.visible === false) {
    reading.losses.push({ code: "hidden-left-out", name });
    return [];
  }
  noteLeftOut(element, name, reading);
  return readTyped(element, common, reading);
}

/** Expressions by which SurveyJS checks, limits or locks an answer. */
const checks = ["requiredIf", "enableIf", "minValueExpression", "maxValueExpression"] as const;

function noteLeftOut(element: Json, name: string, { losses }: SurveyjsReading): void {
  if (element.hasComment === true || element.showCommentArea === true) {
    losses.push({ code: "comment-left-out", name });
  }
  const check = checks.map((one) => stringOf(element[one])).find((text) => text !== "");
  if (check !== undefined || listOf(element.validators).length > 0) {
    losses.push({ code: "check-left-out", name, detail: check });
  }
  if (element.defaultValue !== undefined) losses.push({ code: "default-left-out", name });
  const filters = listOf(element.choices).map((choice) => (isJson(choice) ? choice.visibleIf : ""));
  const filter = [element.choicesVisibleIf, ...filters].map(stringOf).find(Boolean);
  if (filter) losses.push({ code: "choices-not-filtered", name, detail: filter });
}

function readTyped(
  element: Json,
  common: SurveyjsCommon,
  reading: SurveyjsReading,
): OutlineQuestion[] {
  switch (element.type) {
    case "radiogroup":
    case "dropdown":
    case "buttongroup":
      return choicesOf(element, common, reading, "single");
    case "checkbox":
    case "tagbox":
      return choicesOf(element, common, reading, "multiple");
    case "ranking":
      return choicesOf(element, common, reading, "ranking");
    case "imagepicker":
      reading.losses.push({ code: "media-left-out", name: common.name });
      return choicesOf(
        element,
        common,
        reading,
        element.multiSelect === true ? "multiple" : "single",
      );
    case "boolean":
      return [booleanOf(element, common, reading)];
    case "rating":
      return [ratingOf(element, common, reading)];
    case "matrix":
      return matrixOf(element, common, reading);
    case "matrixdropdown":
      return cellsOf(element, { common, reading, read: readSurveyjsQuestion });
    case "multipletext":
      return underTitle(
        element,
        common,
        reading,
        listOf(element.items)
          .filter(isJson)
          .map((item) => textOf(item, { ...common, ...rowNamed(common, item, reading) }, reading)),
      );
    case "slider":
      return [sliderOf(element, common)];
    case "comment":
      return [
        { ...common, kind: "text", isLong: true, maximumLength: numberOf(element.maxLength) },
      ];
    case "text":
      return [textOf(element, common, reading)];
    case "image":
      reading.losses.push({ code: "media-left-out", name: common.name });
      return [];
    case "html":
      noteMedia(stringOf(element.html), common.name, reading);
      return [{ ...common, text: reading.text(element.html), kind: "information" }];
    case "matrixdynamic":
    case "paneldynamic":
      reading.losses.push({ code: "repeat-refused", name: common.name });
      return [];
    default: {
      const code = element.type === "expression" ? "calculation-left-out" : "type-not-known";
      reading.losses.push({ code, name: common.name, detail: stringOf(element.type) });
      return [];
    }
  }
}

function noteMedia(html: string, name: string, { losses }: SurveyjsReading): void {
  if (/<(?:img|video|audio|iframe|object)\b/i.test(html)) {
    losses.push({ code: "media-left-out", name });
  }
}

/** Any number from one to another. */
function sliderOf(element: Json, common: SurveyjsCommon): OutlineQuestion {
  const [minimum, maximum] = [numberOf(element.min) ?? 0, numberOf(element.max) ?? 100];
  const decimals = Number.isInteger(numberOf(element.step) ?? 1) ? 0 : 2;
  return { ...common, kind: "number", minimum, maximum, decimals };
}

/**
 * Rates by values of its own or by numbers from one to another; 0 to 10 is the question of recommending, and a scale
 * that is too long for points a number within its limits.
 */
function ratingOf(
  element: Json,
  common: SurveyjsCommon,
  reading: SurveyjsReading,
): OutlineQuestion {
  const [from, to, step] = [
    numberOf(element.rateMin) ?? 1,
    lastRate(element),
    numberOf(element.rateStep) ?? 1,
  ];
  const count = Math.min(Math.max(Math.floor((to - from) / step) + 1, 0), 50);
  const values = Array.from({ length: count }, (_, index) => from + index * step);
  const own = optionsOf(element.rateValues, reading);
  if (own.length === 0 && count > mostPoints) {
    const detail = `${from}–${to}`;
    reading.losses.push({ code: "taken-as-number", name: common.name, detail });
    return sliderOf({ min: from, max: to, step }, common);
  }
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

function lastRate(element: Json): number {
  const count = numberOf(element.rateCount);
  const first = numberOf(element.rateMin) ?? 1;
  return numberOf(element.rateMax) ?? (count === undefined ? 5 : first + count - 1);
}

function textOf(element: Json, common: SurveyjsCommon, reading: SurveyjsReading): OutlineQuestion {
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
