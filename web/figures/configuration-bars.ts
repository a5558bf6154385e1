import type { BarPart, BarsChart, BarsRow } from "../../server/domain/annex/chart.ts";
import { strokeLine } from "./configuration-drawing.ts";
import type { ChartFrame, LegendEntry, Plot, Series } from "./configuration-frame.ts";
import { formatNumber } from "./configuration-numbers.ts";
import { type ChartPalette, type ChartType, fontOf } from "./configuration-palette.ts";

type Pen = CanvasRenderingContext2D;

const barHeight = 22;
/** From the lowest answer to the highest; neighbours stay apart in grey too. */
const strengths = [0.12, 0.3, 0.5, 0.82, 1];

/** Everybody who answered as one bar a row, split by answer; every part says how many people it is where it has room. */
export function barsFrame(chart: BarsChart, palette: ChartPalette, type: ChartType): ChartFrame {
  return {
    rows: chart.rows.map((row) => ({
      label: row.label,
      details: row.details,
      isTotal: false,
      isWithheld: row.parts.length === 0,
    })),
    axis: chart.axis,
    isMirrored: chart.axis.minimum < 0,
    detailTitles: chart.detailTitles ?? [],
    legend: chart.shades.map((shade) => legendEntry(shade, palette)),
    language: chart.language,
    series: [pointsToMeet(chart)],
    paintGround: () => {},
    paintLines: (pen, plot) => paintBars(pen, plot, chart, { palette, type }),
  };
}

/** Nothing is seen of these: they are what a pointer or the keyboard meets. */
function pointsToMeet(chart: BarsChart): Series {
  return {
    label: "",
    style: "circle",
    fill: "transparent",
    stroke: "transparent",
    strokeWidth: 0,
    points: chart.rows.flatMap((row, index) =>
      placed(row).map(({ part, from }) => ({
        x: from + part.size / 2,
        y: index + 0.5,
        radius: 4,
        title: row.label,
        words: [`${part.text}: ${formatNumber(part.people, chart.language)}`],
      })),
    ),
  };
}

function placed({ from, parts }: BarsRow): { part: BarPart; from: number }[] {
  let start = from;
  return parts.map((part) => {
    const place = { part, from: start };
    start += part.size;
    return place;
  });
}

interface Look {
  palette: ChartPalette;
  type: ChartType;
}

function paintBars(pen: Pen, plot: Plot, chart: BarsChart, look: Look): void {
  if (chart.axis.minimum < 0) {
    pen.strokeStyle = look.palette.ink;
    pen.lineWidth = 1.25;
    strokeLine(pen, plot.x(0), plot.top, plot.x(0), plot.bottom);
  }
  chart.rows.forEach((row, index) => {
    for (const { part, from } of placed(row)) paintPart(pen, plot, { part, from, index }, look);
  });
}

function paintPart(
  pen: Pen,
  plot: Plot,
  { part, from, index }: { part: BarPart; from: number; index: number },
  { palette, type }: Look,
): void {
  const left = plot.x(from);
  const width = plot.x(from + part.size) - left;
  const top = plot.y(index) - barHeight / 2;
  fillShade(pen, { left, top, width, height: barHeight }, part.place, palette);
  const text = String(part.people);
  pen.font = fontOf(type, type.small);
  if (pen.measureText(text).width + 6 > width) return;
  pen.fillStyle = isStrong(part.place) ? palette.paper : palette.ink;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, left + width / 2, top + barHeight / 2 + 1);
  pen.textAlign = "start";
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function fillShade(pen: Pen, box: Box, place: number | null, palette: ChartPalette): void {
  pen.fillStyle = palette.paper;
  pen.fillRect(box.left, box.top, box.width, box.height);
  pen.globalAlpha = place === null ? 0.35 : strengthOf(place);
  pen.fillStyle = place === null ? palette.withheld : palette.after;
  pen.fillRect(box.left, box.top, box.width, box.height);
  pen.globalAlpha = 1;
  pen.strokeStyle = palette.inkSoft;
  pen.lineWidth = 1;
  pen.strokeRect(box.left, box.top, box.width, box.height);
}

function strengthOf(place: number): number {
  return strengths[Math.round(place * (strengths.length - 1))] ?? 1;
}

function isStrong(place: number | null): boolean {
  return place !== null && strengthOf(place) > 0.6;
}

function legendEntry(
  { text, place }: BarsChart["shades"][number],
  palette: ChartPalette,
): LegendEntry {
  const side = 12;
  return {
    text,
    width: side,
    draw: (pen, x, y) => {
      fillShade(
        pen,
        { left: x - side / 2, top: y - side / 2, width: side, height: side },
        place,
        palette,
      );
    },
  };
}
