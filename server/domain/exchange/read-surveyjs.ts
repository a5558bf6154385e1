import { languages, type Text } from "../text.ts";
import { type BuildWords, buildDocument } from "./build-document.ts";
import type { ImportOutcome, Loss } from "./loss.ts";
import type { ImportWish, OutlineRule, OutlineSection } from "./outline.ts";
import { isEmptyText, languageCode } from "./plain-text.ts";
import { bothRules, readCondition } from "./read-condition.ts";
import { readSurveyjsQuestion } from "./surveyjs-question.ts";
import {
  isJson,
  type Json,
  languagesIn,
  listOf,
  stringOf,
  wordingReader,
} from "./surveyjs-shapes.ts";

/** What the questions of a survey are read with. */
export interface SurveyjsReading {
  text: (value: unknown) => Text;
  losses: Loss[];
}

/** Whether a JSON file has the parts of a SurveyJS survey. */
export function isSurveyjs(value: unknown): value is Json {
  return isJson(value) && (Array.isArray(value.pages) || Array.isArray(value.elements));
}

const deepest = 10;

/** A questionnaire of a SurveyJS survey (surveyjs.io): pages and titled panels become sections, in their order. */
export function readSurveyjs(survey: Json, wish: ImportWish, words: BuildWords): ImportOutcome {
  const locale = stringOf(survey.locale);
  const isOurs = languages.some((one) => one === languageCode(locale));
  const own = isOurs ? languageCode(locale) : wish.language;
  const foreign = [...languagesIn(survey)].filter(
    (one) => !languages.some((known) => known === one),
  );
  const losses = foreign.map((detail): Loss => ({ code: "language-left-out", detail }));
  const reading: SurveyjsReading = { text: wordingReader(own), losses };
  const sections: OutlineSection[] = [];
  const pages = Array.isArray(survey.pages)
    ? survey.pages
    : [{ name: "page1", elements: survey.elements }];
  for (const page of pages.filter(isJson)) readContainer(page, { sections, reading, depth: 0 });
  const { calculatedValues, triggers } = survey;
  for (const part of [...listOf(calculatedValues), ...listOf(triggers)].filter(isJson)) {
    losses.push({ code: "calculation-left-out", name: stringOf(part.name ?? part.type) });
  }
  const [title, introduction] = [reading.text(survey.title), reading.text(survey.description)];
  return buildDocument({ title, introduction, sections, losses }, wish, words);
}

interface Place {
  sections: OutlineSection[];
  reading: SurveyjsReading;
  depth: number;
  title?: Text;
  rule?: OutlineRule;
}

/** A page or panel. What follows an inner panel goes on under the outer one's title. */
function readContainer(container: Json, place: Place): void {
  const { sections, reading } = place;
  const name = stringOf(container.name) || "page";
  const ownTitle = reading.text(container.title);
  const title = isEmptyText(ownTitle) ? (place.title ?? {}) : ownTitle;
  const rule = ruleWithin(container, name, place);
  const stem = reading.text(container.description);
  let isFresh = true;
  for (const element of listOf(container.elements ?? container.questions).filter(isJson)) {
    if (element.type === "panel") {
      isFresh = true;
      if (place.depth < deepest)
        readContainer(element, { ...place, title, rule, depth: place.depth + 1 });
      continue;
    }
    const elementName = stringOf(element.name);
    const own = ruleWithin(element, elementName, { ...place, rule });
    const questions = readSurveyjsQuestion(element, own, reading);
    if (questions.length === 0) continue;
    if (isFresh) sections.push({ name, title, stem, questions: [] });
    sections.at(-1)!.questions.push(...questions);
    isFresh = false;
  }
}

function ruleWithin(
  element: Json,
  name: string,
  { reading, rule }: Place,
): OutlineRule | undefined {
  const read = readCondition(stringOf(element.visibleIf), "surveyjs");
  const both = read.is === "rule" ? bothRules(rule, read.rule) : rule;
  if (read.is === "foreign" || both === "foreign") {
    const detail = stringOf(element.visibleIf);
    reading.losses.push({ code: "condition-not-expressible", name, detail });
  }
  return both === "foreign" ? rule : both;
}
