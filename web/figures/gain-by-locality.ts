import type { ChartAxis, ForestChart, ForestLegend } from "../../server/domain/annex/chart.ts";
import type { ReleasedFigures, ReleasedScale } from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import { gainMethod } from "../texts/methods.ts";
import { joinWords } from "../texts/numbers.ts";
import {
  disclaimer,
  everyone,
  type ForestParts,
  forestCaption,
  oneInTwenty,
  rangeNote,
  roundingNote,
  stepNote,
  wholeText,
} from "../texts/wording.ts";
import type { Place } from "../texts/wording-phrases.ts";
import { type Figure, wordColumn } from "./figure.ts";
import {
  enrolledIn,
  type GainRow,
  gainForestRow,
  gainIn,
  gainReading,
  gainTableRow,
} from "./gain-rows.ts";
import { gainColumns } from "./gain-table.ts";

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
  axis?: AxisRange;
  /** Whether localities differ by more than chance, judged over all scales together; undefined where nobody judged. */
  differ?: boolean;
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
    readings: rows.map((row) => gainReading(row, input)),
    chart: chartOf(rows, input),
    table: {
      caption: texts.gainByLocalityTable(scaleTitle),
      columns: [wordColumn(texts.locality), ...gainColumns(language)],
      rows: rows.map((row) => gainTableRow(row, input)),
    },
    caption: forestCaption(partsOf(input), language),
    notes: [
      ...totalNote(input),
      disclaimer(scale.kind, language),
      stepNote(scale.stepPoints, language),
      rangeNote(language),
      oneInTwenty(language),
      roundingNote(language),
    ],
    method: gainMethod({ kind: scale.kind, threshold: input.threshold, language }),
  };
}

export function gainByLocalityKey(scaleKey: string): string {
  return `gain-by-locality-${scaleKey}`;
}

type AxisRange = Pick<ChartAxis, "minimum" | "maximum">;

/** All figures of a release share one axis, and there are dozens of them. */
const known = new WeakMap<readonly ReleasedScale[], AxisRange>();

/** An axis that holds every interval of these scales and zero, in whole tens of points. */
export function gainAxisRange(scales: readonly ReleasedScale[]): AxisRange {
  const range = known.get(scales) ?? findAxisRange(scales);
  known.set(scales, range);
  return range;
}

function findAxisRange(scales: readonly ReleasedScale[]): AxisRange {
  let [minimum, maximum] = [0, 10];
  for (const { all, localities } of scales) {
    for (const gain of [all, ...localities.map((one) => one.gain)]) {
      if (!gain.shown) continue;
      minimum = Math.min(minimum, gain.gain, gain.interval?.low ?? 0);
      maximum = Math.max(maximum, gain.gain, gain.interval?.high ?? 0);
    }
  }
  return {
    minimum: Math.max(Math.floor(minimum / 10) * 10, -100),
    maximum: Math.min(Math.ceil(maximum / 10) * 10, 100),
  };
}

/** A row with its locality's key; the row of all participants has none. */
type KeyedRow = GainRow & { key: string | null };

function rowsOf(input: GainByLocality): KeyedRow[] {
  const { scale, participation, localities, language } = input;
  const { kind } = scale;
  const places = localities.map((place) => ({
    key: place.key,
    label: place.nominative,
    place,
    kind,
    enrolled: enrolledIn(participation, place.key),
    gain: gainIn(scale, place.key),
    isTotal: false,
  }));
  const { enrolled } = participation.all;
  const label = everyone(language);
  return [
    ...places,
    { key: null, label, place: null, kind, enrolled, gain: scale.all, isTotal: true },
  ];
}

function partsOf({ scale, differ }: GainByLocality): ForestParts {
  const { comparison } = scale;
  return {
    hasSteadied: (comparison?.steadied.length ?? 0) > 0,
    hasBand: Boolean(comparison?.typical?.prediction),
    differ,
  };
}

/**
 * Where a locality's results came too late to join the total, the total says whose it is; to somebody who sees some of
 * the localities only, whose it is not.
 */
function totalNote({ scale, localities, language }: GainByLocality): string[] {
  const { allLocalities } = scale;
  if (!allLocalities || !scale.all.shown) return [];
  const isIn = ({ key }: NamedPlace) => allLocalities.includes(key);
  const late = localities.filter((place) => gainIn(scale, place.key).shown && !isIn(place));
  if (late.length === 0) return [];
  const added = localities.filter(isIn);
  const texts = figureTexts[language];
  return added.length === allLocalities.length
    ? [texts.totalOf(namesOf(added, language))]
    : [texts.totalWithout(namesOf(late, language))];
}

function namesOf(places: readonly NamedPlace[], language: Language): string {
  return joinWords(
    places.map(({ nominative }) => nominative),
    language,
  );
}

function summaryOf(rows: readonly KeyedRow[], input: GainByLocality): string {
  const localities = rows.filter((row) => !row.isTotal);
  const shown = localities.filter((row) => row.gain.shown).length;
  const total = gainReading(rows.at(-1)!, input);
  const count = figureTexts[input.language].localitiesShown(shown, localities.length);
  return `${count} ${total.label}: ${wholeText(total)}`;
}

function chartOf(rows: readonly KeyedRow[], input: GainByLocality): ForestChart {
  const { scale, language } = input;
  const texts = figureTexts[language];
  return {
    kind: "forest",
    axis: { title: texts.gainAxis, ...(input.axis ?? gainAxisRange([scale])) },
    rows: rows.map((row) => ({ ...gainForestRow(row, input), steadied: steadiedOf(row, scale) })),
    overall: scale.all.shown ? scale.all.gain : null,
    band: scale.comparison?.typical?.prediction ?? null,
    language,
    detailTitles: ["", texts.pairs],
    legend: legendOf(input),
  };
}

/** Only what is drawn has a place in the legend. */
function legendOf(input: GainByLocality): ForestLegend {
  const texts = figureTexts[input.language];
  const { hasSteadied, hasBand } = partsOf(input);
  return {
    value: texts.legendValue,
    ...(hasSteadied && { steadied: texts.legendSteadied }),
    ...(input.scale.all.shown && { overall: everyone(input.language) }),
    ...(hasBand && { band: texts.legendBand }),
  };
}

function steadiedOf({ key }: KeyedRow, { comparison }: ReleasedScale): number | null {
  return comparison?.steadied.find(({ locality }) => locality === key)?.gain ?? null;
}
