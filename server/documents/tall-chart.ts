import type { Chart } from "../domain/annex/chart.ts";
import { printHeight } from "./chart-image.ts";

/** CSS pixels that stand on a page together with a caption: 230 mm at the scale of `printWidth` on 165 mm. */
const pageHeight = 920;

/**
 * A chart in as few parts as it takes for each to fit on a page, with the same axis and legend, and about
 * equally many rows in each.
 */
export function splitTallChart(chart: Chart): Chart[] {
  for (let parts = 1; parts < chart.rows.length; parts += 1) {
    const charts = splitEvenly(chart, parts);
    if (charts.every((part) => printHeight(part) <= pageHeight)) return charts;
  }
  return splitEvenly(chart, Math.max(1, chart.rows.length));
}

function splitEvenly(chart: Chart, parts: number): Chart[] {
  const size = Math.ceil(chart.rows.length / parts);
  return Array.from({ length: parts }, (_, part) => partOf(chart, part * size, (part + 1) * size));
}

function partOf(chart: Chart, from: number, to: number): Chart {
  switch (chart.kind) {
    case "forest":
      return { ...chart, rows: chart.rows.slice(from, to) };
    case "dumbbell":
      return { ...chart, rows: chart.rows.slice(from, to) };
    case "bars":
      return { ...chart, rows: chart.rows.slice(from, to) };
  }
}
