import type { ForestChart, ForestRow } from "../../server/domain/annex/chart.ts";
import { clamp, strokeLine } from "./configuration-drawing.ts";
import type { ChartFrame, LegendEntry, Plot, Series } from "./configuration-frame.ts";
import { formatChange } from "./configuration-numbers.ts";
import type { ChartPalette } from "./configuration-palette.ts";

type Pen = CanvasRenderingContext2D;

/** Half the side of the square of the row with most people, in pixels. */
const largestSquare = 8;
/** The square of all participants would hide its own interval if it grew in proportion. */
const largestTotal = 10;

/**
 * A forest plot (Lewis and Clarke, BMJ 2001): a square a row, its area in proportion to the number of
 * people, with its own interval; a hollow diamond for the steadied estimate; all participants below.
 */
export function forestFrame(chart: ForestChart, palette: ChartPalette): ChartFrame {
  return {
    rows: chart.rows.map((row) => ({ ...row, isWithheld: row.value === null })),
    axis: chart.axis,
    detailTitles: chart.detailTitles ?? [],
    legend: forestLegend(chart, palette),
    language: chart.language,
    series: [valueSeries(chart, palette)],
    paintGround: (pen, plot) => paintBand(pen, plot, chart, palette),
    paintLines: (pen, plot) => {
      paintOverall(pen, plot, chart, palette);
      chart.rows.forEach((row, index) => {
        paintInterval(pen, plot, row, index, palette);
        paintSteadied(pen, plot, row, index, palette);
      });
    },
  };
}

function valueSeries(chart: ForestChart, palette: ChartPalette): Series {
  const heaviest = Math.max(
    ...chart.rows.filter((row) => !row.isTotal).map((row) => row.weight),
    1,
  );
  return {
    label: chart.legend?.value ?? "",
    style: "rect",
    fill: palette.accent,
    stroke: palette.accent,
    strokeWidth: 0,
    points: chart.rows.flatMap((row, index) =>
      row.value === null
        ? []
        : [
            {
              x: row.value,
              y: index + 0.5,
              radius: halfSide(row, heaviest) * Math.SQRT2,
              title: row.label,
              words: valueWords(row, chart),
            },
          ],
    ),
  };
}

/** Area in proportion to people means side in proportion to the root. */
function halfSide(row: ForestRow, heaviest: number): number {
  const side = largestSquare * Math.sqrt(row.weight / heaviest);
  return row.isTotal ? Math.min(side, largestTotal) : Math.max(side, 1.5);
}

function valueWords(row: ForestRow, chart: ForestChart): string[] {
  const words = (value: number | null) =>
    value === null ? "" : formatChange(value, chart.language);
  const interval =
    row.low === null || row.high === null ? "" : ` (${words(row.low)} … ${words(row.high)})`;
  const steadied = row.steadied === null ? [] : [`◇ ${words(row.steadied)}`];
  return [`${words(row.value)}${interval}`, ...steadied];
}

/** Just below the row's line, so that it never hides a small square. */
function paintSteadied(
  pen: Pen,
  plot: Plot,
  row: ForestRow,
  index: number,
  palette: ChartPalette,
): void {
  if (row.value === null || row.steadied === null) return;
  drawDiamond(pen, plot.x(row.steadied), plot.y(index) + 12, palette);
}

function paintBand(pen: Pen, plot: Plot, chart: ForestChart, palette: ChartPalette): void {
  if (chart.band === null) return;
  const left = clamp(plot.x(chart.band.low), plot.left, plot.right);
  const right = clamp(plot.x(chart.band.high), plot.left, plot.right);
  pen.fillStyle = palette.accentSoft;
  pen.fillRect(left, plot.top, right - left, plot.bottom - plot.top);
}

function paintOverall(pen: Pen, plot: Plot, chart: ForestChart, palette: ChartPalette): void {
  if (chart.overall === null) return;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5;
  pen.setLineDash([6, 4]);
  strokeLine(pen, plot.x(chart.overall), plot.top, plot.x(chart.overall), plot.bottom);
  pen.setLineDash([]);
}

function paintInterval(
  pen: Pen,
  plot: Plot,
  row: ForestRow,
  index: number,
  palette: ChartPalette,
): void {
  if (row.low === null || row.high === null) return;
  const y = plot.y(index);
  pen.strokeStyle = palette.accent;
  pen.lineWidth = row.isTotal ? 2.5 : 1.75;
  const ends = [row.low, row.high].map((value) => clamp(plot.x(value), plot.left, plot.right));
  strokeLine(pen, ends[0] ?? 0, y, ends[1] ?? 0, y);
  paintEnd(pen, plot, plot.x(row.low), y, -1);
  paintEnd(pen, plot, plot.x(row.high), y, 1);
}

/** A short cross stroke where the interval ends; an arrow head where it goes on beyond the axis. */
function paintEnd(pen: Pen, plot: Plot, x: number, y: number, direction: 1 | -1): void {
  const edge = direction === 1 ? plot.right : plot.left;
  if ((x - edge) * direction <= 0.5) {
    strokeLine(pen, x, y - 4, x, y + 4);
    return;
  }
  pen.beginPath();
  pen.moveTo(edge - direction * 6, y - 5);
  pen.lineTo(edge, y);
  pen.lineTo(edge - direction * 6, y + 5);
  pen.stroke();
}

function forestLegend(chart: ForestChart, palette: ChartPalette): LegendEntry[] {
  const { legend } = chart;
  if (legend === undefined) return [];
  const marks: [string | undefined, number, LegendEntry["draw"]][] = [
    [legend.value, 30, (pen, x, y) => drawSquareMark(pen, x, y, palette)],
    [legend.steadied, 13, (pen, x, y) => drawDiamond(pen, x, y, palette)],
    [legend.overall, 5, (pen, x, y) => drawDashMark(pen, x, y, palette)],
    [legend.band, 26, (pen, x, y) => drawBandMark(pen, x, y, palette)],
  ];
  return marks.flatMap(([text, width, draw]) =>
    text === undefined ? [] : [{ text, width, draw }],
  );
}

function drawSquareMark(pen: Pen, x: number, y: number, palette: ChartPalette): void {
  pen.strokeStyle = palette.accent;
  pen.fillStyle = palette.accent;
  pen.lineWidth = 1.75;
  strokeLine(pen, x - 13, y, x + 13, y);
  strokeLine(pen, x - 13, y - 4, x - 13, y + 4);
  strokeLine(pen, x + 13, y - 4, x + 13, y + 4);
  pen.fillRect(x - 5, y - 5, 10, 10);
}

function drawDiamond(pen: Pen, x: number, y: number, palette: ChartPalette): void {
  pen.beginPath();
  pen.moveTo(x, y - 5);
  pen.lineTo(x + 5, y);
  pen.lineTo(x, y + 5);
  pen.lineTo(x - 5, y);
  pen.closePath();
  pen.fillStyle = palette.paper;
  pen.fill();
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.5;
  pen.stroke();
}

function drawDashMark(pen: Pen, x: number, y: number, palette: ChartPalette): void {
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5;
  pen.setLineDash([4, 3]);
  strokeLine(pen, x, y - 9, x, y + 9);
  pen.setLineDash([]);
}

function drawBandMark(pen: Pen, x: number, y: number, palette: ChartPalette): void {
  pen.fillStyle = palette.accentSoft;
  pen.fillRect(x - 12, y - 8, 24, 16);
  pen.strokeStyle = palette.line;
  pen.lineWidth = 1;
  pen.strokeRect(x - 12, y - 8, 24, 16);
}
