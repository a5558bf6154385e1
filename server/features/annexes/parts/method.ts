import { numberCell, numberColumn, textCell, wordColumn } from "../../../../web/figures/figure.ts";
import { annexTexts } from "../../../../web/texts/annex.ts";
import { annexPartTexts } from "../../../../web/texts/annex-parts.ts";
import { formatDay } from "../../../../web/texts/numbers.ts";
import { programmeTexts } from "../../../../web/texts/programmes.ts";
import type { AnnexBlock } from "../../../domain/annex/document.ts";
import { inLanguage, type Language } from "../../../domain/text.ts";
import type { AnnexSource } from "../gather-source.ts";
import { answered, dayIn, type Form, paragraph, table, withoutEmptyColumns } from "./block.ts";

/** Planned and reached in one table, and what each indicator means, comes from and is explained by in another. */
export function indicatorBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  if (source.indicators.length === 0) return [];
  const texts = annexPartTexts[language];
  const columns = texts.indicatorColumns;
  return [
    table({
      key: "indicators",
      caption: texts.parts.indicators,
      columns: [
        wordColumn(columns.name, 3),
        wordColumn(columns.unit, 1),
        ...[columns.planned, columns.reached, columns.difference, columns.percent].map(
          numberColumn,
        ),
      ],
      cells: source.indicators.map((indicator) => numbersOf(indicator, language)),
      note: texts.percentNote,
    }),
    withoutEmptyColumns(
      table({
        key: "indicator-details",
        caption: texts.indicatorDetails,
        columns: [
          wordColumn(columns.name, 2),
          wordColumn(texts.definition, 3),
          wordColumn(columns.source, 2),
          wordColumn(columns.explanation, 2),
        ],
        cells: source.indicators.map(({ name, definition, dataSource, deviation }) => [
          textCell(inLanguage(name, language)),
          textCell(inLanguage(definition, language) || "–"),
          textCell(dataSource || "–"),
          textCell(inLanguage(deviation, language) || "–"),
        ]),
      }),
    ),
  ];
}

function numbersOf(
  { name, unit, planned, reached }: AnnexSource["indicators"][number],
  language: Language,
) {
  const isPlanned = planned !== null && reached !== null;
  const percent = isPlanned && planned !== 0 ? (100 * reached) / planned : null;
  return [
    textCell(inLanguage(name, language)),
    textCell(inLanguage(unit, language)),
    numberCell(planned, language, decimalsOf(planned)),
    numberCell(reached, language, decimalsOf(reached)),
    numberCell(isPlanned ? reached - planned : null, language, decimalsOf(planned, reached)),
    numberCell(percent === null ? null : Math.round(percent * 10) / 10, language, 1),
  ];
}

/** Whole numbers are printed whole; anything else with two decimals. */
function decimalsOf(...values: (number | null)[]): number {
  return values.every((value) => value === null || Number.isInteger(value)) ? 0 : 2;
}

export function methodBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexTexts[language];
  const { release, programme } = source;
  const { number, contentHash, document } = answered(source);
  const reversed = document.scales.flatMap((scale) => scale.reversed);
  const hasKnowledge = document.scales.some((scale) => scale.kind === "knowledge");
  const day = (at: Date) => formatDay(dayIn(at, programme.timeZone), language);
  return [
    paragraph(texts.methodInstrument(number, contentHash)),
    {
      kind: "list",
      items: source.waves.map(({ kind, opensAt, closesAt }) =>
        texts.methodWave(programmeTexts[language].waves[kind], day(opensAt), day(closesAt)),
      ),
    },
    paragraph(texts.methodPairs),
    paragraph(texts.methodScores),
    ...(hasKnowledge ? [paragraph(texts.methodKnowledge)] : []),
    ...(reversed.length > 0 ? [paragraph(texts.methodReverse(reversed.join(", ")))] : []),
    paragraph(texts.methodInterval),
    paragraph(texts.methodThreshold(source.least)),
    paragraph(texts.methodRelease(release.number, day(release.madeAt))),
  ];
}
