import type { Chart } from "../../server/domain/annex/chart.ts";
import type { AnnexCell, AnnexColumn, AnnexRow } from "../../server/domain/annex/document.ts";
import type { Language } from "../../server/domain/text.ts";
import type { MethodWords } from "../texts/methods.ts";
import { formatChange, formatNumber } from "../texts/numbers.ts";
import type { GainWords } from "../texts/wording.ts";

/** A figure told several times over: a chart for the eye, sentences for the reader, a table for everybody and every file. */
export interface Figure {
  /** Names the figure in addresses and files, such as "gain-by-locality-INOV". */
  key: string;
  title: string;
  /** The title where the page around it already names the scale. */
  shortTitle: string;
  /** What the chart shows, in a sentence or two: its text alternative. */
  summary: string;
  /** One reading a row. */
  readings: Reading[];
  /** Some figures are a table alone. */
  chart: Chart | null;
  table: FigureTable;
  /** How to read the chart. */
  caption: string;
  /** What stands beside it in small type. */
  notes: string[];
  method: MethodWords;
}

/** What one row says in words. */
export interface Reading extends GainWords {
  label: string;
  isTotal: boolean;
  isWithheld: boolean;
}

/** The rows that chart, page, CSV and annex share. The first column names the row. */
export interface FigureTable {
  caption: string;
  columns: AnnexColumn[];
  rows: FigureRow[];
}

export interface FigureRow extends AnnexRow {
  isWithheld: boolean;
}

const nothing = "–";

export function textCell(text: string): AnnexCell {
  return { text, number: null };
}

/** A cell in which nothing stands: not zero, and not a number. */
export function emptyCell(): AnnexCell {
  return { text: nothing, number: null };
}

/** A number as printed, with the number itself for spreadsheets. */
export function numberCell(value: number | null, language: Language, decimals = 0): AnnexCell {
  if (value === null) return emptyCell();
  return { text: formatNumber(value, language, decimals), number: value };
}

/** A change, printed with its sign. */
export function changeCell(value: number | null, language: Language, decimals = 0): AnnexCell {
  if (value === null) return emptyCell();
  return { text: formatChange(value, language, decimals), number: value };
}

/** The table without columns in which nothing stands for any row; the first column names the rows and stays. */
export function withoutEmptyColumns(table: FigureTable): FigureTable {
  const isUsed = table.columns.map(
    (_, index) => index === 0 || table.rows.some(({ cells }) => cells[index]?.text !== nothing),
  );
  return {
    ...table,
    columns: table.columns.filter((_, index) => isUsed[index]),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.filter((_, index) => isUsed[index]),
    })),
  };
}

/** A column of words, as wide as what is left over. */
export function wordColumn(title: string, width = 2): AnnexColumn {
  return { title, align: "start", width };
}

export function numberColumn(title: string): AnnexColumn {
  return { title, align: "end", width: "content" };
}
