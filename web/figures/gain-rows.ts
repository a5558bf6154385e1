import type { ForestRow } from "../../server/domain/annex/chart.ts";
import type {
  ReleasedChange,
  ReleasedFigures,
  ReleasedGain,
  ReleasedScale,
} from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import { gainWords, withheldWord } from "../texts/wording.ts";
import type { Place, ScaleKind } from "../texts/wording-phrases.ts";
import { type FigureRow, type Reading, textCell } from "./figure.ts";
import { gainCells } from "./gain-table.ts";

/** One change with what a row of any figure must know of it. */
export interface GainRow {
  label: string;
  /** Whose change it is: a locality's, or all participants' (null). */
  place: Place | null;
  kind: ScaleKind;
  enrolled: number;
  gain: ReleasedGain;
  isTotal: boolean;
}

export interface RowContext {
  threshold: number;
  language: Language;
}

/** A row in words. */
export function gainReading(row: GainRow, { threshold, language }: RowContext): Reading {
  const { label, place, kind, enrolled, gain, isTotal } = row;
  const words = gainWords(gain, { place, kind, enrolled, threshold, language });
  return { ...words, label, isTotal, isWithheld: !gain.shown };
}

/** A row of the table. */
export function gainTableRow(row: GainRow, { threshold, language }: RowContext): FigureRow {
  const { label, enrolled, gain, isTotal } = row;
  const cells = gainCells(gain, { enrolled, threshold, language });
  return { cells: [textCell(label), ...cells], isTotal, isWithheld: !gain.shown };
}

/** A row of the forest chart; a withheld one has nothing to draw and says why. */
export function gainForestRow(row: GainRow, { threshold, language }: RowContext): ForestRow {
  const { label, gain, isTotal } = row;
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

/** A locality's change on a scale; one that joined after the release was made has nothing in it yet. */
export function gainIn(scale: ReleasedScale, locality: string): ReleasedGain {
  const found = scale.localities.find((one) => one.locality === locality);
  return found?.gain ?? { shown: false, reason: "not-closed" };
}

export function enrolledIn(
  participation: ReleasedFigures["participation"],
  locality: string,
): number {
  return participation.localities.find((one) => one.locality === locality)?.enrolled ?? 0;
}
