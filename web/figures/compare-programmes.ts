import type { ForestChart, ForestRow } from "../../server/domain/annex/chart.ts";
import type { Comparability } from "../../server/domain/comparison/comparable-scales.ts";
import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { comparisonTexts } from "../texts/comparison.ts";
import { figureTexts } from "../texts/figures.ts";
import { forestCaption, rangeNote, roundingNote } from "../texts/wording.ts";
import { emptyCell, type Figure, type FigureRow, textCell, wordColumn } from "./figure.ts";
import { gainAxisRange } from "./gain-by-locality.ts";
import { type GainRow, gainForestRow, gainTableRow, type RowContext } from "./gain-rows.ts";
import { gainColumns } from "./gain-table.ts";

export interface ComparedScale {
  key: string;
  title: string;
  comparability: Comparability;
}

export interface ComparedProgrammes {
  /** Every scale of this programme, comparable or not, in its questionnaire's order. */
  scales: readonly ComparedScale[];
  one: ReleasedFigures;
  other: ReleasedFigures;
  /** The numbers of two releases of one programme; without them these are two programmes. */
  releases?: readonly [one: number, other: number];
  language: Language;
}

/** All participants of two programmes side by side; a scale that means something else is refused with the reason. */
export function compareProgrammesFigure(input: ComparedProgrammes): Figure {
  const { scales, language } = input;
  const texts = comparisonTexts[language];
  const words = input.releases ? texts.releases : texts.programmes;
  const comparable = scales.filter(({ comparability }) => comparability.comparable);
  return {
    key: "compare-programmes",
    title: texts.title,
    shortTitle: words.shortTitle,
    summary: texts.summary(comparable.length, scales.length),
    readings: [],
    chart: comparable.length > 0 ? chartOf(comparable, input) : null,
    table: {
      caption: words.tableTitle,
      columns: [wordColumn(figureTexts[language].scale), ...gainColumns(language)],
      rows: scales.flatMap((scale) => tableRows(scale, input)),
    },
    caption: `${words.caption} ${forestCaption({ hasSteadied: false, hasBand: false, differ: undefined }, language)}`,
    notes: [words.note, rangeNote(language), roundingNote(language)],
    method: texts.method,
  };
}

function tableRows(scale: ComparedScale, input: ComparedProgrammes): FigureRow[] {
  const reason = refusalOf(scale, input.language);
  if (reason === null) {
    return sidesOf(scale, input).map(({ row, context }) => gainTableRow(row, context));
  }
  const blanks = gainColumns(input.language).slice(1).map(emptyCell);
  const cells = [textCell(scale.title), ...blanks, textCell(reason)];
  return [{ cells, isTotal: false, isWithheld: true }];
}

/** The chart has the table's rows, refused ones too. */
function chartOf(comparable: readonly ComparedScale[], input: ComparedProgrammes): ForestChart {
  const { one, other, language } = input;
  const texts = figureTexts[language];
  const keys = comparable.map(({ key }) => key);
  const shown = [...one.scales, ...other.scales].filter(({ key }) => keys.includes(key));
  // Only totals are drawn, so only they decide the axis.
  const totals = shown.map((scale) => ({ ...scale, localities: [] }));
  return {
    kind: "forest",
    axis: { title: texts.gainAxis, ...gainAxisRange(totals) },
    rows: input.scales.flatMap((scale) => chartRows(scale, input)),
    overall: null,
    band: null,
    language,
    detailTitles: ["", texts.pairs],
    legend: { value: texts.legendValue },
  };
}

function chartRows(scale: ComparedScale, input: ComparedProgrammes): ForestRow[] {
  const reason = refusalOf(scale, input.language);
  if (reason === null) {
    return sidesOf(scale, input).map(({ row, context }) => gainForestRow(row, context));
  }
  const nothing = { value: null, low: null, high: null, weight: 0, steadied: null };
  return [{ label: scale.title, ...nothing, isTotal: false, details: [reason] }];
}

function refusalOf({ comparability }: ComparedScale, language: Language): string | null {
  return comparability.comparable ? null : comparisonTexts[language].refused[comparability.reason];
}

/** A scale's two rows; each programme has its own threshold. */
function sidesOf(
  { key, title }: ComparedScale,
  { one, other, releases, language }: ComparedProgrammes,
): { row: GainRow; context: RowContext }[] {
  const texts = comparisonTexts[language];
  const [oneName, otherName] = releases
    ? [texts.release(releases[0]), texts.release(releases[1])]
    : [texts.thisProgramme, texts.otherProgramme];
  const both: [ReleasedFigures, string][] = [
    [one, oneName],
    [other, otherName],
  ];
  return both.map(([figures, side]) => {
    const scale = figures.scales.find((candidate) => candidate.key === key);
    const row: GainRow = {
      label: texts.row(title, side),
      place: null,
      kind: scale?.kind ?? "rating",
      enrolled: figures.participation.all.enrolled,
      gain: scale?.all ?? { shown: false, reason: "no-pairs" },
      isTotal: false,
    };
    return { row, context: { threshold: figures.threshold, language } };
  });
}
