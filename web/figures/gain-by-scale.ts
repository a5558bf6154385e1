import type { ChartAxis, ForestChart } from "../../server/domain/annex/chart.ts";
import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import { scalesMethod } from "../texts/methods.ts";
import {
  disclaimer,
  forestCaption,
  oneInTwenty,
  rangeNote,
  roundingNote,
} from "../texts/wording.ts";
import type { TitledScale } from "./before-after-by-scale.ts";
import { type Figure, wordColumn } from "./figure.ts";
import type { NamedPlace } from "./gain-by-locality.ts";
import {
  enrolledIn,
  type GainRow,
  gainForestRow,
  gainIn,
  gainReading,
  gainTableRow,
} from "./gain-rows.ts";
import { gainColumns } from "./gain-table.ts";

export interface GainByScale {
  place: NamedPlace;
  /** In the questionnaire's own order. */
  scales: readonly TitledScale[];
  participation: ReleasedFigures["participation"];
  threshold: number;
  language: Language;
  axis: Pick<ChartAxis, "minimum" | "maximum">;
}

/** One locality's change, scale by scale: the same released numbers as by locality, seen from the place. */
export function gainByScaleFigure(input: GainByScale): Figure {
  const { place, scales, language } = input;
  const texts = figureTexts[language];
  const rows = rowsOf(input);
  const shown = rows.filter(({ gain }) => gain.shown).length;
  return {
    key: gainByScaleKey(place.key),
    title: texts.gainByScale(place.nominative),
    shortTitle: texts.gainByScaleShort,
    summary: texts.scalesShown(shown, rows.length),
    readings: rows.map((row) => gainReading(row, input)),
    chart: chartOf(rows, input),
    table: {
      caption: texts.gainByScaleTable(place.nominative),
      columns: [wordColumn(texts.scale), ...gainColumns(language)],
      rows: rows.map((row) => gainTableRow(row, input)),
    },
    caption: forestCaption({ hasSteadied: false, hasBand: false, differ: undefined }, language),
    notes: [
      ...[...new Set(scales.map(({ scale }) => scale.kind))].map((kind) =>
        disclaimer(kind, language),
      ),
      rangeNote(language),
      oneInTwenty(language),
      roundingNote(language),
    ],
    method: scalesMethod({ threshold: input.threshold, language }),
  };
}

/** Keys of localities may hold what a file name or an address should not: only letters, digits and hyphens are kept. */
export function gainByScaleKey(localityKey: string): string {
  return `gain-by-scale-${localityKey.replace(/[^A-Za-z0-9-]/g, "-")}`;
}

function rowsOf({ place, scales, participation }: GainByScale): GainRow[] {
  const enrolled = enrolledIn(participation, place.key);
  return scales.map(({ scale, title }) => ({
    label: title,
    place,
    kind: scale.kind,
    enrolled,
    gain: gainIn(scale, place.key),
    isTotal: false,
  }));
}

function chartOf(rows: readonly GainRow[], input: GainByScale): ForestChart {
  const texts = figureTexts[input.language];
  return {
    kind: "forest",
    axis: { title: texts.gainAxis, ...input.axis },
    rows: rows.map((row) => gainForestRow(row, input)),
    overall: null,
    band: null,
    language: input.language,
    detailTitles: ["", texts.pairs],
    legend: { value: texts.legendValue },
  };
}
