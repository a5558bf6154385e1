import type {
  ChartConfiguration,
  ChartDataset,
  Chart as ChartJs,
  Plugin,
  Scale,
  TooltipItem,
} from "chart.js";
import type { Chart } from "../../server/domain/annex/chart.ts";
import { barsFrame } from "./configuration-bars.ts";
import {
  drawRowGround,
  drawWithheldLines,
  drawWords,
  type Surroundings,
  strokeLine,
} from "./configuration-drawing.ts";
import { dumbbellFrame } from "./configuration-dumbbell.ts";
import { forestFrame } from "./configuration-forest.ts";
import type { ChartFrame, Plot, Series, SeriesPoint } from "./configuration-frame.ts";
import { type FrameLayout, frameHeight, layOutFrame, tickHeight } from "./configuration-layout.ts";
import { formatNumber } from "./configuration-numbers.ts";
import { type ChartTheme, chartPalette, chartType } from "./configuration-palette.ts";
import type { Measure } from "./configuration-wrapping.ts";

/**
 * A chart of ours as a Chart.js configuration, for the browser and for the document writers alike.
 * Needs ScatterController, LinearScale and PointElement registered (and Tooltip on screens). `responsive` and
 * `devicePixelRatio` are the caller's; the height for a width comes from `chartHeight`.
 * Animation is off: a figure does not move while it is read.
 */
export function chartConfiguration(chart: Chart, theme: ChartTheme): ChartConfiguration<"scatter"> {
  const frame = frameOf(chart, theme);
  const layoutOf = layoutKeeper(frame, theme);
  return {
    type: "scatter",
    data: { datasets: frame.series.map(datasetOf) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: theme === "print" ? [] : ["mousemove", "mouseout", "click", "touchstart"],
      layout: { padding: (context: { chart: ChartJs }) => layoutOf(context.chart).padding },
      scales: { x: valueAxis(frame, theme), y: rowAxis(frame, layoutOf) },
      plugins: { legend: { display: false }, tooltip: tooltipOptions(theme) },
    },
    plugins: [framePlugin(frame, theme, layoutOf)],
  };
}

/** Height in CSS pixels that the chart needs at this width; `measure` is the canvas's own measuring. */
export function chartHeight(
  chart: Chart,
  theme: ChartTheme,
  width: number,
  measure: Measure,
): number {
  const type = chartType(theme);
  return frameHeight(layOutFrame(frameOf(chart, theme), width, type, measure), type);
}

/** Measures as the given canvas will draw; each text once, as a layout asks for the same words again and again. */
export function measureOn(pen: Pick<CanvasRenderingContext2D, "font" | "measureText">): Measure {
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font} ${text}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    pen.font = font;
    const { width } = pen.measureText(text);
    known.set(key, width);
    return width;
  };
}

function frameOf(chart: Chart, theme: ChartTheme): ChartFrame {
  const palette = chartPalette(theme);
  switch (chart.kind) {
    case "forest":
      return forestFrame(chart, palette);
    case "dumbbell":
      return dumbbellFrame(chart, palette);
    case "bars":
      return barsFrame(chart, palette, chartType(theme));
  }
}

/** Chart.js asks for the layout several times a drawing: it is worked out once a width. */
function layoutKeeper(frame: ChartFrame, theme: ChartTheme): (chart: ChartJs) => FrameLayout {
  let kept: { width: number; layout: FrameLayout } | undefined;
  return (chart) => {
    if (kept?.width !== chart.width) {
      const measure = measureOn(chart.ctx);
      kept = {
        width: chart.width,
        layout: layOutFrame(frame, chart.width, chartType(theme), measure),
      };
    }
    return kept.layout;
  };
}

function datasetOf(series: Series): ChartDataset<"scatter", SeriesPoint[]> {
  const radii = series.points.map((point) => point.radius);
  return {
    label: series.label,
    data: series.points,
    pointStyle: series.style,
    pointRadius: radii,
    pointHoverRadius: radii,
    pointHitRadius: 12,
    backgroundColor: series.fill,
    borderColor: series.stroke,
    borderWidth: series.strokeWidth,
    hoverBorderWidth: series.strokeWidth,
    clip: false,
  };
}

