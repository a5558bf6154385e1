import { expect, test } from "vitest";
import { forestFrame } from "../../../web/figures/configuration-forest.ts";
import { frameHeight, layOutFrame } from "../../../web/figures/configuration-layout.ts";
import { chartPalette, chartType } from "../../../web/figures/configuration-palette.ts";
import { aForestChart, aForestRow } from "../../support/charts.ts";

/** Seven pixels a letter: near enough to a 14 px font to make lines break where they would. */
const measure = (text: string) => text.length * 7;
const type = chartType("light");

function layOut(width: number, chart = aForestChart()) {
  return layOutFrame(forestFrame(chart, chartPalette("light")), width, type, measure);
}

test("a wide chart has labels and details at the sides", () => {
  const layout = layOut(660);
  expect(layout.isStacked).toBe(false);
  expect(layout.padding.left).toBeGreaterThanOrEqual(measure("Visi dalyviai"));
  expect(layout.padding.right).toBeGreaterThanOrEqual(measure("11 iš 13") + measure("9 ↑ 2 = 0 ↓"));
});

test("at 320 pixels labels stand above and details below, and the plot keeps nearly the whole width", () => {
  const { isStacked, padding, details } = layOut(320);
  expect(isStacked).toBe(true);
  expect(320 - padding.left - padding.right).toBeGreaterThan(280);
  expect(details[0]).toEqual(["11 iš 13 · 9 ↑ 2 = 0 ↓"]);
});

test("nothing runs over the edge of a narrow chart", () => {
  const long = "Trakų rajono ir Aukštadvario seniūnijos kultūros centrų bei bibliotekų darbuotojai";
  const layout = layOut(320, aForestChart({ rows: [aForestRow({ label: long })] }));
  const texts = [...layout.labels.flat(), ...layout.details.flat(), ...layout.title];
  for (const text of texts) expect(measure(text)).toBeLessThanOrEqual(320);
  for (const place of layout.legend) {
    for (const line of place.lines) expect(place.x + measure(line)).toBeLessThanOrEqual(320);
  }
});

test("a long label makes every row as high, so that lines keep one rhythm", () => {
  const long = aForestRow({ label: "Senamiesčio ir centrinių erdvių įveiklinimas bendruomenei" });
  const short = layOut(660, aForestChart({ rows: [aForestRow()] }));
  const mixed = layOut(660, aForestChart({ rows: [aForestRow(), long] }));
  expect(mixed.labels[1]?.length).toBeGreaterThan(1);
  expect(mixed.rowHeight).toBeGreaterThan(short.rowHeight);
});

test("the height grows by one row height a row", () => {
  const rows = [aForestRow(), aForestRow()];
  const two = layOut(660, aForestChart({ rows }));
  const three = layOut(660, aForestChart({ rows: [...rows, aForestRow()] }));
  expect(frameHeight(three, type) - frameHeight(two, type)).toBe(two.rowHeight);
});

test("words instead of figures do not widen the columns", () => {
  const words = aForestRow({ details: ["nerodoma, nes iš kitų eilučių būtų galima apskaičiuoti"] });
  const layout = layOut(660, aForestChart({ rows: [aForestRow(), words] }));
  expect(layout.detailWidths).toEqual([measure("11 iš 13"), measure("9 ↑ 2 = 0 ↓")]);
});

test("a chart without rows still has a height", () => {
  expect(frameHeight(layOut(660, aForestChart({ rows: [] })), type)).toBeGreaterThan(0);
});
