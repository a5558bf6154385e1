import type { ChartAxis } from "../../server/domain/annex/chart.ts";
import type { ReleasedScale } from "../../server/domain/disclosure/figures.ts";
import type { StartBand } from "../../server/domain/disclosure/figures-tables.ts";
import type { Language } from "../../server/domain/text.ts";
import { formatChange } from "../texts/numbers.ts";
import { qualityTexts } from "../texts/quality.ts";
import { disclaimer, rangeNote } from "../texts/wording.ts";
import {
  changeCell,
  type Figure,
  numberCell,
  numberColumn,
  textCell,
  wordColumn,
} from "./figure.ts";

export interface ChangeByStart {
  scale: ReleasedScale;
  scaleTitle: string;
  language: Language;
  axis: Pick<ChartAxis, "minimum" | "maximum">;
}

/** Change by thirds of the score before, with what chance alone does to them; undefined where it was not released. */
export function changeByStartFigure(input: ChangeByStart): Figure | undefined {
  const { scale, scaleTitle, language } = input;
  const bands = scale.startLevels?.bands;
  if (!bands) return undefined;
  const texts = qualityTexts[language].start;
  return {
    key: changeByStartKey(scale.key),
    title: texts.title(scaleTitle),
    shortTitle: texts.short,
    summary: summaryOf(bands, language),
    readings: [],
    chart: chartOf(bands, input),
    table: { caption: texts.table(scaleTitle), ...tableOf(bands, language) },
    caption: `${texts.caption} ${texts.regression}`,
    notes: [disclaimer(scale.kind, language), rangeNote(language)],
    method: texts.method,
  };
}

export function changeByStartKey(scaleKey: string): string {
  return `change-by-start-${scaleKey}`;
}

function summaryOf(bands: readonly StartBand[], language: Language): string {
  const [low, high] = [bands[0]!, bands.at(-1)!];
  return qualityTexts[language].start.summary({
    low: rangeOf(low),
    lowGain: formatChange(low.gain, language),
    high: rangeOf(high),
    highGain: formatChange(high.gain, language),
  });
}

function rangeOf({ from, to }: StartBand): string {
  return `${from}–${to}`;
}

function tableOf(bands: readonly StartBand[], language: Language) {
  const texts = qualityTexts[language];
  const { column, meanBefore, change } = texts.start;
  return {
    columns: [
      wordColumn(column),
      ...[texts.people, meanBefore, change, texts.from, texts.to].map(numberColumn),
    ],
    rows: bands.map((band) => ({
      cells: [
        textCell(rangeOf(band)),
        numberCell(band.people, language),
        numberCell(band.meanBefore, language),
        changeCell(band.gain, language),
        changeCell(band.interval.low, language),
        changeCell(band.interval.high, language),
      ],
      isTotal: false,
      isWithheld: false,
    })),
  };
}

function chartOf(bands: readonly StartBand[], { scale, language, axis }: ChangeByStart) {
  const texts = qualityTexts[language];
  const ends = bands.flatMap(({ interval }) => [interval.low, interval.high]);
  return {
    kind: "forest" as const,
    axis: {
      title: texts.start.axis,
      minimum: Math.min(axis.minimum, Math.floor(Math.min(...ends) / 10) * 10),
      maximum: Math.max(axis.maximum, Math.ceil(Math.max(...ends) / 10) * 10),
    },
    rows: bands.map((band) => ({
      label: texts.start.band(String(band.from), String(band.to)),
      value: band.gain,
      ...band.interval,
      weight: band.people,
      steadied: null,
      isTotal: false,
      details: [String(band.people)],
    })),
    overall: scale.all.shown ? scale.all.gain : null,
    band: null,
    language,
    detailTitles: [texts.people],
    legend: { value: texts.start.legend },
  };
}
