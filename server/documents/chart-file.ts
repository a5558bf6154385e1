import type { Chart } from "../domain/annex/chart.ts";
import { renderChartSvg } from "./chart-image.ts";
import { escapeXml } from "./xml.ts";

const width = 900;
const margin = 24;
const lineHeight = 24;

/** A chart with the lines that must stay with it wherever it is pasted: its title first. */
export interface ChartFile {
  chart: Chart;
  heading: readonly string[];
  language: string;
}

/** A chart as an SVG file on white: the heading as text, the chart with its letters as outlines. */
export function writeChartSvg({ chart, heading, language }: ChartFile): Uint8Array {
  const drawn = renderChartSvg(chart, { width: width - 2 * margin });
  const top = margin + heading.length * lineHeight + margin / 2;
  const height = top + drawn.height + margin;
  const lines = heading.map((line, index) => {
    const weight = index === 0 ? ' font-weight="bold"' : "";
    const y = margin + (index + 0.75) * lineHeight;
    return `<text x="${margin}" y="${y}" font-size="${index === 0 ? 18 : 14}"${weight}>${escapeXml(line)}</text>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:lang="${language}" role="img" aria-labelledby="title">`,
    `<title id="title">${escapeXml(heading.join(". "))}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<g fill="#1d2730" font-family="sans-serif">${lines.join("")}</g>`,
    nested(drawn.svg, top),
    "</svg>",
  ].join("\n");
  return new TextEncoder().encode(`${svg}\n`);
}

/** The chart's own SVG without its declaration, placed below the heading. */
function nested(svg: string, top: number): string {
  const start = svg.indexOf("<svg");
  return svg.slice(start).replace("<svg", `<svg x="${margin}" y="${top}"`);
}
