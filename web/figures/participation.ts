import type { AnnexCell } from "../../server/domain/annex/document.ts";
import type {
  LocalityParticipation,
  Participation,
  ParticipationCounts,
} from "../../server/domain/disclosure/figures.ts";
import { endsOf, toldCount } from "../../server/domain/disclosure/participation.ts";
import { endedBy } from "../../server/domain/disclosure/progress-step.ts";
import type { Language } from "../../server/domain/text.ts";
import { figureTexts } from "../texts/figures.ts";
import { participationMethod } from "../texts/methods.ts";
import { formatNumber } from "../texts/numbers.ts";
import { everyone } from "../texts/wording.ts";
import {
  type Figure,
  type FigureRow,
  numberCell,
  numberColumn,
  textCell,
  wordColumn,
} from "./figure.ts";
import type { NamedPlace } from "./gain-by-locality.ts";

export interface ParticipationInput {
  participation: { all: Participation; localities: readonly LocalityParticipation[] };
  localities: readonly NamedPlace[];
  language: Language;
}

export const participationKey = "participation";

type Count = keyof ParticipationCounts;

const columns = [
  "enrolled",
  "before",
  "after",
  "pairs",
  "beforeOnly",
  "afterOnly",
  "followup",
] as const satisfies readonly Count[];

/** A count as it may be told: exact, or the step that it lies in. */
export interface Told {
  low: number;
  high: number;
}

/** Who took part, locality by locality: exact where waves have closed, in steps while they are open. */
export function participationFigure(input: ParticipationInput): Figure {
  const { participation, language } = input;
  const texts = figureTexts[language];
  const rows = [participation.all, ...participation.localities];
  const hasSteps = rows.some((one) => (one.approximate ?? []).length > 0);
  return {
    key: participationKey,
    title: texts.participation,
    shortTitle: texts.participation,
    summary: summaryOf(input),
    readings: [],
    chart: null,
    table: {
      caption: texts.participationTable,
      columns: [wordColumn(texts.locality), ...columns.map((name) => numberColumn(texts[name]))],
      rows: [...localityRows(input), totalRow(input)],
    },
    caption: texts.participationCaption,
    notes: hasSteps ? [texts.stepsNote] : [],
    method: participationMethod(language),
  };
}

function summaryOf({ participation, language }: ParticipationInput): string {
  const told = (name: Count) => toldWords(totalOf(participation, name), language);
  return figureTexts[language].participationSummary({
    enrolled: participation.all.enrolled,
    pairs: told("pairs"),
    beforeOnly: told("beforeOnly"),
    afterOnly: told("afterOnly"),
  });
}

function localityRows({ participation, localities, language }: ParticipationInput): FigureRow[] {
  return localities.flatMap((place) => {
    const counts = participation.localities.find((one) => one.locality === place.key);
    if (!counts) return [];
    const cells = columns.map((name) => toldCell(toldCount(counts, name), language));
    return [row(place.nominative, cells, false)];
  });
}

function totalRow({ participation, language }: ParticipationInput): FigureRow {
  const cells = columns.map((name) => toldCell(totalOf(participation, name), language));
  return row(everyone(language), cells, true);
}

function row(label: string, cells: AnnexCell[], isTotal: boolean): FigureRow {
  return { cells: [textCell(label), ...cells], isTotal, isWithheld: false };
}

/**
 * Where nothing is a step the given total is the truth. A total of steps is the range between the sums of their ends, so
 * that it tells nothing more than they do.
 */
export function totalOf(
  { all, localities }: ParticipationInput["participation"],
  name: Count,
): Told {
  if (!all.approximate?.includes(name)) return exact(all[name]);
  const { low, high } = all.ends ?? endsOf(localities);
  return endedBy({ low: low[name], high: high[name] }, all.enrolled);
}

function exact(count: number): Told {
  return { low: count, high: count };
}

export function toldCell(told: Told, language: Language): AnnexCell {
  if (told.low === told.high) return numberCell(told.low, language);
  return textCell(toldWords(told, language));
}

export function toldWords({ low, high }: Told, language: Language): string {
  const number = (value: number) => formatNumber(value, language);
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}
