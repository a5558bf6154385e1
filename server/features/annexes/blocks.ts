import { compactGainTable } from "../../../web/figures/compact-table.ts";
import type { Figure } from "../../../web/figures/figure.ts";
import { numberCell, numberColumn, textCell, wordColumn } from "../../../web/figures/figure.ts";
import { participationFigure } from "../../../web/figures/participation.ts";
import { beforeAfterOf, gainOf, type Results } from "../../../web/figures/results.ts";
import { annexTexts } from "../../../web/texts/annex.ts";
import { formatDay } from "../../../web/texts/numbers.ts";
import { programmeTexts } from "../../../web/texts/programmes.ts";
import type { AnnexBlock } from "../../domain/annex/document.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import type { AnnexSource } from "./gather-source.ts";

// The parts of the annex, in the order that reads well. Each takes the source and gives blocks; none computes a figure.

interface Form {
  language: Language;
  tables: "narrow" | "wide";
}

export function summaryBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const { language } = form;
  const texts = annexTexts[language];
  const { participation } = source.release.figures;
  const { pairs, enrolled } = participation.all;
  if (pairs === 0) return [heading(1, texts.summary), paragraph(texts.summaryNoPairs)];
  const figure = beforeAfterOf(resultsOf(source), language);
  return [
    heading(1, texts.summary),
    paragraph(texts.summaryLead({ pairs, enrolled, localities: source.localities.length })),
    ...figureBlocks(inForm(figure, form)),
    { kind: "note", text: texts.limitsShort },
  ];
}

export function indicatorBlocks(source: AnnexSource, language: Language): AnnexBlock[] {
  const texts = annexTexts[language];
  if (source.indicators.length === 0) return [];
  const columns = texts.indicatorColumns;
  return [
    heading(1, texts.indicators),
    {
      kind: "table",
      key: "indicators",
      caption: texts.indicators,
      columns: [
        wordColumn(columns.name, 3),
        wordColumn(columns.definition, 3),
        wordColumn(columns.unit, 1),
        numberColumn(columns.planned),
        numberColumn(columns.reached),
        numberColumn(columns.difference),
      ],
      rows: source.indicators.map(({ name, definition, unit, planned, reached }) => ({
        isTotal: false,
        cells: [
          textCell(inLanguage(name, language)),
          textCell(inLanguage(definition, language)),
          textCell(inLanguage(unit, language)),
          numberCell(planned, language),
          numberCell(reached, language),
          numberCell(planned === null || reached === null ? null : reached - planned, language),
        ],
      })),
      note: null,
    },
  ];
}

export function participantBlocks(source: AnnexSource, language: Language): AnnexBlock[] {
  const texts = annexTexts[language];
  const { people, release, localities } = source;
  const figure = participationFigure({
    participation: release.figures.participation,
    localities,
    language,
  });
  const cycle = people.cycleParticipants;
  return [
    heading(1, texts.participants),
    paragraph(
      texts.participantsLead({ involved: people.involved, cycle, certified: people.certified }),
    ),
    ...figureBlocks(figure),
    { kind: "note", text: texts.participantsNote },
    ...sectorBlocks(source, language),
  ];
}

function sectorBlocks({ sectors }: AnnexSource, language: Language): AnnexBlock[] {
  if (sectors.length === 0) return [];
  const texts = annexTexts[language];
  return [
    {
      kind: "table",
      key: "sectors",
      caption: texts.bySector,
      columns: [wordColumn(texts.sector, 3), numberColumn(texts.participantsColumn)],
      rows: sectors.map(({ label, count }) => ({
        isTotal: false,
        cells: [textCell(inLanguage(label, language)), numberCell(count, language)],
      })),
      note: texts.sectorNote,
    },
  ];
}

