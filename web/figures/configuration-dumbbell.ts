import type { DumbbellChart } from "../../server/domain/annex/chart.ts";
import { strokeLine } from "./configuration-drawing.ts";
import type { ChartFrame, LegendEntry, Plot, Series } from "./configuration-frame.ts";
import { formatNumber } from "./configuration-numbers.ts";
import type { ChartPalette } from "./configuration-palette.ts";

type Pen = CanvasRenderingContext2D;

const beforeRadius = 7;
const afterRadius = 5;

/** Before as a ring, after as a dot, an arrow from one to the other: a fall is drawn exactly like a rise. */
export function dumbbellFrame(chart: DumbbellChart, palette: ChartPalette): ChartFrame {
  return {
    rows: chart.rows.map((row) => ({
      label: row.label,
      details: row.details ?? [],
      isTotal: false,
      isWithheld: row.before === null && row.after === null,
    })),
    axis: chart.axis,
    detailTitles: [],
    legend: dumbbellLegend(chart, palette),
    language: chart.language,
    series: [dotSeries(chart, palette), ringSeries(chart, palette)],
    paintGround: () => {},
    paintLines: (pen, plot) => paintArrows(pen, plot, chart, palette),
  };
}

function ringSeries(chart: DumbbellChart, palette: ChartPalette): Series {
  return {
    label: chart.beforeLabel,
    style: "circle",
    fill: palette.paper,
    stroke: palette.before,
    strokeWidth: 2.5,
    points: pointsOf(chart, "before", beforeRadius),
  };
}

function dotSeries(chart: DumbbellChart, palette: ChartPalette): Series {
  return {
    label: chart.afterLabel,
    style: "circle",
    fill: palette.after,
    stroke: palette.after,
    strokeWidth: 0,
    points: pointsOf(chart, "after", afterRadius),
  };
}

function pointsOf(chart: DumbbellChart, side: "before" | "after", radius: number) {
  return chart.rows.flatMap((row, index) => {
    const value = row[side];
    const label = side === "before" ? chart.beforeLabel : chart.afterLabel;
    if (value === null) return [];
    const words = [`${label}: ${formatNumber(value, chart.language)}`];
    return [{ x: value, y: index + 0.5, radius, title: row.label, words }];
  });
}

function paintArrows(pen: Pen, plot: Plot, chart: DumbbellChart, palette: ChartPalette): void {
  pen.strokeStyle = palette.inkSoft;
  pen.lineWidth = 2;
  chart.rows.forEach((row, index) => {
    if (row.before === null || row.after === null) return;
    paintArrow(pen, plot.x(row.before), plot.x(row.after), plot.y(index));
  });
}

/** No arrow where ring and dot touch: there would be no room for its head. */
function paintArrow(pen: Pen, from: number, to: number, y: number): void {
  const direction = Math.sign(to - from);
  const tip = to - direction * (afterRadius + 1);
  if (Math.abs(to - from) < beforeRadius + afterRadius + 8) return;
  strokeLine(pen, from, y, tip, y);
  pen.beginPath();
  pen.moveTo(tip - direction * 6, y - 4);
  pen.lineTo(tip, y);
  pen.lineTo(tip - direction * 6, y + 4);
  pen.stroke();
}

function dumbbellLegend(chart: DumbbellChart, palette: ChartPalette): LegendEntry[] {
  return [
    {
      text: chart.beforeLabel,
      width: 18,
      draw: (pen, x, y) => {
        circle(pen, x, y, beforeRadius);
        pen.strokeStyle = palette.before;
        pen.lineWidth = 2.5;
        pen.stroke();
      },
    },
    {
      text: chart.afterLabel,
      width: 12,
      draw: (pen, x, y) => {
        circle(pen, x, y, afterRadius);
        pen.fillStyle = palette.after;
        pen.fill();
      },
    },
  ];
}

function circle(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}
