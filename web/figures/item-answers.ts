import type { ReleasedItem } from "../../server/domain/disclosure/figures-tables.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";
import {
  emptyCell,
  type Figure,
  type FigureRow,
  numberCell,
  numberColumn,
  textCell,
  wordColumn,
} from "./figure.ts";
import { itemBarsChart } from "./item-bars.ts";
import { findItem, joinOptions, optionLabels } from "./option-labels.ts";

export interface ItemAnswers {
  key: string;
  /** The section or scale that the items belong to. */
  title: string;
  /** In the questionnaire's order; an item of several waves stands several times. */
  items: readonly ReleasedItem[];
  document: QuestionnaireDocument;
  language: Language;
}

/** How the whole programme answered some items: bars, a table, and the share of the two highest answers where it was released. */
export function itemAnswersFigure(input: ItemAnswers): Figure {
  const { key, title, items, language } = input;
  const texts = answerTexts[language];
  const shown = items.filter((item) => item.shown);
  const hasTopTwo = items.some((item) => item.shown && item.topTwo !== null);
  return {
    key,
    title: texts.itemsOf(title),
    shortTitle: texts.itemsOf(title),
    summary: texts.itemsSummary(shown.length, items.length),
    readings: [],
    chart: shown.length > 0 ? itemBarsChart(input) : null,
    table: {
      caption: texts.itemsTable(title),
      columns: columnsOf(language, hasTopTwo),
      rows: items.map((item) => rowOf(item, input, hasTopTwo)),
    },
    caption: texts.itemsCaption,
    notes: hasTopTwo ? [texts.wilsonNote] : [],
    method: texts.methods.items,
  };
}

function columnsOf(language: Language, hasTopTwo: boolean) {
  const texts = answerTexts[language];
  const shares = [texts.topTwo, texts.from, texts.to].map(numberColumn);
  return [
    wordColumn(texts.item, 4),
    wordColumn(texts.wave, 1),
    numberColumn(texts.answered),
    ...(hasTopTwo ? shares : []),
    wordColumn(texts.answers, 4),
  ];
}

function rowOf(item: ReleasedItem, input: ItemAnswers, hasTopTwo: boolean): FigureRow {
  const { language } = input;
  const texts = answerTexts[language];
  const head = [textCell(textOf(item, input)), textCell(texts.waves[item.wave])];
  if (!item.shown) {
    const blanks = Array.from({ length: hasTopTwo ? 4 : 1 }, emptyCell);
    const cells = [...head, ...blanks, textCell(texts.withheld[item.reason])];
    return { cells, isTotal: false, isWithheld: true };
  }
  const { topTwo } = item;
  const shares = [topTwo?.percent, topTwo?.interval.low, topTwo?.interval.high];
  return {
    cells: [
      ...head,
      numberCell(item.answered, language),
      ...(hasTopTwo ? shares.map((share) => numberCell(share ?? null, language)) : []),
      textCell(answersInWords(item, input)),
    ],
    isTotal: false,
    isWithheld: false,
  };
}

type ShownItem = Extract<ReleasedItem, { shown: true }>;

function answersInWords(item: ShownItem, input: ItemAnswers): string {
  const texts = answerTexts[input.language];
  const labels = labelsOf(item, input);
  const { distribution } = item;
  if (distribution.kind === "nearly-all") {
    return texts.nearlyAll(joinOptions([distribution.option], labels));
  }
  if (distribution.kind !== "bars") return "";
  return distribution.bars
    .map(({ options, people }) => texts.bar(joinOptions(options, labels), people))
    .join("; ");
}

function textOf({ item: key }: ReleasedItem, { document, language }: ItemAnswers): string {
  const item = findItem(document, key);
  return item ? inLanguage(item.text, language) : key;
}

function labelsOf({ item: key }: ReleasedItem, { document, language }: ItemAnswers): string[] {
  const item = findItem(document, key);
  return item ? optionLabels(document, item, language) : [];
}
