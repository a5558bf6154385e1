import type { AnnexCell } from "../../server/domain/annex/document.ts";
import type { ReleasedScale } from "../../server/domain/disclosure/figures.ts";
import type { ExpertFigures } from "../../server/domain/disclosure/figures-expert.ts";
import type { Language } from "../../server/domain/text.ts";
import { type ExpertTexts, expertTexts } from "../texts/experts.ts";
import { figureTexts } from "../texts/figures.ts";
import { formatChange, formatNumber } from "../texts/numbers.ts";
import { everyone } from "../texts/wording.ts";
import { type Figure, type FigureRow, numberColumn, textCell, wordColumn } from "./figure.ts";
import type { NamedPlace } from "./gain-by-locality.ts";

export interface ExpertOfScale {
  scale: ReleasedScale;
  scaleTitle: string;
  localities: readonly NamedPlace[];
  language: Language;
}

/** Tests, standardised change and how localities compare, as far as they were released; undefined where nothing was. */
export function expertOfScaleFigure(input: ExpertOfScale): Figure | undefined {
  const { scale, scaleTitle, localities, language } = input;
  const { expert } = scale;
  if (!expert) return undefined;
  const texts = expertTexts[language];
  const rows = [
    ...localities.map(({ key, nominative }) => {
      const found = expert.localities.find((one) => one.locality === key)?.figures ?? null;
      return tableRow(nominative, found, input, false);
    }),
    tableRow(everyone(language), expert.all, input, true),
  ];
  return {
    key: expertKey(scale.key),
    title: texts.title(scaleTitle),
    shortTitle: texts.shortTitle,
    summary: texts.method.what,
    readings: [],
    chart: null,
    table: { caption: texts.tableTitle(scaleTitle), columns: columnsOf(input), rows },
    caption: texts.noPValues,
    notes: [...comparisonNotes(input, texts), ...reliabilityNote(input, texts)],
    method: texts.method,
  };
}

export function expertKey(scaleKey: string): string {
  return `expert-${scaleKey}`;
}

function columnsOf({ scale, language }: ExpertOfScale) {
  const texts = expertTexts[language];
  const numbers = [
    texts.t,
    texts.df,
    texts.p,
    texts.gAv,
    texts.from,
    texts.to,
    texts.signedRank,
    texts.sdBefore,
    texts.sdAfter,
    texts.sdGain,
    texts.correlation,
  ];
  const knowledge = scale.kind === "knowledge" ? [texts.normalised, texts.from, texts.to] : [];
  const name = wordColumn(figureTexts[language].locality);
  return [name, ...[...numbers, ...knowledge.map(withoutG)].map(numberColumn)];
}

/** The normalised gain has an interval too, which is no g. */
function withoutG(title: string): string {
  return title.replace(/^g /, "");
}

function tableRow(
  label: string,
  figures: ExpertFigures | null,
  { scale, language }: ExpertOfScale,
  isTotal: boolean,
): FigureRow {
  const number = (value: number | null | undefined, decimals: number) =>
    cell(value ?? null, language, decimals);
  const cells = [
    number(figures?.t, 2),
    number(figures?.df, 0),
    pCell(figures?.p ?? null, language),
    number(figures?.gAv, 2),
    number(figures?.gAvInterval?.low, 2),
    number(figures?.gAvInterval?.high, 2),
    pCell(figures?.signedRankP ?? null, language),
    number(figures?.deviations?.before, 1),
    number(figures?.deviations?.after, 1),
    number(figures?.deviations?.gain, 1),
    number(figures?.deviations?.correlation, 2),
  ];
  const knowledge =
    scale.kind === "knowledge"
      ? [
          number(figures?.normalisedGain?.gain, 2),
          number(figures?.normalisedGain?.interval.low, 2),
          number(figures?.normalisedGain?.interval.high, 2),
        ]
      : [];
  return {
    cells: [textCell(label), ...cells, ...knowledge],
    isTotal,
    isWithheld: figures === null,
  };
}

function cell(value: number | null, language: Language, decimals: number): AnnexCell {
  if (value === null) return textCell("–");
  return { text: formatNumber(value, language, decimals), number: value };
}

function pCell(p: number | null, language: Language): AnnexCell {
  return p === null ? textCell("–") : { text: formatP(p, language), number: p };
}

/** Three decimals; what is smaller says only that. */
function formatP(p: number, language: Language): string {
  return p < 0.001 ? `<\u00a0${formatNumber(0.001, language, 3)}` : formatNumber(p, language, 3);
}

function comparisonNotes(
  { scale, localities, language }: ExpertOfScale,
  texts: ExpertTexts,
): string[] {
  const { comparison } = scale;
  if (!comparison) return [];
  const { homogeneity, typical, adjusted } = comparison;
  const change = (value: number) => formatChange(value, language, 1);
  const number = (value: number, decimals: number) => formatNumber(value, language, decimals);
  const nameOf = (key: string) => localities.find((place) => place.key === key)?.nominative ?? key;
  return [
    ...(homogeneity
      ? [
          texts.homogeneity(
            number(homogeneity.f, 2),
            number(homogeneity.df1, 0),
            number(homogeneity.df2, 0),
            formatP(homogeneity.p, language),
          ),
        ]
      : []),
    ...(typical
      ? [
          texts.typical(
            change(typical.gain),
            change(typical.interval.low),
            change(typical.interval.high),
            number(typical.tau, 1),
          ),
        ]
      : []),
    ...(typical?.prediction
      ? [texts.prediction(change(typical.prediction.low), change(typical.prediction.high))]
      : []),
    ...(adjusted
      ? [
          texts.adjusted(
            adjusted
              .map(({ locality, meanAfter }) =>
                texts.adjustedOne(nameOf(locality), number(meanAfter, 1)),
              )
              .join("; "),
          ),
        ]
      : []),
  ];
}

function reliabilityNote({ scale, language }: ExpertOfScale, texts: ExpertTexts): string[] {
  const { reliability } = scale;
  if (!reliability) return [];
  const number = (value: number) => formatNumber(value, language, 2);
  const { alpha, interval, people, items } = reliability;
  return [
    texts.reliability(number(alpha), number(interval.low), number(interval.high), people, items),
  ];
}