export function methodBlocks(source: AnnexSource, language: Language): AnnexBlock[] {
  const texts = annexTexts[language];
  const { questionnaires, release, programme } = source;
  const questionnaire = questionnaires[0]!;
  const reversed = questionnaire.document.scales.flatMap((scale) => scale.reversed);
  const hasKnowledge = questionnaire.document.scales.some((scale) => scale.kind === "knowledge");
  const waves = source.waves.filter((wave) => wave.kind !== "followup");
  const day = (at: Date) => formatDay(dayIn(at, programme.timeZone), language);
  return [
    heading(1, texts.method),
    paragraph(texts.methodInstrument(questionnaire.number, questionnaire.contentHash)),
    {
      kind: "list",
      items: waves.map(({ kind, opensAt, closesAt }) =>
        texts.methodWave(programmeTexts[language].waves[kind], day(opensAt), day(closesAt)),
      ),
    },
    paragraph(texts.methodPairs),
    paragraph(texts.methodScores),
    ...(hasKnowledge ? [paragraph(texts.methodKnowledge)] : []),
    ...(reversed.length > 0 ? [paragraph(texts.methodReverse(reversed.join(", ")))] : []),
    paragraph(texts.methodInterval),
    paragraph(texts.methodThreshold(release.figures.threshold)),
    paragraph(texts.methodRelease(release.number, day(release.madeAt))),
  ];
}

export function resultBlocks(source: AnnexSource, form: Form): AnnexBlock[] {
  const { language } = form;
  const texts = annexTexts[language];
  const results = resultsOf(source);
  const scales = results.scales.flatMap(({ key, title }): AnnexBlock[] => {
    const figure = gainOf(results, key, language);
    if (!figure) return [];
    const name = inLanguage(title, language);
    return [heading(2, name), ...figureBlocks(inForm(figure, form)), ...readingBlocks(figure)];
  });
  return [heading(1, texts.results), paragraph(texts.resultsLead), ...scales];
}

export function limitBlocks(language: Language): AnnexBlock[] {
  const texts = annexTexts[language];
  return [heading(1, texts.limits), { kind: "list", items: texts.limitList }];
}

/** The release with its names, in the questionnaire's and the programme's order: dashboard and annex take figures from it. */
function resultsOf({ release, localities, questionnaires }: AnnexSource): Results {
  const scales = questionnaires[0]!.document.scales.map(({ key, title }) => ({ key, title }));
  return { figures: release.figures, localities, scales };
}

function inForm(figure: Figure, { tables, language }: Form): Figure {
  return tables === "wide"
    ? figure
    : { ...figure, table: compactGainTable(figure.table, language) };
}

/** Chart first, then the table of the same rows, then how to read them. */
function figureBlocks(figure: Figure): AnnexBlock[] {
  const { key, title, summary, chart, table, caption } = figure;
  return [
    ...(chart ? [{ kind: "figure" as const, key, caption: title, alt: summary, chart }] : []),
    {
      kind: "table",
      key: `${key}-table`,
      caption: table.caption,
      columns: table.columns,
      rows: table.rows,
      note: caption || null,
    },
  ];
}

function readingBlocks(figure: Figure): AnnexBlock[] {
  const items = figure.readings.map((reading) => {
    const words = [
      reading.tag && `${reading.tag}.`,
      ...reading.sentences,
      reading.verdict,
      ...reading.cautions,
    ];
    return `${reading.label}. ${words.filter(Boolean).join(" ")}`;
  });
  return items.length > 0 ? [{ kind: "list", items }] : [];
}

export function scaleTitle(
  { questionnaires }: AnnexSource,
  key: string,
  language: Language,
): string {
  const scale = questionnaires[0]?.document.scales.find((candidate) => candidate.key === key);
  return scale ? inLanguage(scale.title, language) : key;
}

export function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(at);
}

function heading(level: 1 | 2, text: string): AnnexBlock {
  return { kind: "heading", level, text };
}

function paragraph(text: string): AnnexBlock {
  return { kind: "paragraph", text };
}