function valueAxis(frame: ChartFrame, theme: ChartTheme) {
  const palette = chartPalette(theme);
  const type = chartType(theme);
  return {
    type: "linear" as const,
    position: "bottom" as const,
    min: frame.axis.minimum,
    max: frame.axis.maximum,
    border: { display: false },
    grid: { color: palette.line, tickLength: 4 },
    ticks: {
      color: palette.inkSoft,
      font: { family: type.family, size: type.small },
      padding: 4,
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (value: string | number) => {
        const shown = frame.isMirrored ? Math.abs(Number(value)) : Number(value);
        return formatNumber(shown, frame.language);
      },
    },
    afterFit: (scale: { height: number }) => {
      scale.height = tickHeight(type);
    },
  };
}

/** Counts rows downwards, shifted so that n + 0.5 falls on the line of row n wherever the layout has put it. */
function rowAxis(frame: ChartFrame, layoutOf: (chart: ChartJs) => FrameLayout) {
  return {
    type: "linear" as const,
    display: false,
    reverse: true,
    bounds: "data" as const,
    afterDataLimits: (scale: Scale) => {
      const shift = 0.5 - layoutOf(scale.chart).lineShare;
      scale.min = shift;
      scale.max = shift + Math.max(frame.rows.length, 1);
    },
  };
}

function tooltipOptions(theme: ChartTheme) {
  const { family, small } = chartType(theme);
  return {
    enabled: theme !== "print",
    displayColors: false,
    titleFont: { family, size: small },
    bodyFont: { family, size: small },
    callbacks: {
      title: (items: TooltipItem<"scatter">[]) => items.map((item) => pointOf(item).title)[0] ?? "",
      label: (item: TooltipItem<"scatter">) => pointOf(item).words,
    },
  };
}

/** Every data point was made by `datasetOf`, so its raw value is a SeriesPoint. */
function pointOf(item: TooltipItem<"scatter">): SeriesPoint {
  return item.raw as SeriesPoint;
}

function framePlugin(
  frame: ChartFrame,
  theme: ChartTheme,
  layoutOf: (chart: ChartJs) => FrameLayout,
): Plugin<"scatter"> {
  const [palette, type] = [chartPalette(theme), chartType(theme)];
  const around = (chart: ChartJs): Surroundings => ({
    frame,
    palette,
    type,
    layout: layoutOf(chart),
    width: chart.width,
  });
  return {
    id: "frame",
    beforeDraw: (chart) => {
      withPen(chart, (pen, plot) => {
        drawRowGround(pen, plot, around(chart));
        frame.paintGround(pen, plot);
      });
    },
    beforeDatasetsDraw: (chart) => {
      withPen(chart, (pen, plot) => {
        drawZeroLine(pen, plot, frame, palette.ink);
        drawWithheldLines(pen, plot, around(chart));
        frame.paintLines(pen, plot);
      });
    },
    afterDatasetsDraw: (chart) => {
      withPen(chart, (pen, plot) => drawWords(pen, plot, around(chart)));
    },
  };
}

function withPen(chart: ChartJs, work: (pen: CanvasRenderingContext2D, plot: Plot) => void): void {
  chart.ctx.save();
  work(chart.ctx, plotOf(chart));
  chart.ctx.restore();
}

function plotOf(chart: ChartJs): Plot {
  const { x, y } = chart.scales;
  const { left, right, top, bottom } = chart.chartArea;
  const rowHeight = (bottom - top) / ((y?.max ?? 1) - (y?.min ?? 0));
  return {
    left,
    right,
    top,
    bottom,
    rowHeight,
    x: (value) => x?.getPixelForValue(value) ?? left,
    y: (row) => y?.getPixelForValue(row + 0.5) ?? top,
  };
}

/** No change is a solid line, unless zero merely is where the axis begins. */
function drawZeroLine(
  pen: CanvasRenderingContext2D,
  plot: Plot,
  frame: ChartFrame,
  colour: string,
): void {
  if (frame.isMirrored || frame.axis.minimum >= 0 || frame.axis.maximum < 0) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.25;
  strokeLine(pen, plot.x(0), plot.top, plot.x(0), plot.bottom);
}
