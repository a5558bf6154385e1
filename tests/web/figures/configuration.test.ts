import { expect, test } from "vitest";
import type { Chart } from "../../../server/domain/annex/chart.ts";
import { chartConfiguration, chartHeight } from "../../../web/figures/configuration.ts";
import type { SeriesPoint } from "../../../web/figures/configuration-frame.ts";
import { formatChange, formatNumber } from "../../../web/figures/configuration-numbers.ts";
import { aDumbbellChart, aForestChart, aForestRow, aWithheldRow } from "../../support/charts.ts";

/** The points of one series; every point of ours is a SeriesPoint. */
function pointsOf(chart: Chart, series: number): SeriesPoint[] {
  const { datasets } = chartConfiguration(chart, "print").data;
  return (datasets[series]?.data ?? []) as unknown as SeriesPoint[];
}

test("numbers have a decimal comma and a real minus in Lithuanian", () => {
  expect(formatNumber(-4.5, "lt")).toBe("\u22124,5");
  expect(formatChange(4.5, "lt")).toBe("+4,5");
  expect(formatChange(0, "lt")).toBe("0");
  expect(formatNumber(-4.5, "en")).toBe("\u22124.5");
});

test("rows keep their order", () => {
  const labels = ["Trakai", "Ignalina", "Prienai"];
  const rows = labels.map((label) => aForestRow({ label }));
  const points = pointsOf(aForestChart({ rows }), 0);
  expect(points.map(({ y, title }) => ({ y, title }))).toEqual([
    { y: 0.5, title: "Trakai" },
    { y: 1.5, title: "Ignalina" },
    { y: 2.5, title: "Prienai" },
  ]);
});

test("the square's area is in proportion to the people", () => {
  const rows = [aForestRow({ weight: 8 }), aForestRow({ weight: 32 })];
  const [small, large] = pointsOf(aForestChart({ rows }), 0);
  expect((large?.radius ?? 0) ** 2 / (small?.radius ?? 1) ** 2).toBeCloseTo(4);
});

test("a withheld row has no point", () => {
  const rows = [aForestRow(), aWithheldRow(), aForestRow({ label: "Šilutė" })];
  expect(pointsOf(aForestChart({ rows }), 0).map((point) => point.title)).toEqual([
    "Prienai",
    "Šilutė",
  ]);
  expect(pointsOf(aDumbbellChart(), 0)).toHaveLength(3);
});

test("pointing at a square tells its value, interval and steadied estimate", () => {
  expect(pointsOf(aForestChart(), 0)[0]?.words).toEqual(["+18 (+9 … +28)", "◇ +17"]);
});

test("a fall has the same marks as a rise", () => {
  const rise = aDumbbellChart({ rows: [{ label: "a", before: 40, after: 60 }] });
  const fall = aDumbbellChart({ rows: [{ label: "a", before: 60, after: 40 }] });
  const marks = (chart: Chart) =>
    chartConfiguration(chart, "light").data.datasets.map(({ data: _, ...mark }) => mark);
  expect(marks(rise)).toEqual(marks(fall));
});

test("nothing moves, and paper listens to no pointer", () => {
  expect(chartConfiguration(aForestChart(), "light").options?.animation).toBe(false);
  expect(chartConfiguration(aForestChart(), "print").options?.events).toEqual([]);
});

test("the axis is the given one", () => {
  const scale = chartConfiguration(aForestChart(), "dark").options?.scales?.x;
  expect(scale).toMatchObject({ min: -20, max: 50 });
});

test("a narrow chart is higher", () => {
  const measure = (text: string) => text.length * 7;
  const height = (width: number) => chartHeight(aForestChart(), "light", width, measure);
  expect(height(320)).toBeGreaterThan(height(660));
});
