import type { ForestChart } from "../../server/domain/annex/chart.ts";
import type { ReleasedItem } from "../../server/domain/disclosure/figures-tables.ts";
import type { ItemOf, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { wilsonInterval } from "../../server/domain/statistics/proportion.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";
import {
  emptyCell,
  type Figure,
  type FigureRow,
  numberCell,
  numberColumn,
  textCell,
  withoutEmptyColumns,
  wordColumn,
} from "./figure.ts";
import { findItem } from "./option-labels.ts";

export interface RightAnswers {
  scaleKey: string;
  scaleTitle: string;
  items: readonly ReleasedItem[];
  document: QuestionnaireDocument;
  language: Language;
}

/** The share of right answers to one question in one wave, in percent; null where it was not released. */
interface Share {
  label: string;
  wave: string;
  answered: number | null;
  percent: number | null;
  low: number | null;
  high: number | null;
  note: string;
}

/** Right answers question by question, with what guessing would reach; undefined where no question was released. */
export function rightAnswersFigure(input: RightAnswers): Figure | undefined {
  const { scaleKey, scaleTitle, items, language } = input;
  const texts = answerTexts[language];
  const shares = items.flatMap((item) => shareOf(item, input));
  if (shares.length === 0) return undefined;
  const shown = shares.filter(({ percent }) => percent !== null).length;
  return {
    key: rightAnswersKey(scaleKey),
    title: texts.rightTitle(scaleTitle),
    shortTitle: texts.rightShort,
    summary: texts.itemsSummary(shown, shares.length),
    readings: [],
    chart: chartOf(shares, input),
    table: withoutEmptyColumns({
      caption: texts.rightTable(scaleTitle),
      columns: [
        wordColumn(texts.item, 4),
        wordColumn(texts.wave, 1),
        ...[texts.answered, texts.right, texts.from, texts.to].map(numberColumn),
        wordColumn(texts.why, 2),
      ],
      rows: shares.map((share) => rowOf(share, language)),
    }),
    caption: texts.rightCaption,
    notes: [texts.wilsonNote],
    method: texts.methods.right,
  };
}

export function rightAnswersKey(scaleKey: string): string {
  return `right-answers-${scaleKey}`;
}

function shareOf(released: ReleasedItem, { document, language }: RightAnswers): Share[] {
  const item = findItem(document, released.item);
  if (item?.kind !== "knowledge") return [];
  const texts = answerTexts[language];
  const label = inLanguage(item.text, language);
  const blank = { label, wave: texts.waves[released.wave], percent: null, low: null, high: null };
  if (!released.shown) {
    return [{ ...blank, answered: null, note: texts.withheld[released.reason] }];
  }
  const { answered } = released;
  const people = rightPeople(released, item);
  const interval = people === undefined ? null : wilsonInterval(people, answered);
  if (people === undefined || interval === null) {
    return [{ ...blank, answered, note: texts.withheld.protecting }];
  }
  const percent = (share: number) => Math.round(share * 100);
  const range = { low: percent(interval.low), high: percent(interval.high) };
  return [{ ...blank, ...range, answered, percent: percent(people / answered), note: "" }];
}

/** How many were right, where the right answer stands alone and not nearly everybody or nobody gave it. */
function rightPeople(
  { distribution }: Extract<ReleasedItem, { shown: true }>,
  item: ItemOf<"knowledge">,
): number | undefined {
  const right = item.options.findIndex(({ value }) => value === item.correct);
  if (distribution.kind !== "bars") return undefined;
  const bar = distribution.bars.find(({ options }) => options.includes(right));
  return bar && bar.options.length === 1 ? bar.people : undefined;
}

function rowOf(share: Share, language: Language): FigureRow {
  const { label, wave, answered, percent, low, high, note } = share;
  const numbers = [answered, percent, low, high].map((value) => numberCell(value, language));
  return {
    cells: [textCell(label), textCell(wave), ...numbers, note ? textCell(note) : emptyCell()],
    isTotal: false,
    isWithheld: percent === null,
  };
}

function chartOf(
  shares: readonly Share[],
  { items, document, language }: RightAnswers,
): ForestChart {
  const texts = answerTexts[language];
  const guessing = guessingShare(items, document);
  return {
    kind: "forest",
    axis: { title: texts.shareAxis, minimum: 0, maximum: 100 },
    rows: shares.map(({ label, wave, answered, percent, low, high, note }) => ({
      label: texts.rowOf(label, wave),
      value: percent,
      low,
      high,
      weight: percent === null ? 0 : (answered ?? 0),
      steadied: null,
      isTotal: false,
      details: [percent === null ? note : String(answered)],
    })),
    overall: guessing,
    band: null,
    language,
    detailTitles: [texts.answered],
    legend: { value: texts.legendRight, ...(guessing !== null && { overall: texts.guessing }) },
  };
}

/** What guessing would reach, in percent; null where the questions offer different numbers of answers. */
function guessingShare(
  items: readonly ReleasedItem[],
  document: QuestionnaireDocument,
): number | null {
  const counts = items.flatMap(({ item: key }) => {
    const item = findItem(document, key);
    return item?.kind === "knowledge" ? [item.options.length] : [];
  });
  return new Set(counts).size === 1 ? 100 / counts[0]! : null;
}
