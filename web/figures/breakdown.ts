import type { ChartAxis, ForestChart, ForestRow } from "../../server/domain/annex/chart.ts";
import type { ReleasedScale } from "../../server/domain/disclosure/figures.ts";
import type {
  ReleasedBreakdown,
  ReleasedGroup,
} from "../../server/domain/disclosure/figures-tables.ts";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";
import { figureTexts } from "../texts/figures.ts";
import { disclaimer, rangeNote, withheldWord } from "../texts/wording.ts";
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

export interface BreakdownOfScale {
  scale: ReleasedScale;
  scaleTitle: string;
  breakdown: ReleasedBreakdown;
  /** The breakdown's own words. */
  named: { title: Text; groups: readonly { key: string; label: Text }[] };
  threshold: number;
  language: Language;
  axis: Pick<ChartAxis, "minimum" | "maximum">;
}

/** Change on one scale in groups of the whole programme's participants; undefined where it was withheld as a whole. */
export function breakdownFigure(input: BreakdownOfScale): Figure | undefined {
  const { scale, scaleTitle, breakdown, named, language } = input;
  if (!breakdown.shown) return undefined;
  const texts = answerTexts[language];
  const columns = figureTexts[language];
  const by = inLanguage(named.title, language);
  const shown = breakdown.groups.filter((group) => group.shown).length;
  return {
    key: breakdownKey(scale.key, breakdown.key),
    title: texts.breakdownTitle(by, scaleTitle),
    shortTitle: texts.breakdownShort(by),
    summary: texts.breakdownSummary(shown, breakdown.groups.length),
    readings: [],
    chart: chartOf(breakdown.groups, input),
    table: withoutEmptyColumns({
      caption: texts.breakdownTitle(by, scaleTitle),
      columns: [
        wordColumn(by),
        ...[columns.pairs, columns.change, columns.rangeFrom, columns.rangeTo].map(numberColumn),
        wordColumn(texts.why, 2),
      ],
      rows: breakdown.groups.map((group) => rowOf(group, input)),
    }),
    caption: texts.breakdownCaption,
    notes: [disclaimer(scale.kind, language), rangeNote(language)],
    method: texts.methods.breakdown,
  };
}

export function breakdownKey(scaleKey: string, key: string): string {
  return `breakdown-${key}-${scaleKey}`;
}

function rowOf(group: ReleasedGroup, input: BreakdownOfScale): FigureRow {
  const { language } = input;
  const label = textCell(labelOf(group, input));
  if (!group.shown) {
    const blanks = Array.from({ length: 4 }, emptyCell);
    const cells = [label, ...blanks, textCell(withheldWord(group.reason, input))];
    return { cells, isTotal: false, isWithheld: true };
  }
  return {
    cells: [
      label,
      numberCell(group.pairs, language),
      changeCell(group.gain, language),
      changeCell(group.interval.low, language),
      changeCell(group.interval.high, language),
      emptyCell(),
    ],
    isTotal: false,
    isWithheld: false,
  };
}

function chartOf(groups: readonly ReleasedGroup[], input: BreakdownOfScale): ForestChart {
  const { scale, language, axis } = input;
  const texts = figureTexts[language];
  return {
    kind: "forest",
    axis: { title: texts.gainAxis, ...axis },
    rows: groups.map((group) => forestRow(group, input)),
    overall: scale.all.shown ? scale.all.gain : null,
    band: null,
    language,
    detailTitles: [texts.pairs],
    legend: { value: answerTexts[language].legendChange },
  };
}

function forestRow(group: ReleasedGroup, input: BreakdownOfScale): ForestRow {
  const label = labelOf(group, input);
  const blank = { label, value: null, low: null, high: null, weight: 0, steadied: null };
  if (!group.shown) {
    return { ...blank, isTotal: false, details: [withheldWord(group.reason, input)] };
  }
  const { gain, interval, pairs } = group;
  return {
    ...blank,
    value: gain,
    ...interval,
    weight: pairs,
    isTotal: false,
    details: [String(pairs)],
  };
}

function labelOf({ group: key }: ReleasedGroup, { named, language }: BreakdownOfScale): string {
  const group = named.groups.find((one) => one.key === key);
  return group ? inLanguage(group.label, language) : key;
}
