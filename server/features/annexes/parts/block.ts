import { compactGainTable } from "../../../../web/figures/compact-table.ts";
import { emptyCell, type Figure, type FigureRow } from "../../../../web/figures/figure.ts";
import type { Results } from "../../../../web/figures/results.ts";
import type { Chart } from "../../../domain/annex/chart.ts";
import type { AnnexBlock, AnnexCell, AnnexTable } from "../../../domain/annex/document.ts";
import type { Language } from "../../../domain/text.ts";
import type { AnnexSource } from "../gather-source.ts";

/** How the parts are written: in one language, for paper or for a spreadsheet. */
export interface Form {
  language: Language;
  tables: "narrow" | "wide";
}

/** A part of the annex without its heading; nothing where there is nothing to say. Parts compute no figure. */
export type PartBlocks = (source: AnnexSource, form: Form) => AnnexBlock[];

export function heading(level: 1 | 2 | 3, text: string): AnnexBlock {
  return { kind: "heading", level, text };
}

export function paragraph(text: string): AnnexBlock {
  return { kind: "paragraph", text };
}

export function note(text: string): AnnexBlock {
  return { kind: "note", text };
}

/** A table whose rows are of one kind: no totals. */
export function table(
  parts: Pick<AnnexTable, "key" | "caption" | "columns"> & { cells: AnnexCell[][]; note?: string },
): AnnexTable {
  const { key, caption, columns, cells } = parts;
  const rows = cells.map((row) => ({ cells: row, isTotal: false }));
  return { kind: "table", key, caption, columns, rows, note: parts.note || null };
}

/** The table without columns in which nothing stands for any row, such as a lecturer that was never entered. */
export function withoutEmptyColumns(full: AnnexTable): AnnexTable {
  const isUsed = full.columns.map(
    (_, index) => index === 0 || full.rows.some(({ cells }) => !isEmpty(cells[index])),
  );
  return {
    ...full,
    columns: full.columns.filter((_, index) => isUsed[index]),
    rows: full.rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => isUsed[i]) })),
  };
}

function isEmpty(cell: AnnexCell | undefined): boolean {
  return cell === undefined || cell.text === "" || cell.text === emptyCell().text;
}

/** The release with its names, in the questionnaire's and the programme's order: the dashboard takes its figures so too. */
export function resultsOf(source: AnnexSource): Results {
  const { release, localities } = source;
  const { document } = answered(source);
  const scales = document.scales.map(({ key, title }) => ({ key, title }));
  return { figures: release.figures, localities, scales, document };
}

/** The questionnaire that the release was made of. */
export function answered({ questionnaires, release }: AnnexSource) {
  const { hash } = release.parameters.questionnaire;
  return questionnaires.find(({ contentHash }) => contentHash === hash) ?? questionnaires[0]!;
}

/** Chart first, then the table of the same rows; where no row may be told, and for one reason, only that. */
export function figureBlocks(figure: Figure): AnnexBlock[] {
  const { key, title, summary, chart, table: rows, caption } = figure;
  const silence = sharedReason(rows.rows);
  if (silence !== undefined) return [note(`${rows.caption} – ${silence}.`)];
  return [
    ...(chart && isDrawn(chart)
      ? [{ kind: "figure" as const, key, caption: title, alt: summary, chart }]
      : []),
    {
      kind: "table",
      key: `${key}-table`,
      caption: rows.caption,
      columns: rows.columns,
      rows: rows.rows.map(({ cells, isTotal }) => ({ cells, isTotal })),
      note: caption || null,
    },
  ];
}

/** Why nothing of a table is told, where every row says the same. */
function sharedReason(rows: readonly FigureRow[]): string | undefined {
  const reasons = new Set(rows.map(({ cells, isWithheld }) => isWithheld && cells.at(-1)?.text));
  const [reason] = reasons;
  return rows.length > 1 && reasons.size === 1 && reason ? reason : undefined;
}

/** Where every row is withheld there is nothing to see. */
function isDrawn(chart: Chart): boolean {
  return chart.kind !== "forest" || chart.rows.some(({ value }) => value !== null);
}

export function inForm(figure: Figure, { tables, language }: Form): Figure {
  return tables === "wide"
    ? figure
    : { ...figure, table: compactGainTable(figure.table, language) };
}

/** How to read each row, in words. */
export function readingBlocks(figure: Figure): AnnexBlock[] {
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

export function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(at);
}
