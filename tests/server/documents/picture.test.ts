import { expect, test } from "vitest";
import { renderChartSvg } from "../../../server/documents/chart-image.ts";
import { drawLogo } from "../../../server/documents/picture.ts";
import { aForestChart } from "../../support/charts.ts";

// In a file of its own: it must be the first drawing of its process.
test("letters of a logo look the same before and after the first chart of a process", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><text x="5" y="40" font-size="30" font-family="Source Sans 3">Ąžuolas</text></svg>`;
  const base64 = Buffer.from(svg).toString("base64");
  const logo = { mediaType: "image/svg+xml" as const, base64, alt: "Ąžuolas" };
  const first = await drawLogo(logo);
  renderChartSvg(aForestChart());
  const second = await drawLogo(logo);
  expect(first?.png.length).toBeGreaterThan(500);
  expect(Buffer.from(second?.png ?? []).equals(first?.png ?? Buffer.alloc(0))).toBe(true);
});
