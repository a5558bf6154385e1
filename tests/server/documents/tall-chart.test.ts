import { expect, test } from "vitest";
import { printHeight } from "../../../server/documents/chart-image.ts";
import { splitTallChart } from "../../../server/documents/tall-chart.ts";
import { aForestChart, aForestRow } from "../../support/charts.ts";

function withRows(count: number, label: string) {
  const rows = Array.from({ length: count }, (_, index) =>
    aForestRow({ label: `${label} ${index}` }),
  );
  return aForestChart({ rows });
}

test("a chart that fits stays whole", () => {
  const chart = withRows(6, "Vietovė");
  expect(splitTallChart(chart)).toEqual([chart]);
});

test.each([
  ["many rows", withRows(41, "Vietovė")],
  [
    "long labels",
    withRows(24, "Senamiesčio ir centrinių erdvių įveiklinimas bendromis jėgomis".repeat(2)),
  ],
])("%s make parts that fit on a page, and every row is in one of them", (_, chart) => {
  const parts = splitTallChart(chart);
  expect(parts.length).toBeGreaterThan(1);
  const labels = parts.flatMap((part) => part.rows.map((row) => row.label));
  expect(labels).toEqual(chart.rows.map((row) => row.label));
  for (const part of parts) expect(printHeight(part)).toBeLessThanOrEqual(920);
});

test("a chart without rows is one part", () => {
  expect(splitTallChart(withRows(0, ""))).toHaveLength(1);
});
