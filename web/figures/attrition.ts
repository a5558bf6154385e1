import type { ForestChart } from "../../server/domain/annex/chart.ts";
import type { ReleasedAttrition } from "../../server/domain/disclosure/figures-expert.ts";
import type { Language } from "../../server/domain/text.ts";
import { qualityTexts } from "../texts/quality.ts";
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
import type { TitledScale } from "./results.ts";

export const attritionKey = "attrition";

/** Whether those who did not come back had started elsewhere, scale by scale. */
export function attritionFigure(scales: readonly TitledScale[], language: Language): Figure {
  const texts = qualityTexts[language].attrition;
  const shown = scales.flatMap(({ scale }) => scale.attrition ?? []);
  const clear = shown.filter(({ interval }) => interval.low > 0 || interval.high < 0).length;
  return {
    key: attritionKey,
    title: texts.title,
    shortTitle: texts.title,
    summary: shown.length > 0 ? texts.summary(clear, shown.length) : texts.nothing,
    readings: [],
    chart: shown.length > 0 ? chartOf(scales, shown, language) : null,
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
  const { stayed, left, meanStayed, meanLeft, difference } = texts.attrition;
  const numbers = [stayed, left, meanStayed, meanLeft, difference, texts.from, texts.to];
  return [wordColumn(texts.scale, 3), ...numbers.map(numberColumn), wordColumn(texts.note, 2)];
}

function rowOf({ title, scale: { attrition } }: TitledScale, language: Language): FigureRow {
  if (!attrition) {
    const blanks = Array.from({ length: 7 }, emptyCell);
    const cells = [textCell(title), ...blanks, textCell(qualityTexts[language].notShown)];
    return { cells, isTotal: false, isWithheld: true };
  }
  const { stayed, left, meanBeforeStayed, meanBeforeLeft, difference, interval } = attrition;
  const decimals = decimalsOf(attrition);
  const means = [meanBeforeStayed, meanBeforeLeft];
  return {
    cells: [
      textCell(title),
      ...[stayed, left].map((count) => numberCell(count, language)),
      ...means.map((mean) => numberCell(mean, language, decimals)),
      ...[difference, interval.low, interval.high].map((one) =>
        changeCell(one, language, decimals),
      ),
      emptyCell(),
    ],
    isTotal: false,
    isWithheld: false,
  };
}

/** As the release rounded them: whole points below ten people. */
function decimalsOf({ left }: ReleasedAttrition): number {
  return left < 10 ? 0 : 1;
}

function chartOf(
  scales: readonly TitledScale[],
  shown: readonly ReleasedAttrition[],
  language: Language,
): ForestChart {
  const texts = qualityTexts[language];
  const ends = shown.flatMap(({ interval }) => [interval.low, interval.high]);
  return {
    kind: "forest",
    axis: {
      title: texts.attrition.axis,
      minimum: Math.floor(Math.min(-10, ...ends) / 10) * 10,
      maximum: Math.ceil(Math.max(10, ...ends) / 10) * 10,
    },
    rows: scales.map(({ title, scale: { attrition } }) => ({
      label: title,
      value: attrition?.difference ?? null,
      low: attrition?.interval.low ?? null,
      high: attrition?.interval.high ?? null,
      weight: attrition?.left ?? 0,
      steadied: null,
      isTotal: false,
      details: [attrition ? String(attrition.left) : texts.notShown],
    })),
    overall: null,
    band: null,
    language,
    detailTitles: [texts.attrition.left],
    legend: { value: texts.attrition.legend },
  };
}
