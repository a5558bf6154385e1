import type { ChartFrame, Plot } from "./configuration-frame.ts";
import {
  columnGap,
  type FrameLayout,
  labelFont,
  markGap,
  tickHeight,
  trackHeight,
} from "./configuration-layout.ts";
import { type ChartPalette, type ChartType, fontOf } from "./configuration-palette.ts";

type Pen = CanvasRenderingContext2D;

export interface Surroundings {
  frame: ChartFrame;
  layout: FrameLayout;
  palette: ChartPalette;
  type: ChartType;
  width: number;
}

/** Withheld rows lie in shade; the row of all participants is ruled off. */
export function drawRowGround(pen: Pen, plot: Plot, around: Surroundings): void {
  around.frame.rows.forEach((row, index) => {
    const top = plot.top + index * plot.rowHeight;
    if (row.isWithheld) {
      pen.fillStyle = around.palette.paperSoft;
      pen.fillRect(0, top, around.width, plot.rowHeight);
    }
    if (row.isTotal || (around.layout.isStacked && index > 0)) {
      pen.fillStyle = row.isTotal ? around.palette.inkSoft : around.palette.line;
      pen.fillRect(0, top, around.width, 1);
    }
  });
}

/** A withheld row has an empty, dotted line: something is there, and it is not zero. */
export function drawWithheldLines(pen: Pen, plot: Plot, around: Surroundings): void {
  pen.strokeStyle = around.palette.withheld;
  pen.lineWidth = 1;
  pen.setLineDash([2, 5]);
  around.frame.rows.forEach((row, index) => {
    if (row.isWithheld) strokeLine(pen, plot.left, plot.y(index), plot.right, plot.y(index));
  });
  pen.setLineDash([]);
}

export function drawWords(pen: Pen, plot: Plot, around: Surroundings): void {
  pen.textBaseline = "middle";
  around.frame.rows.forEach((row, index) => {
    const ink = row.isWithheld ? around.palette.inkSoft : around.palette.ink;
    drawLabel(pen, plot, around, index, ink);
    drawDetails(pen, plot, around, index, ink);
  });
  drawDetailTitles(pen, plot, around);
  drawLegend(pen, around);
  drawAxisTitle(pen, plot, around);
}

function drawLabel(pen: Pen, plot: Plot, around: Surroundings, index: number, ink: string): void {
  const { layout, type } = around;
  const row = around.frame.rows[index];
  const lines = layout.labels[index] ?? [];
  if (row === undefined) return;
  const middle = layout.isStacked
    ? plot.y(index) - (trackHeight + lines.length * type.lineHeight) / 2
    : plot.y(index);
  pen.font = labelFont(row, type);
  pen.fillStyle = ink;
  pen.textAlign = "left";
  drawLines(pen, lines, middle, around);
}

function drawDetails(pen: Pen, plot: Plot, around: Surroundings, index: number, ink: string): void {
  const { layout, type } = around;
  const texts = layout.details[index] ?? [];
  pen.font = fontOf(type, type.small);
  pen.fillStyle = ink;
  pen.textAlign = "left";
  if (layout.isStacked) {
    const middle = plot.y(index) + (trackHeight + texts.length * type.lineHeight) / 2;
    drawLines(pen, texts, middle, around);
  } else if (texts.length < layout.detailWidths.length) {
    drawAcross(pen, texts.join("  "), plot.y(index), around);
  } else {
    texts.forEach((text, column) => {
      pen.fillText(text, columnStart(around, column), plot.y(index));
    });
  }
}

function drawDetailTitles(pen: Pen, plot: Plot, around: Surroundings): void {
  if (!around.layout.hasDetailTitles) return;
  pen.font = fontOf(around.type, around.type.small);
  pen.fillStyle = around.palette.inkSoft;
  pen.textAlign = "left";
  around.frame.detailTitles.forEach((text, column) => {
    pen.fillText(text, columnStart(around, column), plot.top - around.type.lineHeight / 2 - 2);
  });
}

function columnStart(around: Surroundings, column: number): number {
  const from = around.layout.detailWidths.slice(column);
  const rest = from.reduce((sum, width) => sum + width, 0) + (from.length - 1) * columnGap;
  return around.width - rest;
}

function drawLegend(pen: Pen, around: Surroundings): void {
  const { type, palette, frame, layout } = around;
  for (const place of layout.legend) {
    const middle = place.y + type.lineHeight / 2;
    const entry = frame.legend[place.entry];
    if (entry === undefined) continue;
    entry.draw(pen, place.x + entry.width / 2, middle);
    pen.font = fontOf(type, type.small);
    pen.fillStyle = palette.ink;
    pen.textAlign = "left";
    place.lines.forEach((line, index) => {
      pen.fillText(line, place.x + entry.width + markGap, middle + index * type.lineHeight);
    });
  }
}

function drawAxisTitle(pen: Pen, plot: Plot, around: Surroundings): void {
  const { type, layout, palette, width } = around;
  pen.font = fontOf(type, type.small);
  pen.fillStyle = palette.inkSoft;
  pen.textAlign = "center";
  const half = Math.max(...layout.title.map((line) => pen.measureText(line).width), 0) / 2;
  const centre = clamp((plot.left + plot.right) / 2, half, width - half);
  const top = plot.bottom + tickHeight(type);
  layout.title.forEach((line, index) => {
    pen.fillText(line, centre, top + (index + 0.5) * type.lineHeight);
  });
}

/** Words instead of figures: where they are longer than the columns, they begin inside the empty plot. */
function drawAcross(pen: Pen, text: string, y: number, around: Surroundings): void {
  const start = Math.min(columnStart(around, 0), around.width - pen.measureText(text).width);
  drawWithHalo(pen, text, start, y, around.palette.paperSoft);
}

function drawLines(pen: Pen, lines: string[], middle: number, around: Surroundings): void {
  const { lineHeight } = around.type;
  const first = middle - ((lines.length - 1) * lineHeight) / 2;
  lines.forEach((line, index) => {
    const y = first + index * lineHeight;
    if (around.layout.isStacked) drawWithHalo(pen, line, 0, y, around.palette.paper);
    else pen.fillText(line, 0, y);
  });
}

/** Letters with an edge of the ground's colour, so that grid lines do not cross them. */
function drawWithHalo(pen: Pen, text: string, x: number, y: number, ground: string): void {
  pen.strokeStyle = ground;
  pen.lineWidth = 5;
  pen.lineJoin = "round";
  pen.strokeText(text, x, y);
  pen.fillText(text, x, y);
}

export function strokeLine(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
