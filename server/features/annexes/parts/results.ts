import { otherAnswerFigures, scaleDetailFigures } from "../../../../web/figures/answer-figures.ts";
import { responseShiftKey } from "../../../../web/figures/response-shift.ts";
import { beforeAfterOf, gainOf } from "../../../../web/figures/results.ts";
import { rightAnswersKey } from "../../../../web/figures/right-answers.ts";
import { annexTexts } from "../../../../web/texts/annex.ts";
import { annexPartTexts } from "../../../../web/texts/annex-parts.ts";
import type { AnnexBlock } from "../../../domain/annex/document.ts";
import type { Section } from "../../../domain/questionnaire/document.ts";
import { inLanguage } from "../../../domain/text.ts";
import type { AnnexSource } from "../gather-source.ts";
import {
  answered,
  type Form,
  figureBlocks,
  heading,
  inForm,
  note,
  paragraph,
  readingBlocks,
  resultsOf,
} from "./block.ts";

export function summaryBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const { language } = form;
  const texts = annexTexts[language];
  const { pairs, enrolled } = source.release.figures.participation.all;
  if (pairs === 0) return [paragraph(texts.summaryNoPairs)];
  const figure = beforeAfterOf(resultsOf(source), language);
  return [
    paragraph(texts.summaryLead({ pairs, enrolled, localities: source.localities.length })),
    ...figureBlocks(inForm(figure, form)),
    note(texts.limitsShort),
  ];
}

export function resultBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const scales = scaleKeys(source, "rating").flatMap((key) => scaleBlocks(source, key, form));
  return [paragraph(annexTexts[form.language].resultsLead), ...scales];
}

export function knowledgeBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const texts = annexPartTexts[form.language];
  const keys = scaleKeys(source, "knowledge");
  const scales = keys.flatMap((key) => [
    ...scaleBlocks(source, key, form),
    ...detailsOf(source, key, form, (figureKey) => figureKey === rightAnswersKey(key)),
  ]);
  return scales.length > 0
    ? [paragraph(texts.knowledgeLead), ...scales]
    : [paragraph(texts.noKnowledge)];
}

export function shiftBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  const figures = otherAnswerFigures(resultsOf(source), language);
  const shift = figures.find(({ key }) => key === responseShiftKey);
  if (!shift) return [paragraph(texts.noShift)];
  return [paragraph(texts.shiftLead), ...figureBlocks(shift), ...shift.notes.map(note)];
}

export function satisfactionBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const { noSatisfaction } = annexPartTexts[form.language];
  return sectionBlocks(source, form, ["satisfaction", "overall"], noSatisfaction);
}

export function followupBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const { noFollowup } = annexPartTexts[form.language];
  return sectionBlocks(source, form, ["behaviour", "conditions"], noFollowup);
}

/** Single statements, scale by scale, and groups of participants where a release tells of them. */
export function itemBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const scales = source.release.figures.scales.flatMap(({ key, kind }) =>
    detailsOf(source, key, form, (figureKey) =>
      kind === "rating" ? true : figureKey !== rightAnswersKey(key),
    ),
  );
  return scales.length > 0 ? scales : [paragraph(annexPartTexts[form.language].noItems)];
}

function scaleKeys({ release }: AnnexSource, kind: "rating" | "knowledge"): string[] {
  return release.figures.scales.filter((scale) => scale.kind === kind).map(({ key }) => key);
}

function scaleBlocks(source: AnnexSource, key: string, form: Form): AnnexBlock[] {
  const figure = gainOf(resultsOf(source), key, form.language);
  if (!figure) return [];
  const name = scaleTitle(source, key, form);
  return [heading(2, name), ...figureBlocks(inForm(figure, form)), ...readingBlocks(figure)];
}

function detailsOf(
  source: AnnexSource,
  key: string,
  { language }: Form,
  isWanted: (figureKey: string) => boolean,
): AnnexBlock[] {
  const figures = scaleDetailFigures(resultsOf(source), key, language);
  return figures.filter((figure) => isWanted(figure.key)).flatMap(figureBlocks);
}

function sectionBlocks(
  source: AnnexSource,
  { language }: Form,
  purposes: readonly Section["purpose"][],
  nothing: string,
): AnnexBlock[] {
  const sections = answered(source).document.sections.filter(({ purpose }) =>
    purposes.includes(purpose),
  );
  const keys = sections.map(({ key }) => `items-${key}`);
  const figures = otherAnswerFigures(resultsOf(source), language);
  const told = figures.filter(({ key }) => keys.includes(key));
  if (told.length === 0) return [paragraph(nothing)];
  return told.flatMap((figure) => [...figureBlocks(figure), ...figure.notes.map(note)]);
}

export function scaleTitle(source: AnnexSource, key: string, { language }: Pick<Form, "language">) {
  const scale = answered(source).document.scales.find((candidate) => candidate.key === key);
  return scale ? inLanguage(scale.title, language) : key;
}
