import { describe, expect, it } from "vitest";
import type { ForestChart } from "../../../server/domain/annex/chart.ts";
import { compareProgrammesFigure } from "../../../web/figures/compare-programmes.ts";
import { goldenRelease } from "../golden-release.ts";

const one = goldenRelease();
const other = goldenRelease({ Alder: 9, Cedar: 8 });

const figure = compareProgrammesFigure({
  scales: [
    { key: "planning", title: "Planavimas", comparability: { comparable: true } },
    {
      key: "digital",
      title: "Skaitmeniniai gebėjimai",
      comparability: { comparable: false, reason: "other-wording" },
    },
  ],
  one,
  other,
  language: "lt",
});

describe("two programmes side by side", () => {
  it("have two rows a comparable scale, each with its own released numbers", () => {
    const chart = figure.chart as ForestChart;
    expect(chart.rows.map(({ label }) => label)).toEqual([
      "Planavimas – ši programa",
      "Planavimas – kita programa",
      "Skaitmeniniai gebėjimai",
    ]);
    const gains = [one, other].map(({ scales }) => scales.find(({ key }) => key === "planning")!);
    expect(chart.rows.map(({ value }) => value)).toEqual([
      ...gains.map(({ all }) => (all.shown ? all.gain : null)),
      null,
    ]);
    expect(chart.rows[0]!.value).not.toBe(chart.rows[1]!.value);
  });

  it("refuse a scale that means something else, with the reason and no number", () => {
    const row = figure.table.rows.at(-1)!;
    expect(row.cells[0]!.text).toBe("Skaitmeniniai gebėjimai");
    expect(row.cells.every(({ number }) => number === null)).toBe(true);
    expect(row.cells.at(-1)!.text).toBe("nelyginama: klausimai suformuluoti kitaip");
    expect(row.cells).toHaveLength(figure.table.columns.length);
  });

  it("have the same rows in chart and table", () => {
    const names = figure.table.rows.map(({ cells }) => cells[0]!.text);
    expect((figure.chart as ForestChart).rows.map(({ label }) => label)).toEqual(names);
  });

  it("draw nothing where nothing compares", () => {
    const refused = { comparable: false, reason: "not-in-both" } as const;
    const scales = [{ key: "planning", title: "Planavimas", comparability: refused }];
    const empty = compareProgrammesFigure({ scales, one, other, language: "en" });
    expect(empty.chart).toBeNull();
    expect(empty.summary).toBe("0 of 1 scales can stand side by side.");
  });
});
