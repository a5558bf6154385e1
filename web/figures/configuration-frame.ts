import type { Point } from "chart.js";
import type { ChartAxis } from "../../server/domain/annex/chart.ts";

/**
 * What every chart of rows has around its marks: a label and short texts a row, an axis, a legend.
 * The kinds of chart (forest, dumbbell, bars) fill it in; layout and drawing of the frame are written once.
 */
export interface ChartFrame {
  rows: FrameRow[];
  axis: ChartAxis;
  /** Both sides of zero count away from it: shares of people left and right of the middle. */
  isMirrored?: boolean;
  detailTitles: string[];
  legend: LegendEntry[];
  language: string;
  series: Series[];
  /** Below the grid: areas. */
  paintGround(pen: CanvasRenderingContext2D, plot: Plot): void;
  /** Above the grid and below the points: lines. */
  paintLines(pen: CanvasRenderingContext2D, plot: Plot): void;
}

export interface FrameRow {
  label: string;
  details: string[];
  isTotal: boolean;
  isWithheld: boolean;
}

export interface LegendEntry {
  text: string;
  /** Pixels that the mark takes; it is drawn centred on a point. */
  width: number;
  draw(pen: CanvasRenderingContext2D, x: number, y: number): void;
}

/** One kind of point; `y` counts rows, the line of the first being 0.5. The first series is drawn on top. */
export interface Series {
  label: string;
  points: SeriesPoint[];
  style: "rect" | "rectRot" | "circle";
  fill: string;
  stroke: string;
  strokeWidth: number;
}

export interface SeriesPoint extends Point {
  radius: number;
  /** The row's name and its values in words, shown when pointed at. */
  title: string;
  words: string[];
}

/** The drawing area in pixels, and where values and rows lie in it. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  rowHeight: number;
  x(value: number): number;
  /** The line of a row, on which its marks lie. */
  y(row: number): number;
}
