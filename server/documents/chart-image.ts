import { createCanvas, SvgExportFlag } from "@napi-rs/canvas";
import {
  Chart as ChartJs,
  LinearScale,
  type Plugin,
  PointElement,
  ScatterController,
} from "chart.js";
import { chartConfiguration, chartHeight, measureOn } from "../../web/figures/configuration.ts";
import type { Chart } from "../domain/annex/chart.ts";
import { registerFonts } from "./canvas-fonts.ts";
import { writePng } from "./png.ts";

/** Width in CSS pixels that fills a text column: 13 px letters come out at about 9.5 pt on 170 mm. */
export const printWidth = 660;

export interface ChartSize {
  width: number;
  height: number;
}

/**
 * A chart as an SVG. Letters are outlines, so that it looks the same wherever it is opened; or text, a third of the
 * size, for a typesetter that has the same fonts.
 */
export function renderChartSvg(
  chart: Chart,
  { width = printWidth, letters = "outlines" as "outlines" | "text" } = {},
): ChartSize & { svg: string } {
  const height = printHeight(chart, width);
  const flag = letters === "text" ? SvgExportFlag.NoPrettyXML : SvgExportFlag.ConvertTextToPaths;
  const canvas = createCanvas(width, height, flag);
  const svg = draw(canvas, chart, 1, [], () => canvas.getContent().toString("utf8"));
  return { width, height, svg: renumberIds(svg) };
}

/** A chart as a PNG on white. `scale` is device pixels a CSS pixel: 3 prints at about 300 dpi. */
export function renderChartPng(
  chart: Chart,
  { width = printWidth, scale = 3 } = {},
): ChartSize & { png: Uint8Array } {
  const height = printHeight(chart, width);
  // The canvas is made at CSS size: Chart.js multiplies it by the pixel ratio itself.
  const canvas = createCanvas(width, height);
  const png = draw(canvas, chart, scale, [whitePaper], () =>
    writePng({ width: canvas.width, height: canvas.height, data: canvas.data() }),
  );
  return { width, height, png };
}

/** The canvas counts its clip paths for as long as the process lives; a file must not tell how long that was. */
function renumberIds(svg: string): string {
  const numbers = new Map<string, number>();
  return svg.replace(/(id="|url\(#)([a-z]+_[0-9a-f]+)/g, (_, before: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return `${before}c${numbers.get(id)}`;
  });
}

/** Draws, reads what was drawn, and lets Chart.js forget the canvas. */
function draw<Bytes>(
  canvas: object,
  chart: Chart,
  devicePixelRatio: number,
  plugins: Plugin<"scatter">[],
  read: () => Bytes,
): Bytes {
  ChartJs.register(ScatterController, LinearScale, PointElement);
  const configuration = chartConfiguration(chart, "print");
  // Chart.js asks of a canvas only what this one offers too.
  const drawn = new ChartJs(canvas as HTMLCanvasElement, {
    ...configuration,
    options: { ...configuration.options, responsive: false, devicePixelRatio },
    plugins: [...plugins, ...(configuration.plugins ?? [])],
  });
  const bytes = read();
  drawn.destroy();
  return bytes;
}

const whitePaper: Plugin<"scatter"> = {
  id: "white-paper",
  beforeDraw: (chart) => {
    chart.ctx.fillStyle = "#ffffff";
    chart.ctx.fillRect(0, 0, chart.width, chart.height);
  },
};

/** The height in CSS pixels that a printed chart takes. */
export function printHeight(chart: Chart, width = printWidth): number {
  registerFonts();
  const pen = createCanvas(1, 1).getContext("2d");
  const measure = measureOn(pen as unknown as CanvasRenderingContext2D);
  return chartHeight(chart, "print", width, measure);
}
