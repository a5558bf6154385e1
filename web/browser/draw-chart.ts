import { Chart as ChartJs, LinearScale, PointElement, ScatterController, Tooltip } from "chart.js";
import type { Chart } from "../../server/domain/annex/chart.ts";
import { chartConfiguration, chartHeight, measureOn } from "../figures/configuration.ts";
import type { ChartTheme } from "../figures/configuration-palette.ts";
import { addPictureButton } from "./save-picture.ts";
import { walkRows } from "./walk-rows.ts";

// The only browser file that touches Chart.js.

ChartJs.register(ScatterController, LinearScale, PointElement, Tooltip);

const dark = matchMedia("(prefers-color-scheme: dark)");
/** CSS pixels between the margins of a printed A4 page. */
const paperWidth = 680;

/** Draws the chart of a box into it and keeps it fitting: to the box's width, to light and dark, and to paper. */
export function mountChart(box: HTMLElement): void {
  const chart = chartOf(box);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", box.dataset.summary ?? "");
  canvas.tabIndex = 0;
  box.append(canvas);

  let drawn: ChartJs | undefined;
  const draw = (theme: ChartTheme, width: number) => {
    drawn?.destroy();
    drawn = drawOn(canvas, { chart, theme, width, scale: devicePixelRatio });
    box.style.height = `${drawn.height}px`;
  };
  const drawToFit = () => draw(dark.matches ? "dark" : "light", box.clientWidth);
  drawToFit();
  onWidthChange(box, drawToFit);
  dark.addEventListener("change", drawToFit);
  addEventListener("beforeprint", () => draw("light", paperWidth));
  addEventListener("afterprint", drawToFit);
  walkRows(box, canvas, (row) => pointAt(drawn, row));
  addPictureButton(box, (picture, width) =>
    drawOn(picture, { chart, theme: "light", width, scale: 2 }),
  );
}

/** Makes a box as high as its chart will be, without drawing it. */
export function reserveRoom(box: HTMLElement): void {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return;
  const theme = dark.matches ? "dark" : "light";
  box.style.height = `${chartHeight(chartOf(box), theme, box.clientWidth, measureOn(pen))}px`;
  box.querySelector(".chart-room")?.remove();
}

interface Drawing {
  chart: Chart;
  theme: ChartTheme;
  width: number;
  /** Device pixels a CSS pixel. */
  scale: number;
}

function drawOn(canvas: HTMLCanvasElement, { chart, theme, width, scale }: Drawing): ChartJs {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser cannot draw on a canvas");
  const height = chartHeight(chart, theme, width, measureOn(pen));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.width = width;
  canvas.height = height;
  const { options, ...configuration } = chartConfiguration(chart, theme);
  return new ChartJs(canvas, {
    ...configuration,
    options: { ...options, responsive: false, devicePixelRatio: scale },
  });
}

/** The server wrote the chart into the page; nothing else does. */
function chartOf(box: HTMLElement): Chart {
  return JSON.parse(box.dataset.chart ?? "") as Chart;
}

function onWidthChange(box: HTMLElement, redraw: () => void): void {
  let width = box.clientWidth;
  new ResizeObserver(() => {
    if (box.clientWidth === width || box.clientWidth === 0) return;
    width = box.clientWidth;
    redraw();
  }).observe(box);
}

/** Shows the words of a row's first point, as pointing at it would; a withheld row has none. */
function pointAt(drawn: ChartJs | undefined, row: number): void {
  if (!drawn) return;
  const active = drawn.data.datasets.flatMap((dataset, datasetIndex) => {
    const index = dataset.data.findIndex((point) => isOnRow(point, row));
    return index < 0 ? [] : [{ datasetIndex, index }];
  });
  drawn.setActiveElements(active);
  drawn.tooltip?.setActiveElements(active, { x: 0, y: 0 });
  drawn.update();
}

function isOnRow(point: unknown, row: number): boolean {
  return (point as { y?: number } | null)?.y === row + 0.5;
}
