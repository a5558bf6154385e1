import type { DumbbellChart, DumbbellRow } from "../../server/domain/annex/chart.ts";
import type { ReleasedFigures, ReleasedScale } from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import { beforeAfterMethod } from "../texts/methods.ts";
import { formatChange } from "../texts/numbers.ts";
import { disclaimer, gainWords, rangeNote, roundingNote, withheldWord } from "../texts/wording.ts";
import { type Figure, type FigureRow, type Reading, textCell, wordColumn } from "./figure.ts";
import { gainCells, gainColumns } from "./gain-table.ts";

/** A released scale with its title in the reader's language. */
export interface TitledScale {
  scale: ReleasedScale;
  title: string;
}

export interface BeforeAfterByScale {
  scales: readonly TitledScale[];
  participation: ReleasedFigures["participation"];
  threshold: number;
  language: Language;
}

export const beforeAfterKey = "before-after-by-scale";

/** All participants before and after, scale by scale, in the questionnaire's own order. */
export function beforeAfterByScaleFigure(input: BeforeAfterByScale): Figure {
  const { scales, language } = input;
  const texts = figureTexts[language];
  const shown = scales.filter(({ scale }) => scale.all.shown).length;
  return {
    key: beforeAfterKey,
    title: texts.beforeAfterByScale,
    shortTitle: texts.beforeAfterByScale,
    summary: texts.scalesShown(shown, scales.length),
    readings: scales.map((scale) => readingOf(scale, input)),
    chart: chartOf(input),
    table: {
      caption: texts.beforeAfterTable,
      columns: [wordColumn(texts.scale), ...gainColumns(language)],
      rows: scales.map((scale) => tableRow(scale, input)),
    },
    caption: texts.beforeAfterCaption,
    notes: [...disclaimers(input), rangeNote(language), roundingNote(language)],
    method: beforeAfterMethod({ threshold: input.threshold, language }),
  };
}

function disclaimers({ scales, language }: BeforeAfterByScale): string[] {
  const kinds = new Set(scales.map(({ scale }) => scale.kind));
  return [...kinds].map((kind) => disclaimer(kind, language));
}

function readingOf({ scale, title }: TitledScale, input: BeforeAfterByScale): Reading {
  const words = gainWords(scale.all, {
    place: null,
    kind: scale.kind,
    enrolled: input.participation.all.enrolled,
    threshold: input.threshold,
    language: input.language,
  });
  return { ...words, label: title, isTotal: false, isWithheld: !scale.all.shown };
}

function tableRow({ scale, title }: TitledScale, input: BeforeAfterByScale): FigureRow {
  const { threshold, language } = input;
  const { enrolled } = input.participation.all;
  return {
    cells: [textCell(title), ...gainCells(scale.all, { enrolled, threshold, language })],
    isTotal: false,
    isWithheld: !scale.all.shown,
  };
}

function chartOf(input: BeforeAfterByScale): DumbbellChart {
  const { scales, language } = input;
  const texts = figureTexts[language];
  return {
    kind: "dumbbell",
    axis: { title: texts.levelAxis, minimum: 0, maximum: 100 },
    rows: scales.map((scale) => dumbbellRow(scale, input)),
    beforeLabel: texts.before,
    afterLabel: texts.after,
    language,
  };
}

/** Without means there is nothing to draw, even where the change itself is shown in the table. */
function dumbbellRow({ scale, title }: TitledScale, input: BeforeAfterByScale): DumbbellRow {
  const { threshold, language } = input;
  const { all } = scale;
  if (!all.shown) {
    const reason = withheldWord(all.reason, { threshold, language });
    return { label: title, before: null, after: null, details: [reason] };
  }
  const change = formatChange(all.gain, language, all.decimals);
  return { label: title, before: all.meanBefore, after: all.meanAfter, details: [change] };
}
