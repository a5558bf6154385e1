import type { ChartAxis, ForestChart, ForestRow } from "../../server/domain/annex/chart.ts";
import type {
  ReleasedChange,
  ReleasedFigures,
  ReleasedGain,
  ReleasedScale,
} from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import {
  disclaimer,
  everyone,
  forestCaption,
  gainWords,
  oneInTwenty,
  rangeNote,
  roundingNote,
  stepNote,
  wholeText,
  withheldWord,
} from "../texts/wording.ts";
import type { Place } from "../texts/wording-phrases.ts";
import { type Figure, type FigureRow, type Reading, textCell, wordColumn } from "./figure.ts";
import { gainCells, gainColumns } from "./gain-table.ts";

/** A locality's key and the forms of its name. */
export interface NamedPlace extends Place {
  key: string;
}

export interface GainByLocality {
  scale: ReleasedScale;
  scaleTitle: string;
  participation: ReleasedFigures["participation"];
  /** In the programme's own order, which every figure keeps: nothing is ever sorted by result. */
  localities: readonly NamedPlace[];
  threshold: number;
  language: Language;
  /** Lets several scales share one axis, so that they can be compared by eye. */
  axis?: Pick<ChartAxis, "minimum" | "maximum">;
}

/** One row of the figure: a locality, or all participants (`place: null`). */
interface GainRow {
  place: NamedPlace | null;
  label: string;
  enrolled: number;
  gain: ReleasedGain;
}

/** Change on one scale, locality by locality, with all participants below. */
export function gainByLocalityFigure(input: GainByLocality): Figure {
  const { scale, scaleTitle, language } = input;
  const texts = figureTexts[language];
  const rows = rowsOf(input);
  return {
    key: gainByLocalityKey(scale.key),
    title: texts.gainByLocality(scaleTitle),
    shortTitle: texts.gainByLocalityShort,
    summary: summaryOf(rows, input),
    readings: rows.map((row) => readingOf(row, input)),
    chart: chartOf(rows, input),
    table: {
      caption: texts.gainByLocalityTable(scaleTitle),
      columns: [wordColumn(texts.locality), ...gainColumns(language)],
      rows: rows.map((row) => tableRow(row, input)),
    },
    caption: forestCaption({ hasSteadied: false, hasBand: false, differ: undefined }, language),
    notes: [
      disclaimer(scale.kind, language),
      stepNote(scale.stepPoints, language),
      rangeNote(language),
      oneInTwenty(language),
      roundingNote(language),
    ],
  };
}

export function gainByLocalityKey(scaleKey: string): string {
  return `gain-by-locality-${scaleKey}`;
}

/** An axis that holds every interval of these scales and zero, in whole tens of points. */
export function gainAxisRange(
  scales: readonly ReleasedScale[],
): Pick<ChartAxis, "minimum" | "maximum"> {
  const gains = scales.flatMap(({ all, localities }) => [all, ...localities.map((l) => l.gain)]);
  const ends = gains.flatMap((gain) =>
    gain.shown
      ? [gain.gain, ...(gain.interval ? [gain.interval.low, gain.interval.high] : [])]
      : [],
  );
  const minimum = Math.floor(Math.min(0, ...ends) / 10) * 10;
  const maximum = Math.ceil(Math.max(10, ...ends) / 10) * 10;
  return { minimum: Math.max(minimum, -100), maximum: Math.min(maximum, 100) };
}

function rowsOf({ scale, participation, localities, language }: GainByLocality): GainRow[] {
  const places = localities.map((place) => ({
    place,
    label: place.nominative,
    enrolled: participation.localities.find((one) => one.locality === place.key)?.enrolled ?? 0,
    gain: scale.localities.find((one) => one.locality === place.key)?.gain ?? notClosed,
  }));
  const all = { place: null, label: everyone(language), gain: scale.all };
  return [...places, { ...all, enrolled: participation.all.enrolled }];
}

/** A locality that joined after the release was made has nothing in it yet. */
const notClosed: ReleasedGain = { shown: false, reason: "not-closed" };

function readingOf(row: GainRow, { scale, threshold, language }: GainByLocality): Reading {
  const { place, label, enrolled, gain } = row;
  const words = gainWords(gain, { place, kind: scale.kind, enrolled, threshold, language });
  return { ...words, label, isTotal: place === null, isWithheld: !gain.shown };
}

function summaryOf(rows: readonly GainRow[], input: GainByLocality): string {
  const localities = rows.filter((row) => row.place !== null);
  const shown = localities.filter((row) => row.gain.shown).length;
  const total = readingOf(rows.at(-1)!, input);
  const count = figureTexts[input.language].localitiesShown(shown, localities.length);
  return `${count} ${total.label}: ${wholeText(total)}`;
}

function tableRow(row: GainRow, { threshold, language }: GainByLocality): FigureRow {
  const cells = gainCells(row.gain, { enrolled: row.enrolled, threshold, language });
  return {
    cells: [textCell(row.label), ...cells],
    isTotal: row.place === null,
    isWithheld: !row.gain.shown,
  };
}

function chartOf(rows: readonly GainRow[], input: GainByLocality): ForestChart {
  const { scale, language } = input;
  const texts = figureTexts[language];
  return {
    kind: "forest",
    axis: { title: texts.gainAxis, ...(input.axis ?? gainAxisRange([scale])) },
    rows: rows.map((row) => forestRow(row, input)),
    overall: scale.all.shown ? scale.all.gain : null,
    band: null,
    language,
    detailTitles: ["", texts.pairs],
    legend: { value: texts.legendValue, ...(scale.all.shown && { overall: everyone(language) }) },
  };
}

function forestRow(row: GainRow, { threshold, language }: GainByLocality): ForestRow {
  const { label, gain } = row;
  const isTotal = row.place === null;
  const blank = { label, value: null, low: null, high: null, weight: 0, steadied: null, isTotal };
  if (!gain.shown) {
    return { ...blank, details: [withheldWord(gain.reason, { threshold, language })] };
  }
  const pairs = figureTexts[language].pairsOf(gain.pairs, row.enrolled);
  return {
    ...blank,
    value: gain.gain,
    low: gain.interval?.low ?? null,
    high: gain.interval?.high ?? null,
    weight: gain.pairs,
    details: [changeMarks(gain.change, language), pairs],
  };
}

/** "9 ↑ 2 = 0 ↓", or nothing but an arrow where nearly all went one way. */
function changeMarks(change: ReleasedChange, language: Language): string {
  if (change.kind === "counts") return `${change.higher} ↑ ${change.same} = ${change.lower} ↓`;
  if (change.kind === "withheld") return "–";
  const mark = { higher: "↑", same: "=", lower: "↓" }[change.direction];
  return `${figureTexts[language].nearlyAll} ${mark}`;
}
