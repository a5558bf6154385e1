import { describe, expect, it } from "vitest";
import type { BarsChart, ForestChart } from "../../../server/domain/annex/chart.ts";
import type { ReleasedScale } from "../../../server/domain/disclosure/figures.ts";
import { attritionFigure } from "../../../web/figures/attrition.ts";
import { changeByStartFigure } from "../../../web/figures/change-by-start.ts";
import { reliabilityFigure } from "../../../web/figures/reliability.ts";
import { responseFlowFigure } from "../../../web/figures/response-flow.ts";
import { goldenRelease } from "../golden-release.ts";
import { aParticipation, aScale, aShownGain } from "../released.ts";

const language = "lt";
const axis = { minimum: -20, maximum: 40 };

const started = (changes: Partial<ReleasedScale> = {}) =>
  changeByStartFigure({
    scale: aScale(
      { Dorn: aShownGain() },
      {
        startLevels: {
          bands: [
            {
              from: 0,
              to: 33,
              people: 12,
              meanBefore: 21,
              gain: 18,
              interval: { low: 8, high: 47 },
            },
            {
              from: 34,
              to: 100,
              people: 28,
              meanBefore: 60,
              gain: -2,
              interval: { low: -9, high: 5 },
            },
          ],
        },
        ...changes,
      },
    ),
    scaleTitle: "Planavimas",
    language,
    axis,
  });

describe("change by where people started", () => {
  it("reads lowest against highest, and says in the same breath what chance does", () => {
    const figure = started()!;
    expect(figure.summary).toContain("(0–33) vidutinis pokytis – +18, aukščiausiai (34–100) – −2.");
    expect(figure.caption).toContain("regresija į vidurkį");
  });

  it("has the same numbers in chart and table, on an axis that holds them", () => {
    const figure = started()!;
    const chart = figure.chart as ForestChart;
    expect(chart.axis.maximum).toBe(50);
    figure.table.rows.forEach(({ cells }, i) => {
      const { value, low, high, weight } = chart.rows[i]!;
      expect(cells.map(({ number }) => number).slice(1)).toEqual([
        weight,
        expect.any(Number),
        value,
        low,
        high,
      ]);
    });
  });

  it("is no figure where it was not released", () => {
    expect(started({ startLevels: null })).toBeUndefined();
  });
});

describe("from those invited to pairs", () => {
  const flowOf = (changes: Parameters<typeof aParticipation>[1]) => {
    const counts = aParticipation("Dorn", changes);
    return responseFlowFigure({ participation: { all: counts, localities: [counts] }, language });
  };

  it("counts people and their share of those invited", () => {
    const figure = flowOf({
      enrolled: 20,
      before: 18,
      after: 15,
      pairs: 14,
      beforeOnly: 4,
      afterOnly: 1,
      followup: 0,
    });
    expect(figure.summary).toBe(
      "Pokytis matomas 14 iš 20 pakviestųjų – tų, kurie atsakė abu kartus.",
    );
    expect(
      figure.table.rows.map(({ cells }) => cells.map(({ number }) => number).slice(1)),
    ).toEqual([
      [20, 100],
      [18, 90],
      [15, 75],
      [14, 70],
      [0, 0],
    ]);
    expect((figure.chart as BarsChart).rows.map(({ parts }) => parts[0]?.people)).toEqual([
      20, 18, 15, 14, 0,
    ]);
  });

  it("draws no bar for a count that is only known as a step", () => {
    const figure = flowOf({ followup: 5, approximate: ["followup"] });
    const last = figure.table.rows.at(-1)!;
    expect(last.cells.map(({ number }) => number)).toEqual([null, null, null]);
    expect(last.cells[1]!.text).toBe("5–9");
    expect((figure.chart as BarsChart).rows.at(-1)!.parts).toEqual([]);
  });
});

describe("those who left, and reliability", () => {
  const golden = goldenRelease();
  const titled = golden.scales.map((scale) => ({ scale, title: scale.key }));

  it("tell the golden programme's drop-outs as the release has them", () => {
    const figure = attritionFigure(titled, language);
    figure.table.rows.forEach(({ cells, isWithheld }, i) => {
      const { attrition } = golden.scales[i]!;
      expect(isWithheld).toBe(!attrition);
      if (!attrition) return;
      const { stayed, left, meanBeforeStayed, meanBeforeLeft, difference, interval } = attrition;
      const numbers = cells.map(({ number }) => number).slice(1, 8);
      const means = [meanBeforeStayed, meanBeforeLeft];
      expect(numbers).toEqual([stayed, left, ...means, difference, interval.low, interval.high]);
    });
    expect(figure.summary).toMatch(/^Pagal 1 iš 3\sskalių išėjusieji pradėjo aiškiai kitaip/);
  });

  it("withhold a scale without numbers anywhere", () => {
    const hidden = aScale({ Dorn: aShownGain() }, { attrition: null, reliability: null });
    for (const figure of [
      attritionFigure([{ scale: hidden, title: "Planavimas" }], language),
      reliabilityFigure([{ scale: hidden, title: "Planavimas" }], language),
    ]) {
      expect(figure.chart).toBeNull();
      expect(figure.table.rows[0]!.cells.every(({ number }) => number === null)).toBe(true);
      expect(figure.summary).not.toBe("");
    }
  });

  it("give alpha between its limits with two decimals", () => {
    const reliability = { people: 57, items: 5, alpha: 0.88, interval: { low: 0.82, high: 0.92 } };
    const scale = aScale({ Dorn: aShownGain() }, { reliability });
    const figure = reliabilityFigure([{ scale, title: "Planavimas" }], language);
    expect(figure.table.rows[0]!.cells.map(({ text }) => text)).toEqual([
      "Planavimas",
      "57",
      "5",
      "0,88",
      "0,82",
      "0,92",
    ]);
    expect((figure.chart as ForestChart).rows[0]).toMatchObject({ value: 0.88, low: 0.82 });
  });
});
