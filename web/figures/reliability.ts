import type { ForestChart } from "../../server/domain/annex/chart.ts";
import type { Language } from "../../server/domain/text.ts";
import { formatNumber } from "../texts/numbers.ts";
import { qualityTexts } from "../texts/quality.ts";
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
import type { TitledScale } from "./results.ts";

export const reliabilityKey = "reliability";

/** Cronbach's alpha of each scale before the training, of the whole programme. */
export function reliabilityFigure(scales: readonly TitledScale[], language: Language): Figure {
  const texts = qualityTexts[language].reliability;
  const alphas = scales.flatMap(({ scale }) => scale.reliability?.alpha ?? []);
  const number = (value: number) => formatNumber(value, language, 2);
  return {
    key: reliabilityKey,
    title: texts.title,
    shortTitle: texts.title,
    summary:
      alphas.length > 0
        ? texts.summary(number(Math.min(...alphas)), number(Math.max(...alphas)))
        : texts.nothing,
    readings: [],
    chart: alphas.length > 0 ? chartOf(scales, language) : null,
    table: withoutEmptyColumns({
      caption: texts.table,
      columns: columnsOf(language),
      rows: scales.map((scale) => rowOf(scale, language)),
    }),
    caption: texts.caption,
    notes: [],
    method: texts.method,
  };
}

function columnsOf(language: Language) {
  const texts = qualityTexts[language];
  const { items, alpha } = texts.reliability;
  return [
    wordColumn(texts.scale, 3),
    ...[texts.people, items, alpha, texts.from, texts.to].map(numberColumn),
    wordColumn(texts.note, 2),
  ];
}

function rowOf({ title, scale: { reliability } }: TitledScale, language: Language): FigureRow {
  if (!reliability) {
    const blanks = Array.from({ length: 5 }, emptyCell);
    const cells = [textCell(title), ...blanks, textCell(qualityTexts[language].notShown)];
    return { cells, isTotal: false, isWithheld: true };
  }
  const { people, items, alpha, interval } = reliability;
  return {
    cells: [
      textCell(title),
      ...[people, items].map((count) => numberCell(count, language)),
      ...[alpha, interval.low, interval.high].map((value) => numberCell(value, language, 2)),
      emptyCell(),
    ],
    isTotal: false,
    isWithheld: false,
  };
}

function chartOf(scales: readonly TitledScale[], language: Language): ForestChart {
  const texts = qualityTexts[language];
  const lows = scales.flatMap(({ scale }) => scale.reliability?.interval.low ?? []);
  return {
    kind: "forest",
    axis: {
      title: texts.reliability.axis,
      minimum: Math.min(0, Math.floor(Math.min(...lows) * 5) / 5),
      maximum: 1,
    },
    rows: scales.map(({ title, scale: { reliability } }) => ({
      label: title,
      value: reliability?.alpha ?? null,
      low: reliability?.interval.low ?? null,
      high: reliability?.interval.high ?? null,
      weight: reliability?.people ?? 0,
      steadied: null,
      isTotal: false,
      details: [reliability ? String(reliability.people) : texts.notShown],
    })),
    overall: null,
    band: null,
    language,
    detailTitles: [texts.people],
    legend: { value: texts.reliability.legend },
  };
}
