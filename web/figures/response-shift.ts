import type { ForestChart, ForestRow } from "../../server/domain/annex/chart.ts";
import type { ReleasedShift, ShiftedMean } from "../../server/domain/disclosure/figures-tables.ts";
import type { Language } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";
import { figureTexts } from "../texts/figures.ts";
import { disclaimer, rangeNote } from "../texts/wording.ts";
import {
  changeCell,
  emptyCell,
  type Figure,
  type FigureRow,
  numberCell,
  numberColumn,
  textCell,
  withoutEmptyColumns,
  wordColumn,
} from "./figure.ts";

/** One area with its three changes. */
export interface TitledShift {
  title: string;
  shift: ReleasedShift;
}

export const responseShiftKey = "response-shift";

type ShownShift = Extract<ReleasedShift, { shown: true }>;

/** Before, looking back and after: both gains side by side, and how far the yardstick moved between them. */
export function responseShiftFigure(shifts: readonly TitledShift[], language: Language): Figure {
  const texts = answerTexts[language];
  const shown = shifts.filter(({ shift }) => shift.shown).length;
  return {
    key: responseShiftKey,
    title: texts.shiftTitle,
    shortTitle: texts.shiftTitle,
    summary: texts.shiftSummary(shown, shifts.length),
    readings: [],
    chart: shown > 0 ? chartOf(shifts, language) : null,
    table: withoutEmptyColumns({
      caption: texts.shiftTable,
      columns: columnsOf(language),
      rows: shifts.flatMap((shift) => rowsOf(shift, language)),
    }),
    caption: texts.shiftCaption,
    notes: [disclaimer("rating", language), rangeNote(language)],
    method: texts.methods.shift,
  };
}

/** The three changes of an area, in the order in which they are read: the headline first. */
function changesOf(shift: ShownShift, language: Language): { name: string; change: ShiftedMean }[] {
  const texts = answerTexts[language];
  return [
    { name: texts.gain, change: shift.gain },
    { name: texts.feltGain, change: shift.feltGain },
    { name: texts.shift, change: shift.shift },
  ];
}

function columnsOf(language: Language) {
  const texts = answerTexts[language];
  const means = [texts.people, texts.meanBefore, texts.meanThen, texts.meanAfter];
  const change = [figureTexts[language].change, texts.from, texts.to];
  return [
    wordColumn(texts.area, 3),
    ...[...means, ...change].map(numberColumn),
    wordColumn(texts.why, 2),
  ];
}

function rowsOf({ title, shift }: TitledShift, language: Language): FigureRow[] {
  const texts = answerTexts[language];
  if (!shift.shown) {
    const blanks = Array.from({ length: 7 }, emptyCell);
    const cells = [textCell(title), ...blanks, textCell(texts.withheld[shift.reason])];
    return [{ cells, isTotal: false, isWithheld: true }];
  }
  return changesOf(shift, language).map(({ name, change }, index) => ({
    cells: [
      textCell(`${title}: ${name}`),
      ...meanCells(index === 0 ? shift : null, language),
      changeCell(change.points, language, 1),
      changeCell(change.interval.low, language, 1),
      changeCell(change.interval.high, language, 1),
      emptyCell(),
    ],
    isTotal: false,
    isWithheld: false,
  }));
}

/** The means belong to the area and stand once. */
function meanCells(shift: ShownShift | null, language: Language) {
  if (shift === null) return Array.from({ length: 4 }, emptyCell);
  return [
    numberCell(shift.people, language),
    numberCell(shift.meanBefore, language, 1),
    numberCell(shift.meanThen, language, 1),
    numberCell(shift.meanAfter, language, 1),
  ];
}

function chartOf(shifts: readonly TitledShift[], language: Language): ForestChart {
  const texts = answerTexts[language];
  const rows = shifts.flatMap((shift) => chartRows(shift, language));
  const ends = rows.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]));
  return {
    kind: "forest",
    axis: {
      title: figureTexts[language].gainAxis,
      minimum: Math.floor(Math.min(0, ...ends) / 10) * 10,
      maximum: Math.ceil(Math.max(10, ...ends) / 10) * 10,
    },
    rows,
    overall: null,
    band: null,
    language,
    detailTitles: [texts.people],
    legend: { value: texts.legendChange },
  };
}

function chartRows({ title, shift }: TitledShift, language: Language): ForestRow[] {
  const texts = answerTexts[language];
  if (!shift.shown) {
    const nothing = { value: null, low: null, high: null, weight: 0, steadied: null };
    return [{ label: title, ...nothing, isTotal: false, details: [texts.withheld[shift.reason]] }];
  }
  return changesOf(shift, language).map(({ name, change }) => ({
    label: `${title}: ${name}`,
    value: change.points,
    low: change.interval.low,
    high: change.interval.high,
    weight: shift.people,
    steadied: null,
    isTotal: false,
    details: [String(shift.people)],
  }));
}
