import { findFigure } from "../../../../web/figures/all-figures.ts";
import { numberCell, numberColumn, textCell, wordColumn } from "../../../../web/figures/figure.ts";
import { annexTexts } from "../../../../web/texts/annex.ts";
import { annexPartTexts } from "../../../../web/texts/annex-parts.ts";
import type { AnnexBlock } from "../../../domain/annex/document.ts";
import { inLanguage } from "../../../domain/text.ts";
import type { ToldQuestion } from "../gather-open-answers.ts";
import type { AnnexSource } from "../gather-source.ts";
import { type Form, heading, paragraph, resultsOf, table } from "./block.ts";

/** Themes of open answers with counts of people, and quotations whose writers agreed. */
export function openAnswerBlocks({ openAnswers }: AnnexSource, form: Form): AnnexBlock[] {
  const texts = annexPartTexts[form.language];
  if (openAnswers.length === 0) return [paragraph(texts.noOpenQuestions)];
  return [
    paragraph(texts.openLead),
    ...openAnswers.flatMap((question) => [
      heading(2, inLanguage(question.text, form.language)),
      ...themeBlocks(question, form),
      ...quotationBlocks(question, form),
    ]),
  ];
}

function themeBlocks({ key, text, told, titles }: ToldQuestion, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  if (!told.shown) return [paragraph(texts.openFew)];
  if (told.themes.length === 0) return [paragraph(texts.openNoThemes(told.people))];
  const cells = told.themes.map(({ id, count }) => [
    textCell(inLanguage(titles.get(id) ?? {}, language)),
    count.shown ? numberCell(count.people, language) : textCell(texts.fewSaid),
  ]);
  return [
    table({
      key: `themes-${key}`,
      caption: texts.openCaption(inLanguage(text, language)),
      columns: [wordColumn(texts.theme, 3), numberColumn(texts.people)],
      cells,
      note: texts.openNote(told.people),
    }),
  ];
}

function quotationBlocks({ quotations, told }: ToldQuestion, { language }: Form): AnnexBlock[] {
  if (!told.shown || quotations.length === 0) return [];
  const quoted = quotations.map((text) => ({ kind: "quotation" as const, text, source: "" }));
  return [paragraph(annexPartTexts[language].quotationsLead), ...quoted];
}

/** What the evaluator wrote beside the figures: the newest version of each note, under its figure's name. */
export function conclusionBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  const newest = source.notes.filter(
    (one, index, all) =>
      all.findIndex(({ figureKey, kind }) => figureKey === one.figureKey && kind === one.kind) ===
      index,
  );
  const written = newest.filter(({ text }) => inLanguage(text, language).trim() !== "");
  if (written.length === 0) return [paragraph(texts.noConclusions)];
  const lead = paragraph(texts.conclusionsLead(source.programme.evaluatorName));
  const results = resultsOf(source);
  const keys = [...new Set(written.map(({ figureKey }) => figureKey))];
  const blocks = keys.flatMap((key) => {
    const title = findFigure(results, key, language)?.title ?? key;
    const notes = written.filter(({ figureKey }) => figureKey === key);
    return [
      heading(2, texts.aboutFigure(title)),
      ...notes.map(({ kind, text }) => paragraph(`${texts[kind]}. ${inLanguage(text, language)}`)),
    ];
  });
  return [lead, ...blocks];
}

export function limitBlocks(_: AnnexSource, { language }: Form): AnnexBlock[] {
  return [{ kind: "list", items: annexTexts[language].limitList }];
}

export function definitionBlocks(_: AnnexSource, { language }: Form): AnnexBlock[] {
  const { definitions, definitionColumns, parts } = annexPartTexts[language];
  return [
    table({
      key: "definitions",
      caption: parts.definitions,
      columns: [wordColumn(definitionColumns.term, 1), wordColumn(definitionColumns.meaning, 3)],
      cells: definitions.map(({ term, meaning }) => [textCell(term), textCell(meaning)]),
    }),
  ];
}
