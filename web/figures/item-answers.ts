import type { ForestChart } from "../../server/domain/annex/chart.ts";
import type { ReleasedItem, ToldChoice } from "../../server/domain/disclosure/figures-tables.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";
import {
  emptyCell,
  type Figure,
  type FigureBar,
  type FigureRow,
  numberCell,
  numberColumn,
  textCell,
  wordColumn,
} from "./figure.ts";
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
  const shown = items.filter((item) => item.shown).length;
  const hasTopTwo = items.some((item) => item.shown && item.topTwo !== null);
  return {
    key,
    title: texts.itemsOf(title),
    shortTitle: texts.itemsOf(title),
    summary: texts.itemsSummary(shown, items.length),
    readings: [],
    chart: hasTopTwo ? topTwoChart(input) : null,
    bars: items.map((item) => barOf(item, input)),
    shades: shadesOf(input),
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
  if (distribution.kind === "choices") {
    return distribution.choices.map((choice) => choiceInWords(choice, labels, texts)).join("; ");
  }
  return distribution.bars
    .map(({ options, people }) => texts.bar(joinOptions(options, labels), people))
    .join("; ");
}

function choiceInWords(
  choice: ToldChoice,
  labels: readonly string[],
  texts: (typeof answerTexts)[Language],
): string {
  const label = joinOptions([choice.option], labels);
  return "people" in choice
    ? texts.bar(label, choice.people)
    : texts.choiceSaid[choice.said](label);
}

/** One meaning a shade, where all items offer the same answers; else the table alone says what was answered. */
function shadesOf(input: ItemAnswers): Figure["shades"] {
  const sets = input.items.map((item) => labelsOf(item, input));
  const [first = []] = sets;
  if (sets.some((labels) => labels.join("\n") !== first.join("\n"))) return undefined;
  return first.map((text, index) => ({ text, place: index / Math.max(first.length - 1, 1) }));
}

/** The row's wave is named where the figure has several. */
function rowLabel(item: ReleasedItem, input: ItemAnswers): string {
  const texts = answerTexts[input.language];
  const isOneWave = new Set(input.items.map(({ wave }) => wave)).size === 1;
  const text = textOf(item, input);
  return isOneWave ? text : texts.rowOf(text, texts.waves[item.wave]);
}

/** A bar's parts carry their place between the lowest option (0) and the highest (1), by which they are shaded. */
function barOf(item: ReleasedItem, input: ItemAnswers): FigureBar {
  const texts = answerTexts[input.language];
  const label = rowLabel(item, input);
  if (!item.shown) return { label, parts: [], note: texts.withheld[item.reason] };
  const labels = labelsOf(item, input);
  const last = Math.max(labels.length - 1, 1);
  const { distribution } = item;
  if (distribution.kind === "nearly-all") {
    const name = joinOptions([distribution.option], labels);
    return { label, parts: [], note: texts.nearlyAll(name) };
  }
  if (distribution.kind === "choices") {
    const words = answersInWords(item, input);
    return { label, parts: [], note: words };
  }
  const parts = distribution.bars.map(({ options, people }) => ({
    text: joinOptions(options, labels),
    people,
    place: options.reduce((sum, option) => sum + option, 0) / options.length / last,
  }));
  return { label, parts, note: null };
}

function topTwoChart(input: ItemAnswers): ForestChart {
  const { items, language } = input;
  const texts = answerTexts[language];
  return {
    kind: "forest",
    axis: { title: texts.shareAxis, minimum: 0, maximum: 100 },
    rows: items.map((item) => {
      const label = rowLabel(item, input);
      const topTwo = item.shown ? item.topTwo : null;
      const detail = item.shown ? String(item.answered) : texts.withheld[item.reason];
      return {
        label,
        value: topTwo?.percent ?? null,
        low: topTwo?.interval.low ?? null,
        high: topTwo?.interval.high ?? null,
        weight: topTwo && item.shown ? item.answered : 0,
        steadied: null,
        isTotal: false,
        details: [detail],
      };
    }),
    overall: null,
    band: null,
    language,
    detailTitles: [texts.answered],
    legend: { value: texts.legendTopTwo },
  };
}

function textOf({ item: key }: ReleasedItem, { document, language }: ItemAnswers): string {
  const item = findItem(document, key);
  return item ? inLanguage(item.text, language) : key;
}

function labelsOf({ item: key }: ReleasedItem, { document, language }: ItemAnswers): string[] {
  const item = findItem(document, key);
  return item ? optionLabels(document, item, language) : [];
}
