import fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { ForestChart } from "../../../server/domain/annex/chart.ts";
import { findFigure } from "../../../web/figures/all-figures.ts";
import { expertOfScaleFigure } from "../../../web/figures/expert-of-scale.ts";
import type { Results } from "../../../web/figures/results.ts";
import { goldenRelease, localities, scaleTitles } from "../golden-release.ts";

interface Reference {
  t: number;
  df: number;
  p: number;
  g_av: number;
  wilcoxon_pratt_exact_p: number;
}

const expected = JSON.parse(
  fs.readFileSync("tests/golden/reference/golden-programme-77.json", "utf8"),
).expected.planning.localities as Record<string, Reference>;

const figures = goldenRelease();
const results: Results = {
  figures,
  localities,
  scales: figures.scales.map(({ key }) => ({ key, title: scaleTitles[key]! })),
};
const figure = findFigure(results, "expert-planning", "en")!;

describe("figures for experts", () => {
  it("agree with the reference, to the decimals printed", () => {
    const rowOf = (name: string) => figure.table.rows.find(({ cells }) => cells[0]!.text === name)!;
    const shown = localities.filter(({ nominative }) => !rowOf(nominative).isWithheld);
    expect(shown.length).toBeGreaterThanOrEqual(3);
    for (const { key, nominative } of shown) {
      const row = rowOf(nominative);
      const [, t, df, p, gAv, , , signedRank] = row.cells.map(({ number }) => number);
      const reference = expected[key]!;
      expect(t!).toBeCloseTo(reference.t, 2);
      expect(df!).toBe(reference.df);
      expect(p!).toBeCloseTo(reference.p, 3);
      expect(gAv!).toBeCloseTo(reference.g_av, 2);
      expect(signedRank!).toBeCloseTo(reference.wilcoxon_pratt_exact_p, 3);
    }
  });

  it("say how localities compare, and what p does not say", () => {
    const notes = figure.notes.join(" ");
    expect(notes).toMatch(/Differences between localities: F\(4, \d+\) = \d/);
    expect(notes).toContain("A typical town:");
    expect(figure.caption).toContain("does not say that the change is large");
  });

  it("have a cell under every column, also where a locality has none", () => {
    const scale = figures.scales[0]!;
    const without = {
      ...scale,
      expert: { all: null, localities: [{ locality: "Dorn", figures: null }] },
    };
    const empty = expertOfScaleFigure({
      scale: without,
      scaleTitle: "Planning",
      localities,
      language: "lt",
    })!;
    for (const { cells, isWithheld } of empty.table.rows) {
      expect(cells).toHaveLength(empty.table.columns.length);
      expect(isWithheld).toBe(true);
      expect(cells.every(({ number }) => number === null)).toBe(true);
    }
  });

  it("are not there where nothing was released for them", () => {
    const { expert: _expert, ...scale } = figures.scales[0]!;
    const input = { scale, scaleTitle: "Planning", localities, language: "lt" } as const;
    expect(expertOfScaleFigure(input)).toBeUndefined();
  });
});

describe("the forest of a scale whose localities were compared", () => {
  const forest = findFigure(results, "gain-by-locality-planning", "en")!;

  it("draws the steadied estimates between a locality's own and the programme's", () => {
    const chart = forest.chart as ForestChart;
    const { overall, rows } = chart;
    const steadied = rows.filter((row) => row.steadied !== null);
    expect(steadied).toHaveLength(5);
    for (const { value, steadied: estimate } of steadied) {
      const [low, high] = [Math.min(value!, overall!), Math.max(value!, overall!)];
      expect(estimate!).toBeGreaterThanOrEqual(low - 1.5);
      expect(estimate!).toBeLessThanOrEqual(high + 1.5);
    }
    expect(chart.legend?.steadied).toBe("Steadied estimate");
    expect(chart.band).not.toBeNull();
  });

  it("explains the diamonds, and does not call towns equal", () => {
    expect(forest.caption).toContain("Diamonds are steadied estimates");
    expect(forest.caption).toMatch(/does not show the towns are equal|still uncertain/);
  });

  it("says whose the total is when a locality came later", () => {
    const late = figures.scales.map((scale) => ({
      ...scale,
      allLocalities: ["Alder", "Birch", "Cedar", "Dorn"],
    }));
    const later = findFigure(
      { ...results, figures: { ...figures, scales: late } },
      "gain-by-locality-planning",
      "lt",
    )!;
    expect(later.notes[0]).toContain("Prienai, Pagėgiai, Šilutė ir Ignalina");
    expect(forest.notes[0]).not.toContain("Visi dalyviai“");
  });

  it("says to somebody who sees that locality alone that the total is without it", () => {
    const late = figures.scales.map((scale) => ({ ...scale, allLocalities: ["Alder", "Birch"] }));
    const own = results.localities.filter(({ nominative }) => nominative === "Trakai");
    const seen = { ...results, figures: { ...figures, scales: late }, localities: own };
    const seenByOwn = findFigure(seen, "gain-by-locality-planning", "lt")!;
    expect(seenByOwn.notes[0]).toContain("šių vietovių žmonių nėra: Trakai.");
  });
});
