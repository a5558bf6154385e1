import { createHash } from "node:crypto";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { renderChartPng, renderChartSvg } from "../../../server/documents/chart-image.ts";
import { writePng } from "../../../server/documents/png.ts";
import { chartPalette } from "../../../web/figures/configuration-palette.ts";
import { aDumbbellChart, aForestChart, aForestRow, aWithheldRow } from "../../support/charts.ts";

const palette = chartPalette("print");

function digest(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** How many pixels of the picture have exactly this colour. */
async function countPixels(png: Uint8Array, colour: string): Promise<number> {
  const image = await loadImage(Buffer.from(png));
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((part, index) => data[at + index] === part)) count += 1;
  }
  return count;
}

test("an SVG has outlines for letters, so that no font can be missing", () => {
  const { svg, width, height } = renderChartSvg(aForestChart());
  expect(svg).toContain("<path");
  expect(svg).not.toContain("<text");
  expect(svg).toContain(`width="${width}" height="${height}"`);
});

test("an SVG for the typesetter keeps its letters as text, and is much smaller", () => {
  const [text, outlines] = [
    renderChartSvg(aForestChart(), { letters: "text" }).svg,
    renderChartSvg(aForestChart()).svg,
  ];
  expect(text).toMatch(/<text[^>]*>Prienai<\/text>/);
  expect(text.length).toBeLessThan(outlines.length / 3);
});

test("the same chart gives the same SVG however many were drawn before", () => {
  const first = renderChartSvg(aForestChart(), { letters: "text" }).svg;
  for (let drawn = 0; drawn < 20; drawn += 1) {
    expect(renderChartSvg(aForestChart(), { letters: "text" }).svg).toBe(first);
  }
});

test.each([
  ["forest", aForestChart()],
  ["dumbbell", aDumbbellChart()],
])("the same %s chart gives the same bytes", (_, chart) => {
  expect(digest(renderChartSvg(chart).svg)).toBe(digest(renderChartSvg(chart).svg));
  expect(digest(renderChartPng(chart).png)).toBe(digest(renderChartPng(chart).png));
});

test("a PNG is as large as its scale says", async () => {
  const { png, width, height } = renderChartPng(aForestChart(), { width: 320, scale: 2 });
  const image = await loadImage(Buffer.from(png));
  expect([width, image.width, image.height]).toEqual([320, 640, height * 2]);
});

test("the prediction band, the withheld ground and the marks are on the paper", async () => {
  const { png } = renderChartPng(aForestChart());
  expect(await countPixels(png, palette.accentSoft)).toBeGreaterThan(10_000);
  expect(await countPixels(png, palette.paperSoft)).toBeGreaterThan(10_000);
  expect(await countPixels(png, palette.accent)).toBeGreaterThan(1_000);
});

test("a withheld row shows no mark", async () => {
  const chart = aForestChart({
    rows: [aWithheldRow()],
    overall: null,
    band: null,
    legend: undefined,
  });
  const shown = { ...chart, rows: [aForestRow()] };
  expect(await countPixels(renderChartPng(chart).png, palette.accent)).toBe(0);
  expect(await countPixels(renderChartPng(shown).png, palette.accent)).toBeGreaterThan(500);
});

test("a PNG holds what was drawn, dot by dot", async () => {
  const drawn = createCanvas(7, 5);
  const pen = drawn.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, 7, 5);
  for (let dot = 0; dot < 35; dot += 1) {
    pen.fillStyle = `rgb(${(dot * 53) % 256}, ${(dot * 97) % 256}, ${dot * 7})`;
    pen.fillRect(dot % 7, Math.floor(dot / 7), 1, 1);
  }
  const written = writePng({ width: 7, height: 5, data: drawn.data() });
  const read = createCanvas(7, 5).getContext("2d");
  read.drawImage(await loadImage(Buffer.from(written)), 0, 0);
  expect(Buffer.from(read.getImageData(0, 0, 7, 5).data)).toEqual(Buffer.from(drawn.data()));
});

test("forty localities fit", () => {
  const rows = Array.from({ length: 40 }, (_, index) => aForestRow({ label: `Vietovė ${index}` }));
  const { height, svg } = renderChartSvg(aForestChart({ rows }));
  expect(height).toBeGreaterThan(40 * 30);
  expect(svg.length).toBeLessThan(2_000_000);
});
