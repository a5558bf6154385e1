import type { ChartFrame, FrameRow } from "./configuration-frame.ts";
import { type ChartType, fontOf } from "./configuration-palette.ts";
import { type Measure, wrapText } from "./configuration-wrapping.ts";

/** Where the words around the plot go, in CSS pixels, for one width. */
export interface FrameLayout {
  /** On a narrow chart a row's label stands above its line and its details below, instead of at the sides. */
  isStacked: boolean;
  /** Lines of each row's label. */
  labels: string[][];
  /** Side by side: one text a column; stacked: wrapped lines. */
  details: string[][];
  detailWidths: number[];
  hasDetailTitles: boolean;
  legend: LegendPlace[];
  title: string[];
  rowHeight: number;
  /** Where a row's line lies within the row, as a share of its height. */
  lineShare: number;
  padding: { left: number; right: number; top: number; bottom: number };
}

export interface LegendPlace {
  entry: number;
  lines: string[];
  x: number;
  y: number;
}

/** Between two columns of words, and between words and plot. */
export const columnGap = 16;
/** Height of the line of tick numbers below the plot. */
export function tickHeight(type: ChartType): number {
  return type.lineHeight + 8;
}

/** Height that a row's marks need; in stacked rows words keep out of it. */
export const trackHeight = 28;
const rowGap = 8;
/** Between a mark of the legend and its words. */
export const markGap = 6;
const narrowestPlot = 220;

export function layOutFrame(
  frame: ChartFrame,
  width: number,
  type: ChartType,
  measure: Measure,
): FrameLayout {
  const sides = sideWidths(frame, width, type, measure);
  const isStacked = width - sides.label - sides.details < narrowestPlot;
  const rows = isStacked
    ? stackedRows(frame.rows, width, type, measure)
    : sideRows(frame.rows, sides.label - columnGap, type, measure);
  const legend = placeLegend(frame, width, type, measure);
  const title = wrapText(frame.axis.title, width, (text) =>
    measure(text, fontOf(type, type.small)),
  );
  const hasDetailTitles = !isStacked && frame.detailTitles.some((text) => text !== "");
  return {
    ...rows,
    isStacked,
    detailWidths: sides.columns,
    hasDetailTitles,
    legend: legend.places,
    title,
    padding: {
      left: isStacked ? 12 : sides.label,
      right: isStacked ? 12 : Math.max(sides.details, 12),
      top: legend.height + (hasDetailTitles ? type.lineHeight + 4 : 0),
      bottom: title.length * type.lineHeight + 2,
    },
  };
}

/** The whole chart's height, so that the box can be made before anything is drawn. */
export function frameHeight(layout: FrameLayout, type: ChartType): number {
  const { top, bottom } = layout.padding;
  return Math.ceil(top + layout.labels.length * layout.rowHeight + tickHeight(type) + bottom);
}

function sideWidths(frame: ChartFrame, width: number, type: ChartType, measure: Measure) {
  const natural = frame.rows.map((row) => measure(row.label, labelFont(row, type)));
  const label = Math.ceil(Math.min(Math.max(...natural, 0), width * 0.34)) + columnGap;
  const columns = detailColumns(frame).map((texts) =>
    Math.ceil(Math.max(...texts.map((text) => measure(text, fontOf(type, type.small))), 0)),
  );
  const details = columns.reduce((sum, column) => sum + column + columnGap, 0);
  return { label, columns, details };
}

/** A row with a single detail where others have more says something in words, and may run across the columns. */
function detailColumns(frame: ChartFrame): string[][] {
  const count = Math.max(...frame.rows.map((row) => row.details.length), 0);
  const full = frame.rows.filter((row) => row.details.length === count);
  return Array.from({ length: count }, (_, column) => [
    ...full.map((row) => row.details[column] ?? ""),
    frame.detailTitles[column] ?? "",
  ]);
}

/** Rows are equally high, by the longest label, so that lines keep one rhythm. */
function sideRows(rows: FrameRow[], width: number, type: ChartType, measure: Measure) {
  const labels = rows.map((row) => wrapLabel(row, width, type, measure));
  const lines = Math.max(...labels.map((label) => label.length), 1);
  const rowHeight = Math.max(lines * type.lineHeight + rowGap, trackHeight + rowGap);
  return { labels, details: rows.map((row) => row.details), rowHeight, lineShare: 0.5 };
}

function stackedRows(rows: FrameRow[], width: number, type: ChartType, measure: Measure) {
  const labels = rows.map((row) => wrapLabel(row, width, type, measure));
  const small = (text: string) => measure(text, fontOf(type, type.small));
  const details = rows.map((row) => wrapText(row.details.join("  ·  "), width, small));
  const above = Math.max(...labels.map((label) => label.length), 1);
  const below = Math.max(...details.map((detail) => detail.length), 0);
  const line = rowGap / 2 + above * type.lineHeight + trackHeight / 2;
  const rowHeight = line + trackHeight / 2 + below * type.lineHeight + rowGap / 2;
  return { labels, details, rowHeight, lineShare: line / rowHeight };
}

function wrapLabel(row: FrameRow, width: number, type: ChartType, measure: Measure): string[] {
  return wrapText(row.label, width, (text) => measure(text, labelFont(row, type)));
}

export function labelFont(row: FrameRow, type: ChartType): string {
  return fontOf(type, type.size, row.isTotal ? "bold" : "normal");
}

/** Entries follow each other like words, on as many lines as they need. */
function placeLegend(frame: ChartFrame, width: number, type: ChartType, measure: Measure) {
  const places: LegendPlace[] = [];
  const text = (line: string) => measure(line, fontOf(type, type.small));
  let [x, y, lowest] = [0, 0, 0];
  frame.legend.forEach((entry, index) => {
    const lines = wrapText(entry.text, width - entry.width - markGap, text);
    const entryWidth = entry.width + markGap + Math.max(...lines.map(text), 0);
    if (x > 0 && x + entryWidth > width) [x, y] = [0, lowest];
    places.push({ entry: index, lines, x, y });
    x += entryWidth + columnGap;
    lowest = Math.max(lowest, y + lines.length * type.lineHeight);
  });
  return { places, height: lowest === 0 ? 0 : lowest + 8 };
}
